/// Text as HTML takes it.
enum HTMLText {
  /// The text with the characters that HTML takes for its own written as entities.
  static func escaped(_ text: String) -> String {
    var result: [UInt8] = []
    append(text.utf8, to: &result)
    return String(decoding: result, as: UTF8.self)
  }

  /// Writes UTF-8 with the same entities; fit for content and for attributes in double quotes.
  static func append(_ text: some Sequence<UInt8>, to bytes: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
      default: bytes.append(byte)
      }
    }
  }
}
