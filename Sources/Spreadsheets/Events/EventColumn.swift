import Portfolio

/// What a column of a table of events is for the rows of one kind.
enum EventColumn: Hashable {
  case kind
  case date
  /// A field of the kind, by its index.
  case field(Int)
  /// A column of a line of a plain voucher.
  case line(EntryColumn)
  /// Nothing; a cell that says something there is a mistake.
  case none

  /// What a column of some name is for the rows of a kind.
  init(_ name: String, of kind: EventDeclaration) {
    if let key = EventKey(named: name) {
      self = key == .kind ? .kind : .date
    } else if kind.hasLines, let column = EntryColumn(named: name) {
      self = .line(column)
    } else if let index = kind.index(ofKey: name) {
      self = .field(index)
    } else {
      self = .none
    }
  }
}
