import LedgerCore
import Portfolio
import Seeds

/// Makes events of any kind with random values, the awkward ones preferred: quotation marks, separators, line breaks.
public struct EventGenerator {
  /// Texts that a format could mistake for something else.
  public static let texts = [
    "a", "银行手续费", "带 空格", "引号\"x", "\"", "\"\"", "\"\"\"", "", " edge ", "逗号,分号;冒号:", "deal:力得", "x: y",
    "行一\n行二", "\n", "\t制表", "反斜\\杠", "\\n", "#4", "* x", "! y", "(7) z", "=1+1", "-5", "--flag", "+1", "2022-01-01",
    "🙂", "CNY", "null", "true", "1e5", "a;b", ";", "'", "投决〔2022〕7号", "{\"kind\":1}", "[", ",", "\u{FEFF}x", "é", "a=b",
  ]
  /// Names of deals, envelopes, parties and accounts, as people and other programmes write them.
  public static let names = [
    "力得/A", "2022/拨改投", "某银行", "力得:A", "其他财政存款:托管户", "a b", "x;y", "\"引\"", "(甲)", "A,B", "1002", "=x", "deal:x",
  ]
  /// Names that can stand in a line of a voucher.
  public static let accounts = [
    "其他费用", "其他财政存款", "Assets:Cash", "a b c", "\"引\"", "(甲)", "A,B;C", "x=y", "1002", "*", "账户:甲 乙", "2022-01-01",
  ]

  private var random: SeededGenerator
  private let register: Register

  public init(seed: UInt64, register: Register) {
    random = SeededGenerator(seed: seed)
    self.register = register
  }

  /// An event of a kind; amounts of a plain voucher need not balance.
  public mutating func event(of kind: EventDeclaration, withLineNotes: Bool = true) -> Event {
    var event = Event(kind)
    let isDated = kind.dating == .required || (kind.dating == .optional && Bool.random(using: &random))
    if isDated { event.day = day() }
    for (index, field) in kind.fields.enumerated() where field.isRequired || Bool.random(using: &random) {
      event.values[index] = value(of: field)
    }
    if kind.hasLines {
      if event.text("code") != nil { event["code"] = .text(pick(["1", "记-7", "a b", "", "\"x", ","])) }
      for _ in 0..<Int.random(in: 2...4, using: &random) { event.lines.append(line(withNote: withLineNotes)) }
    }
    return event
  }

  private mutating func line(withNote: Bool) -> EntryLine {
    let money = amount()
    let note = withNote && Bool.random(using: &random) ? pick(["行注", "a; b", "\"", "\"\"", "x,y", "doc: z", "-"]) : nil
    return EntryLine(
      account: register.accountID(named: pick(EventGenerator.accounts)), commodity: money.commodity,
      amount: money.minorUnits, note: note)
  }

  private mutating func value(of field: Field) -> FieldValue {
    switch field.type {
    case .text: .text(pick(EventGenerator.texts))
    case .newName, .name, .event, .events: .text(pick(EventGenerator.names))
    case .amount: .amount(amount())
    case .rate, .multiple: .rate(Rate(partsPerBillion: number()))
    case .day: .day(day())
    case .year: .integer(Int64.random(in: 1900...2999, using: &random))
    case .integer: .integer(number())
    case .term: .integer(Int64.random(in: 1...1200, using: &random))
    case .choice(let choices): .choice(Int.random(in: choices.indices, using: &random))
    }
  }

  private mutating func amount() -> Money {
    Money(number(), register.commodity(named: pick(["CNY", "CNY", "USD", "JPY"])) ?? register.baseID)
  }

  /// A number of any magnitude, the extremes included.
  private mutating func number() -> Int64 {
    if Int.random(in: 0..<20, using: &random) == 0 { return pick([.min, .max, 0, -1]) }
    return Int64(bitPattern: random.next()) >> Int64.random(in: 0...63, using: &random)
  }

  private mutating func day() -> Day {
    Day(number: Int32.random(in: -25_000...375_000, using: &random))
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: values.indices, using: &random)]
  }
}
