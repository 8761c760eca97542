import LedgerCore
import Testing

@testable import Analytics

@Suite("Multiples, losses, J-curve and modified Dietz")
struct FundMultiplesTests {
  @Test("Committed 800, paid 720, distributed 540, value 480: PIC 0.90, DPI 0.75, RVPI 0.67, TVPI 1.42")
  func workedCase() throws {
    let result = try FundMultiples(committed: 800, paidIn: 720, distributed: 540, residualValue: 480)
    #expect(result.pic.text(decimals: 2) == "0.90")
    #expect(result.dpi.text(decimals: 2) == "0.75")
    #expect(result.rvpi.text(decimals: 2) == "0.67")
    #expect(result.tvpi.text(decimals: 2) == "1.42")
  }

  @Test("Without money paid in there are no multiples; a total beyond 64 bits is refused")
  func limits() throws {
    let empty = try FundMultiples(committed: 0, paidIn: 0, distributed: 0, residualValue: 0)
    #expect(!empty.dpi.isDefined && !empty.pic.isDefined)
    #expect(throws: MoneyOverflow.self) {
      try FundMultiples(committed: 1, paidIn: 1, distributed: .max, residualValue: 1)
    }
    #expect(throws: MoneyOverflow.self) { try DealOutcome(cost: 1, proceeds: .max, residualValue: 1) }
  }

  @Test("A winner does not hide a loser in the loss ratio")
  func lossRatio() throws {
    let deals = try [
      DealOutcome(cost: 100, proceeds: 30, residualValue: 20), DealOutcome(cost: 100, proceeds: 500, residualValue: 0),
      DealOutcome(cost: 200, proceeds: 200, residualValue: 0),
    ]
    let result = try LossRatio(of: deals)
    #expect(result.byAmount == Ratio(50, over: 400))
    #expect(result.byCount == Ratio(1, over: 3))
    #expect(deals.map(\.moic) == [Ratio(50, over: 100), Ratio(500, over: 100), Ratio(200, over: 200)])
    #expect(try !LossRatio(of: []).byAmount.isDefined)
  }

  @Test("The J-curve has its trough and the day from which it stays above water")
  func jCurve() throws {
    let day = Day(number: 19_000)
    let flows = [
      CashFlow(day.adding(days: 400), 150), CashFlow(day, -100), CashFlow(day.adding(days: 100), -60),
      CashFlow(day.adding(days: 100), 20), CashFlow(day.adding(days: 500), -15), CashFlow(day.adding(days: 600), 5),
    ]
    let curve = try JCurve(of: flows)
    #expect(curve.points.map(\.amount) == [-100, -140, 10, -5, 0])
    #expect(curve.trough == CashFlow(day.adding(days: 100), -140))
    #expect(curve.breakeven == day.adding(days: 600))
    let netted = [CashFlow(day, -100), CashFlow(day.adding(days: 100), -40), flows[0], flows[4], flows[5]]
    #expect(try CurveTurns(of: netted) == curve.turns)
    #expect(try CurveTurns(of: []) == CurveTurns() && CurveTurns().trough == nil)
    #expect(try JCurve(of: [CashFlow(day, -1)]).breakeven == nil)
    #expect(try JCurve(of: [CashFlow(day, 1)]).trough == nil)
    #expect(throws: MoneyOverflow.self) {
      try JCurve(of: [CashFlow(day, .max), CashFlow(day.adding(days: 1), 1)])
    }
  }

  @Test("Modified Dietz: 1,000 growing to 1,300 with 200 paid in at the middle returns 100 ÷ 1,100")
  func modifiedDietz() {
    let start = Day(number: 19_000)
    let period = start...start.adding(days: 100)
    let middle = CashFlow(start.adding(days: 50), -200)
    let outside = CashFlow(start.adding(days: 101), -900)
    let rate = ModifiedDietz.rate(opening: 1_000, closing: 1_300, flows: [middle, outside], over: period)
    #expect(Oracle.isNear(rate, 100.0 / 1_100, within: 1e-15))
    #expect(ModifiedDietz.rate(opening: 0, closing: 5, flows: [], over: period) == nil)
    #expect(ModifiedDietz.rate(opening: 1, closing: 5, flows: [], over: start...start) == nil)
  }
}
