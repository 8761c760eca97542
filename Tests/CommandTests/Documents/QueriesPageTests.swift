import Foundation
import Testing

/// Docs/queries.md is run; `BGT_RECORD=1` writes its outputs anew.
@Suite("Docs/queries.md")
struct QueriesPageTests {
  private static let file = Bgt.root.appendingPathComponent("Docs/queries.md")
  private static var isRecording: Bool { ProcessInfo.processInfo.environment["BGT_RECORD"] == "1" }

  private func lines() throws -> [String] {
    try String(contentsOf: QueriesPageTests.file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The console blocks with what their commands print now, one after the other in one folder.
  private func outputs(_ lines: [String]) throws -> [(fence: Fence, commands: [ConsoleCommand])] {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let fences = Fence.all(in: lines, lines.indices)
    for file in fences.compactMap(\.file) { try bgt.write(file.text, to: file.name) }
    return try fences.filter { $0.info == "console" }.map { fence in
      (fence, try ConsoleCommand.all(in: fence.text).map { try $0.run(in: bgt) })
    }
  }

  @Test("every example prints what the page says", .enabled(if: !isRecording))
  func examples() throws {
    let lines = try lines()
    let outputs = try outputs(lines)
    #expect(outputs.count >= 9)
    for (fence, commands) in outputs { #expect(commands.flatMap(\.lines).joined(separator: "\n") == fence.text.joined(separator: "\n")) }
  }

  @Test("the page is written anew with what the commands print", .enabled(if: isRecording))
  func record() throws {
    var lines = try lines()
    for (fence, commands) in try outputs(lines).reversed() { lines.replaceSubrange(fence.body, with: commands.flatMap(\.lines)) }
    try Data(lines.joined(separator: "\n").utf8).write(to: QueriesPageTests.file)
  }

  @Test("the table of fields has every field of the program, by both names")
  func fields() throws {
    let page = try lines().joined(separator: "\n")
    let source = try String(contentsOf: Bgt.root.appendingPathComponent("Sources/Reports/Query/QueryField.swift"), encoding: .utf8)
    let names = source.matches(of: /case \.\w+: \["(\w+)", "([^"]+)"/)
    #expect(names.count == 20)
    for name in names { #expect(page.contains("`\(name.output.1)`") && page.contains(String(name.output.2)), "\(name.output.1)") }
  }
}
