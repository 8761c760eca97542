import LedgerCore
import Portfolio

/// One line of a recorded statement, or of one that is only looked at.
struct StatedLine {
  /// The event's place in the chain; beyond its end for a line that is not recorded.
  let sequence: Int64
  let event: Event
  let day: Day
  /// Minor units, money that came in positive.
  let amount: Int64
  let commodity: CommodityID
  /// The match that it stands in, 0 for none.
  let match: Int64
  /// Name of the other side; empty when the line has none.
  let counterparty: String
  /// What the line says it is about.
  let text: String
  /// Number that the bank or treasury gave.
  let number: String

  /// A line from its event; nil for one without an amount.
  init?(_ event: Event, sequence: Int64, match: Int64 = 0) {
    guard let money = event.amount("amount") else { return nil }
    self.sequence = sequence
    self.event = event
    self.match = match
    day = event.effectiveDay
    amount = money.minorUnits
    commodity = money.commodity
    counterparty = event.text("counterparty") ?? ""
    text = event.text("text") ?? ""
    let (own, document) = (event.text("number") ?? "", event.text("doc") ?? "")
    number = own.isEmpty || document.isEmpty ? own + document : own + " " + document
  }
}
