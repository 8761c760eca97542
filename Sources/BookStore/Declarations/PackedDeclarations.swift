import LedgerCore

/// Declarations of some blocks as they are stored, on their way to the thread that reads them.
struct PackedDeclarations: Sendable {
  /// The places of the declarations in the chain.
  private(set) var sequences: [Int64] = []
  /// Their canonical texts one behind the other.
  private(set) var texts: [UInt8] = []

  /// Bytes of text that are worth being handed on.
  private static let size = 1 << 15

  /// Whether it is worth being handed on.
  var isFull: Bool { texts.count >= PackedDeclarations.size }

  /// Adds a block: two bytes for each declaration, counted from the event after one, and the texts.
  mutating func add(_ places: UnsafeRawBufferPointer, after last: Int64, texts: UnsafeBufferPointer<UInt8>) {
    for start in stride(from: 0, to: places.count, by: 2) {
      sequences.append(
        last + 1 + Int64(UInt16(littleEndian: places.loadUnaligned(fromByteOffset: start, as: UInt16.self))))
    }
    self.texts.append(contentsOf: texts)
  }
}
