/// How many cells of a terminal a text takes: a CJK character is two wide.
public enum TextWidth {
  /// Cells of a whole text.
  public static func of(_ text: some StringProtocol) -> Int {
    var width = 0
    for scalar in text.unicodeScalars { width += of(scalar) }
    return width
  }

  /// Cells of a run of scalars.
  public static func of(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
    scalars.reduce(0) { $0 + of($1) }
  }

  /// Cells of text in UTF-8.
  public static func of(utf8 bytes: Span<UInt8>) -> Int {
    // Most text is plain ASCII, of which each byte but a control takes a cell.
    if isPrintable(bytes) { return bytes.count }
    var width = 0
    var all: UInt8 = 0
    for index in 0..<bytes.count {
      all |= bytes[index]
      width += bytes[index] < 0x20 || bytes[index] == 0x7F ? 0 : 1
    }
    return all < 0x80 ? width : ofScalars(utf8: bytes)
  }

  /// Whether text is ASCII without controls, looked at eight bytes at a time.
  private static func isPrintable(_ bytes: Span<UInt8>) -> Bool {
    bytes.withUnsafeBytes { bytes in
      let words = bytes.count & ~7
      var flaws: UInt64 = 0
      for start in stride(from: 0, to: words, by: 8) {
        let word = bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
        // The high bit of a byte is set in the word beyond ASCII, in the sum from 0x7F on, in the difference below 0x20.
        flaws |= word | (word &+ 0x0101_0101_0101_0101) | (word &- 0x2020_2020_2020_2020)
      }
      var isPlain = flaws & 0x8080_8080_8080_8080 == 0
      for index in words..<bytes.count { isPlain = isPlain && bytes[index] >= 0x20 && bytes[index] < 0x7F }
      return isPlain
    }
  }

  private static func ofScalars(utf8 bytes: Span<UInt8>) -> Int {
    var width = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte < 0x80 {
        width += byte < 0x20 || byte == 0x7F ? 0 : 1
        continue
      }
      var value = UInt32(byte) & (byte < 0xE0 ? 0x1F : byte < 0xF0 ? 0x0F : 0x07)
      while index < bytes.count, bytes[index] & 0xC0 == 0x80 {
        value = value << 6 | UInt32(bytes[index] & 0x3F)
        index += 1
      }
      width += of(scalar: value)
    }
    return width
  }

  /// Cells of one scalar: 0 for combining marks and controls, 2 for East Asian wide and fullwidth, else 1
  /// (Unicode Standard Annex 11, ambiguous taken as narrow).
  public static func of(_ scalar: Unicode.Scalar) -> Int { of(scalar: scalar.value) }

  private static func of(scalar value: UInt32) -> Int {
    if value < 0x300 { return value < 0x20 || (value >= 0x7F && value < 0xA0) ? 0 : 1 }
    if value < 0x1100 { return value < 0x370 || (value >= 0x483 && value <= 0x489) ? 0 : 1 }
    switch value {
    case 0x4E00...0x9FFF: return 2
    case 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x20D0...0x20FF,
      0x302A...0x302D, 0x3099...0x309A, 0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xFEFF, 0xE0000...0xE01EF:
      return 0
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0xA000...0xA4CF, 0xA960...0xA97F,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
      0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  /// The text with spaces after it up to a width.
  public static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - of(text)))
  }

  /// The text with spaces before it up to a width.
  public static func paddedLeft(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - of(text))) + text
  }
}
