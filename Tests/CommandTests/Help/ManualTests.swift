import Foundation
import LedgerCore
import Testing

@Suite("bgt manual")
struct ManualTests {
  @Test("names every command, every kind of event and every topic, in either language", arguments: ["en", "zh"])
  func complete(_ language: String) throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let run = try bgt.run("manual", "--lang", language)
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.hasPrefix(".TH BGT 1"))
    let help = try bgt.run("--help").output
    let commands = help.split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.hasPrefix("  -") }
      .compactMap { $0.split(separator: " ").first.map { $0.prefix { $0 != "," } } }.filter { $0 != "bgt" && $0 != "See" }
    #expect(commands.count > 40)
    for command in commands {
      #expect(run.output.contains(".SS bgt \(command.replacing("-", with: "\\-"))"), "\(command)")
    }
    #expect(run.output.contains("\\fBpay 出资\\fR"))
    #expect(run.output.contains(language == "zh" ? ".SH \"退出码\"" : ".SH \"EXIT CODES\""))
    #expect(run.output.contains("\\-\\-known\\-at"))
  }

  @Test(
    "is set by man without a complaint", .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/man"), "man is not installed"))
  func man() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    #expect(try bgt.run("manual", "-o", "bgt.1").code == 0)
    let command = ConsoleCommand(
      command:
        "bgt manual --lang zh -o zh.1 && man --warnings -E UTF-8 -l zh.1 2>&1 >/dev/null; MANWIDTH=90 man --warnings -E UTF-8 -l bgt.1 2>&1 >page; wc -l < page",
      output: [], code: 0)
    let outcome = try command.run(in: bgt)
    #expect(outcome.code == 0)
    #expect(outcome.output.count == 1, "\(outcome.output)")
    #expect((outcome.output.last.flatMap { Int($0.trimmingCharacters(in: .whitespaces)) } ?? 0) > 500)
  }

  @Test(
    "set in 80 columns no line is longer, in either language",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/man"), "man is not installed"), arguments: ["en", "zh"])
  func width(_ language: String) throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let command = ConsoleCommand(
      command: "bgt manual --lang \(language) -o bgt.1 && MANWIDTH=80 MAN_KEEP_FORMATTING= man -E UTF-8 -l bgt.1 | col -bx", output: [],
      code: 0)
    let lines = try command.run(in: bgt).output
    #expect(lines.count > 1000)
    let long = lines.filter { TextWidth.of($0) > 80 }
    #expect(long.isEmpty, "\(long.prefix(5).joined(separator: "\n"))")
  }
}
