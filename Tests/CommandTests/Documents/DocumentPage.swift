import Foundation
import Testing

/// A page of documentation in the tree.
struct DocumentPage: Sendable, CustomTestStringConvertible {
  /// Its path from the root of the package.
  let path: String
  let lines: [String]

  var testDescription: String { path }

  /// The pages that users read: README and changelog, everything under Docs, the notes of the samples.
  static let all: [DocumentPage] = {
    let folders = ["", "Docs", "Docs/decisions", "ledger-samples", "ledger-samples/liaocheng"]
    return folders.flatMap { folder in
      let url = Bgt.root.appendingPathComponent(folder)
      let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
      return names.filter { $0.hasSuffix(".md") }.sorted().compactMap { DocumentPage(folder.isEmpty ? $0 : "\(folder)/\($0)") }
    }
  }()

  init?(_ path: String) {
    guard let data = try? Data(contentsOf: Bgt.root.appendingPathComponent(path)) else { return nil }
    self.path = path
    lines = String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The places that its links lead to, fenced blocks left out.
  var links: [String] {
    prose.flatMap { line in line.matches(of: /\]\(([^()\s]+)\)/).map { String($0.output.1) } }
  }

  /// The names by which its headings are linked, as GitHub makes them.
  var anchors: Set<String> {
    Set(
      prose.filter { $0.hasPrefix("#") }.map { heading in
        let text = heading.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces).lowercased()
        return String(
          text.compactMap { character -> Character? in
            if character == " " { return "-" }
            return character.isLetter || character.isNumber || character == "-" || character == "_" ? character : nil
          })
      })
  }

  /// The command lines that it shows: `bgt …` in code marks, and the lines of its blocks that begin with it. The blocks
  /// of the page of errors are run, wrong ones too.
  var commands: [String] {
    let fences = Fence.all(in: lines, lines.indices)
    let inBlocks = fences.filter { $0.file == nil && path != "Docs/errors.md" }.flatMap(\.text).map { line in
      line.trimmingCharacters(in: .whitespaces).replacing(#/^\$ /#, with: "")
    }
    let inMarks = prose.flatMap { line in line.matches(of: /`([^`]+)`/).map { String($0.output.1) } }
    return (inBlocks + inMarks).filter { $0.hasPrefix("bgt ") }
  }

  private var prose: [String] {
    let fences = Fence.all(in: lines, lines.indices)
    return lines.indices.filter { index in !fences.contains { $0.whole.contains(index) } }.map { lines[$0] }
  }
}
