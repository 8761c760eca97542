/// What a workbook may hold: files come from elsewhere, and a few kilobytes can claim to be terabytes.
enum WorkbookLimits {
  /// What the format itself allows.
  static let rowsMax = 1_048_576
  static let columnsMax = 16_384
  /// Cells that say something, in all sheets together.
  static let cellsMax = 16_000_000
  /// Parts of the archive.
  static let partsMax = 10_000
  /// Unpacked bytes of one part, read piece by piece.
  static let partBytesMax = 1 << 30
  /// How many times larger than packed a part may be, once it is larger than a megabyte; text packs to a twentieth.
  static let ratioMax = 1000
  /// Bytes of text in one cell; the format allows 32,767 characters.
  static let textBytesMax = 131_072
  /// Bytes of all shared texts together.
  static let sharedBytesMax = 1 << 28
  /// Elements inside each other.
  static let depthMax = 64
  /// Sheets.
  static let sheetsMax = 1000
}
