import LedgerCore
import Portfolio

/// Writes recorded events into the tables, inside a transaction of the caller.
///
/// Rows wait for some more of their table, sums and look-ups for `flush`.
final class Appender {
  let state: BookState
  private let events: RowBatch
  private let vouchers: RowBatch
  private let postings: RowBatch
  private let facts: RowBatch
  private var pending: PendingProjections
  private var identities: IdentityLookup?
  /// The `batch` event that new events belong to; the first event belongs to itself.
  private var batch: Int64 = 0
  /// Whether anything was written.
  private(set) var hasWritten = false
  /// The last event whose rows are in the file.
  private var flushed: Int64

  init(_ state: BookState) {
    self.state = state
    flushed = state.sequence
    pending = PendingProjections(register: state.register)
    events = RowBatch(
      into: "event",
      [
        .integer("seq"), .optionalInteger("day"), .text("kind"), .integer("batch"), .integer("declares"),
        .integer("vouchers"), .text("text"), .blob("digest"),
      ], in: state.file)
    vouchers = RowBatch(
      into: "voucher",
      [
        .integer("id"), .integer("seq"), .integer("book"), .integer("type"), .integer("month"), .integer("number"),
        .integer("day"), .text("rule"), .text("narration"), .integer("attachments"),
      ], in: state.file)
    postings = RowBatch(
      into: "posting",
      [
        .integer("voucher"), .integer("line"), .integer("account"), .integer("side"), .integer("amount"),
        .integer("commodity"), .integer("dimensions"),
      ], in: state.file)
    facts = RowBatch(
      into: "fact",
      [
        .integer("seq"), .integer("n"), .integer("day"), .integer("measure"), .integer("amount"),
        .integer("commodity"), .integer("dimensions"), .integer("traits"), .integer("reverses"),
      ], in: state.file)
  }

  /// Writes an event at the end of the chain with all that it did; gives the numbers of its vouchers.
  ///
  /// - Parameter identity: the number by which a repetition of the event is looked up; worked out when nil.
  func store(
    _ recorded: RecordedEvent, text: [UInt8], leaf: ChainDigest, identity: Int64? = nil
  ) throws(Diagnostic) -> [Int64] {
    hasWritten = true
    let event = recorded.event
    let sequence = state.sequence + 1
    if event.kind.group == .book { batch = sequence }
    let digest = state.digest.followed(by: leaf)
    add(recorded, text, digest)
    (state.sequence, state.digest) = (sequence, digest)
    state.ids.sequence = sequence
    for (index, fact) in recorded.facts.enumerated() { try add(fact, number: index + 1, of: sequence) }
    let numbers = try addVouchers(of: recorded)
    try pending.add(recorded, identity: identity ?? EventIdentity.hash(of: event, leaf: leaf))
    if let rules = recorded.opens { try StoredRules.write(rules, to: state.file) }
    if recorded.opens != nil || restates(event) { pending.isPlainStale = true }
    if pending.isFull { try flush() } else if isFull { try writeAside() }
    return numbers
  }

  /// Whether an event declares an account that recorded vouchers have used already, or one above such an account.
  private func restates(_ event: Event) -> Bool {
    guard event.kind.name == "account", let name = event.text("name"),
      let account = state.register.account(named: name)
    else { return false }
    return state.ids.existing(account.id.rawValue, of: .account) != nil || state.register.hasUnstatedAccounts(below: account)
  }

  private func add(_ recorded: RecordedEvent, _ text: [UInt8], _ digest: ChainDigest) {
    let event = recorded.event
    events.add(state.sequence + 1)
    events.add(event.day.map { Int64($0.number) } ?? RowBatch.null)
    events.add(event.kind.name)
    events.add(batch)
    events.add(event.kind.isDeclaration && event.kind.name != "batch" ? 1 : 0)
    events.add(state.voucher + Int64(recorded.vouchers.count))
    events.add(text)
    digest.withBytes { events.add($0) }
  }

