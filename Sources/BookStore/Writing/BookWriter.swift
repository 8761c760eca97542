import JournalText
import LedgerCore
import Portfolio

/// Hands events to a book inside a transaction: knows repeated ones, opens the batch, records the rest.
public final class BookWriter {
  private let state: BookState
  private let appender: Appender
  private let batch: Event
  /// The last event of the book before the transaction.
  private let before: Int64
  private var hasBatch = false
  /// A `batch` event of the incoming text that is written once a new event follows it.
  private var incomingBatch: Event?
  /// How far the incoming events were the chain itself, from its first event on.
  private var followed: Int64 = 0
  /// How often a repeated text came in, by its number.
  private var repeated: [Int64: Int] = [:]
  /// Why the transaction cannot go on; a failure of the store is final, a refused event is not.
  private var failure: Diagnostic?
  /// The canonical texts of the new events one after the other, kept while a draft is made.
  private(set) var recordedText: [UInt8] = []
  private let keepsText: Bool

  /// The number that a draft of what is recorded would get; nil when it is recorded for good.
  public let draftNumber: Int64?

  init(_ state: BookState, batch: Event, keepsText: Bool = false) throws(Diagnostic) {
    self.keepsText = keepsText
    draftNumber = keepsText ? (try state.file.int("SELECT max(id) FROM draft") ?? 0) + 1 : nil
    self.state = state
    self.batch = batch
    before = state.sequence
    appender = Appender(state)
    state.history.appender = appender
  }

  /// Every name of the book; events must be read against it.
  public var register: Register { state.register }
  /// The last event of the chain, those of this transaction included.
  public var sequence: Int64 { state.sequence }

  /// The event that reverses the one with this sequence, this transaction included, or nil.
  public func reversal(of sequence: Int64) throws(Diagnostic) -> Int64? { try state.history.reversal(of: sequence) }

  /// The last day of the events that references name, `#17` or a key; nil when none of them is there.
  public func lastDay(of references: [String]) throws(Diagnostic) -> Day? {
    var last: Day?
    for reference in references {
      guard let event = try state.history.stated(reference)?.event else { continue }
      last = max(last ?? .always, event.effectiveDay)
    }
    return last
  }

  /// Where the event with a key stands, this transaction included; nil when there is none.
  public func sequence(ofKey key: String) throws(Diagnostic) -> Int64? {
    // Keys never begin as numbers of events do.
    if key.first == "#" { return nil }
    let hash = EventIdentity.hash(ofKey: key)
    if appender.pendingSequence(ofHash: hash) == nil, try !appender.isStored(hash) { return nil }
    return try state.history.sequence(of: key)
  }

  /// Lets `switch` events name a rule set that neither comes with the program nor stands in the book.
  public func offer(_ rules: RuleSet) {
    state.register.library.keep(rules, digest: ChainDigest(of: rules.source).hexadecimal)
  }

  /// How a deal stands after all that was recorded, this transaction included.
  public func position(of deal: DealID) throws(Diagnostic) -> DealPosition { try state.recorder.position(of: deal) }

  /// How an envelope stands after all that was recorded, this transaction included.
  public func position(of envelope: EnvelopeID) throws(Diagnostic) -> EnvelopePosition {
    try state.recorder.position(of: envelope)
  }

  /// Records an event unless the book has it already.
  ///
  /// - Throws: why it is refused; the transaction may go on with other events then, as if it had never come.
  public func append(_ event: Event) throws(Diagnostic) -> Appended {
    if let failure { throw failure }
    let event = try RuleDigest.completed(event, state.register)
    let text = state.writer.canonical(event)
    let leaf = ChainDigest(of: text)
    try follow(text)
    switch event.kind.name {
    case "book": return try skip(book: event)
    case "batch": return try open(batch: event, text, leaf)
    default: break
    }
    let identity = EventIdentity.hash(of: event, leaf: leaf)
    if let known = try known(event, text, identity) { return .alreadyRecorded(known) }
    let opening = batchesToOpen
    let recorded = try state.recorder.record(event, sequence: state.sequence + Int64(opening.count) + 1)
    return try storing { () throws(Diagnostic) in
      for batch in opening { try write(batch: batch) }
      hasBatch = true
      incomingBatch = nil
      let first = state.voucher + 1
      let numbers = try appender.store(recorded, text: text, leaf: leaf, identity: identity)
      if keepsText { recordedText += text }
      return .recorded(recorded, vouchers: numbers, first: first)
    }
  }

  /// Brings everything into the file; the caller commits.
  func finish() throws(Diagnostic) {
    if let failure { throw failure }
    guard appender.hasWritten else { return }
    try appender.flush()
    try BalanceCheck.run(in: state.file, afterSequence: before)
  }

