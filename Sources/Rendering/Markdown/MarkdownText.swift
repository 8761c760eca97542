/// Text as Markdown takes it.
enum MarkdownText {
  /// The text with a backslash before every sign that Markdown or HTML would read as its own.
  static func escaped(_ text: String) -> String {
    var result: [UInt8] = []
    append(Array(text.utf8), to: &result)
    return String(decoding: result, as: UTF8.self)
  }

  /// Writes UTF-8 with the same escapes.
  static func append(_ text: some Sequence<UInt8>, to bytes: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "\\"), UInt8(ascii: "|"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"),
        UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "~"), UInt8(ascii: "$"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      default: bytes.append(byte)
      }
    }
  }
}
