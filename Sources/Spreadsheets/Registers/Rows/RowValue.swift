/// What a row says in one column of a register, in the form in which the fields of events are read.
struct RowValue: Hashable {
  var text: String
  /// The column of the file where it stands; nil when it comes from elsewhere.
  var column: Int?
  /// Whether it only follows from what the row says, so that it differs from nothing.
  var isDerived = false
}
