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
  /// Rows of which somebody says that they are new, though the book has something like them.
  public var asNew: Set<Int> = []
  /// Told now and then how many events of the tables are done, and of how many; rows, before these are read.
  public var progress: ((_ done: Int, _ total: Int) -> Void)?

  public init() {}

  /// Records the tables of one file into a book, in one transaction.
  ///
  /// - Throws: a failure of the store; what is wrong inside the file is in the outcome.
  public func run(_ tables: [RegisterTable], from file: EventFile, into book: Book) throws(Diagnostic) -> Outcome {
    try run(tables, from: [file], into: book)
  }

  /// Records tables of some files into a book, in one transaction and as one batch.
  ///
  /// - Parameter others: tables and journals of other events, which belong between those of the registers by their days.
  /// - Throws: a failure of the store; what is wrong inside the files is in the outcome.
  public func run(
    _ tables: [RegisterTable], from files: [EventFile], others: [EventFile] = [], into book: Book
  ) throws(Diagnostic) -> Outcome {
    let history = try RegisterHistory(of: book, kinds: Set(tables.flatMap { $0.kind.slots.map(\.kind) }))
    var outcome = Outcome(register: book.register)
    outcome.result.datesAhead = DatesAhead(today: files.first?.today ?? .never)
    let origin = EventFile.origin(of: files)
    var isDiscarded = false
    let renewal = try Renewal(book, takesAll: true)
    do throws(Diagnostic) {
      let work = { (writer: BookWriter) throws(Diagnostic) -> Void in
        try record(tables, others, writer.register, history, &outcome) { event, result throws(Diagnostic) in
          result.count(try renewal.append(event, to: writer), of: event)
        }
        if isDryRun || outcome.result.recorded == 0 || (!outcome.result.problems.isEmpty && !keepsGoing) {
          isDiscarded = true
          // Ends the transaction without a trace; nobody sees it.
          throw Diagnostic(.badUsage, Wording("没有记录任何内容", "nothing is recorded"))
        }
      }
      if book.register.approval == .one {
        try book.transaction(source: origin, work)
      } else {
        outcome.result.draft = try book.submit(source: origin, work).draft
        if let draft = outcome.result.draft { outcome.result.warnings += [try book.repetition(inDraft: draft)].compactMap(\.self) }
      }
      outcome.result.isCommitted = true
    } catch {
      if !isDiscarded { throw error }
    }
    outcome.result.warnings += [outcome.result.datesAhead.warning].compactMap(\.self)
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
  public func check(_ tables: [RegisterTable], others: [EventFile] = []) throws(Diagnostic) -> Outcome {
    let header = others.lazy.compactMap(\.header).first
    let ledger = MemoryLedger(rules: try RuleFiles.ruleSet(header?.rules ?? RuleSet.defaultName), numbersAsBook: true)
    var outcome = Outcome(register: ledger.register)
    try record(tables, others, ledger.register, RegisterHistory(), &outcome) { event, result throws(Diagnostic) in
      result.warnings += try ledger.record(event).warnings
      if event.kind.group != .book { result.recorded += 1 }
    }
    return outcome
  }

  /// Hands on the events of tables for books that have none yet; those that are refused are noted in their lines.
  func read(
    _ tables: [RegisterTable], register: Register, _ receive: JournalReader.Receiver
  ) throws(Diagnostic) -> Outcome {
    var outcome = Outcome(register: register)
    try record(tables, [], register, RegisterHistory(), &outcome) { event, result throws(Diagnostic) in
      try receive(event)
      result.recorded += 1
    }
    return outcome
  }

  /// So many events lie between two reports of the progress.
  private static let progressStep = 500

  typealias Receiver = (Event, inout BookImport.Outcome) throws(Diagnostic) -> Void

  /// Plans one table after the other and records its names, so that a later one knows the deals of those before it; then what
  /// happened of all tables, in the order of days: a carry-over of a budget speaks of deals, and deals are paid out of budgets.
  ///
  /// Of other events the names come before all tables, the rest after what the tables tell of its day; see `OtherEvents.place`.
  private func record(
    _ tables: [RegisterTable], _ others: [EventFile], _ register: Register, _ history: RegisterHistory, _ outcome: inout Outcome,
    _ receive: Receiver
  ) throws(Diagnostic) {
    progress?(0, tables.reduce(0) { $0 + $1.sheet.rows.count })
    let refused = keepsGoing ? nil : RefusedEvents()
    var reading = OtherEvents(history: history, result: outcome.result)
    // A journal may declare what tables speak of.
    let inOrder = others.filter { $0.form == .journal } + others.filter { $0.form != .journal }
    for file in inOrder { try reading.read(file, register, refused, receive) }
    outcome.result = reading.result
    var matching = RegisterMatching(history: reading.history, writer: JournalWriter(register: register))
    for table in RegisterImport.inOrder(tables) {
      let plan = RegisterPlan(table, register: register, matching: &matching, asNew: asNew)
      if let missing = RegisterWords.missing(asNew, in: plan) { throw missing }
      tell(plan, refused, register, &outcome.result)
      outcome.plans.append(plan)
      for index in plan.newNames {
        try record(index, of: &outcome.plans[outcome.plans.count - 1], register, refused, &outcome.result, receive)
      }
    }
    var facts: [(place: (day: Day, rank: Int), plan: Int, index: Int)] = []
    for (number, plan) in outcome.plans.enumerated() {
      facts += plan.newFacts.map { (OtherEvents.place(ofRowOn: $0.day), number, $0.index) }
    }
    let total = outcome.plans.reduce(0) { $0 + $1.lines.count }
    // What the books have, and names, are done with.
    var done = total - facts.count
    progress?(done, total)
    facts += reading.later.enumerated().map { (OtherEvents.place(of: $1), .max, $0) }
    facts.sort { ($0.place.day, $0.place.rank, $0.plan, $0.index) < ($1.place.day, $1.place.rank, $1.plan, $1.index) }
    var lines = SourceLines()
    for (_, plan, index) in facts {
      if plan == .max {
        try OtherEvents.record(reading.later[index], register, refused, &outcome.result, &lines, receive)
      } else {
        try record(index, of: &outcome.plans[plan], register, refused, &outcome.result, receive)
        done += 1
        if done % RegisterImport.progressStep == 0 { progress?(done, total) }
      }
    }
    outcome.result.problems += [refused?.note].compactMap(\.self)
  }

  /// Budgets before what is paid out of them, investments before what came of them; tables of one register as they were named.
  private static func inOrder(_ tables: [RegisterTable]) -> [RegisterTable] {
    let ranks = tables.map { table in RegisterCatalog.kinds.firstIndex { $0.name == table.kind.name } ?? RegisterCatalog.kinds.count }
    return tables.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }.map { tables[$0] }
  }

  /// Counts what is known, and says what is wrong and what differs.
  private func tell(_ plan: RegisterPlan, _ refused: RefusedEvents?, _ register: Register, _ result: inout BookImport.Outcome) {
    result.problems += plan.problems
    // Whoever is told of a flawed row need not hear what follows from it.
    for words in plan.flawedWords { refused?.add(words: words, refusedBy: .badFieldValue) }
    for line in plan.lines {
      if case .known = line.fate { result.alreadyRecorded += 1 }
      if case .differs(let sequence, let differences) = line.fate {
        result.warnings.append(RegisterWords.warning(line.event, sequence, differences, plan.table))
      }
      if let beside = line.beside {
        result.warnings.append(RegisterWords.warning(line.event, beside: beside, plan.table, register))
      }
    }
  }

  /// Hands a new event on; a refused one is noted in its line, and one that only follows from another refused is counted.
  private func record(
    _ index: Int, of plan: inout RegisterPlan, _ register: Register, _ refused: RefusedEvents?, _ result: inout BookImport.Outcome,
    _ receive: Receiver
  ) throws(Diagnostic) {
    let told = result.warnings.count
    let event = plan.lines[index].event
    do throws(Diagnostic) { try receive(event.event, &result) } catch {
      if error.code.failureClass == .storage { throw error }
      let located = plan.table.located(RegisterWords.explained(error), of: event)
      plan.settle(index, as: .refused(located))
      let isFollowUp = refused?.explains(located, of: event.event, in: register) == true
      refused?.add(event.event, refusedBy: error.code)
      if !isFollowUp { result.problems.append(located) }
    }
    for index in result.warnings.indices.dropFirst(told) {
      result.warnings[index] = plan.table.placed(result.warnings[index])
    }
  }
}
