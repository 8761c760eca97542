import JournalText
import LedgerCore
import Portfolio
import ReportDocument

/// Books straight from a journal or a register, without a book file.
public struct JournalBooks {
  /// The books that the journal amounts to, as far as it could be recorded.
  public let ledger: MemoryLedger
  /// All that is wrong with the file; empty when nothing is.
  public let problems: [Diagnostic]
  /// What a person should know beside that.
  public let warnings: [Diagnostic]
  /// What of a peer's journal, or of a register, was left out or read a little differently, and amounts that became parts of
  /// names; among the warnings too.
  public let remarks: [Diagnostic]

  /// Reads a journal and all that it includes, or a register as an office keeps it (台账), with the mapping beside it.
  ///
  /// - Parameters: as of several files.
  /// - Throws: `fileUnreadable` or `badUsage` (an unknown rule set); what is wrong inside is in `problems`.
  public init(
    reading path: String, keeping: MemoryLedger.Keeping = .everything, defaultRules: String = RuleSet.defaultName,
    through last: Int64 = .max, today: Day = .never
  ) throws(Diagnostic) {
    try self.init(
      reading: [path], keeping: keeping, defaultRules: defaultRules, through: last, today: today)
  }

  /// Reads journals and registers, one after the other.
  ///
  /// - Parameters:
  ///   - keeping: how much is kept; `.balances` for balances alone.
  ///   - last: the number of the last event that is read; what follows it in the text is as if it were not there.
  ///   - today: the day on which they are read, by which years of two digits in registers are told.
  /// - Throws: `fileUnreadable` or `badUsage` (an unknown rule set); what is wrong inside is in `problems`.
  public init(
    reading paths: [String], keeping: MemoryLedger.Keeping = .everything, defaultRules: String = RuleSet.defaultName,
    through last: Int64 = .max, today: Day = .never
  ) throws(Diagnostic) {
    var files: [EventFile] = []
    for path in paths {
      var file = try EventFile(path: path)
      file.today = today
      files.append(file)
    }
    let rules = try RuleSet.builtIn(files.lazy.compactMap(\.header).first?.rules ?? defaultRules)
    var books = try JournalBooks(files, rules, keeping, last)
    // Reversals, repeated keys and balances within a month look back at what balances alone do not keep.
    if books.ledger.lacksHistory { books = try JournalBooks(files, rules, .everything, last) }
    self = books
  }

  private init(
    _ files: [EventFile], _ rules: RuleSet, _ keeping: MemoryLedger.Keeping, _ last: Int64
  ) throws(Diagnostic) {
    let ledger = MemoryLedger(rules: rules, keeping: keeping, numbersAsBook: true)
    let refused = RefusedEvents()
    var (warnings, remarks, problems): ([Diagnostic], [Diagnostic], [Diagnostic]) = ([], [], [])
    var isDone = last < 1
    for file in files where !isDone {
      problems += try file.read(
        register: ledger.register, refused: refused, until: { isDone }, warn: { remarks += $0 }
      ) { event throws(Diagnostic) in
        if isDone || ledger.next(for: event) > last {
          isDone = true
          return
        }
        let recorded = try ledger.record(event)
        // Stopped before the next event is read, which would make its accounts known.
        if recorded.sequence >= last { isDone = true }
        if !recorded.warnings.isEmpty && warnings.count < 1000 { warnings += recorded.warnings }
      }
    }
    self.problems = problems + [refused.note].compactMap(\.self)
    self.ledger = ledger
    self.warnings = remarks + warnings
    self.remarks = remarks + warnings.filter { $0.code == .amountInName }
  }

  /// Reads the file of an `include` line, relative to the file that has the line.
  public static func load(_ name: String, from file: String) throws(Diagnostic) -> (file: String, bytes: [UInt8]) {
    let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
    let path = name.first == "/" ? name : folder + name
    return (path, try FileBytes.read(path))
  }
}
