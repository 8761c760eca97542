import BookStore
import JournalText
import LedgerCore
import Portfolio
import Reports
import Spreadsheets

/// Writes events one after the other in a form that reads back.
public struct EventPrinter {
  /// The forms that events can be written in.
  public enum Form: Sendable {
    /// A journal spaced for people.
    case spaced
    /// The canonical text as the book keeps it.
    case compact
    /// A table of events, for spreadsheets; without the lines of the book itself.
    case csv
    /// One object a line (JSON Lines), without the lines of the book itself.
    case json

    /// The form of a name as typed; nil for an unknown one.
    public init?(_ name: String, isCompact: Bool) {
      switch name {
      case "text", "journal": self = isCompact ? .compact : .spaced
      case "csv": self = .csv
      case "json", "jsonl": self = .json
      default: return nil
      }
    }
  }

  let form: Form
  /// Leaves out the `book` and `batch` events, which say who recorded what when.
  public var isEventsOnly = false
  /// Writes the number of each event before it, as a comment that reading skips.
  public var isNumbered = false
  /// Only the events that it selects.
  public var query = Query.all
  /// The day on which registers are read, by which years of two digits are told.
  public var today = Day.never
  /// Bytes are handed on in pieces of about this size.
  private static let chunkSize = 1 << 18

  public init(form: Form) { self.form = form }

  /// Writes the events of a book at a moment.
  ///
  /// Canonical texts are gathered into pieces and each piece is read as one journal, which costs a third of reading
  /// event by event.
  public func write(_ book: Book, at moment: Moment, to sink: @escaping ([UInt8]) -> Void) throws(Diagnostic) {
    if !query.isEverything { return try writeSelection(book, at: moment, to: sink) }
    if form == .csv { return sink(try table(of: book, at: moment)) }
    if form == .json || isEventsOnly { return try writeRenumbered(book, at: moment, to: sink) }
    let spacer = Spacer(book.register, self)
    if isNumbered { return try writeNumbered(book, at: moment, spacer, to: sink) }
    var gathered: [UInt8] = []
    var isFirst = true
    try book.events(at: moment) { _, text throws(Diagnostic) in
      gathered += text
      if gathered.count < EventPrinter.chunkSize { return }
      sink(try spacer.spaced(gathered, isFirst: isFirst))
      gathered.removeAll(keepingCapacity: true)
      isFirst = false
    }
    if !gathered.isEmpty { sink(try spacer.spaced(gathered, isFirst: isFirst)) }
  }

  /// Writes event by event, each below a comment with its number.
  private func writeNumbered(
    _ book: Book, at moment: Moment, _ spacer: Spacer, to sink: @escaping ([UInt8]) -> Void
  ) throws(Diagnostic) {
    var out: [UInt8] = []
    try book.events(at: moment) { sequence, text throws(Diagnostic) in
      out += Array("; #\(sequence)\n".utf8) + (try spacer.spaced(text, isFirst: true))
      if out.count < EventPrinter.chunkSize { return }
      sink(out)
      out.removeAll(keepingCapacity: true)
    }
    sink(out)
  }

  /// Turns canonical text into the form that is wanted.
  private struct Spacer {
    let reader: JournalReader
    let writer: JournalWriter
    let printer: EventPrinter

    init(_ register: Register, _ printer: EventPrinter) {
      reader = JournalReader(register: register)
      writer = JournalWriter(register: register)
      self.printer = printer
    }

    func spaced(_ text: [UInt8], isFirst: Bool) throws(Diagnostic) -> [UInt8] {
      if printer.form == .compact { return text }
      var out = TextBuffer()
      out.bytes.reserveCapacity(text.count * 2)
      var isFirst = isFirst
      let problems = text.withUnsafeBufferPointer { text in
        reader.read(stored: text) { event throws(Diagnostic) in
          printer.append(event, writer, isFirst: isFirst, into: &out)
          isFirst = false
        }
      }
      if let problem = problems.first { throw problem }
      return out.bytes
    }
  }

  /// All events as one table; its columns depend on the kinds that there are, so it is written at the end.
  private func table(of book: Book, at moment: Moment) throws(Diagnostic) -> [UInt8] {
    var events: [Event] = []
    try renumbered(book, at: moment) { _, event throws(Diagnostic) in events.append(event) }
    return EventCSVWriter.table(of: events, register: book.register, namesKind: true)
  }

