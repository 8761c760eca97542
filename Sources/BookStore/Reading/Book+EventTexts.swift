import JournalText
import LedgerCore
import Portfolio

/// Reading of many events at once: their texts are gathered into pieces and each piece is read as one journal, which costs
/// a third of reading event by event.
extension Book {
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
        try gathered.readIfFull(state.reader) { index, event throws(Diagnostic) in events[index] = event }
      }
      try gathered.read(state.reader) { index, event throws(Diagnostic) in events[index] = event }
      return events
    }
  }

  /// The places in the chain of the events known at a moment that state one of some fields and meet a condition.
  ///
  /// Only texts of kinds that have such a field, and in which its name stands, are read.
  public func sequences(
    stating fields: [String], at moment: Moment, where fits: (Event) -> Bool
  ) throws(Diagnostic) -> Set<Int64> {
    let moment = bounded(moment)
    let kinds = EventCatalog.kinds.filter { kind in fields.contains { kind.index(of: $0) != nil } }
    if kinds.isEmpty { return [] }
    let stated = kinds.flatMap { kind in fields.compactMap { kind.index(of: $0) }.map { kind.fields[$0] } }
    var condition = "kind IN (\(kinds.map { "'\($0.name)'" }.joined(separator: ","))) AND seq <= ?"
    // A field that stands by its place has no name before it.
    if !stated.contains(where: \.isPositional) {
      let names = Set(stated.map(\.name)).sorted().map { "instr(text, '\($0):') > 0" }
      condition += " AND (\(names.joined(separator: " OR ")))"
    }
    return try reading { [condition] state throws(Diagnostic) in
      let rows = try file.newStatement("SELECT seq, text FROM event WHERE \(condition) ORDER BY seq")
      rows.bind(1, moment.knownAt)
      var found: Set<Int64> = []
      var gathered = GatheredTexts<Int64>()
      while try rows.step() {
        gathered.add(rows.bytes(1), of: rows.int(0))
        try gathered.readIfFull(state.reader) { sequence, event throws(Diagnostic) in if fits(event) { found.insert(sequence) } }
      }
      try gathered.read(state.reader) { sequence, event throws(Diagnostic) in if fits(event) { found.insert(sequence) } }
      return found
    }
  }
}

/// Texts of events that are read together, each with what it is known by.
private struct GatheredTexts<Name> {
  private var text: [UInt8] = []
  private var names: [Name] = []
  /// Texts are read in pieces of about this many bytes.
  private static var pieceSize: Int { 1 << 18 }

  /// Adds the canonical text of one event.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, of name: Name) {
    text.append(contentsOf: bytes)
    names.append(name)
  }

  /// Hands out the events once there are enough to be read together.
  mutating func readIfFull(
    _ reader: JournalReader, _ body: (Name, Event) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    if text.count >= GatheredTexts.pieceSize { try read(reader, body) }
  }

  /// Hands out the events, and is empty then.
  ///
  /// - Throws: `bookDamaged` when a text is not that of one event.
  mutating func read(
    _ reader: JournalReader, _ body: (Name, Event) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    var events: [Event] = []
    let problems = text.withUnsafeBufferPointer { text in
      reader.read(stored: text) { event throws(Diagnostic) in events.append(event) }
    }
    if let problem = problems.first { throw problem }
    guard events.count == names.count else {
      throw StoreFailure.damaged(
        Wording(
          "账簿的 \(names.count) 笔事项读出 \(events.count) 笔", "\(names.count) events of the book read as \(events.count)"))
    }
    for (name, event) in zip(names, events) { try body(name, event) }
    text.removeAll(keepingCapacity: true)
    names.removeAll(keepingCapacity: true)
  }
}
