/// Texts as cells of a workbook take them.
enum SheetText {
  /// Writes over what XML cannot hold, and keeps `_x0041_` from being read as the character that it would stand for.
  static func clean(_ bytes: inout [UInt8]) {
    var isSuspect = false
    var before: UInt8 = 0
    for byte in bytes {
      if (byte == UInt8(ascii: "x") && before == UInt8(ascii: "_")) || (byte >= 0xBE && before == 0xBF) {
        isSuspect = true
        break
      }
      before = byte
    }
    if !isSuspect { return }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 8)
    for index in bytes.indices {
      if bytes[index] == UInt8(ascii: "_") && isEscape(bytes[index...]) { result.append(contentsOf: "_x005F".utf8) }
      // U+FFFE and U+FFFF become U+FFFD.
      let isNoCharacter =
        bytes[index] >= 0xBE && bytes[index] <= 0xBF && index >= 2 && bytes[index - 1] == 0xBF
        && bytes[index - 2] == 0xEF
      result.append(isNoCharacter ? 0xBD : bytes[index])
    }
    bytes = result
  }

  /// Whether a text begins like `_x0041_`.
  private static func isEscape(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count >= 7 else { return false }
    let start = bytes.startIndex
    let digits = bytes[(start + 2)..<(start + 6)]
    return bytes[start + 1] == UInt8(ascii: "x") && bytes[start + 6] == UInt8(ascii: "_")
      && digits.allSatisfy { isHexadecimal($0) }
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }

  /// Cuts a text to a number of characters of UTF-16, an ellipsis at its end; true when it was longer.
  static func cut(_ bytes: inout [UInt8], to length: Int) -> Bool {
    // No character has fewer bytes than units of UTF-16.
    guard bytes.count > length else { return false }
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.utf16.count > length else { return false }
    var units = 0
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      units += UTF16.width(scalar)
      if units >= length { break }
      kept.append(scalar)
    }
    bytes = Array((String(kept) + "…").utf8)
    return true
  }
}
