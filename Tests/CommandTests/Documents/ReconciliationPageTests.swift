import Foundation
import Testing

/// Docs/reconciliation.md is run; `BGT_RECORD=1 swift test --filter ReconciliationPage` writes its outputs anew.
@Suite("Docs/reconciliation.md shows what the program says")
struct ReconciliationPageTests {
  private static let file = Bgt.root.appendingPathComponent("Docs/reconciliation.md")

  private func lines() throws -> [String] {
    try String(decoding: Data(contentsOf: ReconciliationPageTests.file), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// What the commands of the page print, run one after the other in one folder with the sample and the page's files.
  private func run(_ lines: [String]) throws -> [(fence: Fence, said: [ConsoleCommand], found: [ConsoleCommand])] {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try FileManager.default.createSymbolicLink(
      at: bgt.folder.appendingPathComponent("ledger-samples"),
      withDestinationURL: Bgt.root.appendingPathComponent("ledger-samples"))
    var runs: [(fence: Fence, said: [ConsoleCommand], found: [ConsoleCommand])] = []
    for fence in Fence.all(in: lines, lines.indices) {
      if let file = fence.file { try bgt.write(file.text, to: file.name) }
      guard fence.info == "console" else { continue }
      let said = ConsoleCommand.all(in: fence.text)
      runs.append((fence, said, try said.map { try $0.run(in: bgt) }))
    }
    return runs
  }

  private static var isRecording: Bool { ProcessInfo.processInfo.environment["BGT_RECORD"] == "1" }

  @Test("each command prints what the page says, one after the other in one book")
  func examples() throws {
    let lines = try lines()
    let runs = try run(lines)
    #expect(runs.flatMap(\.said).count >= 8)
    if ReconciliationPageTests.isRecording {
      var lines = lines
      for run in runs.reversed() { lines.replaceSubrange(run.fence.body, with: run.found.flatMap(\.lines)) }
      try Data(lines.joined(separator: "\n").utf8).write(to: ReconciliationPageTests.file)
      return
    }
    for run in runs {
      for (said, found) in zip(run.said, run.found) {
        #expect(found.lines.joined(separator: "\n") == said.lines.joined(separator: "\n"))
      }
    }
  }
}
