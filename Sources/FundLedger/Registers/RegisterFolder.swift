import BookStore
import JournalText
import LedgerCore
import Portfolio
import Spreadsheets

/// A book as registers in one folder, with a table of the events that no register holds and a journal of what needs its place among
/// all of them: imported together they give the same books.
public struct RegisterFolder {
  /// A file that was written.
  public struct Written: Sendable {
    /// Its name in the folder.
    public let name: String
    /// How many rows it has, or events.
    public let rows: Int
    /// Whether it is a table, and not the journal.
    public let isTable: Bool
  }

  /// What was written, and what was not.
  public struct Outcome: Sendable {
    public internal(set) var files: [Written] = []
    /// How many events are in no file: matches and statements, which speak of others by their number.
    public internal(set) var left = 0
    /// How many statements of balances are in no file: more was recorded of their days later.
    public internal(set) var outdated = 0
    /// The name of a rule set of the book that does not come with the program: whoever rebuilds the book needs its file.
    public internal(set) var ownRules: String?
  }

  private let book: Book
  private let isChinese: Bool
  /// Whether registers are workbooks; the table of other events is text in any case.
  private let isWorkbook: Bool

  public init(of book: Book, chinese isChinese: Bool, workbooks isWorkbook: Bool) {
    self.book = book
    self.isChinese = isChinese
    self.isWorkbook = isWorkbook
  }

  /// Writes the folder, which must not be there, or be empty.
  ///
  /// - Parameter command: how the folder is imported, said in its journal.
  /// - Throws: `folderExists`, `storeFailed`.
  public func write(to path: String, command: String) throws(Diagnostic) -> Outcome {
    let history = try RegisterHistory(of: book, kinds: Set(EventCatalog.kinds.filter { $0.group != .book && $0.name != "reverse" }))
    try FileBytes.makeFolder(path)
    let late = RegisterFolder.afterOthers(history.events)
    let inOrder = history.events.indices.filter { !late.contains($0) }.map { history.events[$0] }
    var outcome = Outcome()
    for kind in RegisterCatalog.kinds {
      let kinds = Set(kind.slots.filter(\.isWritten).map(\.kind))
      let sheet = RegisterSheet(
        of: inOrder.filter { kinds.contains($0.kind) }, kind: kind, register: book.register, chinese: isChinese)
      if sheet.rows.isEmpty { continue }
      let name = (isChinese ? kind.chinese : kind.name) + (isWorkbook ? ".xlsx" : ".csv")
      let place = "\(path)/\(name)"
      if isWorkbook { try sheet.writeWorkbook(to: place) } else { try FileBytes.write(sheet.csv(mark: true), to: place) }
      outcome.files.append(Written(name: name, rows: sheet.rows.count, isTable: true))
    }
    try writeOthers(history.events, late, to: path, command, &outcome)
    outcome.ownRules =
      book.register.timeline.ruleSets.first { rules in
        (try? RuleSet.builtIn(rules.name))?.source != rules.source
      }?.name
    return outcome
  }

  /// Writes what no register holds. Without any register all of it is in the journal, in the order of the chain.
  private func writeOthers(
    _ events: [Event], _ late: Set<Int>, to path: String, _ command: String, _ outcome: inout Outcome
  ) throws(Diagnostic) {
    let held = Set(RegisterCatalog.kinds.flatMap { $0.slots.filter(\.isWritten).map(\.kind) })
    let investees = Set(events.filter { $0.kind.name == "deal" }.compactMap { $0.text("party") })
    let rest = events.indices.filter { index in
      let event = events[index]
      // Investees stand beside their deals; other parties in no register.
      return event.kind.name == "party" ? !investees.contains(event.text("name") ?? "") : late.contains(index) || !held.contains(event.kind)
    }.map { events[$0] }
    let others = rest.filter { !RegisterFolder.refersByNumber($0) }
    let table = others.filter { !BookJournal.holds($0) }
    let hasRegisters = !outcome.files.isEmpty
    let journal = try BookJournal(of: book, hasRegisters ? events : others, others: !hasRegisters)
    let name = isChinese ? "账簿.journal" : "book.journal"
    try FileBytes.write(journal.bytes(chinese: isChinese, command: command), to: "\(path)/\(name)")
    outcome.files.append(Written(name: name, rows: journal.events.count + 1, isTable: false))
    if hasRegisters && !table.isEmpty {
      let name = isChinese ? "其他事项.csv" : "other-events.csv"
      let bytes = EventCSVWriter.table(of: table, register: book.register, chinese: isChinese, namesKind: true)
      try FileBytes.write([0xEF, 0xBB, 0xBF] + bytes, to: "\(path)/\(name)")
      outcome.files.append(Written(name: name, rows: table.count, isTable: true))
    }
    outcome.left = rest.count - others.count
    outcome.outdated = journal.outdated
  }

  /// One deal on one day.
  private struct DealDay: Hashable {
    let deal: String
    let day: Day
  }

  /// The places of events that follow others of their deal and day which an import of registers puts behind them, such as a
  /// payment after a valuation: the order says what the valuation holds. They stand in the table of other events, which comes
  /// after the registers of its day.
  private static func afterOthers(_ events: [Event]) -> Set<Int> {
    var ranks: [String: Int] = [:]
    for (rank, kind) in RegisterCatalog.kinds.enumerated() {
      for slot in kind.slots where slot.isWritten && !slot.declaresName { ranks[slot.kind.name] = rank }
    }
    var (late, last): (Set<Int>, [DealDay: Int]) = ([], [:])
    for (index, event) in events.enumerated() {
      guard let rank = ranks[event.kind.name], let deal = event.text("deal") else { continue }
      let place = DealDay(deal: deal, day: event.effectiveDay)
      if rank < last[place] ?? 0 {
        // Whatever comes later on the day follows it.
        late.insert(index)
        last[place] = RegisterCatalog.kinds.count
      } else {
        last[place] = rank
      }
    }
    return late
  }

  /// Whether an event speaks of another by its place in the chain, which it does not have in another book.
  private static func refersByNumber(_ event: Event) -> Bool {
    event.kind.fields.contains { field in
      guard field.type == .event || field.type == .events, let text = event.text(field.name) else { return false }
      return text.contains("#")
    }
  }
}
