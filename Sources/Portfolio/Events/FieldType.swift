/// What may stand in a field of an event.
public enum FieldType: Hashable, Sendable {
  /// Free text.
  case text
  /// A name that the event declares.
  case newName(EntityKind)
  /// A name declared before.
  case name(EntityKind)
  /// Money with its commodity: `5,000,000.00 CNY`, `500万元`.
  case amount
  /// A share or rate: `8.5%` or `0.085`.
  case rate
  /// How many times something is: `3` or `300%`.
  case multiple
  /// A calendar day.
  case day
  /// A calendar year.
  case year
  /// A whole number.
  case integer
  /// A length of time in whole months: `5y`, `18m`, `5年`.
  case term
  /// One of several words.
  case choice([Choice])
  /// An event recorded before: `#17` or its key.
  case event
  /// Several of them, separated by commas.
  case events

  /// Whether the name of an account stands in it.
  var isAccount: Bool {
    switch self {
    case .name(.account), .newName(.account): true
    default: false
    }
  }

  /// The placeholder in help texts and the reference page.
  public var placeholder: String {
    switch self {
    case .text: "TEXT"
    case .newName(let kind), .name(let kind): kind.rawValue.uppercased()
    case .amount: "AMOUNT"
    case .rate: "RATE"
    case .multiple: "TIMES"
    case .day: "DATE"
    case .year: "YEAR"
    case .integer: "NUMBER"
    case .term: "TERM"
    case .choice(let choices): choices.map(\.name).joined(separator: "|")
    case .event: "EVENT"
    case .events: "EVENT,…"
    }
  }

  /// The placeholder in Chinese help texts.
  var placeholderChinese: String {
    switch self {
    case .text: "文字"
    case .newName(let kind), .name(let kind): kind.chinese
    case .amount: "金额"
    case .rate: "比率"
    case .multiple: "倍数"
    case .day: "日期"
    case .year: "年度"
    case .integer: "数"
    case .term: "期限"
    case .choice(let choices): choices.map(\.chinese).joined(separator: "|")
    case .event: "事项"
    case .events: "事项,…"
    }
  }
}
