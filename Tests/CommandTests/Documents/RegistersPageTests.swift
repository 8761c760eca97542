import Foundation
import Testing

/// Docs/registers.md is run from top to bottom; `BGT_RECORD=1 swift test --filter RegistersPage` writes its outputs anew.
@Suite("Docs/registers.md")
struct RegistersPageTests {
  private static let path = "Docs/registers.md"

  /// The console blocks of the page as they run one after the other in one folder, with the files that it shows.
  private func run(_ page: DocumentPage) throws -> [(fence: Fence, commands: [ConsoleCommand])] {
    let bgt = try Bgt()
    defer { bgt.remove() }
    var blocks: [(fence: Fence, commands: [ConsoleCommand])] = []
    for fence in Fence.all(in: page.lines, page.lines.indices) {
      if let file = fence.file { try bgt.write(file.text, to: file.name) }
      if fence.info == "console" { blocks.append((fence, try ConsoleCommand.all(in: fence.text).map { try $0.run(in: bgt) })) }
    }
    return blocks
  }

  private static var isRecording: Bool { ProcessInfo.processInfo.environment["BGT_RECORD"] == "1" }

  @Test("every command prints what the page shows")
  func examples() throws {
    let page = try #require(DocumentPage(RegistersPageTests.path))
    let blocks = try run(page)
    #expect(blocks.count >= 4)
    if RegistersPageTests.isRecording {
      var lines = page.lines
      for (fence, commands) in blocks.reversed() { lines.replaceSubrange(fence.body, with: commands.flatMap(\.lines)) }
      return try Data(lines.joined(separator: "\n").utf8).write(to: Bgt.root.appendingPathComponent(RegistersPageTests.path))
    }
    for (fence, commands) in blocks {
      for (said, found) in zip(ConsoleCommand.all(in: fence.text), commands) {
        #expect(found.lines.joined(separator: "\n") == said.lines.joined(separator: "\n"))
      }
    }
  }
}
