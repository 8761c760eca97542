import LedgerCore

/// The declarations among 1024 events that follow each other, packed into one row of `declaration_block`: whoever opens
/// a book needs all of them, and their events lie scattered among a million others.
///
/// `texts` holds their canonical texts one behind the other, as a journal; `places` has 2 bytes for each, little-endian:
/// the event counted from the first of the block. A block without declarations is written too, so that a missing one
/// is told from an empty one.
enum DeclarationBlock {
  /// How many events a block spans; block 1 has those of the events 1 to 1024.
  static let span: Int64 = 1024

  /// Writes the blocks that became full; the rows of their events are in the file already.
  static func writeFull(through sequence: Int64, in file: BookFile) throws(Diagnostic) {
    let last = try file.int("SELECT max(id) FROM declaration_block") ?? 0
    try FullBlocks.write(after: last, of: span, through: sequence) { id throws(Diagnostic) in try write(id, in: file) }
  }

  private static func write(_ id: Int64, in file: BookFile) throws(Diagnostic) {
    let before = (id - 1) * span
    var texts: [UInt8] = []
    var places: [UInt8] = []
    try readRows(after: before, through: before + span, in: file) { sequence, text throws(Diagnostic) in
      texts.append(contentsOf: text)
      places.append(littleEndian: UInt16(truncatingIfNeeded: sequence - before - 1))
    }
    let row = try file.statement("INSERT INTO declaration_block(id, places, texts) VALUES (?, ?, ?)")
    row.bind(1, id)
    row.bind(2, copying: places)
    row.bind(3, copying: texts)
    try row.run()
  }

  /// The full blocks after an event that begins one, up to another event, some together.
  ///
  /// It ends before a block that is missing, cut off or not known as a whole: the rows hold the same.
  ///
  /// - Returns: the declarations, and the last event of the blocks; the first argument when there was none.
  static func read(
    after sequence: Int64, through limit: Int64, in file: BookFile
  ) throws(Diagnostic) -> (declarations: [PackedDeclarations], last: Int64) {
    var last = sequence
    var pieces: [PackedDeclarations] = []
    if sequence % span != 0 { return ([], last) }
    let rows = try file.statement("SELECT id, places, texts FROM declaration_block WHERE id > ? AND id <= ? ORDER BY id")
    rows.bind(1, sequence / span)
    rows.bind(2, limit / span)
    defer { rows.reset() }
    var piece = PackedDeclarations()
    while try rows.step(), rows.int(0) == last / span + 1 {
      let places = UnsafeRawBufferPointer(rows.bytes(1))
      guard places.count % 2 == 0 else { break }
      piece.add(places, after: last, texts: rows.bytes(2))
      last += span
      if piece.isFull {
        pieces.append(piece)
        piece = PackedDeclarations()
      }
    }
    if !piece.sequences.isEmpty || !piece.texts.isEmpty { pieces.append(piece) }
    return (pieces, last)
  }

  /// Hands out the declarations after an event, up to another, from the rows of their events.
  static func readRows(
    after sequence: Int64, through limit: Int64, in file: BookFile,
    _ body: (_ sequence: Int64, _ text: UnsafeBufferPointer<UInt8>) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    let rows = try file.statement("SELECT seq, text FROM event WHERE declares = 1 AND seq > ? AND seq <= ? ORDER BY seq")
    rows.bind(1, sequence)
    rows.bind(2, limit)
    defer { rows.reset() }
    while try rows.step() { try body(rows.int(0), rows.bytes(1)) }
  }
}