  private func addVouchers(of recorded: RecordedEvent) throws(Diagnostic) -> [Int64] {
    var numbers: [Int64] = []
    numbers.reserveCapacity(recorded.vouchers.count)
    for voucher in recorded.vouchers {
      let series = PendingProjections.Series(book: voucher.book, type: voucher.type, month: voucher.day.month)
      let number = try pending.nextNumber(of: series, in: state.file)
      numbers.append(number)
      state.voucher += 1
      vouchers.add(state.voucher)
      vouchers.add(state.sequence)
      vouchers.add(Int64(voucher.book.rawValue))
      vouchers.add(Int64(series.type.rawValue))
      vouchers.add(Int64(series.month.number))
      vouchers.add(number)
      vouchers.add(Int64(voucher.day.number))
      vouchers.add(voucher.rule)
      vouchers.add(voucher.narration)
      vouchers.add(voucher.attachments)
      try addPostings(of: voucher)
    }
    return numbers
  }

  private func addPostings(of voucher: Voucher) throws(Diagnostic) {
    var line: Int64 = 0
    for posting in voucher.postings {
      line += 1
      postings.add(state.voucher)
      postings.add(line)
      postings.add(state.ids.stored(posting.account))
      postings.add(Int64(posting.side.rawValue))
      postings.add(posting.amount)
      postings.add(state.ids.stored(posting.commodity))
      postings.add(state.ids.stored(posting.dimensions))
    }
  }

  private func add(_ fact: Fact, number: Int, of sequence: Int64) throws(Diagnostic) {
    facts.add(sequence)
    facts.add(Int64(number))
    facts.add(Int64(fact.day.number))
    facts.add(Int64(fact.measure.rawValue))
    facts.add(fact.amount)
    facts.add(state.ids.stored(fact.commodity))
    facts.add(state.ids.stored(fact.dimensions))
    facts.add(fact.traits.packed)
    facts.add(fact.reverses)
  }

  /// Brings the gathered sums and look-ups into the file.
  func flush() throws(Diagnostic) {
    try flushRecords()
    try pending.flush(to: state.file, state.ids)
    identities = nil
    try FactBlock.writeFull(through: state.sequence, in: state.file)
    try DeclarationBlock.writeFull(through: state.sequence, in: state.file)
    try DimensionsBlock.writeFull(through: state.ids.lastDimensions, in: state.file)
  }

  /// Enough rows to fill several statements.
  private var isFull: Bool { events.count >= 200 || postings.count >= 2000 || facts.count >= 2000 }

  /// Brings an event into the file with its vouchers, postings and facts, unless it is there.
  func flushRecord(of sequence: Int64) throws(Diagnostic) {
    if sequence > flushed { try flushRecords() }
  }

  /// Brings the gathered events, vouchers, postings and facts into the file.
  func flushRecords() throws(Diagnostic) {
    for batch in batches { try batch.flush() }
    flushed = state.sequence
  }

  /// Has the gathered rows written while the next events are checked; whoever asks the file for them waits.
  private func writeAside() throws(Diagnostic) {
    try state.file.writeAside(batches)
    flushed = state.sequence
  }

  /// In order of reference: a posting names a voucher, a voucher and a fact name an event.
  private var batches: [RowBatch] { [state.ids.names, state.ids.combinations, events, vouchers, postings, facts] }

  /// Whether an event with an identity stands in the file, in a row that this transaction did not write.
  func isStored(_ identity: Int64) throws(Diagnostic) -> Bool {
    let lookup = identities ?? IdentityLookup(of: state.file, through: flushed)
    identities = lookup
    return try lookup.contains(identity)
  }

  /// Whether an event with the key was written in this transaction and not yet flushed; its place in the chain.
  func pendingSequence(ofHash hash: Int64) -> Int64? { pending.keys[hash] }

  /// The event of this transaction that reverses another and is not yet in the table of reversals.
  func pendingReversal(of original: Int64) -> Int64? { pending.reversals[original] }

  /// The event that one of this transaction reverses, unless that is in the table of reversals.
  func pendingOriginal(of sequence: Int64) -> Int64? { pending.originals[sequence] }
}
