import JournalText
import LedgerCore
import Portfolio
import Seeds
import Testing

@testable import Spreadsheets

@Suite("Events in a table")
struct EventCSVReaderTests {
  /// Reads a table and returns the canonical texts of its events and what is wrong with it.
  private func read(_ text: String, kind: String? = nil) throws -> (events: [String], problems: [Diagnostic]) {
    let register = Register(rules: try RuleSet.builtIn("plain"))
    var events: [String] = []
    let reader = EventCSVReader(register: register, kind: kind.flatMap { EventCatalog.kind(named: $0) })
    let problems = reader.read(Array(text.utf8), file: "x.csv") { event throws(Diagnostic) in
      events.append(String(decoding: JournalWriter(register: register).canonical(event), as: UTF8.self))
    }
    return (events, problems)
  }

  @Test(
    "columns in either language and any order; an empty cell says nothing",
    arguments: [
      "kind,date,deal,amount,share\npay,2022-06-15,力得/A,\"5,000,000.00\",8.5%\npay,2022-07-01,力得/B,1 USD,\n",
      "金额;投资项目;日期;持股比例;事项类型\n500万元;力得/A;2022年6月15日; 8.5% ;出资\n1 USD;力得/B;2022/7/1;;pay\n",
      "pay.deal,pay.amount,kind,date,出资.持股比例\n力得/A,￥5000000,pay,2022-06-15,0.085\n\n,,,,\n力得/B,1.00 USD,出资,2022.7.1\n",
    ])
  func columns(_ text: String) throws {
    let (events, problems) = try read(text)
    #expect(problems == [])
    #expect(
      events == [
        "2022-06-15 pay 力得/A 5000000.00 CNY share:8.5%\n", "2022-07-01 pay 力得/B 1.00 USD\n",
      ])
  }

  @Test("a kind from outside makes the column kind unnecessary; a column kind still wins")
  func kindFromOutside() throws {
    #expect(
      try read("date,event,reason\n2022-07-01,#4,录错\n", kind: "reverse").events == ["2022-07-01 reverse #4 reason:录错\n"]
    )
    let (events, problems) = try read(
      "kind,date,event,reason,code,decimals\n,2022-07-01,#4,录错,,\n币种,,,,USD,2\n", kind: "冲销")
    #expect(problems == [])
    #expect(events == ["2022-07-01 reverse #4 reason:录错\n", "commodity USD 2\n"])
  }

  @Test("rows with the same voucher number are one plain voucher")
  func vouchers() throws {
    let (events, problems) = try read(
      """
      kind,date,voucher,narration,account,debit,credit,line-note
      entry,2022-12-31,记-1,手续费,其他费用,120,,柜台
      entry,,记-1,,银行,,120,
      entry,2022-12-31,记-2,红字,a,-1,,
      ,,记-2,红字,b,,-1 CNY,
      entry,2023-01-01,3,x,a,,,
      """)
    #expect(problems.map(\.code) == [.missingField])
    #expect(problems.first?.position?.line == 6)
    #expect(
      events == [
        "2022-12-31 * 手续费\n 其他费用  120.00 CNY ; 柜台\n 银行  -120.00 CNY\n",
        "2022-12-31 * 红字\n a  -1.00 CNY\n b  1.00 CNY\n",
      ])
  }

  @Test(
    "each flaw has its code, line and column",
    arguments: [
      ("", DiagnosticCode.badHeader, 1, 1),
      ("\n , \n", .badHeader, 1, 1),
      ("kind,date,deel\npay,,x\n", .unknownField, 1, 11),
      ("kind,date,date\npay,,x\n", .repeatedField, 1, 11),
      ("日,kind\n", .unknownField, 1, 1),
      ("date,deal\n2022-01-01,x\n", .missingField, 1, 1),
      ("kind,date\n,2022-01-01\n", .missingField, 2, 1),
      ("kind,date\n力,2022-01-01\n", .unknownKind, 2, 1),
      ("kind,date,deal,amount\npay,2022-02-30,力,1\n", .badDate, 2, 5),
      ("kind,date,deal,amount\npay,2022-01-01,力,1.005\n", .tooManyDecimals, 2, 18),
      ("kind,date,deal,amount\npay,2022-01-01,力,99999999999999999999\n", .amountOverflow, 2, 18),
      ("kind,date,deal,amount\npay,,力,1\n", .missingDate, 2, 1),
      ("kind,date,deal,amount,金额\npay,2022-01-01,力,1,1\n", .repeatedField, 2, 20),
      ("kind,date,deal,reason\npay,2022-01-01,力,x\n", .unknownField, 2, 18),
      ("kind,date,deal\npay,2022-01-01,力,x\n", .strayText, 2, 18),
      ("kind,date\nbook,2022-01-01\n", .badDate, 2, 6),
      ("kind,date,account,amount\nentry,2022-01-01,a,1\n", .missingField, 2, 1),
      ("kind,date,voucher,account,amount\nentry,2022-01-01,1,a,1\nentry,2022-01-02,1,b,-1\n", .conflictingFields, 3, 7),
      ("kind,date,voucher,account,amount\nentry,2022-01-01,1,a,1x1\n", .badAmount, 2, 22),
      ("kind,date,voucher,account,amount\nentry,2022-01-01,1,,1\n", .missingField, 2, 1),
      ("kind,date,voucher,account,debit,credit\nentry,2022-01-01,1,a,1,1\n", .conflictingFields, 2, 24),
      ("kind,date,voucher,account,amount\nentry,2022-01-01,1,\"a\nb\",1\n", .badFieldValue, 2, 20),
      ("kind,date,voucher,account,amount,doc\nentry,2022-13-01,1,a,1,\nentry,,1,b,-1,\n", .badDate, 2, 7),
    ])
  func flaws(_ text: String, _ code: DiagnosticCode, _ line: Int, _ column: Int) throws {
    let (events, problems) = try read(text)
    let problem = try #require(problems.first)
    #expect(problem.code == code, "\(problem)")
    #expect(problem.position?.line == line, "\(problem)")
    #expect(problem.position?.column == column, "\(problem)")
    #expect(problems.count == 1, "\(problems)")
    #expect(events == [])
  }

  @Test("an unknown column names what was most likely meant")
  func suggestion() throws {
    #expect(try read("kind,date,deel\n").problems.first?.hint.contains("did you mean deal?") == true)
    #expect(try read("date,deel\n", kind: "pay").problems.first?.hint.contains("did you mean deal?") == true)
  }

  @Test("what the books refuse is reported at the cell that is to blame, with its line")
  func refused() throws {
    let ledger = MemoryLedger(rules: try RuleSet.builtIn("plain"))
    let text = "kind,date,event,reason\nreverse,2022-01-01,#99,x\n"
    let problems = EventCSVReader(register: ledger.register).read(Array(text.utf8), file: "x.csv") {
      event throws(Diagnostic) in
      try ledger.record(event)
    }
    #expect(problems.map(\.code) == [.unknownEvent])
    #expect(problems.first?.position?.column == 20)
    #expect(problems.first?.position?.lineText == "reverse,2022-01-01,#99,x")
  }

  @Test("an event too long for a line of a journal is refused")
  func longText() throws {
    let text = "kind,date,event,reason\nreverse,2022-01-01,#4,\(String(repeating: "长", count: 11_000))\n"
    #expect(try read(text).problems.map(\.code) == [.lineTooLong])
  }

  @Test("any prefix of a table and any byte changed reads without a trap")
  func fuzz() throws {
    let text =
      "kind,date,voucher,deal,account,amount,narration\r\n出资,2022-06-15,,力得/A,,5,\n"
      + "entry,2022-12-31,1,,\"其他, \"\"费用\",120.00,手续费\n,,1,,b,-120,\n"
    let register = Register(rules: try RuleSet.builtIn("plain"))
    let gb = try CharacterConverter.convert(Array(text.utf8), from: .utf8, to: .gb18030)
    let seed = propertySeed()
    var random = seed
    for bytes in [Array(text.utf8), gb] {
      for round in 0..<2000 {
        var copy = bytes
        random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        if round < bytes.count {
          copy.removeSubrange(round...)
        } else {
          copy[Int(random >> 33) % copy.count] = UInt8(truncatingIfNeeded: random >> 16)
        }
        let problems = EventCSVReader(register: register).read(copy, file: "x") { _ throws(Diagnostic) in }
        #expect(problems.allSatisfy { $0.position != nil }, "seed \(seed) round \(round)")
      }
    }
  }
}
