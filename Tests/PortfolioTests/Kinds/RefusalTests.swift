import LedgerCore
import Testing

@testable import Portfolio

/// What is refused, by which code; each journal is right but for its last event.
@Suite("Refusals")
struct RefusalTests {
  static let bought = "2022-02-01 pay 甲/A 500.00 envelope:2022/拨改投 share:10%\n"

  @Test(
    "of registers",
    arguments: [
      ("programme 甲/乙", DiagnosticCode.badFieldValue), ("programme 新 from:2022-01-01 to:2021-12-31", .badFieldValue),
      ("2022-01-01 deal 丁 party:丁 programme:拨改投 method:直接投资", .unknownParty),
      ("2022-01-01 deal 丁 party:甲 programme:无 method:直接投资", .unknownProgramme),
      ("2022-01-01 deal 丁 party:甲 programme:拨改投", .missingField),
      ("2022-01-01 deal 丁 party:甲 programme:拨改投 method:直接注资", .wrongPartyKind),
      ("2022-01-01 deal 丁 party:甲 programme:拨改投 method:直接投资 target:\"5 USD\"", .wrongCommodity),
      ("2022-01-01 deal 甲/A party:基金甲 programme:拨改投 method:直接投资", .alreadyDeclared),
      ("2022-01-01 deal 甲/A party:甲 programme:拨改投 method:直接投资 accounting:cost", .alreadyDeclared),
    ])
  func registers(_ event: String, _ code: DiagnosticCode) throws { try expect(code, "", event) }

  @Test(
    "of envelopes",
    arguments: [
      ("", "2022-05-01 budget 拨改投 5.00", DiagnosticCode.badFieldValue),
      ("", "2022-05-01 budget 2022/无 5.00", .unknownProgramme),
      ("", "2022-05-01 budget 2018/拨改投 5.00", .outsideProgramme), ("", "2022-05-01 budget 2022/拨改投 0.00", .notPositive),
      ("", "2022-05-01 budget 2022/拨改投 -5.00", .notPositive),
      ("", "2022-05-01 budget 2022/拨改投 5.00 USD", .wrongCommodity),
      ("", "2022-05-01 issue 2022/拨改投 0.01", .overEnvelope), ("", "2022-05-01 raise 2023/拨改投 5.00", .unknownEnvelope),
      ("2022-01-01 approve 2022/拨改投 5.00\n", "2022-05-01 issue 2022/拨改投 5.01", .overEnvelope),
      ("", "2022-05-01 cut 2022/拨改投 100,000,000.01", .overEnvelope),
      ("", "2022-05-01 freeze 2022/拨改投 100,000,000.01", .overEnvelope),
      ("2022-04-01 freeze 2022/拨改投 5.00\n", "2022-05-01 unfreeze 2022/拨改投 5.01", .overEnvelope),
      ("2022-04-01 freeze 2022/拨改投 100,000,000.00\n", "2022-05-01 commit 甲/A 0.01 envelope:2022/拨改投", .overEnvelope),
      ("", "2022-05-01 lapse 2022/拨改投 100,000,000.01", .overEnvelope),
      ("", "2022-05-01 transfer 2022/拨改投 5.00 to:2022/拨改投", .badFieldValue),
      ("", "2022-05-01 transfer 2022/拨改投 5.00 to:2023/拨改投", .badFieldValue),
      ("", "2022-12-31 carry 2022/拨改投 5.00 to:2024/拨改投", .badFieldValue),
      ("programme 二\n", "2022-12-31 carry 2022/拨改投 5.00 to:2023/二", .badFieldValue),
      ("", "2022-12-31 carry 2022/拨改投 5.00 to:2023/拨改投 deal:甲/A", .overCommitment),
      ("", "2021-12-31 commit 甲/A 5.00 envelope:2022/拨改投", .outsideDealLife),
      ("", "2023-02-01 pay 甲/A 5.00 envelope:2022/拨改投", .outsideBudgetYear),
      ("", "2023-02-01 commit 甲/A 5.00 envelope:2022/拨改投", .outsideBudgetYear),
      ("programme 二\n2022-01-01 budget 2022/二 9.00\n", "2022-05-01 pay 甲/A 5.00 envelope:2022/二", .outsideProgramme),
      ("", "2022-05-01 pay 甲/A 5.00", .missingField),
      ("2022-12-01 commit 甲/A 100,000,000.00 envelope:2022/拨改投\n", "2022-05-01 lapse 2022/拨改投 1.00", .overEnvelope),
    ])
  func envelopes(_ before: String, _ event: String, _ code: DiagnosticCode) throws { try expect(code, before, event) }

