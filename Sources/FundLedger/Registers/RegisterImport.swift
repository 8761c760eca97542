import BookStore
import JournalText
import LedgerCore
import Portfolio
import ReportDocument
import Spreadsheets

/// Records a register into a book: all of it or nothing, what the book has already left out.
public struct RegisterImport {
  /// What became of the registers.
  public struct Outcome {
    /// Every row of each table with what became of it.
    public var plans: [RegisterPlan] = []
    /// The names of the books, for showing amounts.
    public let register: Register
    /// Counts, problems and warnings, as of any import.
    public var result = BookImport.Outcome()
  }

  /// Record what can be recorded and report the rest.
  public var keepsGoing = false
  /// Check everything and record nothing.
  public var isDryRun = false
  /// The language of what is said of rows that differ.
  public var language = Language.en

  public init() {}

  /// Records tables in order into a book, in one transaction.
  ///
  /// - Throws: a failure of the store; what is wrong inside the file is in the outcome.
  public func run(_ tables: [RegisterTable], from file: EventFile, into book: Book) throws(Diagnostic) -> Outcome {
    let history = try RegisterHistory(of: book, kinds: Set(tables.flatMap { $0.kind.slots.map(\.kind) }))
    var outcome = Outcome(register: book.register)
    let origin = EventFile.origin(of: [file])
    var isDiscarded = false
    let renewal = try Renewal(book, takesAll: true)
    do throws(Diagnostic) {
      let work = { (writer: BookWriter) throws(Diagnostic) -> Void in
        try record(tables, writer.register, history, &outcome) { event, result throws(Diagnostic) in
          result.count(try renewal.append(event, to: writer), of: event)
        }
        if isDryRun || outcome.result.recorded == 0 || (!outcome.result.problems.isEmpty && !keepsGoing) {
          isDiscarded = true
          // Ends the transaction without a trace; nobody sees it.
          throw Diagnostic(.badUsage, "nothing is recorded")
        }
      }
      if book.register.approval == .one { try book.transaction(source: origin, work) } else {
        outcome.result.draft = try book.submit(source: origin, work).draft
      }
      outcome.result.isCommitted = true
    } catch {
      if !isDiscarded { throw error }
    }
    outcome.result.warnings += RegisterImport.doubled(outcome.plans, history)
    return outcome
  }

  /// Rows that count beside what was reversed only on a later day.
  private static func doubled(_ plans: [RegisterPlan], _ history: RegisterHistory) -> [Diagnostic] {
    var found: [RegisterHistory.Reversed] = []
    for line in plans.flatMap(\.lines) {
      guard case .new = line.fate, let reversed = history.reversedLater(than: line.event.event) else { continue }
      found.append(reversed)
    }
    return found.prefix(1).map {
      Renewal.doubled($0.known.sequence, $0.known.event.effectiveDay, by: $0.reversal, $0.until, more: found.count - 1)
    }
  }

  /// Tries tables on books in memory, where there is no book yet.
  public func check(_ tables: [RegisterTable]) throws(Diagnostic) -> Outcome {
    let ledger = MemoryLedger(rules: try RuleFiles.ruleSet(RuleSet.defaultName), numbersAsBook: true)
    var outcome = Outcome(register: ledger.register)
    try record(tables, ledger.register, RegisterHistory(), &outcome) { event, result throws(Diagnostic) in
      result.warnings += try ledger.record(event).warnings
      result.recorded += 1
    }
    return outcome
  }

  /// Hands on the events of tables for books that have none yet; those that are refused are noted in their lines.
  func read(
    _ tables: [RegisterTable], register: Register, _ receive: JournalReader.Receiver
  ) throws(Diagnostic) -> Outcome {
    var outcome = Outcome(register: register)
    try record(tables, register, RegisterHistory(), &outcome) { event, result throws(Diagnostic) in
      try receive(event)
      result.recorded += 1
    }
    return outcome
  }

  private typealias Receiver = (Event, inout BookImport.Outcome) throws(Diagnostic) -> Void

  /// Plans and records one table after the other, so that a later one knows the deals of those before it.
  private func record(
    _ tables: [RegisterTable], _ register: Register, _ history: RegisterHistory, _ outcome: inout Outcome,
    _ receive: Receiver
  ) throws(Diagnostic) {
    var matching = RegisterMatching(history: history, writer: JournalWriter(register: register))
    let refused = keepsGoing ? nil : RefusedEvents()
    for table in tables {
      var plan = RegisterPlan(table, register: register, matching: &matching)
      try record(&plan, register, refused, &outcome.result, receive)
      outcome.plans.append(plan)
    }
    outcome.result.problems += [refused?.note].compactMap(\.self)
  }

  /// Hands the new events on in order; a refused one is noted in its line, and one that only follows from it counted.
  private func record(
    _ plan: inout RegisterPlan, _ register: Register, _ refused: RefusedEvents?, _ result: inout BookImport.Outcome,
    _ receive: Receiver
  ) throws(Diagnostic) {
    result.problems += plan.problems
    // Whoever is told of a flawed row need not hear what follows from it.
    for words in plan.flawedWords { refused?.add(words: words, refusedBy: .badFieldValue) }
    for line in plan.lines {
      if case .known = line.fate { result.alreadyRecorded += 1 }
      if case .differs(let sequence, let differences) = line.fate {
        result.warnings.append(RegisterWords.warning(line.event, sequence, differences, plan.table, in: language))
      }
    }
    let told = result.warnings.count
    for index in plan.order {
      let event = plan.lines[index].event
      do throws(Diagnostic) { try receive(event.event, &result) } catch {
        if error.code.failureClass == .storage { throw error }
        let located = plan.table.located(error, of: event)
        plan.settle(index, as: .refused(located))
        let isFollowUp = refused?.explains(located, of: event.event, in: register) == true
        refused?.add(event.event, refusedBy: error.code)
        if !isFollowUp { result.problems.append(located) }
      }
    }
    for index in result.warnings.indices.dropFirst(told) {
      result.warnings[index] = plan.table.placed(result.warnings[index])
    }
  }
}
