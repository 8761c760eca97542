import LedgerCore
import Portfolio
import Testing

@testable import JournalText

@Suite("Arguments of bgt record")
struct CommandLineReaderTests {
  /// The canonical text of the event that arguments say.
  private func read(_ kind: String, _ words: [String], day: Day? = nil) throws -> String {
    let register = Register(rules: try RuleSet.builtIn("fiscal-2022"))
    let kind = try #require(EventCatalog.kind(named: kind))
    let event = try CommandLineReader(register: register).event(words, of: kind, day: day)
    return String(decoding: JournalWriter(register: register).canonical(event), as: UTF8.self)
  }

  @Test(
    "positional values in order, flags anywhere, in both languages and both spellings",
    arguments: [
      ["力得/A", "5000000", "CNY", "--share", "8.5%", "--date=2022-06-15"],
      ["--日期", "2022年6月15日", "力得/A", "500万元", "--持股比例=8.5%"],
      ["--share", "8.5%", "--date", "2022-06-15", "--amount", "500", "万元", "--deal=力得/A"],
      ["--share", "8.5%", "--date", "2022-06-15", "--", "力得/A", "CNY", "5,000,000.00"],
    ])
  func pay(_ words: [String]) throws {
    #expect(try read("pay", words) == "2022-06-15 pay 力得/A 5000000.00 CNY share:8.5%\n")
  }

  @Test("a plain voucher is its narration and ACCOUNT=AMOUNT words, one amount worked out")
  func entry() throws {
    let text = "2022-12-31 * 银行手续费\n 其他费用  120.00 CNY\n 其他财政存款  -120.00 CNY\n"
    #expect(try read("entry", ["银行手续费", "其他费用=120", "CNY", "其他财政存款=", "--date=2022-12-31"]) == text)
    #expect(try read("凭证", ["其他费用=120.00", "其他财政存款=-120", "--摘要", "银行手续费", "--date=2022-12-31"]) == text)
  }

  @Test("the day that the caller gives stands in for a missing --date where a kind needs one")
  func day() throws {
    let day = try #require(Day("2022-06-15"))
    #expect(try read("reverse", ["#4", "--reason", "录错"], day: day) == "2022-06-15 reverse #4 reason:录错\n")
    #expect(try read("commodity", ["USD", "2"], day: day) == "commodity USD 2\n")
  }

  @Test("a field called kind is a flag like others; a negative number is a value")
  func values() throws {
    #expect(
      try read("social", ["力得/A", "-5", "--kind", "受让", "--date=2022-06-15"])
        == "2022-06-15 social 力得/A -5.00 CNY kind:secondary\n")
  }

  @Test(
    "what is wrong names the argument and what to do",
    arguments: [
      ("pay", ["x", "1", "--shar", "8%"], DiagnosticCode.badUsage, "--shar", "did you mean --share?"),
      ("pay", ["x", "1", "--share", "8%", "--持股比例=9%"], .repeatedField, "--持股比例", ""),
      ("pay", ["x", "1", "--share", "lots"], .badFieldValue, "--share", "8.5%"),
      ("pay", ["x", "1.005"], .tooManyDecimals, "AMOUNT", "exact"),
      ("pay", ["x", "1", "CNX"], .unknownCommodity, "AMOUNT", "CNY"),
      ("pay", ["x", "1", "CNY", "y"], .badUsage, "y", "bgt record pay DEAL AMOUNT"),
      ("pay", ["x", "1", "--share"], .badUsage, "--share", "VALUE"),
      ("pay", ["x", "1", "--share", "--note", "z"], .badUsage, "--share", "--share=VALUE"),
      ("pay", ["x", "1", "-s", "8%"], .badUsage, "-s", "--help"),
      ("pay", ["x", "1", "--date", "2022-02-30"], .badDate, "--date", "2022-06-15"),
      ("pay", ["x", "1", "envelope：2022/P"], .badUsage, "no place for", "--envelope 2022/P"),
      ("pay", ["x", "1"], .missingDate, "date", "2022"),
      ("book", ["x", "--date=2022-01-01"], .badDate, "--date", "remove"),
      ("entry", ["a=", "b="], .twoElidedAmounts, "b=", "one amount"),
      ("entry", ["a=1", "b=1", "USD", "c="], .twoElidedAmounts, "several", "write"),
      ("entry", ["a  b=1"], .badFieldValue, "a  b", "chart"),
      ("entry", ["a=x"], .unknownCommodity, "a", ""),
      ("entry", ["x", "--note=\u{1}", "--date=2022-01-01"], .badFieldValue, "note", ""),
    ])
  func flaws(_ kind: String, _ words: [String], _ code: DiagnosticCode, _ named: String, _ hint: String) throws {
    let problem = try #require(throws: Diagnostic.self) { _ = try read(kind, words) }
    #expect(problem.code == code, "\(problem)")
    #expect(problem.message.contains(named), "\(problem)")
    #expect(hint.isEmpty || problem.hint.contains(hint), "\(problem)")
    #expect(problem.position == nil)
  }

  @Test("in Chinese the argument, the usage and the fields have their Chinese words")
  func chinese() throws {
    let amount = try #require(throws: Diagnostic.self) { _ = try read("pay", ["x", "1.005"]) }
    #expect(amount.sentence.zh.hasPrefix("金额："), "\(amount.sentence.zh)")
    let place = try #require(throws: Diagnostic.self) { _ = try read("pay", ["x", "1", "CNY", "y"]) }
    #expect(place.advice.zh.hasPrefix("例如：bgt record pay 投资项目 金额 --date 日期"), "\(place.advice.zh)")
    let field = Diagnostic.unknownField("stake", of: .pay)
    #expect(field.advice.zh.contains("share 持股比例") && !field.advice.en.contains("持股比例"), "\(field.advice)")
  }
}
