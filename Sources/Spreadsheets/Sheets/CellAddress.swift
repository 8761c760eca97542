/// A place in a workbook as people write it: `C12`.
public struct CellAddress: Hashable, Sendable {
  /// The column, from 0.
  public var column: Int
  /// The row, from 1.
  public var row: Int

  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }

  /// Reads `C12` or `$C$12`; nil for anything else and beyond what a workbook can hold.
  public init?(_ text: some StringProtocol) {
    var bytes = Array(text.utf8)
    bytes.removeAll { $0 == UInt8(ascii: "$") }
    guard let found = bytes.withUnsafeBufferPointer(CellAddress.parse) else { return nil }
    self = found
  }

  /// Reads letters and digits.
  static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> CellAddress? {
    var column = 0
    var row = 0
    var index = 0
    while index < bytes.count, index < 4 {
      let letter = bytes[index] & 0xDF
      guard (0x41...0x5A).contains(letter) else { break }
      column = column * 26 + Int(letter) - 0x40
      index += 1
    }
    guard column > 0, index < bytes.count, bytes.count - index <= 7 else { return nil }
    while index < bytes.count {
      guard (0x30...0x39).contains(bytes[index]) else { return nil }
      row = row * 10 + Int(bytes[index]) - 0x30
      index += 1
    }
    guard column <= WorkbookLimits.columnsMax, (1...WorkbookLimits.rowsMax).contains(row) else { return nil }
    return CellAddress(column: column - 1, row: row)
  }

  /// The letters of a column counted from 0: `A`, `Z`, `AA`.
  public static func letters(ofColumn column: Int) -> String {
    var rest = max(column, 0) + 1
    var letters: [UInt8] = []
    while rest > 0 {
      letters.append(UInt8(truncatingIfNeeded: 0x41 + (rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}

extension CellAddress: CustomStringConvertible {
  /// As people write it, `C12`.
  public var description: String { CellAddress.letters(ofColumn: column) + "\(row)" }
}
