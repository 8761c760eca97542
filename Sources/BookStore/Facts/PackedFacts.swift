import LedgerCore

/// Some blocks of facts as they stand in the file, on their way to be unpacked by another thread.
struct PackedFacts: Sendable {
  /// The facts of all blocks, one behind the other.
  var facts: [UInt8] = []
  private var reversed: [UInt8] = []
  /// For each block its id and where its facts and what they reverse end.
  private var blocks: [(id: Int64, factsEnd: Int, reversedEnd: Int)] = []

  /// Whether there is no block.
  var isEmpty: Bool { blocks.isEmpty }

  /// Adds a block.
  mutating func add(_ id: Int64, _ facts: UnsafeBufferPointer<UInt8>, _ reversed: UnsafeBufferPointer<UInt8>) {
    self.facts.append(contentsOf: facts)
    self.reversed.append(contentsOf: reversed)
    blocks.append((id, self.facts.count, self.reversed.count))
  }

  /// Hands out the blocks in order.
  func forEachBlock(
    _ body: (
      _ id: Int64, _ facts: UnsafeBufferPointer<UInt8>, _ reversed: UnsafeBufferPointer<UInt8>
    ) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    try facts.withUnsafeBufferPointer { (facts) throws(Diagnostic) in
      try reversed.withUnsafeBufferPointer { (reversed) throws(Diagnostic) in
        var (fact, original) = (0, 0)
        for block in blocks {
          try body(
            block.id, UnsafeBufferPointer(rebasing: facts[fact..<block.factsEnd]),
            UnsafeBufferPointer(rebasing: reversed[original..<block.reversedEnd]))
          (fact, original) = (block.factsEnd, block.reversedEnd)
        }
      }
    }
  }
}
