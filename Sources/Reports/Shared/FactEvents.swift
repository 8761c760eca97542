import Portfolio

/// The facts of one event after the other: in order of recording, those of an event follow each other.
struct FactEvents: Sequence, IteratorProtocol {
  private let facts: [Fact]
  private var start = 0

  fileprivate init(_ facts: [Fact]) { self.facts = facts }

  /// The facts of the next event, nil after the last one.
  mutating func next() -> ArraySlice<Fact>? {
    guard start < facts.count else { return nil }
    var end = start + 1
    while end < facts.count && facts[end].sequence == facts[start].sequence { end += 1 }
    defer { start = end }
    return facts[start..<end]
  }
}

extension [Fact] {
  /// The facts parted by event; they stand in order of recording.
  var byEvent: FactEvents { FactEvents(self) }
}
