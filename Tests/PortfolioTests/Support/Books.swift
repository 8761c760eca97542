import JournalText
import LedgerCore
import Testing

@testable import Portfolio

/// Books that a test reads its journal into; the journal text is the input of nearly every test here.
struct Books {
  let ledger: MemoryLedger
  /// All that was wrong with the journal.
  let problems: [Diagnostic]
  /// The events that were recorded, in order.
  private(set) var events: [RecordedEvent]

  /// Reads a journal, after the parties and programmes that most tests need.
  init(_ text: String, preamble: String = Books.preamble, rules: RuleSet? = nil) throws {
    let ledger = MemoryLedger(rules: try rules ?? RuleSet.builtIn("fiscal-2022"))
    var events: [RecordedEvent] = []
    let reader = JournalReader(register: ledger.register)
    problems = reader.read(Array((preamble + text).utf8), file: "test.journal") { event throws(Diagnostic) in
      events.append(try ledger.record(event))
    }
    self.ledger = ledger
    self.events = events
  }

  /// Records one more event; what is wrong with it is returned and nothing has changed then.
  mutating func record(_ line: String) -> Diagnostic? {
    do throws(Diagnostic) {
      let event = try JournalReader(register: ledger.register).event(parsing: Array(line.utf8))
      events.append(try ledger.record(event))
      return nil
    } catch {
      return error
    }
  }

  /// One programme with 100 million in 2022, a company and a fund with a deal each.
  static let preamble = """
    programme 拨改投 from:2019-01-01
    party 国投 kind:holder
    party 甲 kind:company region:371500
    party 基金甲 kind:fund
    party 银行 kind:bank
    2022-01-01 budget 2022/拨改投 100,000,000.00
    2022-01-01 deal 甲/A party:甲 programme:拨改投 holder:国投 method:委托投资
    2022-01-01 deal 甲/成本 party:甲 programme:拨改投 method:直接投资 accounting:成本法
    2022-01-01 deal 基金/一期 party:基金甲 programme:拨改投 method:注资引导投资

    """

  /// The postings of an event's vouchers of one book, as `Dr 科目 12.00` lines in order; red amounts are negative.
  func postings(of event: RecordedEvent, in book: AccountBook) -> [String] {
    event.vouchers.filter { $0.book == book }.flatMap(\.postings).map { posting in
      let column = posting.side == .debit ? posting.debit : posting.credit
      return "\(posting.side == .debit ? "Dr" : "Cr") \(ledger.register[posting.account].name) "
        + DecimalText.format(column, scale: 2)
    }
  }

  /// The postings of the last event in one book.
  func last(_ book: AccountBook) throws -> [String] { postings(of: try #require(events.last), in: book) }

  /// The balance of an account over all that was recorded, debit positive, as text.
  func balance(_ account: String) throws -> String {
    let id = try #require(ledger.register.account(named: account)).id
    let balance = try ledger.balance(of: id, ledger.register.baseID, asOf: .never)
    return DecimalText.format(balance, scale: 2)
  }

  /// How a deal stands after all that was recorded.
  func deal(_ name: String) throws -> DealPosition {
    try fold(DealPosition(), ledger.facts(ofDeal: try #require(ledger.register.deal(named: name)).id)) {
      try $0.apply($1)
    }
  }

  /// How an envelope stands after all that was recorded.
  func envelope(_ name: String) throws -> EnvelopePosition {
    let id = try #require(ledger.register.envelope(named: name)).id
    return try fold(EnvelopePosition(), ledger.facts(ofEnvelope: id)) { try $0.apply($1) }
  }

  private func fold<Position>(
    _ start: Position, _ facts: [Fact], _ body: (inout Position, Fact) throws -> Void
  ) throws -> Position {
    var position = start
    for fact in facts { try body(&position, fact) }
    return position
  }
}
