import Foundation
import LedgerCore
import Testing

@Suite("bgt help")
struct HelpTests {
  private static let topics = [
    "journal", "amounts", "dates", "files", "formats", "periods", "leverage", "returns", "peers", "hledger", "persons", "exit-codes",
  ]

  @Test("explains each topic in both languages, on lines that fit a terminal", arguments: topics)
  func explains(_ topic: String) throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    var texts: [String] = []
    for language in ["zh", "en"] {
      let run = try bgt.run("help", topic, "--lang", language)
      #expect(run.code == 0, "\(run.errors)")
      let lines = run.output.split(separator: "\n")
      #expect(lines.count >= 8, "\(topic) \(language)")
      for line in lines { #expect(TextWidth.of(String(line)) <= 84, "\(line)") }
      texts.append(run.output)
    }
    #expect(texts[0] != texts[1])
    #expect(texts[0].unicodeScalars.contains { $0.value > 0x4E00 })
  }

  @Test("commands and options that a topic shows exist", arguments: topics)
  func commands(_ topic: String) throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    for language in ["zh", "en"] {
      let text = try bgt.run("help", topic, "--lang", language).output
      for line in text.split(separator: "\n") where line.contains("bgt ") {
        let words = line.drop { $0 == " " }.split(separator: " ").map(String.init)
        guard let start = words.firstIndex(of: "bgt"), start <= 1, words.count > start + 1 else { continue }
        var path = [words[start + 1]]
        if ["report", "export", "record", "statement"].contains(path[0]), words.count > start + 2 { path.append(words[start + 2]) }
        // A year makes it `bgt reconcile year`.
        if path == ["reconcile"] { path.append("year") }
        if path[0].hasPrefix("-") || path.contains(where: { $0.contains("|") || $0.contains(",") }) { continue }
        let help = try bgt.run(arguments: path + ["--help"])
        #expect(help.code == 0, "\(line)")
        for word in words where word.hasPrefix("--") {
          let option = word.prefix { $0 != "=" }.filter { $0.isLetter || $0 == "-" }
          if path[0] != "record" { #expect(help.output.contains(option), "\(line): \(option)") }
        }
      }
    }
  }

  @Test("a Chinese name, a command, a command of a group and a kind of event are explained too")
  func others() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    #expect(try bgt.run("help", "金额").output == bgt.run("help", "amounts").output)
    #expect(try bgt.run("help", "balance").output == bgt.run("balance", "--help").output)
    #expect(try bgt.run("help", "report", "year").output == bgt.run("report", "year", "--help").output)
    #expect(try bgt.run("help", "pay").output.contains("--share"))
    #expect(try bgt.run("help").output.contains("exit-codes"))
    #expect(try bgt.run("help", "leverage").output.contains("bgt leverage --help"))
  }

  @Test("help is found by the Chinese name of a command")
  func chinese() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    #expect(try bgt.run("help", "对账").output == bgt.run("reconcile", "--help").output)
    let several = try bgt.run("help", "导出").output
    #expect(several.contains("用法：bgt export"), "\(several)")
    #expect(try bgt.run("help", "没有的").code == 2)
    #expect(try bgt.run("help", "放大").output.contains("bgt leverage"))
  }

  @Test("sums and averages over periods add nothing to one column, as in hledger")
  func withoutPeriods() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write(KnownAtTests.batches[0], to: "a.journal")
    let plain = try bgt.run("-f", "a.journal", "balance")
    #expect(plain.code == 0)
    for option in ["-T", "-A"] { #expect(try bgt.run("-f", "a.journal", "balance", option).output == plain.output) }
  }

  @Test(
    "a mistyped word gets the nearest one",
    arguments: [
      (["help", "amonts"], "是不是 amounts？"), (["blance"], "是不是 balance？"),
      (["report", "yeer", "2022"], "是不是 year？"), (["export", "hleger"], "是不是 hledger？"),
      (["balance", "--as-off", "2022-01-01"], "--as-of"), (["record", "recieve"], "是不是 receive？"),
      (["statement", "balanc"], "是不是 balance-sheet？"), (["reconcile", "statment"], "是不是 statement？"),
      (["help", "amout"], "是不是 amounts？"), (["-f"], "缺少命令"), (["-f", "x.journal"], "缺少命令"),
      (["record", "book", "--help"], "bgt init 建立账簿"), (["放大"], "是不是 leverage？"), (["放大倍数"], "是不是 leverage？"),
      (["放大倍率"], "是不是 leverage？"), (["年度报告"], "是不是 report year？"),
    ])
  func suggestions(_ words: [String], _ expected: String) throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let run = try bgt.run(arguments: words)
    #expect(run.code == 2 || run.code == 4)
    #expect(run.errors.contains(expected), "\(run.errors)")
  }
}
