import LedgerCore
import Portfolio
import Seeds
import Testing

@testable import JournalText

/// Reads a journal into memory books and returns them with all that was wrong.
func books(_ text: String, rules: String = "fiscal-2022") throws -> (ledger: MemoryLedger, problems: [Diagnostic]) {
  let ledger = MemoryLedger(rules: try RuleSet.builtIn(rules))
  let reader = JournalReader(register: ledger.register)
  let problems = reader.read(Array(text.utf8), file: "test.journal") { event throws(Diagnostic) in
    try ledger.record(event)
  }
  return (ledger, problems)
}

@Suite("The native journal")
struct JournalReaderTests {
  @Test("a plain voucher posts to its accounts, an elided amount is worked out")
  func plainVoucher() throws {
    let (ledger, problems) = try books(
      """
      ; a comment
      2022-12-31 * (001) 银行手续费 ; doc: 回单12
          其他费用          120.00 CNY
          其他财政存款
      """)
    #expect(problems == [])
    let fee = try #require(ledger.register.account(named: "其他费用"))
    let bank = try #require(ledger.register.account(named: "1002"))
    #expect(try ledger.balance(of: fee.id, ledger.register.baseID, asOf: .never) == 12000)
    #expect(try ledger.balance(of: bank.id, ledger.register.baseID, asOf: .never) == -12000)
  }

  @Test("a line of a plain voucher with a field's name before the colon and no amount is the field, written with or without a blank")
  func fieldWithoutBlank() throws {
    let head = "party 甲\n2022-12-31 * x\n"
    let lines = "    其他费用  5.00 CNY\n    其他财政存款\n"
    for field in ["party:甲", "party: 甲", "单位:甲", "单位：甲"] {
      let (ledger, problems) = try books(head + "    \(field)\n" + lines)
      #expect(problems == [], "\(field)")
      #expect(ledger.register.account(named: field) == nil)
    }
    let (_, unknown) = try books(head + "    party:乙\n" + lines)
    #expect(unknown.map(\.code) == [.unknownParty])
    #expect(unknown.first?.position?.line == 3)
    let (_, alone) = try books(head + "    party:甲\n    其他费用  5.00 CNY\n")
    #expect(alone.map(\.code) == [.tooFewPostings])
    // An account of that name is an account.
    let (ledger, problems) = try books("account party:甲\n2022-12-31 * x\n    其他费用  5.00 CNY\n    party:甲\n")
    #expect(problems == [] && ledger.register.account(named: "party:甲") != nil)
  }

  @Test("words like a field in the narration stay text, and a warning says so")
  func fieldInNarration() throws {
    func warnings(_ narration: String) throws -> [DiagnosticCode] {
      let ledger = MemoryLedger(rules: try RuleSet.builtIn("fiscal-2022"))
      var found: [DiagnosticCode] = []
      let text = "2022-12-31 * \(narration)\n    其他费用  5.00 CNY\n    其他财政存款\n"
      let problems = JournalReader(register: ledger.register).read(Array(text.utf8), file: "x") { event throws(Diagnostic) in
        found += try ledger.record(event).warnings.map(\.code)
      }
      #expect(problems == [])
      return found
    }
    #expect(try warnings("越额 envelope:2025/P party:甲") == [.fieldInNarration, .fieldInNarration])
    #expect(try warnings("越额 指标：2025/P") == [.fieldInNarration])
    #expect(try warnings("见 https://a.cn 附注: 无，时间 12:30").isEmpty)
  }

