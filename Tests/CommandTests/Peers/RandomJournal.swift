import Seeds

/// A journal as a peer's users write it, drawn at random from all that is read; the same seed gives the same journal.
///
/// Costs come out even in the decimals of what they are stated in, so that nothing is rounded.
struct RandomJournal {
  private var random: SeededGenerator
  private var lines: [String] = []
  /// Whether names of commodities that are not of letters stand in quotation marks.
  private var quotes = false
  private static let accounts = [
    "Assets:Cash", "Assets:Bank:ICBC", "Assets:Bank:中行", "Liabilities:Card", "Expenses:Food", "Income:Salary", "Equity:Opening",
  ]
  private static let commodities: [(code: String, decimals: Int)] = [("CNY", 2), ("EUR", 2), ("JPY", 0), ("AAPL", 1), ("HOUR.X", 1)]

  private init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A journal for hledger.
  static func hledger(seed: UInt64) -> String {
    var journal = RandomJournal(seed: seed)
    journal.quotes = true
    journal.lines = [
      "commodity 1,000.00 CNY", "commodity 1,000.0 \"HOUR.X\"", "D 1,000.00 CNY", "alias cash = Assets:Cash", "account 往来  ; type: L",
      "account bank x",
    ]
    for number in 0..<25 { journal.addHledger(number) }
    journal.lines += [
      "comment", "2022-13-99 nothing", "end comment", "apply account sub", "2022-12-31 x", "    a  1", "    b", "", "end apply account",
    ]
    return journal.lines.joined(separator: "\n") + "\n"
  }

  /// A journal for beancount.
  static func beancount(seed: UInt64) -> String {
    var journal = RandomJournal(seed: seed)
    for account in accounts + ["Assets:Stock", "Equity:Pad"] { journal.lines += ["2021-12-01 open \(account)"] + journal.metadata("  ") }
    for number in 0..<25 { journal.addBeancount(number) }
    journal.lines += ["2022-12-01 pad Assets:Bank:ICBC Equity:Pad", "2022-12-02 balance Assets:Bank:ICBC  77.00 EUR"]
    return journal.lines.joined(separator: "\n") + "\n"
  }

  private mutating func chance(_ part: Int) -> Bool { random.next(below: part) == 0 }
  private mutating func pick<Value>(_ values: [Value]) -> Value { values[random.next(below: values.count)] }
  private static func day(_ number: Int) -> String { "2022-\(number / 25 + 10)-\(number % 25 + 1 < 10 ? "0" : "")\(number % 25 + 1)" }

