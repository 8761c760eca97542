import LedgerCore
import Portfolio

/// What a row says in one column of a register, in the form in which the fields of events are read.
struct RowValue {
  var text: String
  /// The column of the file where it stands; nil when it comes from elsewhere.
  var column: Int?
  /// Where its cell stands in the file; nil as the column is.
  var place: FieldPlace?
  /// Whether it only follows from what the row says, so that it differs from nothing.
  var isDerived = false

  /// Whether another row says the same.
  func says(theSameAs other: RowValue) -> Bool { isDerived == other.isDerived && text.hasSameBytes(as: other.text) }
}
