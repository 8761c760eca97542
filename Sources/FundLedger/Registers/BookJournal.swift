import BookStore
import JournalText
import LedgerCore
import Portfolio

/// The journal beside the registers of a book: how the book is opened, changes of its chart, the closings that stand, and what was
/// stated of balances, as far as it still holds.
struct BookJournal {
  /// The kinds of events that need their place among all others: what tables speak of, what divides them, what looks back at them.
  private static let placed: Set<String> = ["commodity", "switch", "close", "reopen", "assert"]
  /// Those of them that stand where they were recorded.
  private static let leading: Set<String> = ["commodity", "switch"]

  private let register: Register
  /// The events in the order in which the file has them, without the opening line.
  private(set) var events: [Event] = []
  private var opening: [Event] = []
  /// How many statements of balances are not in it, because more was recorded of their days later.
  private(set) var outdated = 0

  /// - Parameters:
  ///   - history: every event of the book that was not reversed, in the order of the chain.
  ///   - others: whether all other events are in it too, as they are where there is no register.
  init(of book: Book, _ history: [Event], others: Bool) throws(Diagnostic) {
    register = book.register
    let standing = BookJournal.standing(register.periods)
    let reader = JournalReader(register: register)
    var (opening, closings): ([Event], [Event]) = ([], [])
    try book.events { sequence, text throws(Diagnostic) in
      if sequence == 1 { return opening.append(try reader.event(parsing: text)) }
      guard let books = standing[sequence] else { return }
      closings += BookJournal.parts(of: try reader.event(parsing: text), in: books)
    }
    self.opening = opening
    events = history.filter { BookJournal.leading.contains($0.kind.name) || others && !BookJournal.holds($0) } + closings
    for event in history where event.kind.name == "assert" {
      if try BookJournal.holds(event, in: book) { events.append(event) } else { outdated += 1 }
    }
  }

  /// Whether an event belongs here and not in a table.
  static func holds(_ event: Event) -> Bool { placed.contains(event.kind.name) }

  /// The file, with a word on what it is for.
  ///
  /// - Parameter command: how the folder is imported.
  func bytes(chinese isChinese: Bool, command: String) -> [UInt8] {
    var out = TextBuffer()
    out.append(
      isChinese
        ? "; 台账和事项表之外的内容：账簿的名称和规则、新旧衔接、有效的结账、余额断言。\n; 重建账簿：\(command)\n\n"
        : "; What no table holds: title and rules of the book, changes of the chart, closings that stand, balances that were stated.\n"
          + "; To rebuild the book: \(command)\n\n")
    let writer = JournalWriter(register: register)
    for event in opening { writer.write(event, into: &out, style: .spaced) }
    for event in events {
      if event.kind === EventDeclaration.entry { out.append("\n") }
      writer.write(event, into: &out, style: .spaced)
    }
    return out.bytes
  }

  /// The closings that stand, by their place in the chain, with the books of which they do.
  private static func standing(_ periods: ClosedPeriods) -> [Int64: [AccountBook]] {
    var found: [Int64: [AccountBook]] = [:]
    for book in AccountBook.allCases {
      for closing in periods.closings(of: book) { found[closing.sequence, default: []].append(book) }
    }
    return found
  }

  /// A closing of some books; what it closed of others was reopened, or is closed by another one.
  private static func parts(of event: Event, in books: [AccountBook]) -> [Event] {
    if books.count == AccountBook.allCases.count { return [event] }
    return books.map { book in
      var part = event
      part["book"] = AccountBook.allCases.firstIndex(of: book).map { .choice($0) } ?? .absent
      // A key names one event only.
      if books.count > 1 { part["key"] = .absent }
      return part
    }
  }

  /// Whether a statement of a balance agrees with all that was recorded since.
  private static func holds(_ event: Event, in book: Book) throws(Diagnostic) -> Bool {
    guard let account = event.text("account").flatMap({ book.register.account(named: $0) }), let stated = event.amount("balance")
    else { return false }
    return try book.balance(of: account.id, stated.commodity, asOf: event.effectiveDay) == stated.minorUnits
  }
}
