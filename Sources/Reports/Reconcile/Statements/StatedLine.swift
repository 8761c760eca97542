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
  var match: Int64 = 0

  /// Name of the other side; empty when the line has none.
  var counterparty: String { event.text("counterparty") ?? "" }
  /// What the line says it is about.
  var text: String { event.text("text") ?? "" }
  /// Number that the bank or treasury gave.
  var number: String { [event.text("number"), event.text("doc")].compactMap(\.self).joined(separator: " ") }
}