  @Test(
    "of investments",
    arguments: [
      ("refund 甲/A 500.01", DiagnosticCode.overHolding), ("refund 甲/A 5.00 funding:recycled", .overHolding),
      ("release 甲/A 5.00", .overCommitment), ("result 甲/A 5.00 ours:5.00", .conflictingFields),
      ("result 甲/A", .missingField), ("result 甲/A ours:5.00 share:5%", .conflictingFields),
      ("result 甲/A 5.00 share:101%", .badFieldValue), ("result 甲/成本 ours:5.00", .conflictingFields),
      ("result 基金/一期 ours:5.00", .overHolding), ("equity 甲/成本 ours:5.00", .conflictingFields),
      ("declare 甲/A ours:0.00", .notPositive), ("declare 甲/成本 ours:5.00", .overHolding),
      ("receive 甲/A 5.00", .overReceivable), ("receive 甲/A 5.00 cash:可执行指标", .overReceivable),
      ("capitalise 甲/A ours:5.00", .overHolding), ("value 甲/A -5.00", .notPositive),
      ("value 甲/成本 5.00", .overHolding), ("round 甲/A 5.00 post:4.00", .badFieldValue),
      ("exit 甲/A -5.00", .notPositive), ("exit 甲/A 5.00 part:0%", .badFieldValue),
      ("exit 甲/A 5.00 part:100.1%", .badFieldValue), ("exit 甲/成本 5.00", .overHolding),
      ("exit 甲/A 5.00 cash:可执行指标", .accountWrongBook), ("exit 甲/A 5.00 cash:无此科目", .unknownAccount),
      ("writeoff 甲/成本", .overHolding), ("remit 拨改投 0.01", .overRecycled), ("recycle 拨改投 0.01", .overRecycled),
      ("pay 甲/A 0.01 funding:recycled", .overRecycled), ("handover 甲/A 5.00 direction:out", .conflictingFields),
      ("handover 甲/A 5.00 direction:in part:5%", .conflictingFields), ("handover 甲/A direction:in", .missingField),
      ("handover 甲/成本 direction:out", .overHolding), ("adjust 甲/A 0.00 detail:cost", .notPositive),
      ("adjust 甲/A -500.01 detail:cost", .overHolding), ("fee 拨改投 5.00 envelope:2022/无", .unknownEnvelope),
      ("subscribe 甲/A 5.00", .wrongPartyKind), ("call 甲/A 5.00", .wrongPartyKind),
      ("deploy 甲/A 5.00 party:甲", .wrongPartyKind),
      ("deploy 基金/一期 5.00 party:基金甲", .badFieldValue), ("loan 甲/A 5.00 project:甲", .wrongPartyKind),
      ("reinvest 基金/一期 5.00 recognised:-1%", .badFieldValue), ("rate LPR-1Y 3.65", .badFieldValue),
      ("terms 甲/A rate:3.65", .badFieldValue), ("terms 甲/A tiers:\"1y interest 3.65, interest\" rate:3%", .badFieldValue),
      ("exit 甲/A 5.00 part:50", .badFieldValue), ("target paid-share rate:80", .badFieldValue),
      ("pay 甲/A 90,000,000,000,000,000.00", .missingField),
      ("value 甲/A 5.00 USD", .wrongCommodity),
    ])
  func investments(_ event: String, _ code: DiagnosticCode) throws {
    try expect(code, RefusalTests.bought, "2022-06-01 " + event)
  }

  @Test("a share that was never stated is asked for")
  func missingShare() throws {
    try expect(.missingShare, "2022-02-01 pay 甲/A 5.00 envelope:2022/拨改投\n", "2022-12-31 result 甲/A 5.00")
  }

  @Test("a share stated for a later day does not count before it")
  func laterShare() throws {
    let before = "2022-01-10 pay 甲/A 500.00 envelope:2022/拨改投\n2022-03-01 register 甲/A share:10%\n"
    try expect(.missingShare, before, "2022-01-31 result 甲/A 5.00")
  }

  @Test("money that came back into the treasury is not there to be invested again")
  func treasuryIsNoPool() throws {
    try expect(.overRecycled, RefusalTests.bought + "2022-03-01 exit 甲/A 500.00\n", "2022-04-01 recycle 拨改投 1.00")
  }

  @Test("what is remitted cannot be recycled too")
  func onceOnly() throws {
    let exit = RefusalTests.bought + "2022-03-01 exit 甲/A 500.00 cash:其他财政存款\n2022-03-02 remit 拨改投 400.00\n"
    try expect(.overRecycled, exit, "2022-04-01 recycle 拨改投 100.01")
  }

  @Test(
    "of money at the holder",
    arguments: [
      ("2022-04-01 advance 拨改投 0.00", DiagnosticCode.notPositive),
      ("2022-04-01 advance 拨改投 5.00 cash:国库存款", .badFieldValue),
      ("2022-04-01 advance 无 5.00", .unknownProgramme), ("2022-04-01 advance 拨改投 5.00 holder:无", .unknownParty),
      ("2022-04-01 advance 拨改投 5.00 USD", .wrongCommodity),
      // 100 advanced, 40 of them back already.
      ("2022-04-01 advance 拨改投 60.01 direction:out", .overRecycled), ("2022-04-01 reverse 拨付 reason:错", .overRecycled),
      ("2022-04-01 interest 拨改投 -1.00", .notPositive), ("2022-04-01 interest 拨改投 1.00 cash:国库存款", .badFieldValue),
      ("2022-04-01 remit 拨改投 7.01 class:interest", .overRecycled),
      ("2022-04-01 fee 拨改投 1.00 cash:国库存款", .badFieldValue),
      ("2022-04-01 pay 甲/A 5.00 funding:recycled cash:国库存款", .badFieldValue),
    ])
  func holderMoney(_ event: String, _ code: DiagnosticCode) throws {
    let before = """
      2022-03-01 advance 拨改投 100.00 key:拨付
      2022-03-02 advance 拨改投 40.00 direction:out
      2022-03-03 interest 拨改投 12.00
      2022-03-04 recycle 拨改投 5.00

      """
    try expect(code, before, event)
  }

  private func expect(_ code: DiagnosticCode, _ before: String, _ event: String) throws {
    let right = try Books(before)
    #expect(right.problems == [])
    let books = try Books(before + event + "\n")
    #expect(books.problems.map(\.code) == [code], "\(event): \(books.problems)")
    #expect(books.events.count == right.events.count)
    #expect(books.problems.first?.position?.lineText == event)
  }
}
