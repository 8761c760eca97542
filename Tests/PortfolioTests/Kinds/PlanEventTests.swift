import LedgerCore
import Testing

@testable import Portfolio

@Suite("Projects of a yearly plan")
struct PlanEventTests {
  private static let taken = "2022-01-10 plan 生产线 5,000,000.00 programme:拨改投 party:甲 share:8.5% leverage:3 decide-by:2022-05-31"

  /// The plan of a year as it stands in some books.
  private func plan(_ books: Books, _ year: Int = 2022) -> YearPlan {
    var plan = YearPlan()
    let reversed = Set(books.events.map(\.reverses))
    for event in books.events where event.facts.contains(where: { $0.measure == .planned && $0.traits.year == year }) {
      if event.reverses == 0 && !reversed.contains(event.sequence) { plan.apply(event.event, at: event.sequence, books.ledger.register) }
    }
    return plan
  }

  @Test("a plan makes no voucher; its fact has the amount, the year and whom it is about")
  func fact() throws {
    let books = try Books(PlanEventTests.taken)
    #expect(books.problems == [])
    let event = try #require(books.events.last)
    #expect(event.vouchers.isEmpty && event.facts.map(\.measure) == [.planned])
    let fact = try #require(event.facts.first)
    #expect(fact.amount == 5_000_000_00 && fact.traits.year == 2022 && fact.measure.isMark)
    #expect(books.ledger.register[fact.dimensions.party].name == "甲")
  }

  @Test("a change states what differs, and the deal that came of it; what is not stated stays")
  func change() throws {
    var books = try Books(PlanEventTests.taken)
    #expect(books.record("2022-03-01 plan-change 生产线 6,000,000.00 leverage:250%") == nil)
    #expect(books.record("2022-05-30 plan-change 生产线 deal:甲/A") == nil)
    let project = try #require(plan(books).projects["生产线"])
    #expect(project.firstAmount == 5_000_000_00 && project.amount == 6_000_000_00)
    #expect(project.share?.partsPerBillion == 85_000_000 && project.leverage?.partsPerBillion == 2_500_000_000)
    #expect(books.ledger.register[project.deal].name == "甲/A")
    #expect(books.events.last?.facts.first?.amount == 6_000_000_00)
    #expect(plan(books).steps.map(\.after) == [5_000_000_00, 6_000_000_00, 6_000_000_00])
  }

  @Test("what is withdrawn changes no more, and may be taken in anew")
  func withdraw() throws {
    var books = try Books(PlanEventTests.taken)
    #expect(books.record("2022-09-30 plan-withdraw 生产线 reason:未通过") == nil)
    #expect(books.record("2022-10-01 plan-change 生产线 1.00")?.code == .notPlanned)
    #expect(books.record("2022-10-01 plan-withdraw 生产线 reason:再次")?.code == .notPlanned)
    #expect(plan(books).projects["生产线"]?.withdrawn == Day("2022-09-30"))
    #expect(books.record("2022-11-01 plan 生产线 1,000,000.00 programme:拨改投") == nil)
    #expect(plan(books).projects["生产线"]?.withdrawn == nil)
  }

  @Test("a reversed plan is as if it had never been made; a reversed change leaves what was before")
  func reversed() throws {
    var books = try Books(PlanEventTests.taken + " key:P\n")
    #expect(books.record("2022-03-01 plan-change 生产线 6,000,000.00 key:C") == nil)
    #expect(books.record("2022-03-02 reverse C reason:录错") == nil)
    #expect(plan(books).projects["生产线"]?.amount == 5_000_000_00)
    #expect(books.record("2022-03-02 reverse P reason:录错") == nil)
    #expect(plan(books).projects.isEmpty)
    #expect(books.record("2022-03-03 plan-change 生产线 6,000,000.00")?.code == .notPlanned)
    #expect(books.record(PlanEventTests.taken) == nil)
  }

  @Test("each year has a plan of its own; a plan may be made before its year")
  func years() throws {
    var books = try Books(PlanEventTests.taken)
    #expect(books.record("2022-11-10 plan 生产线 2,000,000.00 year:2023 programme:拨改投") == nil)
    #expect(books.record("2023-02-01 plan-change 生产线 3,000,000.00") == nil)
    #expect(plan(books).projects["生产线"]?.amount == 5_000_000_00)
    #expect(plan(books, 2023).projects["生产线"]?.amount == 3_000_000_00)
    #expect(books.record("2022-01-01 plan 早 1.00 programme:拨改投 year:2018")?.code == .outsideProgramme)
  }

  @Test(
    "what contradicts the plan or the register is refused with its reason",
    arguments: [
      ("2022-02-01 plan 生产线 1.00 programme:拨改投", DiagnosticCode.alreadyPlanned), ("2022-02-01 plan-change 产线 1.00", .notPlanned),
      ("2022-02-01 plan-change 生产线 year:2023 1.00", .notPlanned), ("2022-01-09 plan-change 生产线 1.00", .badFieldValue),
      ("2022-02-01 plan-change 生产线 deal:基金/一期", .conflictingFields), ("2022-02-01 plan-change 生产线 deal:无", .unknownDeal),
      ("2022-02-01 plan-change 生产线 party:无", .unknownParty), ("2022-02-01 plan-change 生产线 0.00", .notPositive),
      ("2022-02-01 plan 另 0.00 programme:拨改投", .notPositive), ("2022-02-01 plan 另 1.00 programme:无", .unknownProgramme),
      ("2022-02-01 plan 另 1.00 programme:拨改投 share:120%", .badFieldValue),
      ("2022-02-01 plan 另 1.00 programme:拨改投 leverage:-1", .badFieldValue),
      ("2022-02-01 plan 另 1.00 programme:拨改投 deal:甲/成本 party:银行", .conflictingFields),
    ])
  func refused(_ line: String, _ code: DiagnosticCode) throws {
    var books = try Books(PlanEventTests.taken)
    #expect(books.problems == [])
    #expect(books.record(line)?.code == code)
  }

  @Test("one deal comes of one project of a plan")
  func oneDeal() throws {
    var books = try Books(PlanEventTests.taken)
    #expect(books.record("2022-02-01 plan-change 生产线 deal:甲/A") == nil)
    #expect(books.record("2022-02-01 plan 研发 1.00 programme:拨改投 deal:甲/A")?.code == .alreadyPlanned)
    #expect(books.record("2022-02-01 plan 研发 1.00 programme:拨改投 deal:甲/成本") == nil)
  }

  @Test("a mistyped project is answered with the nearest one")
  func nearest() throws {
    var books = try Books(PlanEventTests.taken)
    #expect(books.record("2022-02-01 plan-change 生产浅 1.00")?.hint == "did you mean 生产线?")
  }
}
