import JournalText
import LedgerCore
import Portfolio

/// One set of books in one SQLite file (DESIGN §4, Docs/book-file.md).
///
/// A book belongs to one thread; several processes and several books on the same file may be open at once.
public final class Book: LedgerSource {
  let file: BookFile
  /// The last event that the book shows; `Int64.max` for all that are recorded.
  public let knownAt: Int64
  private var state: BookState?
  let now: () -> String
  /// Who records with this opening of the book.
  public let actor: String
  private(set) var lastRegister: Register

  private init(file: BookFile, state: BookState, actor: String, now: @escaping () -> String) {
    self.file = file
    knownAt = state.limit
    self.state = state
    self.actor = actor
    self.now = now
    lastRegister = state.register
  }

  /// Makes a new book with its first event.
  ///
  /// - Parameters:
  ///   - base: commodity of amounts that name none; its decimals must be those that its code has everywhere.
  ///   - isStrict: whether a plain voucher may only name declared accounts.
  ///   - numbering: the series in which vouchers are numbered.
  ///   - approval: how many persons a voucher needs before it is posted.
  ///   - supervisors: who may allow a closed period to be reopened, separated by commas; anybody when empty.
  ///   - actor: who records, kept in every batch.
  ///   - now: the instant in UTC as `2026-11-23T10:00:00Z`, asked at every batch.
  /// - Throws: `bookExists` when anything stands at the path, and what the store refuses.
  public static func create(
    at path: String, title: String, rules: RuleSet, base: Commodity = .renminbi, isStrict: Bool = false,
    numbering: Numbering = .single, approval: Approval = .one, supervisors: String = "",
    actor: String = "", now: @escaping () -> String
  ) throws(Diagnostic) -> Book {
    let genesis = try Genesis.make(
      title: title, rules: rules, base: base, isStrict: isStrict, numbering: numbering, approval: approval,
      supervisors: supervisors)
    let file = try BookFile.create(at: path)
    let state = try file.transaction { () throws(Diagnostic) in
      // Another process may have made a book in the meantime.
      try BookSchema.checkEmpty(file)
      return try begin(file, genesis, rules)
    }
    return Book(file: file, state: state, actor: actor, now: now)
  }

  /// Makes the tables and records the first event, inside a transaction of the caller.
  static func begin(_ file: BookFile, _ genesis: Genesis, _ rules: RuleSet) throws(Diagnostic) -> BookState {
    try BookSchema.make(in: file)
    try StoredRules.write(rules, to: file)
    let state = BookState(file: file, rules: rules, base: genesis.base)
    let recorded = try state.recorder.record(genesis.event, sequence: 1)
    let text = state.writer.canonical(genesis.event)
    let appender = Appender(state)
    _ = try appender.store(recorded, text: text, leaf: ChainDigest(of: text))
    try appender.flush()
    return state
  }

  /// Opens the book in a file.
  ///
  /// - Parameters:
  ///   - patience: seconds to wait for another process that writes.
  ///   - knownAt: show the book as it was known at this event: names, declarations and everything recorded later are as
  ///     if they had never come. Such a book is for reading only.
  /// - Throws: `bookMissing`, `notABook`, `bookNewer`, `bookDamaged` and what the store refuses.
  public static func open(
    at path: String, readOnly: Bool = false, patience: Int = 10, actor: String = "", knownAt: Int64 = .max,
    now: @escaping () -> String = { "" }
  ) throws(Diagnostic) -> Book {
    let file = try BookFile.open(at: path, readOnly: readOnly || knownAt < .max, patience: patience)
    return Book(file: file, state: try BookState.load(file, limit: knownAt), actor: actor, now: now)
  }

  /// The same book as it was known at an event: its register and every figure are those that it showed then.
  public func asKnown(at sequence: Int64) throws(Diagnostic) -> Book {
    try Book.open(at: path, readOnly: true, knownAt: min(sequence, knownAt))
  }

