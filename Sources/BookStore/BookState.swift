import JournalText
import LedgerCore
import Portfolio

/// What an open book keeps in memory: the register, the rules and where the chain stands.
///
/// It is dropped when a transaction fails, since the register may then know what was never recorded.
final class BookState {
  let file: BookFile
  /// The last event that may be known; later ones are as if they had not been recorded.
  let limit: Int64
  /// Whether blocks are read where they hold the same as rows, which take longer.
  private let readsBlocks: Bool
  let register: Register
  let ids: StoredIDs
  let reader: JournalReader
  let writer: JournalWriter
  let history: StoredHistory
  private(set) var recorder: Recorder
  /// The last event of the chain.
  var sequence: Int64 = 0
  var digest = ChainDigest.genesis
  /// The id of the last voucher.
  var voucher: Int64 = 0
  /// Turnovers by month as they were read after an event.
  var keptSums: (sequence: Int64, rows: [MonthSum])?

  /// The state of a book without events.
  init(file: BookFile, rules: RuleSet, base: Commodity, limit: Int64 = .max, readsBlocks: Bool = true) {
    self.file = file
    self.limit = limit
    self.readsBlocks = readsBlocks
    register = Register(rules: rules, base: base)
    ids = StoredIDs(file: file, register: register)
    reader = JournalReader(register: register)
    writer = JournalWriter(register: register)
    history = StoredHistory(file: file, register: register, ids: ids, reader: reader, limit: limit)
    recorder = Recorder(register: register, facts: history, history: history)
  }

  /// Reads the state of the book in a file, as it was known at an event; where a block is damaged, from the records.
  static func load(_ file: BookFile, limit: Int64 = .max) throws(Diagnostic) -> BookState {
    try file.snapshot { () throws(Diagnostic) in
      do throws(Diagnostic) { return try load(file, limit, readsBlocks: true) } catch {
        guard error.code == .bookDamaged else { throw error }
        return try load(file, limit, readsBlocks: false)
      }
    }
  }

  private static func load(_ file: BookFile, _ limit: Int64, readsBlocks: Bool) throws(Diagnostic) -> BookState {
    let sets = try StoredRules.readAll(from: file)
    let base = try Genesis.read(from: file, rules: sets[0]).base
    let state = BookState(file: file, rules: sets[0], base: base, limit: limit, readsBlocks: readsBlocks)
    state.register.library = StoredRules.library(of: sets)
    try state.refresh()
    return state
  }

  /// Takes in what other processes have recorded since.
  ///
  /// - Throws: `headMoved` when the chain in memory is not the beginning of the one in the file.
  func refresh() throws(Diagnostic) {
    let row = try file.statement("SELECT seq, vouchers, digest FROM event ORDER BY seq DESC LIMIT 1")
    guard try row.step() else { throw StoreFailure.damaged(.bookWithoutEvents) }
    let (last, vouchers, digest) = (row.int(0), row.int(1), ChainDigest(stored: row.bytes(2)))
    row.reset()
    guard let digest else { throw StoreFailure.damaged(Wording("事项 #\(last) 没有摘要", "event \(last) has no digest")) }
    guard (1...StoreFailure.numberMax).contains(last), (0...StoreFailure.numberMax).contains(vouchers) else {
      throw StoreFailure.damaged(
        Wording(
          "账簿最后一笔事项的编号是 \(last)，最后一张凭证是 \(vouchers)",
          "the last event of the book is numbered \(last), its last voucher \(vouchers)"))
    }
    if last == sequence && digest == self.digest { return }
    if sequence > 0 {
      guard last > sequence, try file.digest(of: sequence) == self.digest else {
        throw Diagnostic(
          .headMoved, Wording("\(file.path) 已不是原先打开的账簿", "\(file.path) is no longer the book that was opened"),
          hint: Wording("打开期间被人替换；请重新执行", "somebody replaced it while it was open; repeat the command"))
      }
      // Positions hold what was known before, and another process may have brought a rule set.
      register.library = StoredRules.library(of: try StoredRules.readAll(from: file))
      recorder = Recorder(register: register, facts: history, history: history)
    }
    try restoreDeclarations(after: sequence)
    try ids.load(through: limit, readsBlocks: readsBlocks)
    register.noteKnownAccounts()
    (sequence, voucher, self.digest) = (last, vouchers, digest)
  }

