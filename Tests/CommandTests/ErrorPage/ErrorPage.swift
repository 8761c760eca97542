import Foundation
import LedgerCore

/// Docs/errors.md as the tests see it: files that all examples share, then a section for each code.
struct ErrorPage {
  /// The page itself.
  static let file = Bgt.root.appendingPathComponent("Docs/errors.md")

  /// The lines of the page.
  let lines: [String]
  /// Files that stand before the first section; every example has them.
  let sharedFiles: [ExampleFile]
  /// The sections in the order of the page.
  let sections: [ErrorSection]

  /// The page as it stands in the tree.
  static func read() throws -> ErrorPage {
    ErrorPage(text: try String(decoding: Data(contentsOf: file), as: UTF8.self))
  }

  init(text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    self.lines = lines
    let starts = lines.indices.filter { lines[$0].hasPrefix("### ") }
    sharedFiles = Fence.all(in: lines, lines.startIndex..<(starts.first ?? lines.endIndex)).compactMap(\.file)
    var sections: [ErrorSection] = []
    for (number, start) in starts.enumerated() {
      let next = number + 1 < starts.count ? starts[number + 1] : lines.endIndex
      let end = lines[(start + 1)..<next].firstIndex { $0.hasPrefix("## ") } ?? next
      sections.append(ErrorSection(lines, start..<end))
    }
    self.sections = sections
  }

  /// The text with the outputs of some sections put in the place of those that stand there, and its contents anew.
  func text(withOutputs outputs: [String: [[ConsoleCommand]]]) -> String {
    var lines = lines
    for section in sections.reversed() {
      guard let blocks = outputs[section.heading] else { continue }
      for (fence, commands) in zip(section.consoles, blocks).reversed() {
        lines.replaceSubrange(fence.body, with: commands.flatMap(\.lines))
      }
    }
    if let place = contents { lines.replaceSubrange(place, with: expectedContents) }
    return lines.joined(separator: "\n")
  }

  /// The lines of the contents: the list under the heading “Contents”.
  var contents: Range<Int>? {
    guard let heading = lines.firstIndex(where: { $0.hasPrefix("## Contents") }) else { return nil }
    guard let first = lines[heading...].firstIndex(where: { $0.hasPrefix("- ") }) else { return nil }
    return first..<(lines[first...].firstIndex { !$0.hasPrefix("- ") } ?? lines.endIndex)
  }

  /// What the contents must say: a line for each class, with a link to each of its sections.
  var expectedContents: [String] {
    var found: [String] = []
    for (index, line) in lines.enumerated() where line.hasPrefix("## ") && line.contains("xxx") {
      let next = lines[(index + 1)...].firstIndex { $0.hasPrefix("## ") } ?? lines.endIndex
      let links = sections.filter { $0.range.lowerBound > index && $0.range.lowerBound < next }.map { section in
        "[\(section.code)](#\(section.heading.lowercased().replacingOccurrences(of: " ", with: "-")))"
      }
      found.append("- \(line.dropFirst(3)): " + links.joined(separator: " "))
    }
    return found
  }
}
