import Foundation
import Testing

@Suite("Commands named in the documentation")
struct DocumentedCommandTests {
  /// A command as a page names it.
  private struct Usage {
    /// The command and, where it has commands of its own or a kind of event, that word too.
    var path: [String]
    var options: [String]

    /// What a command line says; nil when it stands for any command.
    init?(_ line: String) {
      var words = line.split(separator: " ").dropFirst().map(String.init)
      // What the shell does with the output is not the program's; behind -- stands another command.
      if let end = words.firstIndex(where: { ["|", ">", "2>&1", "#", "--"].contains($0) }) { words.removeLast(words.count - end) }
      let marks = CharacterSet(charactersIn: "[]().,;…")
      words = words.map { $0.trimmingCharacters(in: marks) }.filter { !$0.isEmpty }
      options = words.filter { $0.hasPrefix("--") }.map { String($0.prefix { $0 != "=" }) }
      path = []
      var isValue = false
      for word in words {
        if isValue { isValue = false; continue }
        if word.hasPrefix("-") {
          isValue = path.isEmpty && !word.contains("=") && word != "--help" && word != "--version"
          continue
        }
        path.append(word)
        if path.count == 2 { break }
      }
      guard let command = path.first, command.contains(where: \.isLowercase) else { return nil }
      if !["report", "record", "statement", "export", "policy", "reconcile", "saved", "help"].contains(command) { path = [command] }
      path.removeAll { !$0.contains { $0.isLowercase } }
      // A year makes it `bgt reconcile year`.
      if path == ["reconcile"] { path.append("year") }
    }
  }

  private func help(_ path: [String], _ bgt: Bgt) throws -> Bgt.Run { try bgt.run(arguments: path + ["--help"]) }

  @Test("each command and each of its options exists", arguments: DocumentPage.all)
  func exists(_ page: DocumentPage) throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    var texts: [[String]: String] = [:]
    for line in page.commands {
      guard let usage = Usage(line), usage.path.first != "help" else { continue }
      if texts[usage.path] == nil {
        let run = try help(usage.path, bgt)
        #expect(run.code == 0, "\(page.path) names \(line): \(run.errors)")
        texts[usage.path] = run.output
      }
      let text = texts[usage.path] ?? ""
      for option in usage.options where option != "--help" {
        #expect(text.contains(option), "\(page.path) names \(line), which has no \(option)")
      }
    }
  }
}
