import LedgerCore
import Testing

@testable import Portfolio

@Suite("Reversal")
struct ReversalTests {
  static let first = Books.preamble.split(separator: "\n").count + 1

  @Test("a reversed payment stands in red on the same sides and its envelope is whole again")
  func red() throws {
    let books = try Books(
      "2022-02-01 pay 甲/A 500.00 envelope:2022/拨改投\n2022-02-02 reverse #\(ReversalTests.first) reason:错\n")
    #expect(books.problems == [])
    #expect(try books.last(.fiscal) == ["Dr 股权投资:企业:投资成本 -500.00", "Cr 国库存款 -500.00"])
    #expect(try books.last(.quota) == ["Dr 可执行指标 -500.00", "Cr 已支付 -500.00"])
    #expect(try books.envelope("2022/拨改投").available == 10_000_000_000)
    #expect(try books.deal("甲/A").cost == 0)
  }

  @Test(
    "what later events build on is not reversed before them",
    arguments: [
      ("pay 甲/A 500.00 envelope:2022/拨改投", "exit 甲/A 500.00", DiagnosticCode.overHolding),
      ("handover 甲/A 500.00 direction:in", "writeoff 甲/A", .overHolding),
      ("approve 2022/拨改投 5.00", "issue 2022/拨改投 5.00", .overEnvelope),
      ("freeze 2022/拨改投 5.00", "unfreeze 2022/拨改投 5.00", .overEnvelope),
      ("commit 甲/A 5.00 envelope:2022/拨改投", "pay 甲/A 5.00", .overCommitment),
      ("raise 2022/拨改投 5.00", "commit 甲/A 100,000,005.00 envelope:2022/拨改投", .overEnvelope),
      ("pay 甲/A 500.00 envelope:2022/拨改投", "refund 甲/A 5.00", .overHolding),
    ])
  func order(_ early: String, _ late: String, _ code: DiagnosticCode) throws {
    let text = "2022-02-01 \(early)\n2022-03-01 \(late)\n"
    let refused = try Books(text + "2022-04-01 reverse #\(ReversalTests.first) reason:错\n")
    #expect(refused.problems.map(\.code) == [code])
    let inOrder = try Books(
      text + "2022-04-01 reverse #\(ReversalTests.first + 1) reason:错\n"
        + "2022-04-01 reverse #\(ReversalTests.first) reason:错\n")
    #expect(inOrder.problems == [])
  }

  @Test("recovered money that is spent keeps its source from being reversed")
  func pool() throws {
    let text = """
      2022-02-01 pay 甲/A 500.00 envelope:2022/拨改投
      2022-03-01 exit 甲/A 500.00 cash:其他财政存款
      2022-03-02 recycle 拨改投 300.00
      2022-03-03 pay 甲/成本 300.00 funding:recycled

      """
    let books = try Books(
      text + "2022-04-01 reverse #\(ReversalTests.first + 2) reason:错\n"
        + "2022-04-01 reverse #\(ReversalTests.first + 1) reason:错\n")
    #expect(books.problems.map(\.code) == [.overRecycled, .overRecycled])
  }

  @Test("a reversal restores share and value as they stood before")
  func marks() throws {
    let books = try Books(
      """
      2022-02-01 pay 甲/A 500.00 envelope:2022/拨改投 share:10%
      2022-03-01 value 甲/A 900.00
      2022-04-01 exit 甲/A 500.00
      2022-04-02 reverse #\(ReversalTests.first + 2) reason:错
      """)
    let position = try books.deal("甲/A")
    #expect(position.share == Rate("10%"))
    #expect(position.worth.amount() == 90000)
    #expect(position.carryingAmount == 50000)
  }

  @Test(
    "no event is reversed twice, before its day, by a reversal, or when it did nothing",
    arguments: [
      (
        "2022-02-01 entry 甲\n    乙  5.00\n    丙\n2022-02-02 reverse #N reason:x\n2022-02-03 reverse #N reason:x\n",
        DiagnosticCode.alreadyReversed
      ),
      ("2022-02-01 raise 2022/拨改投 5.00\n2022-01-31 reverse #N reason:x\n", .notReversible),
      ("party 丁\n2022-02-02 reverse #N reason:x\n", .notReversible),
      ("2022-02-02 reverse #N reason:x\n", .unknownEvent), ("2022-02-02 reverse #-1 reason:x\n", .unknownEvent),
    ])
  func refused(_ text: String, _ code: DiagnosticCode) throws {
    let books = try Books(text.replacing("#N", with: "#\(ReversalTests.first)"))
    #expect(books.problems.map(\.code) == [code])
  }
}
