import JournalText
import LedgerCore
import Portfolio
import Spreadsheets

/// What an import of a register would do, row by row: what is new, what the book has, what differs, what is left out.
public struct RegisterPlan {
  /// What is to become of one event of a row.
  public enum Fate: Sendable {
    /// It is new.
    case new
    /// The book has it, at this place in the chain.
    case known(Int64)
    /// The book has it with other values; nothing is recorded.
    case differs(Int64, [Difference])
    /// It says nothing that a row above did not say.
    case repeated
    /// It was refused.
    indirect case refused(Diagnostic)
  }

  /// A field in which a row and the book differ.
  public struct Difference: Hashable, Sendable {
    public let field: Field?
    /// What the book says, empty for nothing.
    public let old: String
    /// What the row says.
    public let new: String
  }

  /// One event of a row with its fate.
  public struct Line: Sendable {
    public var event: RegisterEvent
    public var fate: Fate
    /// Of a new event, the one of the book under the same document beside which it is taken for another instalment.
    var beside: RegisterHistory.Known?

    init(event: RegisterEvent, fate: Fate) {
      self.event = event
      self.fate = fate
    }
  }

  /// The events in the order of the rows.
  public private(set) var lines: [Line] = []
  /// Rows that are no data.
  public let skipped: [SkippedRow]
  /// Flaws of cells.
  public let problems: [Diagnostic]
  /// What the rows with flaws speak of.
  let flawedWords: [[String]]
  /// Totals of the register that its rows do not come to.
  public let totals: [TotalDifference]
  /// The first date of two digits for the year whose parts are taken in the usual order.
  let assumedDates: [AssumedDate]
  /// The table that was read.
  public let table: RegisterTable

  /// Plans the import of a table into books whose events are known.
  ///
  /// - Parameter asNew: the rows of which somebody says that they are new.
  init(_ table: RegisterTable, register: Register, matching: inout RegisterMatching, asNew: Set<Int>) {
    self.table = table
    let reading = RegisterReader(table, register: register).read()
    skipped = reading.skipped
    problems = reading.problems
    flawedWords = reading.flawedWords
    totals = reading.totals
    assumedDates = reading.assumedDates
    lines = matching.lines(of: reading.events, running: table.runningColumns, asNew: asNew)
  }

  /// The indices of the names that are to be recorded: programmes, companies, then deals.
  var newNames: [Int] {
    let ranks = ["programme": 0, "party": 1, "deal": 2]
    let new = newLines(declaringNames: true).map { (rank: ranks[lines[$0].event.event.kind.name] ?? 3, index: $0) }
    return new.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.map(\.index)
  }

  /// The indices of what happened that is to be recorded, in the order of rows, with its day.
  var newFacts: [(day: Day, index: Int)] {
    newLines(declaringNames: false).map { (lines[$0].event.event.effectiveDay, $0) }
  }

  private func newLines(declaringNames: Bool) -> [Int] {
    lines.indices.filter { index in
      guard case .new = lines[index].fate else { return false }
      return lines[index].event.slot.declaresName == declaringNames
    }
  }

  /// How many events the book, or a row above, has with other values; nothing is recorded of them, and somebody has to say which is right.
  public var differing: Int { lines.count { if case .differs = $0.fate { true } else { false } } }

  /// Whether rows are left out of which somebody has to say what is to become of them: void ones, and planned ones.
  public var hasOpenRows: Bool { skipped.contains { $0.reason.isOpen } }

  /// The events that a row above says already, but for names, which most rows repeat.
  public var repeated: [RegisterEvent] {
    lines.lazy.filter { if case .repeated = $0.fate { !$0.event.slot.declaresName } else { false } }.map(\.event)
  }

  /// Notes what became of a line.
  mutating func settle(_ index: Int, as fate: Fate) { lines[index].fate = fate }
}
