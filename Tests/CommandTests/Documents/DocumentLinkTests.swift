import Foundation
import Testing

@Suite("Links of the documentation")
struct DocumentLinkTests {
  @Test("each link within the tree leads to a file and a heading that are there", arguments: DocumentPage.all)
  func links(_ page: DocumentPage) throws {
    let folder = Bgt.root.appendingPathComponent(page.path).deletingLastPathComponent()
    for link in page.links where !link.contains("://") && !link.hasPrefix("mailto:") {
      let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let target = parts[0].isEmpty ? Bgt.root.appendingPathComponent(page.path) : folder.appendingPathComponent(parts[0])
      #expect(FileManager.default.fileExists(atPath: target.path), "\(page.path) links \(link), which is not there")
      guard parts.count == 2, target.pathExtension == "md" else { continue }
      let path = String(target.standardizedFileURL.path.dropFirst(Bgt.root.standardizedFileURL.path.count + 1))
      let anchors = try #require(DocumentPage(path)).anchors
      let anchor = parts[1].removingPercentEncoding ?? parts[1]
      #expect(anchors.contains(anchor), "\(page.path) links \(link), a heading that is not there")
    }
  }

  @Test("the pages are found at all")
  func found() {
    #expect(DocumentPage.all.contains { $0.path == "README.md" })
    #expect(DocumentPage.all.contains { $0.path == "Docs/errors.md" && !$0.links.isEmpty })
  }
}
