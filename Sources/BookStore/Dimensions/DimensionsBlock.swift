import LedgerCore

/// 1024 combinations of dimensions that follow each other, packed into one row of `dimensions_block`: whoever opens a
/// book needs all of them, and whole blocks are read in a tenth of the time of rows.
///
/// A combination takes 20 bytes: the ids of programme, envelope, deal, party and holder in the file, little-endian.
/// `seq` is the event that was the first to use the last of them: earlier ones came no later.
enum DimensionsBlock {
  /// How many combinations a block spans; block 1 has those of the ids 1 to 1024.
  static let span: Int64 = 1024
  /// Bytes of a combination.
  static let stride = 20

  /// Writes the blocks that became full; the rows of their combinations are in the file already.
  static func writeFull(through last: Int64, in file: BookFile) throws(Diagnostic) {
    let written = try file.int("SELECT max(id) FROM dimensions_block") ?? 0
    try FullBlocks.write(after: written, of: span, through: last) { id throws(Diagnostic) in try write(id, in: file) }
  }

  private static func write(_ id: Int64, in file: BookFile) throws(Diagnostic) {
    let rows = try file.statement(
      "SELECT programme, envelope, deal, party, holder, seq FROM dimensions WHERE id > ? AND id <= ? ORDER BY id")
    rows.bind(1, (id - 1) * span)
    rows.bind(2, id * span)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(span) * stride)
    var sequence: Int64 = 0
    while try rows.step() {
      for column in 0..<Int32(5) {
        bytes.append(littleEndian: UInt32(truncatingIfNeeded: rows.int(column)))
      }
      sequence = max(sequence, rows.int(5))
    }
    let row = try file.statement("INSERT INTO dimensions_block(id, seq, combinations) VALUES (?, ?, ?)")
    row.bind(1, id)
    row.bind(2, sequence)
    row.bind(3, copying: bytes)
    try row.run()
  }

  /// The ids of a combination in the file: programme, envelope, deal, party, holder.
  typealias Stored = (programme: UInt32, envelope: UInt32, deal: UInt32, party: UInt32, holder: UInt32)

  /// The combinations of the full blocks after one, in order, as far as they were used up to an event; other cores
  /// translate the ids. It ends before a block that is missing or cut off: the rows hold the same.
  ///
  /// - Throws: what translating throws.
  static func read<Combination: Sendable>(
    after block: Int64, through limit: Int64, in file: BookFile,
    _ translated: @escaping @Sendable (Stored) throws(Diagnostic) -> Combination
  ) throws(Diagnostic) -> [Combination] {
    let rows = try file.statement(
      "SELECT id, combinations FROM dimensions_block WHERE id > ? AND seq <= ? ORDER BY id")
    defer { rows.reset() }
    rows.bind(1, block)
    rows.bind(2, limit)
    var expected = block + 1
    var isAtEnd = false
    /// Some blocks together, nil after the last; a statement stepped after its last row would begin anew.
    func piece() throws(Diagnostic) -> [UInt8]? {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(pieceSize)
      while !isAtEnd && bytes.count < pieceSize {
        guard try rows.step(), rows.int(0) == expected, rows.bytes(1).count == Int(span) * stride else {
          isAtEnd = true
          break
        }
        bytes.append(contentsOf: rows.bytes(1))
        expected += 1
      }
      return bytes.isEmpty ? nil : bytes
    }
    let pieces = try ConcurrentPieces.pipeline(next: piece) { (bytes: [UInt8]) throws(Diagnostic) in
      var combinations: [Combination] = []
      combinations.reserveCapacity(bytes.count / stride)
      for start in Swift.stride(from: 0, to: bytes.count, by: stride) {
        combinations.append(try translated(ids(at: start, of: bytes)))
      }
      return combinations
    }
    return Array(pieces.joined())
  }

  /// Bytes of blocks that are worth being handed to another core.
  private static let pieceSize = 16 * Int(span) * stride

  private static func ids(at start: Int, of bytes: [UInt8]) -> Stored {
    bytes.withUnsafeBytes { bytes in
      func id(_ place: Int) -> UInt32 {
        UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: start + 4 * place, as: UInt32.self))
      }
      return (id(0), id(1), id(2), id(3), id(4))
    }
  }
}
