import LedgerCore
import Portfolio
import Seeds
import Testing

@testable import JournalText

@Suite("Events in JSON")
struct EventJSONTests {
  /// Reads JSON and returns the canonical texts of its events and what is wrong with it.
  private func read(_ text: String, kind: EventDeclaration? = nil) throws -> (events: [String], problems: [Diagnostic]) {
    let register = Register(rules: try RuleSet.builtIn("fiscal-2022"))
    var events: [String] = []
    let problems = EventJSONReader(register: register, kind: kind).read(Array(text.utf8), file: "x.json") {
      event throws(Diagnostic) in
      events.append(String(decoding: JournalWriter(register: register).canonical(event), as: UTF8.self))
    }
    return (events, problems)
  }

  @Test("an array in English or Chinese keys, numbers or strings, is read")
  func array() throws {
    let (events, problems) = try read(
      """
      [
        {"kind":"pay","date":"2022-06-15","deal":"力得/A","amount":"5000000.00 CNY","share":"8.5%","note":null},
        {"事项类型":"出资","日期":"2022年6月15日","投资项目":"力\\u5f97/A","金额":500000.5},
        {"kind":"social","date":"2022-06-15","deal":"力得/A","amount":"1500万元","social.kind":"secondary"}
      ]
      """)
    #expect(problems == [])
    #expect(
      events == [
        "2022-06-15 pay 力得/A 5000000.00 CNY share:8.5%\n", "2022-06-15 pay 力得/A 500000.50 CNY\n",
        "2022-06-15 social 力得/A 15000000.00 CNY kind:secondary\n",
      ])
  }

  @Test("one event a line, a plain voucher with its lines")
  func lines() throws {
    let (events, problems) = try read(
      """
      {"kind":"entry","date":"2022-12-31","narration":"手续费","lines":[{"account":"其他费用","amount":"120.00 CNY"},\
      {"科目":"1002","金额":-120,"备注":"行注"}]}
      {"date":"2022-12-31","event":"#4","reason":"\\ud83d\\ude42\\n"}
      """, kind: EventCatalog.kind(named: "reverse"))
    #expect(problems == [])
    #expect(
      events == [
        "2022-12-31 * 手续费\n 其他费用  120.00 CNY\n 其他财政存款  -120.00 CNY ; 行注\n",
        "2022-12-31 reverse #4 reason:\"🙂\\n\"\n",
      ])
  }

  @Test(
    "each flaw has its code, line and column",
    arguments: [
      ("", DiagnosticCode.strayText, 1, 1),
      ("[1]", .strayText, 1, 2),
      ("{\"kind\":\"pya\"}", .unknownKind, 1, 9),
      ("{\"date\":\"2022-01-01\"}", .missingField, 1, 1),
      ("\n{\"kind\":\"pay\",\n \"力\":1}", .unknownField, 3, 2),
      ("{\"kind\":\"pay\",\"date\":\"2022-02-30\"}", .badDate, 1, 22),
      ("{\"kind\":\"pay\",\"deal\":\"力\",\"amount\":\"1.005\"}", .tooManyDecimals, 1, 35),
      ("{\"kind\":\"pay\",\"amount\":[]}", .badFieldValue, 1, 24),
      ("{\"kind\":\"pay\",\"amount\":1,\"金额\":1}", .repeatedField, 1, 31),
      ("{\"kind\":\"pay\",\"deal\":\"x\",\"amount\":1}", .missingDate, 1, 1),
      ("{\"kind\":\"pay\",\"doc\":\"\\u0001\"}", .missingDate, 1, 1),
      ("{\"kind\":\"pay\",\"date\":\"2022-01-01\",\"doc\":\"\\u0001\"}", .badFieldValue, 1, 41),
      ("{\"kind\":\"pay\" \"x\"", .strayText, 1, 15),
      ("{\"kind\":\"pay", .unterminatedQuote, 1, 9),
      ("{\"kind\":\"\\ud800\"}", .strayText, 1, 16),
      ("{\"kind\":01}", .strayText, 1, 9),
      ("[{\"kind\":\"reverse\"}] x", .missingDate, 1, 2),
      (
        "{\"kind\":\"entry\",\"date\":\"2022-01-01\",\"lines\":[{\"account\":\"a  b\",\"amount\":1}]}", .badFieldValue,
        1, 46
      ),
      ("{\"kind\":\"entry\",\"date\":\"2022-01-01\",\"lines\":[{\"account\":\"a\"}]}", .missingField, 1, 46),
    ])
  func flaws(_ text: String, _ code: DiagnosticCode, _ line: Int, _ column: Int) throws {
    let problem = try #require(try read(text).problems.first)
    #expect(problem.code == code, "\(problem)")
    #expect(problem.position?.line == line, "\(problem)")
    #expect(problem.position?.column == column, "\(problem)")
  }

  @Test("after a flawed line the next lines are read; a million brackets are refused")
  func recovery() throws {
    let line = "{\"kind\":\"reverse\",\"date\":\"2022-01-01\",\"event\":\"#1\",\"reason\":\"x\"}"
    let (events, problems) = try read("\(line)\n{\"kind\":}\n\(line)")
    #expect(events.count == 2)
    #expect(problems.map(\.code) == [.strayText])
    #expect(problems.first?.position?.line == 2)
    #expect(try read(String(repeating: "[", count: 1_000_000)).problems.count == 1)
    #expect(try read(String(repeating: "{\"a\":", count: 1_000_000)).problems.count == 1)
  }

  @Test("any prefix of a file and any byte changed reads without a trap")
  func fuzz() throws {
    let text = """
      [{"kind":"pay","date":"2022-06-15","deal":"力得/A","amount":"5.00 CNY","share":"8.5%","note":"\\u5f97\\n"},
       {"kind":"entry","date":"2022-12-31","lines":[{"account":"a","amount":-1.50e1},{"account":"b","amount":"1"}]}]
      """
    let bytes = Array(text.utf8)
    let register = Register(rules: try RuleSet.builtIn("plain"))
    let seed = propertySeed()
    var random = seed
    for round in 0..<4000 {
      var copy = bytes
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      if round < bytes.count {
        copy.removeSubrange(round...)
      } else {
        copy[Int(random >> 33) % copy.count] = UInt8(truncatingIfNeeded: random >> 16)
      }
      let problems = EventJSONReader(register: register).read(copy, file: "x") { _ throws(Diagnostic) in }
      #expect(problems.allSatisfy { $0.position != nil }, "seed \(seed) round \(round)")
    }
  }
}
