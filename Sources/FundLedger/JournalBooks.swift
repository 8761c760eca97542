import JournalText
import LedgerCore
import Portfolio

/// Books straight from a journal, without a book file.
public struct JournalBooks {
  /// The books that the journal amounts to, as far as it could be recorded.
  public let ledger: MemoryLedger
  /// All that is wrong with the journal; empty when nothing is.
  public let problems: [Diagnostic]
  /// What a person should know beside that.
  public let warnings: [Diagnostic]

  /// Reads a journal and all that it includes.
  ///
  /// - Parameters:
  ///   - keeping: how much is kept; `.balances` for balances alone.
  ///   - last: the number of the last event that is read; what follows it in the text is as if it were not there.
  /// - Throws: `fileUnreadable` or `badUsage` (an unknown rule set); what is wrong inside is in `problems`.
  public init(
    reading path: String, keeping: MemoryLedger.Keeping = .everything, defaultRules: String = RuleSet.defaultName,
    through last: Int64 = .max
  ) throws(Diagnostic) {
    let bytes = try EventFile(path: path).bytes
    let rules = try RuleSet.builtIn(BookHeader(peeking: bytes)?.rules ?? defaultRules)
    var books = JournalBooks(bytes, path, rules, keeping, last)
    // Reversals, repeated keys and balances within a month look back at what balances alone do not keep.
    if books.ledger.lacksHistory { books = JournalBooks(bytes, path, rules, .everything, last) }
    self = books
  }

  private init(
    _ bytes: [UInt8], _ path: String, _ rules: RuleSet, _ keeping: MemoryLedger.Keeping, _ last: Int64
  ) {
    let ledger = MemoryLedger(rules: rules, keeping: keeping, numbersAsBook: true)
    let refused = RefusedEvents()
    let reader = JournalReader(register: ledger.register, loader: JournalBooks.load, refused: refused)
    var warnings: [Diagnostic] = []
    let problems = reader.read(last < 1 ? [] : bytes, file: path) { event throws(Diagnostic) in
      if ledger.next(for: event) > last { return reader.stopsHere = true }
      let recorded = try ledger.record(event)
      // Stopped before the next event is read, which would make its accounts known.
      if recorded.sequence >= last { reader.stopsHere = true }
      if !recorded.warnings.isEmpty && warnings.count < 1000 { warnings += recorded.warnings }
    }
    self.problems = problems + [refused.note].compactMap(\.self)
    self.ledger = ledger
    self.warnings = warnings
  }

  /// Reads the file of an `include` line, relative to the file that has the line.
  public static func load(_ name: String, from file: String) throws(Diagnostic) -> (file: String, bytes: [UInt8]) {
    let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
    let path = name.first == "/" ? name : folder + name
    return (path, try FileBytes.read(path))
  }
}