  private func writeRenumbered(
    _ book: Book, at moment: Moment, to sink: @escaping ([UInt8]) -> Void
  ) throws(Diagnostic) {
    let writer = JournalWriter(register: book.register)
    var out = TextBuffer()
    var isFirst = true
    try renumbered(book, at: moment) { number, event throws(Diagnostic) in
      if isNumbered && form != .json { out.append("; #\(number)\n") }
      append(event, writer, isFirst: isFirst || isNumbered, into: &out)
      isFirst = false
      if out.bytes.count < EventPrinter.chunkSize { return }
      sink(out.bytes)
      out.bytes.removeAll(keepingCapacity: true)
    }
    sink(out.bytes)
  }

  /// Events without those of the book itself, each with the number that it will have in a new book; what refers to
  /// another by number refers to that number.
  private func renumbered(
    _ book: Book, at moment: Moment, _ body: (Int64, Event) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    let reader = JournalReader(register: book.register)
    // A new book has its `book` and a `batch` event before the first.
    var number: Int64 = 2
    var numbers: [Int64: Int64] = [:]
    try book.events(at: moment) { sequence, text throws(Diagnostic) in
      var event = try reader.event(parsing: text)
      if event.kind.group == .book { return }
      number += 1
      numbers[sequence] = number
      for index in event.kind.fields.indices where event.kind.fields[index].type == .events {
        guard case .text(let list) = event.values[index] else { continue }
        event.values[index] = .text(EventList.renumbered(list) { numbers[$0] })
      }
      for index in event.kind.fields.indices where event.kind.fields[index].type == .event {
        guard case .text(let reference) = event.values[index], reference.first == "#",
          let old = Int64(reference.dropFirst()), let new = numbers[old]
        else { continue }
        event.values[index] = .text("#\(new)")
      }
      try body(number, event)
    }
  }

  /// Writes the events of journals and registers at a moment, read through once; what lies behind the moment is not read.
  public func write(
    journals paths: [String], at moment: Moment = .latest, to sink: @escaping ([UInt8]) -> Void
  ) throws(Diagnostic) -> [Diagnostic] {
    var out = TextBuffer()
    let files = try paths.map { path throws(Diagnostic) in
      var file = try EventFile(path: path)
      file.today = today
      return file
    }
    let header = files.lazy.compactMap(\.header).first
    let ledger = MemoryLedger(rules: try RuleSet.builtIn(header?.rules ?? RuleSet.defaultName), numbersAsBook: true)
    let writer = JournalWriter(register: ledger.register)
    if files.first?.form.peer != nil, query.isEverything, let book = EventPrinter.opening(header) {
      append(book, writer, isFirst: true, into: &out)
    }
    var kept: [(sequence: Int64, event: Event)] = []
    let refused = RefusedEvents()
    var last: Int64 = 0
    let receive = { (event: Event) throws(Diagnostic) -> Void in
      if ledger.next(for: event) > moment.knownAt { return last = .max }
      last = try ledger.record(event).sequence
      if event.effectiveDay > moment.asOf { return }
      if form == .csv || !query.isEverything { return kept.append((last, event)) }
      append(event, writer, isFirst: out.bytes.isEmpty, into: &out)
      if out.bytes.count >= EventPrinter.chunkSize {
        sink(out.bytes)
        out.bytes.removeAll(keepingCapacity: true)
      }
    }
    var problems: [Diagnostic] = []
    for file in files where last < moment.knownAt {
      problems += try file.read(
        register: ledger.register, refused: refused, until: { last >= moment.knownAt }, receive)
    }
    if !query.isEverything {
      let selection = try EventSelection(query, ledger, moment: moment)
      kept.removeAll { !selection.contains($0.event, at: $0.sequence) }
      out.bytes = bytes(of: kept, ledger.register)
    } else if form == .csv {
      out.bytes = EventCSVWriter.table(
        of: kept.map(\.event).filter { $0.kind.group != .book }, register: ledger.register, namesKind: true)
    }
    sink(out.bytes)
    return problems + [refused.note].compactMap(\.self)
  }

  /// The line that opens books for a peer's journal: it has none, and its accounts stand under no official chart.
  private static func opening(_ header: BookHeader?) -> Event? {
    guard let header, let kind = EventCatalog.kind(named: "book") else { return nil }
    var event = Event(kind)
    event["title"] = .text(header.title)
    event["rules"] = .text(header.rules)
    return event
  }

  func append(_ event: Event, _ writer: JournalWriter, isFirst: Bool, into out: inout TextBuffer) {
    if (isEventsOnly || form == .json) && event.kind.group == .book { return }
    if form == .json {
      EventJSONWriter(register: writer.register).write(event, into: &out)
      return out.append("\n")
    }
    let isPlain = event.kind === EventDeclaration.entry
    // A blank line before plain vouchers and batches, as people write them.
    if form == .spaced && (isPlain || event.kind.name == "batch") && !isFirst { out.append("\n") }
    writer.write(event, into: &out, style: form == .spaced ? .spaced : .compact)
  }
}
