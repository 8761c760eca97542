import JournalText
import LedgerCore
import Portfolio

/// Reading of many events at once: their texts are gathered into pieces and each piece is read as one journal, which costs
/// a third of reading event by event.
extension Book {
  /// Texts are read in pieces of about this many bytes.
  private static let pieceSize = 1 << 18

  /// The events at some places in the chain, in their order; nil where there is none that is known.
  public func events(at sequences: [Int64]) throws(Diagnostic) -> [Event?] {
    try reading { state throws(Diagnostic) in
      let row = try file.newStatement("SELECT text FROM event WHERE seq = ?")
      var events: [Event?] = Array(repeating: nil, count: sequences.count)
      var gathered = GatheredTexts<Int>()
      for (index, sequence) in sequences.enumerated() {
        row.bind(1, sequence)
        if sequence <= knownAt, try row.step() { gathered.add(row.bytes(0), of: index) }
        row.reset()
        if gathered.text.count < Book.pieceSize { continue }
        try gathered.read(state.reader) { index, event throws(Diagnostic) in events[index] = event }
      }
      try gathered.read(state.reader) { index, event throws(Diagnostic) in events[index] = event }
      return events
    }
  }
}

/// Texts of events that are read together, each with what it is known by.
private struct GatheredTexts<Name> {
  private(set) var text: [UInt8] = []
  private var names: [Name] = []

  /// Adds the canonical text of one event.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, of name: Name) {
    text.append(contentsOf: bytes)
    names.append(name)
  }

  /// Hands out the events, and is empty then.
  ///
  /// - Throws: `bookDamaged` when a text is not that of one event.
  mutating func read(
    _ reader: JournalReader, _ body: (Name, Event) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    var events: [Event] = []
    let problems = reader.read(text, file: "") { event throws(Diagnostic) in events.append(event) }
    if let problem = problems.first { throw problem }
    guard events.count == names.count else {
      throw StoreFailure.damaged("\(names.count) events of the book read as \(events.count)")
    }
    for (name, event) in zip(names, events) { try body(name, event) }
    text.removeAll(keepingCapacity: true)
    names.removeAll(keepingCapacity: true)
  }
}
