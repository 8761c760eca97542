import Portfolio

/// One cell of a table in text, with the place where it stood.
public struct CSVCell: Hashable, Sendable {
  /// What it says, without the quotation marks around it.
  public var text: String
  /// Where it begins, its quotation mark included.
  public var place: FieldPlace
  /// Whether it stood in quotation marks; spaces around other cells mean nothing.
  public var isQuoted: Bool

  public init(_ text: String, at place: FieldPlace, isQuoted: Bool) {
    self.text = text
    self.place = place
    self.isQuoted = isQuoted
  }
}