  /// A moment that reaches no further than what the book shows.
  func bounded(_ moment: Moment) -> Moment { Moment(asOf: moment.asOf, knownAt: min(moment.knownAt, knownAt)) }

  /// The path of the file.
  public var path: String { file.path }
  /// Every name of the book. A failed transaction replaces it, so ask again after one.
  public var register: Register { lastRegister }
  /// The rule set in force now.
  public var rules: RuleSet { lastRegister.timeline.latest }

  /// Runs a piece of work as one transaction under one batch: all of it is on the disk at the end, or none of it.
  ///
  /// Waits for another process that writes, up to the patience of the opening. Read events inside, against
  /// `writer.register`.
  ///
  /// - Throws: what the work threw, or what the store refused; nothing is recorded then.
  public func transaction<Result>(
    source: BatchOrigin, _ body: (BookWriter) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    if file.isReadOnly {
      throw Diagnostic(
        .bookReadOnly, Wording("\(path) 只打开供读取", "\(path) was opened for reading only"), hint: Wording("打开供记录", "open it for recording"))
    }
    var hasWritten = false
    do throws(Diagnostic) {
      return try file.transaction { () throws(Diagnostic) in
        hasWritten = true
        let state = try current()
        defer { state.history.appender = nil }
        let writer = try BookWriter(state, batch: try batch(of: source), keepsText: source.isRehearsal)
        defer { hasWritten = writer.hasWritten }
        let result = try body(writer)
        try writer.finish()
        return result
      }
    } catch {
      if hasWritten { forget() }
      throw error
    }
  }

  private func batch(of source: BatchOrigin) throws(Diagnostic) -> Event {
    var event = Event(try Genesis.kind("batch"))
    event["recorded"] = .text(now())
    // Nobody has reviewed what is only tried; the name that stands for the reviewer is nobody's.
    let by = source.isRehearsal ? source.preparer + " ?" : actor
    if !by.isEmpty { event["by"] = .text(by) }
    if !source.preparer.isEmpty { event["preparer"] = .text(source.preparer) }
    if !source.source.isEmpty { event["source"] = .text(source.source) }
    if !source.digest.isEmpty { event["digest"] = .text(source.digest) }
    return event
  }

  /// Runs several readings on one and the same state of the book, whatever other processes record meanwhile.
  public func snapshot<Result>(_ body: () throws(Diagnostic) -> Result) throws(Diagnostic) -> Result {
    try file.snapshot { () throws(Diagnostic) in
      _ = try current()
      return try body()
    }
  }

  /// Runs a reading with the state in memory brought up to the file's.
  func reading<Result>(_ body: (BookState) throws(Diagnostic) -> Result) throws(Diagnostic) -> Result {
    try file.snapshot { () throws(Diagnostic) in try body(try current()) }
  }

  /// The state in memory, brought up to what other processes have recorded.
  private func current() throws(Diagnostic) -> BookState {
    if let state {
      // In a running transaction of this book the file holds nothing that memory does not.
      if let appender = state.history.appender { try appender.flush() } else { try state.refresh() }
      return state
    }
    let state = try BookState.load(file, limit: knownAt)
    (self.state, lastRegister) = (state, state.register)
    return state
  }

  /// Drops what a failed transaction may have left in memory.
  private func forget() {
    state = nil
    if let fresh = try? BookState.load(file, limit: knownAt) {
      (state, lastRegister) = (fresh, fresh.register)
    }
  }
}

extension Book {
  /// The value of one of SQLite's settings on this connection, such as `synchronous`.
  public func setting(_ name: String) throws(Diagnostic) -> String {
    try file.access { () throws(Diagnostic) in
      let row = try file.newStatement("PRAGMA \(name.filter { $0.isLetter || $0 == "_" })")
      guard try row.step() else { return "" }
      defer { row.reset() }
      return row.text(0)
    }
  }
}
