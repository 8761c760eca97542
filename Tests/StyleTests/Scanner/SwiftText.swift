/// The text of a Swift file, parted into what the compiler runs and what it skips.
struct SwiftText {
  /// Where the file lies, from the folder that was walked.
  let path: String
  /// The lines as written.
  let lines: [String]
  /// The lines with comments and the contents of strings blanked.
  let code: [String]
  /// The lines with everything but comments blanked.
  let comments: [String]

  init(path: String, text: String) {
    let bytes = Array(text.utf8)
    let kinds = SwiftText.kinds(of: bytes)
    self.path = path
    self.lines = SwiftText.lines(of: bytes) { _ in true }
    self.code = SwiftText.lines(of: bytes) { kinds[$0] == .code }
    self.comments = SwiftText.lines(of: bytes) { kinds[$0] == .comment }
  }

  /// Which kind of text each byte belongs to.
  private static func kinds(of bytes: [UInt8]) -> [TextKind] {
    var masker = TextMasker(bytes: bytes)
    return masker.run()
  }

  /// The lines of a text with the bytes that are not kept turned to blanks.
  private static func lines(of bytes: [UInt8], keeping isKept: (Int) -> Bool) -> [String] {
    var lines: [String] = []
    var line: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\n") {
        lines.append(String(decoding: line, as: UTF8.self))
        line.removeAll(keepingCapacity: true)
      } else {
        line.append(isKept(index) ? byte : UInt8(ascii: " "))
      }
    }
    if !line.isEmpty { lines.append(String(decoding: line, as: UTF8.self)) }
    return lines
  }
}
