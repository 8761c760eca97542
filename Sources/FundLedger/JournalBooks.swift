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
  /// - Parameter keeping: how much is kept; `.balances` for balances alone.
  /// - Throws: `fileUnreadable` or `badUsage` (an unknown rule set); what is wrong inside is in `problems`.
  public init(
    reading path: String, keeping: MemoryLedger.Keeping = .everything, defaultRules: String = RuleSet.defaultName
  ) throws(Diagnostic) {
    let bytes = try EventFile(path: path).bytes
    let rules = try RuleSet.builtIn(BookHeader(peeking: bytes)?.rules ?? defaultRules)
    var books = JournalBooks(bytes, path, rules, keeping)
    // Reversals, repeated keys and balances within a month look back at what balances alone do not keep.
    if books.ledger.lacksHistory { books = JournalBooks(bytes, path, rules, .everything) }
    self = books
  }

  private init(_ bytes: [UInt8], _ path: String, _ rules: RuleSet, _ keeping: MemoryLedger.Keeping) {
    let ledger = MemoryLedger(rules: rules, keeping: keeping, numbersAsBook: true)
    let reader = JournalReader(register: ledger.register, loader: JournalBooks.load)
    var warnings: [Diagnostic] = []
    self.problems = reader.read(bytes, file: path) { event throws(Diagnostic) in
      let recorded = try ledger.record(event)
      if !recorded.warnings.isEmpty && warnings.count < 1000 { warnings += recorded.warnings }
    }
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