  private func restoreDeclarations(after sequence: Int64) throws(Diagnostic) {
    var last = sequence
    if readsBlocks {
      let (blocks, end) = try DeclarationBlock.read(after: sequence, through: limit, in: file)
      try restore(blocks)
      last = end
    }
    try DeclarationBlock.readRows(after: last, through: limit, in: file) { place, text throws(Diagnostic) in
      do throws(Diagnostic) { try restore([place], text) } catch {
        throw StoreFailure.damaged(Wording("事项 #\(place)：", "event \(place): ") + error.sentence)
      }
    }
  }

  /// Enters the declarations of blocks; another core reads them ahead, with a register of its own that knows the base
  /// commodity alone. What needs more than that is read again with the register of the book.
  private func restore(_ blocks: [PackedDeclarations]) throws(Diagnostic) {
    let (rules, base) = (register.timeline.latest, register.base)
    try ConcurrentPieces.ahead(
      of: blocks,
      worker: {
        let reader = JournalReader(register: Register(rules: rules, base: base))
        return { reader.events(stored: $0.texts) }
      }
    ) { (block: PackedDeclarations, events: [Event]?) throws(Diagnostic) in
      guard let events, events.count == block.sequences.count else {
        return try block.texts.withUnsafeBufferPointer { texts throws(Diagnostic) in try restore(block.sequences, texts) }
      }
      do throws(Diagnostic) {
        for (sequence, event) in zip(block.sequences, events) { try recorder.restore(event, sequence: sequence) }
      } catch {
        throw BookState.unreadable(error.sentence)
      }
    }
  }

  /// Enters declarations that stand one behind the other in a text.
  private func restore(_ places: [Int64], _ texts: UnsafeBufferPointer<UInt8>) throws(Diagnostic) {
    var count = 0
    let problems = reader.read(stored: texts) { event throws(Diagnostic) in
      if count < places.count { try recorder.restore(event, sequence: places[count]) }
      count += 1
    }
    if problems.isEmpty && count == places.count { return }
    let reason =
      problems.first?.sentence
      ?? Wording("应有 \(places.count) 项登记，实有 \(count) 项", "\(count) declarations stand where \(places.count) should")
    throw BookState.unreadable(reason)
  }

  private static func unreadable(_ reason: Wording) -> Diagnostic {
    StoreFailure.damaged(Wording("账簿的一项登记不能读取：", "a declaration of the book cannot be read: ") + reason)
  }
}

extension JournalReader {
  /// The events that stand one behind the other in a text; nil when anything is wrong with it.
  fileprivate func events(stored texts: [UInt8]) -> [Event]? {
    var events: [Event] = []
    let problems = texts.withUnsafeBufferPointer { texts in
      read(stored: texts) { event throws(Diagnostic) in events.append(event) }
    }
    return problems.isEmpty ? events : nil
  }
}

extension BookFile {
  /// The chain's digest at an event, or nil when it has none.
  func digest(of sequence: Int64) throws(Diagnostic) -> ChainDigest? {
    let row = try statement("SELECT digest FROM event WHERE seq = ?")
    row.bind(1, sequence)
    guard try row.step() else { return nil }
    defer { row.reset() }
    return ChainDigest(stored: row.bytes(0))
  }

  /// The canonical text of an event, or nil when there is none.
  func text(of sequence: Int64) throws(Diagnostic) -> [UInt8]? {
    let row = try statement("SELECT text FROM event WHERE seq = ?")
    row.bind(1, sequence)
    guard try row.step() else { return nil }
    defer { row.reset() }
    return Array(row.bytes(0))
  }
}
