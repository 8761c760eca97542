import LedgerCore
import Portfolio

/// Writes recorded events into the tables, inside a transaction of the caller.
///
/// Rows of records are written at once; sums and look-ups are gathered and written by `flush`.
final class Appender {
  let state: BookState
  private let events: RowStatement
  private let vouchers: RowStatement
  private let postings: RowStatement
  private let facts: RowStatement
  private var pending: PendingProjections
  /// The `batch` event that new events belong to; the first event belongs to itself.
  private var batch: Int64 = 0
  /// Whether anything was written.
  private(set) var hasWritten = false

  init(_ state: BookState) throws(Diagnostic) {
    self.state = state
    pending = PendingProjections()
    events = try state.file.statement(
      "INSERT INTO event(seq, day, kind, batch, declares, vouchers, text, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    vouchers = try state.file.statement(
      "INSERT INTO voucher(id, seq, book, month, number, day, rule, narration) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    postings = try state.file.statement(
      "INSERT INTO posting(voucher, line, account, side, amount, commodity, dimensions) VALUES (?, ?, ?, ?, ?, ?, ?)")
    facts = try state.file.statement(
      "INSERT INTO fact(seq, n, day, measure, amount, commodity, dimensions, traits, reverses) "
        + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
  }

  /// Writes an event at the end of the chain with all that it did; gives the numbers of its vouchers.
  func store(_ recorded: RecordedEvent, text: [UInt8], leaf: ChainDigest) throws(Diagnostic) -> [Int64] {
    hasWritten = true
    let event = recorded.event
    let sequence = state.sequence + 1
    if event.kind.group == .book { batch = sequence }
    let digest = state.digest.followed(by: leaf)
    try writeEvent(recorded, text, digest)
    (state.sequence, state.digest) = (sequence, digest)
    for (index, fact) in recorded.facts.enumerated() { try write(fact, number: index + 1, of: sequence) }
    let numbers = try writeVouchers(of: recorded)
    try pending.add(recorded, key: event.text("key"), leaf: leaf)
    if event.kind.name == "reverse", let reference = event.text("event"),
      let original = try state.history.sequence(of: reference) {
      pending.reversals.append((original, sequence))
    }
    if pending.isFull { try flush() }
    return numbers
  }

  private func writeEvent(_ recorded: RecordedEvent, _ text: [UInt8], _ digest: ChainDigest) throws(Diagnostic) {
    let event = recorded.event
    events.bind(1, state.sequence + 1)
    if let day = event.day { events.bind(2, Int64(day.number)) } else { events.bindNull(2) }
    events.bind(4, batch)
    events.bind(5, event.kind.isDeclaration && event.kind.name != "batch" ? 1 : 0)
    events.bind(6, state.voucher + Int64(recorded.vouchers.count))
    events.bind(3, copying: event.kind.name)
    try text.withUnsafeBufferPointer { text throws(Diagnostic) in
      events.bind(7, text: text)
      try digest.withBytes { digest throws(Diagnostic) in
        events.bind(8, blob: digest)
        try events.run()
      }
    }
  }

  private func writeVouchers(of recorded: RecordedEvent) throws(Diagnostic) -> [Int64] {
    var numbers: [Int64] = []
    numbers.reserveCapacity(recorded.vouchers.count)
    for voucher in recorded.vouchers {
      let series = PendingProjections.Series(book: voucher.book, month: voucher.day.month)
      let number = try pending.nextNumber(of: series, in: state.file)
      numbers.append(number)
      state.voucher += 1
      vouchers.bind(1, state.voucher)
      vouchers.bind(2, state.sequence)
      vouchers.bind(3, Int64(voucher.book.rawValue))
      vouchers.bind(4, Int64(series.month.number))
      vouchers.bind(5, number)
      vouchers.bind(6, Int64(voucher.day.number))
      vouchers.bind(7, copying: voucher.rule)
      vouchers.bind(8, copying: voucher.narration)
      try vouchers.run()
      try writePostings(of: voucher)
    }
    return numbers
  }

  private func writePostings(of voucher: Voucher) throws(Diagnostic) {
    postings.bind(1, state.voucher)
    var line: Int64 = 0
    for posting in voucher.postings {
      line += 1
      postings.bind(2, line)
      postings.bind(3, try state.ids.stored(posting.account))
      postings.bind(4, Int64(posting.side.rawValue))
      postings.bind(5, posting.amount)
      postings.bind(6, try state.ids.stored(posting.commodity))
      postings.bind(7, try state.ids.stored(posting.dimensions))
      try postings.run()
    }
  }

  private func write(_ fact: Fact, number: Int, of sequence: Int64) throws(Diagnostic) {
    facts.bind(1, sequence)
    facts.bind(2, Int64(number))
    facts.bind(3, Int64(fact.day.number))
    facts.bind(4, Int64(fact.measure.rawValue))
    facts.bind(5, fact.amount)
    facts.bind(6, try state.ids.stored(fact.commodity))
    facts.bind(7, try state.ids.stored(fact.dimensions))
    facts.bind(8, fact.traits.packed)
    facts.bind(9, fact.reverses)
    try facts.run()
  }

  /// Brings the gathered sums and look-ups into the file.
  func flush() throws(Diagnostic) { try pending.flush(to: state.file, state.ids) }

  /// Whether an event with the key was written in this transaction and not yet flushed; its place in the chain.
  func pendingSequence(ofHash hash: Int64) -> Int64? { pending.keys[hash] }
}
