import LedgerCore
import Portfolio

/// One recorded statement as a whole.
struct StatementHead {
  /// The event's place in the chain.
  let sequence: Int64
  let from: Day
  let to: Day
  /// Balances, minor units; nil for a list without any.
  let opening: Int64?
  let closing: Int64?
  /// The commodity of its amounts.
  let commodity: CommodityID?
  let received: Int64
  let paid: Int64
  let lines: Int64
  let file: String
  let digest: String
  /// Number of the account at the bank; empty when the statement names none.
  let number: String

  init?(_ event: Event, sequence: Int64) {
    guard event.kind == .statement, let from = event.day("from") else { return nil }
    self.sequence = sequence
    self.from = from
    to = event.effectiveDay
    opening = event.amount("opening")?.minorUnits
    closing = event.amount("closing")?.minorUnits
    commodity = event.amount("received")?.commodity
    received = event.amount("received")?.minorUnits ?? 0
    paid = event.amount("paid")?.minorUnits ?? 0
    lines = event.integer("lines") ?? 0
    file = event.text("file") ?? ""
    digest = event.text("digest") ?? ""
    number = event.text("number") ?? ""
  }
}