  @Test(
    "each flaw has its code, line and column",
    arguments: [
      ("2022-12-31 * x\n    a  1.00 CNY\n    b  2.00 CNY\n", DiagnosticCode.unbalanced, 1, 1),
      ("2022-13-31 * x\n    a  1.00 CNY\n    b\n", .badDate, 1, 1),
      ("\n2022-12-31 * x\n    a  1.005 CNY\n    b\n", .tooManyDecimals, 3, 8),
      ("2022-12-31 * x\n    a  99999999999999999999 CNY\n    b\n", .amountOverflow, 2, 8),
      ("2022-12-31 * x\n    a  12abc CNY\n    b\n", .badAmount, 2, 8),
      ("2022-12-31 * x\n    a\n    b\n", .twoElidedAmounts, 3, 5),
      ("2022-12-31 * x\n    a  1\n", .tooFewPostings, 1, 1),
      ("    a  1\n", .strayPosting, 1, 5),
      ("2022-06-15 pya x 1 CNY\n", .unknownKind, 1, 12),
      ("2022-06-15\n", .missingField, 1, 1),
      ("commodity XYZ 2 \"未完\n", .unterminatedQuote, 1, 17),
      ("account 甲 sort:asset\n", .strayText, 1, 11),
      ("2022-07-01 reverse #4 resaon:x\n", .unknownField, 1, 23),
      ("party 甲 regoin:371500\n", .unknownField, 1, 9),
      ("party 甲 统一社会信用代码:91350200MA2YJ1XR9G\n", .unknownField, 1, 9),
      ("party 甲 区化：371500\n", .unknownField, 1, 9),
      ("party 甲 regoin：371500\n", .unknownField, 1, 9),
      ("party 甲 region: 371500\n", .badFieldValue, 1, 9),
      ("commodity XYZ 2 nmae:x\n", .unknownField, 1, 17),
    ])
  func flaws(_ text: String, _ code: DiagnosticCode, _ line: Int, _ column: Int) throws {
    let (_, problems) = try books(text, rules: "plain")
    let problem = try #require(problems.first)
    #expect(problem.code == code, "\(problem)")
    #expect(problem.position?.line == line, "\(problem)")
    #expect(problem.position?.column == column, "\(problem)")
    #expect(problem.position?.lineText.isEmpty == false)
  }

  @Test("a field with a wide colon may follow an amount, which takes only a currency with it", arguments: ["envelope：2025/P", "指标：2025/P"])
  func wideColonBehindAmount(_ field: String) throws {
    let text = """
      programme P
      party 甲
      2025-01-05 budget 2025/P 5000万元
      2025-01-06 deal 甲/A party:甲 programme:P method:direct
      2025-02-10 pay 甲/A 300万元 \(field)

      """
    let (ledger, problems) = try books(text, rules: "fiscal-2022")
    #expect(problems.isEmpty, "\(problems)")
    #expect(try ledger.events(at: [5]).compactMap(\.self).first?.text("envelope") == "2025/P")
  }

  @Test("where a second line lacks its amount and names have blanks in them, two blanks before amounts are asked for")
  func oneBlank() throws {
    let (_, problems) = try books("2022-06-15 * 手续费\n    其他费用 100元\n    国库存款 -100元\n", rules: "plain")
    #expect(problems.map(\.code) == [.twoElidedAmounts])
    #expect(problems.first?.advice.zh.contains("科目与金额之间须空两格") == true)
    let (_, others) = try books("2022-06-15 * 手续费\n    其他费用\n    国库存款\n", rules: "plain")
    #expect(others.first?.advice.zh == "只有一个金额可以由其余推算")
  }

