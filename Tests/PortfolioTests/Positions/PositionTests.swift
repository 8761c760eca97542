import LedgerCore
import Testing

@testable import Portfolio

@Suite("Positions")
struct PositionTests {
  private func fact(_ measure: Measure, _ amount: Int64, on day: String = "2022-06-01") throws -> Fact {
    Fact(day: try #require(Day(day)), measure: measure, amount: amount, commodity: CommodityID(1), dimensions: .none)
  }

  @Test("what may be spent is the least over all later days, so that a back-dated outlay cannot starve a later one")
  func lowestAvailable() throws {
    var position = EnvelopePosition()
    for (measure, amount, day) in [
      (Measure.issued, 100, "2022-01-10"), (.paidFresh, 70, "2022-09-01"), (.raised, 50, "2022-11-01"),
      (.reserved, 20, "2022-03-01"),
    ] { try position.apply(try fact(measure, Int64(amount), on: day)) }
    let days = ["2022-01-01", "2022-02-01", "2022-10-01", "2022-11-01", "2023-01-01"].compactMap { Day($0) }
    #expect(days.map { position.available(asOf: $0) } == [0, 100, 10, 60, 60])
    #expect(days.map { position.lowestAvailable(from: $0) } == [0, 10, 10, 60, 60])
    #expect(position.available == 60 && position.signedUnpaid == 20 && position.paid == 70)
    #expect(EnvelopePosition().lowestAvailable(from: .always) == 0)
  }

  @Test("a sum of one measure stops far below 64 bits, so that no figure made of several sums can overflow")
  func limits() throws {
    var position = DealPosition()
    let most = MeasureTotals.limit
    for measure in Measure.allCases where !measure.isMark {
      let isAdded: Bool =
        switch measure {
        case .costOut, .lossShare, .declared, .adjustmentOut, .otherEquityOut, .refunded: false
        default: true
        }
      try position.apply(try fact(measure, isAdded ? most : -most))
    }
    #expect(position.carryingAmount > 0)
    let more = try fact(.paidFresh, 1)
    #expect(throws: MoneyOverflow.self) { try position.apply(more) }
  }

  @Test("recovered money is counted once: remitted, set free, or still at the holder")
  func pool() throws {
    var pool = RecycledPool()
    for (measure, amount) in [
      (Measure.proceedsHolder, 70), (.receivedHolder, 30), (.remitted, 20), (.recycled, 50), (.paidRecycled, 45),
      (.proceedsTreasury, 500), (.interest, 7), (.advanced, 60), (.advanceReturned, 20), (.fee, 3),
    ] { try pool.apply(try fact(measure, Int64(amount))) }
    #expect(pool.cover.total == 74 && pool.unassigned == 37 && pool.available == 5 && pool.advanced == 40)
  }
}
