import LedgerCore

/// What one event says in one field.
public enum FieldValue: Hashable, Sendable {
  case absent
  /// Free text, a name, or the reference to an event.
  case text(String)
  case amount(Money)
  case rate(Rate)
  case day(Day)
  /// A whole number, a year, or a term in months.
  case integer(Int64)
  /// The index of the word among the field's choices.
  case choice(Int)

  /// Whether nothing was given.
  public var isAbsent: Bool { self == .absent }
}
