import BookStore
import JournalText
import LedgerCore
import Portfolio

/// Writes events one after the other in a form that reads back.
public struct EventPrinter {
  /// The forms that events can be written in.
  public enum Form: Sendable {
    /// A journal spaced for people.
    case spaced
    /// The canonical text as the book keeps it.
    case compact

    /// The form of a name as typed; nil for an unknown one.
    public init?(_ name: String, isCompact: Bool) {
      guard name == "text" || name == "journal" else { return nil }
      self = isCompact ? .compact : .spaced
    }
  }

  private let form: Form
  /// Leaves out the `book` and `batch` events, which say who recorded what when.
  public var isEventsOnly = false
  /// Bytes are handed on in pieces of about this size.
  private static let chunkSize = 1 << 18

  public init(form: Form) { self.form = form }

  /// Writes the events of a book at a moment.
  public func write(_ book: Book, at moment: Moment, to sink: @escaping ([UInt8]) -> Void) throws(Diagnostic) {
    var out = TextBuffer()
    let reader = JournalReader(register: book.register)
    let writer = JournalWriter(register: book.register)
    try book.events(at: moment) { _, text throws(Diagnostic) in
      if form == .compact && !isEventsOnly {
        out.bytes += text
      } else {
        append(try reader.event(parsing: text), writer, into: &out)
      }
      if out.bytes.count >= EventPrinter.chunkSize {
        sink(out.bytes)
        out.bytes.removeAll(keepingCapacity: true)
      }
    }
    sink(out.bytes)
  }

  /// Writes the events of a journal, read through once.
  public func write(journal path: String, to sink: @escaping ([UInt8]) -> Void) throws(Diagnostic) -> [Diagnostic] {
    var out = TextBuffer()
    let file = try EventFile(path: path)
    let rules = try RuleSet.builtIn(BookHeader(peeking: file.bytes)?.rules ?? RuleSet.defaultName)
    let ledger = MemoryLedger(rules: rules, keeping: .everything)
    let writer = JournalWriter(register: ledger.register)
    let problems = try file.read(register: ledger.register) { event throws(Diagnostic) in
      try ledger.record(event)
      append(event, writer, into: &out)
      if out.bytes.count >= EventPrinter.chunkSize {
        sink(out.bytes)
        out.bytes.removeAll(keepingCapacity: true)
      }
    }
    sink(out.bytes)
    return problems
  }

  private func append(_ event: Event, _ writer: JournalWriter, into out: inout TextBuffer) {
    if isEventsOnly && event.kind.group == .book { return }
    let isPlain = event.kind === EventDeclaration.entry
    // A blank line before plain vouchers and batches, as people write them.
    if form == .spaced && (isPlain || event.kind.name == "batch") && !out.bytes.isEmpty { out.append("\n") }
    writer.write(event, into: &out, style: form == .spaced ? .spaced : .compact)
  }
}
