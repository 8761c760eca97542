import JournalText
import LedgerCore
import Portfolio
import Testing

@Suite("One mistake is one error")
struct RefusedEventsTests {
  /// Reads a journal as an import does; the codes of what is reported, and how many errors only follow from those.
  private func read(_ text: String, preamble: String = Books.preamble) throws -> (codes: [DiagnosticCode], followUps: Int, undecided: Int) {
    let ledger = MemoryLedger(rules: try RuleSet.builtIn("fiscal-2022"))
    let refused = RefusedEvents()
    let reader = JournalReader(register: ledger.register, refused: refused)
    let problems = reader.read(Array((preamble + text).utf8), file: "test.journal") { event throws(Diagnostic) in
      try ledger.record(event)
    }
    return (problems.map(\.code), refused.followUps, refused.undecided)
  }

  @Test("a wrong declaration alone is reported, the events that name it are counted")
  func declaration() throws {
    let found = try read(
      """
      2022-02-01 deal 甲/B party:甲 programme:拨改投 method:购买
      2022-03-01 commit 甲/B 5,000.00 envelope:2022/拨改投
      2022-03-01 pay 甲/B 5,000.00 envelope:2022/拨改投
      2022-12-31 value 甲/B 6,000.00
      """)
    #expect(found.codes == [.badFieldValue])
    #expect(found.followUps == 3)
  }

  @Test(
    "it does not matter whether text, reader or books refuse the declaration",
    arguments: [
      "2022-02-30 deal 甲/B party:甲 programme:拨改投 method:direct",
      "2022-02-01 dael 甲/B party:甲 programme:拨改投 method:direct",
      "2022-02-01 deal 甲/B party:甲 programme:拨改投 methode:direct",
      "2022-02-01 deal 甲/B party:\"甲 programme:拨改投 method:direct",
      "2022-02-01 deal 甲/B party:乙 programme:拨改投 method:direct",
      "2022-02-01 deal \"甲/B\" party:甲 programme:拨改投",
      "deal 甲/B party:甲 programme:拨改投 method:direct",
    ])
  func kinds(_ line: String) throws {
    let found = try read(line + "\n2022-03-01 pay 甲/B 5,000.00 envelope:2022/拨改投\n")
    #expect(found.codes.count == 1, "\(found.codes)")
    #expect(found.followUps == 1)
  }

  @Test("a chain of declarations is one mistake: party, deal, payment")
  func chain() throws {
    let found = try read(
      """
      party 乙 kind:firma
      2022-02-01 deal 乙/A party:乙 programme:拨改投 method:direct
      2022-03-01 pay 乙/A 5,000.00 envelope:2022/拨改投 key:P
      2022-04-01 reverse P reason:录错
      """)
    #expect(found.codes == [.badFieldValue])
    #expect(found.followUps == 3)
  }

  @Test("an envelope of a refused programme, and what is spent from it, follow from the refusal")
  func envelope() throws {
    let found = try read(
      """
      programme 基金 from:2022-13-01
      2022-01-20 budget 2022/基金 100,000.00
      2022-02-01 transfer 2022/基金 100.00 to:2022/拨改投
      """)
    #expect(found.codes == [.badDate])
    #expect(found.followUps == 2)
  }

  @Test("what is held after a refused payment, and what an account holds, follow from the refusal")
  func levels() throws {
    let found = try read(
      """
      2022-03-01 pay 甲/A 5,000.005 envelope:2022/拨改投 share:5%
      2022-12-31 result 甲/A 1,000.00
      2022-12-31 assert 国库存款 -5,000.00
      2023-03-01 exit 甲/A 6,000.00
      """)
    #expect(found.codes == [.tooManyDecimals])
    #expect(found.followUps == 0 && found.undecided == 3)
  }

  @Test(
    "mistakes of their own are all reported",
    arguments: [
      // Each asks for more than the envelope has, whatever became of the other.
      """
      2022-03-01 pay 甲/A 200,000,000.00 envelope:2022/拨改投
      2022-03-02 pay 甲/成本 200,000,000.00 envelope:2022/拨改投
      """,
      // Had the first been recorded, less would be left.
      """
      2022-03-01 pay 甲/A 5,000.005 envelope:2022/拨改投
      2022-03-02 pay 甲/成本 200,000,000.00 envelope:2022/拨改投
      """,
      // So too where both are of one deal.
      """
      2022-03-01 pay 甲/A 5,000.005 envelope:2022/拨改投 share:5%
      2022-03-02 pay 甲/A 200,000,000.00 envelope:2022/拨改投 share:5%
      """,
      // The second names a deal that nobody declared.
      """
      2022-02-01 deal 甲/B party:甲 programme:拨改投 method:购买
      2022-03-01 pay 甲/C 5,000.00 envelope:2022/拨改投
      """,
      // The date of the second is wrong by itself.
      """
      2022-02-01 deal 甲/B party:甲 programme:拨改投 method:购买
      2022-02-30 pay 甲/B 5,000.00 envelope:2022/拨改投
      """,
    ])
  func independent(_ text: String) throws {
    let found = try read(text + "\n")
    #expect(found.codes.count == 2, "\(found.codes)")
    #expect(found.followUps == 0 && found.undecided == 0)
  }

  @Test("what an envelope lacks may be in a budget that was refused: whether it does, only its correction shows")
  func undecided() throws {
    let refused = RefusedEvents()
    let ledger = MemoryLedger(rules: try RuleSet.builtIn("fiscal-2022"))
    let text = """
      2022-02-01 raise 2022/拨改投 500,000,000.005
      2022-03-02 pay 甲/成本 200,000,000.00 envelope:2022/拨改投
      2022-02-01 deal 甲/B party:甲 programme:拨改投 method:购买
      2022-03-01 value 甲/B 5,000.00

      """
    let problems = JournalReader(register: ledger.register, refused: refused)
      .read(Array((Books.preamble + text).utf8), file: "a.journal") { event throws(Diagnostic) in
        try ledger.record(event)
      }
    #expect(problems.map(\.code) == [.tooManyDecimals, .badFieldValue])
    let note = try #require(refused.note)
    #expect(refused.followUps == 1 && refused.undecided == 1)
    let line = Books.preamble.split(separator: "\n", omittingEmptySubsequences: false).count - 1
    #expect(
      note.sentence.zh
        == "另有 1 条只因上面的错误而不能记，第一条在 a.journal:\(line + 4)；另有 1 条未能记入，是否有误要待上面的错误更正后才能判断，第一条在 a.journal:\(line + 2)")
  }

  @Test("the closing note says how many and where the first stands, and is no error")
  func note() throws {
    let refused = RefusedEvents()
    #expect(refused.note == nil)
    let ledger = MemoryLedger(rules: try RuleSet.builtIn("fiscal-2022"))
    let text =
      "party 乙 kind:firma\n" + "2022-02-01 deal 乙/A party:乙 programme:拨改投 method:direct\n"
      + "2022-03-01 loan 乙/A 5.00\n"
    let problems = JournalReader(register: ledger.register, refused: refused)
      .read(Array((Books.preamble + text).utf8), file: "a.journal") { event throws(Diagnostic) in
        try ledger.record(event)
      }
    #expect(problems.map(\.code) == [.badFieldValue])
    let note = try #require(refused.note)
    #expect(note.severity == .note && note.code == .followUpErrors)
    #expect(note.message == "2 more events fail only because of what is refused above, first at a.journal:11")
  }
}