  @Test("a wide colon behind the name of a field is a colon; a text with one that is none stays a text")
  func wideColons() throws {
    let text = """
      party 甲 行业：K70 区划："371500"
          信用代码：91350200MA2YJ1XR9G
      party 乙 "行业：K70"
      party 丙 车间：二号
      party 丁 https://example.org/丁

      """
    let (ledger, problems) = try books(text, rules: "plain")
    #expect(problems.isEmpty, "\(problems)")
    let parties = try ["甲", "乙", "丙", "丁"].map { try #require(ledger.register.party(named: $0)) }
    #expect(parties[0].industry == "K70" && parties[0].region == "371500" && parties[0].creditCode == "91350200MA2YJ1XR9G")
    #expect(parties.map(\.fullName) == ["", "行业：K70", "车间：二号", "https://example.org/丁"])
    let writer = JournalWriter(register: ledger.register)
    let written = try ledger.events(at: [1, 2, 3, 4]).compactMap(\.self).map { String(decoding: writer.canonical($0), as: UTF8.self) }
      .joined()
    #expect(written.contains("party 乙 \"行业：K70\"") && written.contains("party 丙 车间：二号"))
    let again = try books(written, rules: "plain")
    #expect(try again.0.events(at: [1, 2, 3, 4]).map { $0?.values } == ledger.events(at: [1, 2, 3, 4]).map { $0?.values })
  }

  @Test("a wide colon between the parts of an account is a colon, in vouchers, fields and declarations; stored text stays as it is")
  func wideColonsOfAccounts() throws {
    let text = """
      account 国库存款：甲 class:asset
      2022-01-05 * 期初
          国库存款：甲  5.00 CNY
          国库存款： 乙  3.00 CNY
          权益:期初
      2022-01-06 assert 国库存款：甲 5.00 CNY
      2022-01-07 * 用
          国库存款:甲  1.00 CNY
          权益：期初

      """
    let (ledger, problems) = try books(text, rules: "plain")
    #expect(problems.isEmpty, "\(problems)")
    #expect(ledger.register.accounts.map(\.name).sorted() == ["国库存款:乙", "国库存款:甲", "权益:期初"].sorted())
    let account = try #require(ledger.register.account(named: "国库存款:甲"))
    #expect(try ledger.balance(of: account.id, ledger.register.baseID, asOf: .never) == 600)
    let stored = Array("2022-01-05 * 期初\n  国库存款：丙  5.00 CNY\n  权益:期初  -5.00 CNY\n".utf8)
    let event = try JournalReader(register: ledger.register).event(parsing: stored)
    #expect(event.lines.first.map { ledger.register[$0.account].name } == "国库存款：丙")
    let words = try CommandLineReader(register: ledger.register).event(
      ["用", "国库存款：甲=1.00", "权益：期初="], of: .entry, day: Day("2022-01-08"))
    #expect(words.lines.map { ledger.register[$0.account].name } == ["国库存款:甲", "权益:期初"])
  }

  @Test("bytes that are no text are refused with their place, not trapped on")
  func garbage() throws {
    let ledger = MemoryLedger(rules: try RuleSet.builtIn("plain"))
    let cut = Array("2022-12-31 * 手续费".utf8.dropLast())
    for bytes in [[0x00, 0x01, 0xFF], [0xFF, 0xFE, 0x41], cut, Array(repeating: 0x80, count: 4096)] {
      let problems = JournalReader(register: ledger.register).read(bytes, file: "x") { _ throws(Diagnostic) in }
      #expect(problems.map(\.code) == [.notText])
      #expect(problems.first?.position?.line == 1)
    }
  }

  @Test("A book file given for a journal is called by its name")
  func bookFile() throws {
    let (_, problems) = try books("SQLite format 3\0")
    #expect(problems.map(\.code) == [.notText])
    #expect(problems.first?.hint.contains("--book") == true)
  }

  @Test("a line of a megabyte is refused in one short message")
  func longLine() throws {
    let (_, problems) = try books("2022-12-31 * " + String(repeating: "长", count: 400_000))
    #expect(problems.map(\.code) == [.lineTooLong])
    #expect((problems.first?.description.count ?? .max) < 600)
  }

  @Test("any prefix of a journal and any byte flipped reads without a trap")
  func fuzz() throws {
    let text = """
      commodity USD 2 美元
      account 其他财政存款:托管户 code:100201 class:asset
      2022-12-31 ! (7) "引号;摘要" ; 备注
          doc: 聊财指〔2022〕15号
          其他费用          1,120.00 CNY ; 行注
          其他财政存款:托管户     -1120.00 CNY
      2023-01-01 reverse #4 reason:"金额 录错"
      """
    let bytes = Array(text.utf8)
    let seed = propertySeed()
    var state = seed
    for round in 0..<3000 {
      var copy = bytes
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      if round < bytes.count {
        copy.removeSubrange(round...)
      } else {
        copy[Int(state >> 33) % copy.count] = UInt8(truncatingIfNeeded: state >> 16)
      }
      let ledger = MemoryLedger(rules: try RuleSet.builtIn("fiscal-2022"))
      let problems = JournalReader(register: ledger.register).read(copy, file: "fuzz") { event throws(Diagnostic) in
        try ledger.record(event)
      }
      #expect(problems.allSatisfy { $0.position != nil }, "seed \(seed) round \(round)")
    }
  }

  @Test("what is written compactly or spaced reads back to the same event")
  func roundTrip() throws {
    let text = """
      commodity USD 2 美元
      account 其他财政存款:托管户 code:100201 class:asset
      account "带 空格" class:expense
      2022-12-31 ! (7) "引号;摘要" ; 备注
          其他费用          1,120.00 CNY ; 行注
          其他财政存款:托管户
      2022-12-31 * 美元
          a  0.05 USD
          b  -0.05 USD
      2023-01-01 reverse #4 reason:"金额 录错"
      """
    let (ledger, problems) = try books(text)
    #expect(problems == [])
    let writer = JournalWriter(register: ledger.register)
    for number in 1...Int64(6) {
      let event = try #require(try ledger.recorded("#\(number)")).event
      for style in [JournalWriter.Style.compact, .spaced] {
        var out = TextBuffer()
        writer.write(event, into: &out, style: style)
        let again = try JournalReader(register: ledger.register).event(parsing: out.bytes)
        #expect(again.values == event.values)
        #expect(again.day == event.day)
        #expect(writer.canonical(again) == writer.canonical(event))
      }
    }
  }
}
