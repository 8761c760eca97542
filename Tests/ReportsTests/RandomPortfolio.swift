import JournalText
import LedgerCore
import Portfolio
import Seeds

/// Random lives of a portfolio over four budget years, as journal text; what the books refuse is left out.
struct RandomPortfolio {
  private var random: SeededGenerator
  private let ledger: MemoryLedger
  private let reader: JournalReader
  /// Days of what was recorded, for reversals.
  private var recorded: [(sequence: Int64, day: String)] = []

  /// The years in which something happens.
  static let years = 2020...2023

  /// Books after a number of attempted events.
  static func books(seed: UInt64, events: Int) throws -> MemoryLedger {
    var portfolio = RandomPortfolio(seed: seed, ledger: MemoryLedger(rules: try RuleSet.builtIn("fiscal-2022")))
    portfolio.declare()
    for _ in 0..<events { portfolio.attempt() }
    return portfolio.ledger
  }

  private init(seed: UInt64, ledger: MemoryLedger) {
    random = SeededGenerator(seed: seed)
    self.ledger = ledger
    reader = JournalReader(register: ledger.register)
  }

  private mutating func declare() {
    record("programme 甲 from:2019-01-01")
    record("party 基金 kind:fund\nparty 公司 kind:company\nparty 平台 kind:holder")
    for number in 1...5 {
      let party = number == 1 ? "基金" : "公司"
      let accounting = number == 5 ? "cost" : "equity"
      record("2019-01-01 deal 项目\(number) party:\(party) programme:甲 method:direct accounting:\(accounting) term:2y")
    }
    for year in RandomPortfolio.years { record("\(year)-01-02 budget \(year)/甲 50000.00 CNY") }
  }

  private mutating func record(_ text: String, on day: String = "") {
    _ = reader.read(Array((text + "\n").utf8), file: "random") { event throws(Diagnostic) in
      let done = try ledger.record(event)
      if !day.isEmpty { recorded.append((done.sequence, day)) }
    }
  }

  private mutating func amount(upTo limit: Int64 = 900_000) -> String {
    DecimalText.format(Int64.random(in: 1...limit, using: &random), scale: 2) + " CNY"
  }

  /// One event of any kind, some of them in the closing period.
  private mutating func attempt() {
    let year = Int.random(in: RandomPortfolio.years, using: &random)
    let isLate = Int.random(in: 0..<12, using: &random) == 0
    let month = isLate ? 1 : Int.random(in: 1...12, using: &random)
    let date = Int.random(in: 3...28, using: &random)
    let day = "\(isLate ? year + 1 : year)-\(month < 10 ? "0" : "")\(month)-\(date < 10 ? "0" : "")\(date)"
    let deal = "项目\(Int.random(in: 1...5, using: &random))"
    let envelope = "\(year)/甲"
    let part = Bool.random(using: &random) ? "" : " part:\(Int.random(in: 1...99, using: &random))%"
    let cash = Int.random(in: 0..<3, using: &random) == 0 ? " cash:其他财政存款" : ""
    let text: String
    switch Int.random(in: 0..<32, using: &random) {
    case 0...3: text = "pay \(deal) \(amount()) envelope:\(envelope) share:12.5%\(cash)"
    case 4, 5: text = "commit \(deal) \(amount()) envelope:\(envelope)"
    case 6: text = "refund \(deal) \(amount(upTo: 90_000)) envelope:\(envelope)\(cash)"
    case 7: text = "result \(deal) \(amount())"
    case 8: text = "result \(deal) -\(amount())"
    case 9: text = "equity \(deal) -\(amount(upTo: 300_000))"
    case 10: text = "equity \(deal) \(amount())"
    case 11: text = "declare \(deal) \(amount(upTo: 300_000))"
    case 12: text = "receive \(deal) \(amount(upTo: 20_000))\(cash)"
    case 13: text = "capitalise \(deal) ours:\(Int.random(in: 1...90, using: &random))"
    case 14, 15: text = "exit \(deal) \(amount())\(part)\(cash)"
    case 16: text = "writeoff \(deal)\(part)"
    case 17: text = "handover \(deal) direction:out\(part)"
    case 18: text = "handover \(deal) \(amount(upTo: 90_000)) direction:in"
    case 19: text = "adjust \(deal) -\(amount(upTo: 900)) detail:cost"
    case 20: text = "remit 甲 \(amount(upTo: 90_000))"
    case 21: text = "recycle 甲 \(amount(upTo: 90_000))"
    case 22: text = "pay \(deal) \(amount(upTo: 90_000)) funding:recycled"
    case 23: text = "fee 甲 \(amount(upTo: 9_000)) envelope:\(envelope)\(cash)"
    case 24: text = "cut \(envelope) \(amount(upTo: 90_000))"
    case 25: text = "carry \(envelope) \(amount(upTo: 90_000)) to:\(year + 1)/甲"
    case 26: text = "advance 甲 \(amount()) holder:平台"
    case 27: text = "advance 甲 \(amount(upTo: 90_000)) direction:out"
    case 28: text = "interest 甲 \(amount(upTo: 9_000))"
    case 29: text = "fee 甲 \(amount(upTo: 9_000))"
    case 30: text = "adjust \(deal) \(amount(upTo: 900)) detail:money\(cash)"
    default:
      guard let last = recorded.randomElement(using: &random) else { return }
      record("\(last.day) reverse #\(last.sequence) reason:试")
      return
    }
    record("\(day) \(text)", on: day)
  }
}

extension MemoryLedger {
  /// Records journal text; throws the first problem.
  func record(text: String) throws {
    let problems = JournalReader(register: register).read(Array(text.utf8), file: "text") { event throws(Diagnostic) in
      try self.record(event)
    }
    if let first = problems.first { throw first }
  }
}
