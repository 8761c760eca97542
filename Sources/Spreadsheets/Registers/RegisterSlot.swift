import Portfolio

/// One event that a row of a register may be: when it is there, and out of which columns it is filled.
public final class RegisterSlot: Sendable {
  /// Its name in headings such as `pay.note`; the kind's own unless two slots share a kind.
  public let name: String
  /// The kind of its event.
  public let kind: EventDeclaration
  /// The event is there when one of these columns says something, an amount other than zero unless zero says something too.
  let triggers: [String]
  /// Each field (`date` for the day) with the columns that may fill it, the first that says something counts.
  let sources: [(field: String, columns: [String])]
  /// Fields with the same text in every row.
  let fixed: [(field: String, text: String)]
  /// A column and the words in it that choose this event, such as 事项 and 追加.
  let choice: (column: String, words: [String])?
  /// Whether the register writes such events out; others have a register of their own.
  public let isWritten: Bool
  /// Whether its amounts add up with those of other rows to what a row of totals states; a change that gives a new amount, a
  /// cut or a transfer does not.
  let addsUp: Bool
  /// Whether a written zero is the event, on a day that is written as well: a holding that is worth nothing, an exit that brought
  /// nothing. Of a payment, a dividend or a remittance zero means that there was none.
  let isSaidByZero: Bool

  init(
    _ name: String, _ kind: String? = nil, when triggers: [String], _ sources: [(String, [String])],
    fixed: [(String, String)] = [], chosenBy choice: (column: String, words: [String])? = nil, isWritten: Bool = true,
    addsUp: Bool = true, isSaidByZero: Bool = false
  ) {
    self.name = name
    // A test holds that every name is that of a kind.
    self.kind = EventCatalog.kind(named: kind ?? name) ?? EventCatalog.kinds[0]
    declaresName = ["party", "deal", "programme"].contains(self.kind.name)
    self.triggers = triggers
    self.sources = sources.map { (field: $0.0, columns: $0.1) }
    self.fixed = fixed.map { (field: $0.0, text: $0.1) }
    self.choice = choice
    self.isWritten = isWritten
    self.addsUp = addsUp
    self.isSaidByZero = isSaidByZero
  }

  /// Whether the event declares a name once: a company, a deal, a programme.
  public let declaresName: Bool

  /// The Chinese heading before the point of `出资.备注`.
  var chinese: String { name == kind.name ? kind.chinese : name }

  /// The columns that fill a field.
  func columns(of field: String) -> [String] { sources.first { $0.field == field }?.columns ?? [] }
}
