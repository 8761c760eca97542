import LedgerCore

/// The blocks in which rows that follow each other are packed, numbered from 1 and each written once, when it is full.
enum FullBlocks {
  /// Calls for each block that became full since the last one that is written.
  ///
  /// - Parameters:
  ///   - written: the last block in the file, 0 for none; a damaged file may name any number.
  ///   - span: how many rows a block has.
  ///   - last: the last row that there is, counted from 1.
  static func write(
    after written: Int64, of span: Int64, through last: Int64, _ write: (_ id: Int64) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    guard written >= 0, written < last / span else { return }
    for id in written + 1...last / span { try write(id) }
  }
}