  /// Whether the state in memory may hold what the file does not.
  var hasWritten: Bool { appender.hasWritten || failure != nil }

  private func storing<Result>(_ body: () throws(Diagnostic) -> Result) throws(Diagnostic) -> Result {
    do throws(Diagnostic) { return try body() } catch {
      failure = error
      throw error
    }
  }
}

extension BookWriter {
  /// Batches that have to stand before the next new event.
  private var batchesToOpen: [Event] {
    if hasBatch { return incomingBatch.map { [$0] } ?? [] }
    return [batch] + (incomingBatch.map { [$0] } ?? [])
  }

  private func write(batch: Event) throws(Diagnostic) {
    let recorded = try state.recorder.record(batch, sequence: state.sequence + 1)
    let text = state.writer.canonical(batch)
    _ = try appender.store(recorded, text: text, leaf: ChainDigest(of: text))
  }

  /// Notices whether what comes in is a print of this very chain.
  private func follow(_ text: [UInt8]) throws(Diagnostic) {
    guard followed >= 0, followed < before else { return }
    followed = try state.file.text(of: followed + 1) == text ? followed + 1 : -1
  }

  /// Whether incoming batches carry this chain on: the book is new, or all of it came in before. Books of two persons
  /// take over no more than a whole print: nobody could tell who wrote the batches of a longer one.
  private var carriesChain: Bool { before == 1 || (followed == before && register.approval == .one) }

  /// A `book` event opens no second book; it must agree with the one that there is.
  private func skip(book event: Event) throws(Diagnostic) -> Appended {
    let genesis = try Genesis.read(from: state.file, rules: state.register.timeline.ruleSets[0])
    guard let field = genesis.conflicts(with: event).first else { return .alreadyRecorded(1) }
    throw Diagnostic(
      .conflictingFields, Wording("这些事项出自另外的账簿：\(field) 不同", "these events were recorded in other books: \(field) differs"),
      hint: Wording("导入新账簿，或删去 book 一行", "import them into a new book, or remove the book line"), at: event.position(of: field))
  }

  /// A batch that carries the chain on is recorded as it is; another one is noted beside the batch of this transaction.
  private func open(batch event: Event, _ text: [UInt8], _ leaf: ChainDigest) throws(Diagnostic) -> Appended {
    if !carriesChain {
      if let known = try known(event, text, EventIdentity.hash(of: event, leaf: leaf)) {
        incomingBatch = nil
        return .alreadyRecorded(known)
      }
      // Where two persons are asked for, the batches of other books prove nothing.
      if register.approval == .one { incomingBatch = event }
      return .noted
    }
    let recorded = try state.recorder.record(event, sequence: state.sequence + 1)
    return try storing { () throws(Diagnostic) in
      hasBatch = true
      _ = try appender.store(recorded, text: text, leaf: leaf)
      return .recorded(recorded, vouchers: [], first: 0)
    }
  }

  /// Where the book has an event already.
  private func known(_ event: Event, _ text: [UInt8], _ hash: Int64) throws(Diagnostic) -> Int64? {
    if let key = event.text("key") { return try known(key: key, hash, event, text) }
    if before == 1 { return nil }
    if try !appender.isStored(hash) { return nil }
    let held = try places(ofHash: hash, text)
    if held.isEmpty { return nil }
    let count = repeated[hash, default: 0]
    repeated[hash] = count + 1
    return count < held.count ? held[count] : nil
  }

  /// Where a text stands in the book as it was before the transaction.
  private func places(ofHash hash: Int64, _ text: [UInt8]) throws(Diagnostic) -> [Int64] {
    let rows = try state.file.statement(
      "SELECT e.seq FROM identity i CROSS JOIN event e ON e.seq = i.seq "
        + "WHERE i.hash = ? AND i.seq <= ? AND e.text = ? ORDER BY i.seq")
    rows.bind(1, hash)
    rows.bind(2, before)
    return try text.withUnsafeBufferPointer { text throws(Diagnostic) in
      rows.bind(3, text: text)
      var places: [Int64] = []
      while try rows.step() { places.append(rows.int(0)) }
      return places
    }
  }

  private func known(key: String, _ hash: Int64, _ event: Event, _ text: [UInt8]) throws(Diagnostic) -> Int64? {
    let place: Int64?
    if let pending = appender.pendingSequence(ofHash: hash) {
      try appender.flushRecords()
      place = pending
    } else if try appender.isStored(hash) {
      place = try state.history.sequence(of: key)
    } else {
      place = nil
    }
    guard let place else { return nil }
    if try state.file.text(of: place) == text { return place }
    throw .duplicateKey(key, of: place, at: event.position(of: "key"))
  }
}
