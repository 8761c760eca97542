import Foundation
import Testing

/// The tutorials are typed line by line; `BGT_RECORD=1 swift test --filter TutorialPage` writes their outputs anew.
@Suite("The tutorials show what the program prints")
struct TutorialPageTests {
  @Test("each command prints what stands below it", arguments: [("tutorial", "en"), ("tutorial.zh", "zh")])
  func outputs(_ name: String, _ language: String) throws {
    let file = Bgt.root.appendingPathComponent("Docs/\(name).md")
    var lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    let bgt = try Bgt()
    defer { bgt.remove() }
    var printed: [(body: Range<Int>, lines: [String])] = []
    var count = 0
    for fence in Fence.all(in: lines, lines.indices) {
      if let file = fence.file {
        try bgt.write(file.text, to: file.name)
      } else if fence.info == "console" {
        let commands = ConsoleCommand.all(in: fence.text)
        #expect(!commands.isEmpty)
        let outcomes = try commands.map { try $0.run(in: bgt, language: language) }
        count += commands.count
        printed.append((fence.body, outcomes.flatMap(\.lines)))
        if ProcessInfo.processInfo.environment["BGT_RECORD"] != "1" {
          for (command, outcome) in zip(commands, outcomes) {
            #expect(outcome == command, "\(command.command)")
          }
        }
      }
    }
    #expect(count > 20)
    guard ProcessInfo.processInfo.environment["BGT_RECORD"] == "1" else { return }
    for (body, text) in printed.reversed() { lines.replaceSubrange(body, with: text) }
    try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
  }

  @Test("both tutorials give the same commands in the same order, but for names and texts")
  func alike() throws {
    let counts = try ["tutorial", "tutorial.zh"].map { name in
      let page = try #require(DocumentPage("Docs/\(name).md"))
      return Fence.all(in: page.lines, page.lines.indices).map { fence in
        fence.info + " "
          + ConsoleCommand.all(in: fence.text).map { $0.command.split(separator: " ").prefix(2).joined(separator: " ") }
          .joined(separator: ", ")
      }
    }
    #expect(counts[0] == counts[1])
  }
}
