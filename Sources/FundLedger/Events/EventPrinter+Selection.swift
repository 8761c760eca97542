import BookStore
import JournalText
import LedgerCore
import Portfolio
import Reports
import Spreadsheets

/// Printing of what a query selects. Events keep the numbers that they have in the books: a selection is to be read, and
/// need not import by itself.
extension EventPrinter {
  /// Writes the events of a book that a query selects.
  func writeSelection(_ book: Book, at moment: Moment, to sink: @escaping ([UInt8]) -> Void) throws(Diagnostic) {
    let selection = try EventSelection(query, book, moment: moment)
    let reader = JournalReader(register: book.register)
    var selected: [(sequence: Int64, event: Event)] = []
    try book.events(at: moment) { sequence, text throws(Diagnostic) in
      guard selection.mayContain(sequence) else { return }
      let event = try reader.event(parsing: text)
      if selection.contains(event, at: sequence) { selected.append((sequence, event)) }
    }
    sink(bytes(of: selected, book.register))
  }

  /// Events in the form that is wanted, each with the number that it has in the books.
  func bytes(of events: [(sequence: Int64, event: Event)], _ register: Register) -> [UInt8] {
    if form == .csv { return EventCSVWriter.table(of: events.map(\.event), register: register, namesKind: true) }
    let writer = JournalWriter(register: register)
    var out = TextBuffer()
    for (sequence, event) in events {
      let isFirst = out.bytes.isEmpty
      if isNumbered && form != .json { out.append("; #\(sequence)\n") }
      append(event, writer, isFirst: isFirst || isNumbered, into: &out)
    }
    return out.bytes
  }
}
