import BookStore
import LedgerCore
import Portfolio

/// What became of the events of files that a book has already: which of them it reversed, and what stands in their place.
struct RecordedBefore {
  private let book: Book
  /// Whether anything was ever reversed in the book; nothing else is asked for then.
  private let hasReversals: Bool
  /// Events that the book has and reversed, with the reversals.
  private var reversed: [(event: Int64, reversal: Int64)] = []
  /// Every event that the book has; kept where something was reversed.
  private var places: Set<Int64> = []
  /// The keys of the copies that stand for events with keys of their own.
  private var copies: [String: String] = [:]
  /// What the files themselves reverse, by number or key; that is not recorded anew.
  private var reversedInFiles: Set<String> = []

  /// Looks at a book before anything of the files is recorded.
  init(in book: Book) throws(Diagnostic) {
    self.book = book
    hasReversals = try !book.sequences(ofKind: "reverse", at: .latest).isEmpty
  }

  /// Notes what the files reverse themselves.
  mutating func note(reversalsIn files: [EventFile], _ register: Register) throws(Diagnostic) {
    if !hasReversals { return }
    var found: Set<String> = []
    for file in files {
      // What is wrong in the file is said when it is recorded.
      _ = try file.read(register: register) { event throws(Diagnostic) in
        if event.kind.name == "reverse", let original = event.text("event") { found.insert(original) }
      }
    }
    reversedInFiles = found
  }

  /// Records an event anew where the book reversed it and the files do not; what it refers to is named as it stands now.
  mutating func append(anew event: Event, to writer: BookWriter) throws(Diagnostic) -> Appended {
    let key = event.text("key")
    if !hasReversals || key.map(reversedInFiles.contains) == true { return try writer.append(event) }
    var event = event
    for field in event.kind.fields where field.type == .event || field.type == .events {
      guard let text = event.text(field.name), !copies.isEmpty else { continue }
      let names = EventList.references(in: text)
      if names.contains(where: { copies[$0] != nil }) {
        event[field.name] = .text(names.map { copies[$0] ?? $0 }.joined(separator: ","))
      }
    }
    if let key, let place = try standing(of: event, writer) { copies[key] = BookWriter.anew(place) }
    return try writer.append(anew: event)
  }

  /// The last reversed one of an event and its copies; nil when the event was not reversed.
  private func standing(of event: Event, _ writer: BookWriter) throws(Diagnostic) -> Int64? {
    guard let key = event.text("key"), var place = try book.recorded(key)?.sequence, try writer.reversal(of: place) != nil
    else { return nil }
    while let next = try book.recorded(BookWriter.anew(place))?.sequence, try writer.reversal(of: next) != nil { place = next }
    return place
  }

  /// Takes in that the book has an event already.
  mutating func count(_ sequence: Int64, _ writer: BookWriter) throws(Diagnostic) {
    if !hasReversals { return }
    places.insert(sequence)
    var place = sequence
    while let reversal = try writer.reversal(of: place) {
      guard let next = try book.recorded(BookWriter.anew(place))?.sequence else {
        reversed.append((place, reversal))
        return
      }
      place = next
    }
  }

  /// How many of the events that the book has are reversed there, by what the files do not have.
  var reversedCount: Int { reversed.count { !places.contains($0.reversal) } }
}
