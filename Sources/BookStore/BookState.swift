import JournalText
import LedgerCore
import Portfolio

/// What an open book keeps in memory: the register, the rules and where the chain stands.
///
/// It is dropped when a transaction fails, since the register may then know what was never recorded.
final class BookState {
  let file: BookFile
  let rules: RuleSet
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

  /// The state of a book without events.
  init(file: BookFile, rules: RuleSet, base: Commodity) {
    self.file = file
    self.rules = rules
    register = Register(rules: rules, base: base)
    ids = StoredIDs(file: file, register: register)
    reader = JournalReader(register: register)
    writer = JournalWriter(register: register)
    history = StoredHistory(file: file, register: register, ids: ids, reader: reader)
    recorder = Recorder(register: register, rules: rules, facts: history, history: history)
  }

  /// Reads the state of the book in a file.
  static func load(_ file: BookFile) throws(Diagnostic) -> BookState {
    try file.snapshot { () throws(Diagnostic) in
      let rules = try StoredRules.read(from: file)
      let state = BookState(file: file, rules: rules, base: try Genesis.read(from: file, rules: rules).base)
      try state.refresh()
      return state
    }
  }

  /// Takes in what other processes have recorded since.
  ///
  /// - Throws: `headMoved` when the chain in memory is not the beginning of the one in the file.
  func refresh() throws(Diagnostic) {
    let row = try file.statement("SELECT seq, vouchers, digest FROM event ORDER BY seq DESC LIMIT 1")
    guard try row.step() else { throw StoreFailure.damaged("the book has no events") }
    let (last, vouchers, digest) = (row.int(0), row.int(1), ChainDigest(stored: row.bytes(2)))
    row.reset()
    guard let digest else { throw StoreFailure.damaged("event \(last) has no digest") }
    guard (1...StoreFailure.numberMax).contains(last), (0...StoreFailure.numberMax).contains(vouchers) else {
      throw StoreFailure.damaged("the last event of the book is numbered \(last), its last voucher \(vouchers)")
    }
    if last == sequence && digest == self.digest { return }
    if sequence > 0 {
      guard last > sequence, try file.digest(of: sequence) == self.digest else {
        throw Diagnostic(
          .headMoved, "\(file.path) is no longer the book that was opened", hint: "open it again")
      }
      // Positions hold what was known before.
      recorder = Recorder(register: register, rules: rules, facts: history, history: history)
    }
    try restoreDeclarations(after: sequence)
    try ids.load()
    (sequence, voucher, self.digest) = (last, vouchers, digest)
  }

  private func restoreDeclarations(after sequence: Int64) throws(Diagnostic) {
    let rows = try file.statement("SELECT seq, text FROM event WHERE declares = 1 AND seq > ? ORDER BY seq")
    rows.bind(1, sequence)
    while try rows.step() {
      let place = rows.int(0)
      let text = Array(rows.bytes(1))
      do throws(Diagnostic) { try recorder.restore(try reader.event(parsing: text)) } catch {
        rows.reset()
        throw StoreFailure.damaged("event \(place) of the book cannot be read: \(error.message)")
      }
    }
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