  /// An amount in the smallest unit as text, at times with thousands parted.
  private mutating func text(_ units: Int, _ commodity: (code: String, decimals: Int)) -> String {
    let digits = String(units.magnitude)
    let padded = String(repeating: "0", count: max(0, commodity.decimals + 1 - digits.count)) + digits
    var whole = String(padded.dropLast(commodity.decimals))
    if whole.count > 3, chance(3) { whole = "\(whole.dropLast(3)),\(whole.suffix(3))" }
    let number = (units < 0 ? "-" : "") + whole + (commodity.decimals > 0 ? "." + padded.suffix(commodity.decimals) : "")
    return "\(number) \(quotes && commodity.code.contains(".") ? "\"\(commodity.code)\"" : commodity.code)"
  }

  private mutating func units() -> Int { random.next(below: 5) == 0 ? random.next(below: 900_000) + 1 : random.next(below: 9000) + 1 }

  private mutating func addHledger(_ number: Int) {
    let accounts = RandomJournal.accounts + ["cash", "往来:甲", "bank x"]
    let mark = pick(["", " *", " !", " * (\(number))", "=2022-12-30 *"])
    lines.append("\(RandomJournal.day(number))\(mark) \(pick(["shop", "午饭 | a, b", "x"]))\(pick(["", "  ; t: v, 备注", "  ; note"]))")
    let commodity = pick(RandomJournal.commodities)
    let amount = text(units(), commodity)
    let other = pick(RandomJournal.commodities)
    switch random.next(below: 7) {
    case 0: lines += ["    \(pick(accounts))  \(amount) @ \(random.next(below: 90) + 1)0.00 USD", "    \(pick(accounts))"]
    case 1: lines += ["    \(pick(accounts))  \(amount) @@ 12.50 USD", "    * \(pick(accounts))  -12.50 USD  ; posting"]
    case 2: lines += ["    \(pick(accounts))  3.0 AAPL {12.50 USD} @ 12.50 USD", "    \(pick(accounts))"]
    case 3:
      lines += ["    \(pick(accounts))  \(amount)", "    \(pick(accounts))", "    (\(pick(accounts)))  \(text(units(), other))"]
      lines += ["    [\(pick(accounts))]  \(amount)", "    [\(pick(accounts))]"]
    case 4: lines += ["    \(pick(accounts))  \(amount)", "    \(pick(accounts))  \(text(-units(), other))", "    \(pick(accounts))"]
    case 5: lines += ["    fresh:\(number)  \(amount) = \(amount)", "    ; t2: v", "    \(pick(accounts))"]
    default: lines += ["    \(pick(accounts))  \(units())", "    \(pick(accounts))"]
    }
    lines.append("")
    if chance(4) { lines.append("P \(RandomJournal.day(number)) EUR 7.\(random.next(below: 90) + 10) CNY") }
  }

  private mutating func addBeancount(_ number: Int) {
    let (accounts, day) = (RandomJournal.accounts, RandomJournal.day(number))
    let commodity = pick(RandomJournal.commodities)
    let amount = text(units(), commodity)
    var postings: [String]
    switch random.next(below: 8) {
    case 0: postings = ["  \(pick(accounts))  \(amount) @ \(random.next(below: 90) + 1)0.00 USD", "  \(pick(accounts))"]
    case 1: postings = ["  \(pick(accounts))  \(amount) @@ 12.50 USD", "  ! \(pick(accounts))  -12.50 USD"]
    case 2: postings = ["  Assets:Stock  \(number + 1).0 AAPL {12.50 USD, \"lot\(number)\"}", "  Assets:Cash"]
    case 3:
      postings = [
        "  Assets:Stock  4.0 AAPL {10.00 USD}", "  Assets:Cash", "\(day) * \"sold\"", "  Assets:Stock  -4.0 AAPL {10.00 USD} @ 12.00 USD",
      ]
      postings += ["  Assets:Cash  48.00 USD", "  Income:Salary"]
    case 4:
      postings = [
        "  \(pick(accounts))  \(amount)", "  \(pick(accounts))  \(text(-units(), pick(RandomJournal.commodities)))", "  \(pick(accounts))",
      ]
    case 5:
      lines += ["\(day) custom \"plan\" \(pick(accounts)) \"m\" 5.00 CNY TRUE 2022-01-02"] + metadata("  ")
      lines += ["\(day) note Assets:Cash \"called; x\"", "\(day) event \"place\" \"Paris\""] + metadata("  ")
      return lines.append("\(day) price EUR  7.10 CNY")
    default:
      postings =
        ["  \(pick(accounts))  (\(amount.split(separator: " ")[0]) * 2) \(commodity.code)"] + metadata("    ") + ["  \(pick(accounts))"]
    }
    lines += ["\(day) \(pick(["*", "!", "txn"])) \(pick(["\"n\"", "\"payee\" \"午 \\\"q\\\"\""]))\(pick(["", " #trip ^l-1"]))"]
    lines += metadata("  ") + postings
  }

  /// Lines of metadata of every type.
  private mutating func metadata(_ indent: String) -> [String] {
    let values = [
      "note: \"a; b\"", "since: 2022-03-04", "num: 1,000.25", "acct: Assets:Cash", "tag: #paid", "yes: TRUE", "amt: 10.00 CNY",
      "text: \"2022-03-04\"", "cur: CNY", "doc: \"x.pdf\"", "none:",
    ]
    return values.filter { _ in chance(4) }.map { indent + $0 }
  }
}
