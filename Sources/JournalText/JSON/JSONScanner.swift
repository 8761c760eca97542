import LedgerCore
import Portfolio

/// Reads values of JSON (RFC 8259) one at a time from UTF-8 bytes and knows where each stood.
struct JSONScanner {
  /// Deeper nesting is refused; events need three levels.
  static let depthMax = 16

  let bytes: [UInt8]
  let file: String
  private(set) var offset = 0
  private var line = 1
  private var lineStart = 0
  /// Column reached and the offset that it belongs to, so that a file of one long line is counted once.
  private var counted = (offset: 0, column: 1)

  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    lineStart = offset
    counted.offset = offset
  }

  /// The byte at the cursor, 0 at the end.
  private var peek: UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  /// The byte at the cursor, nil at the end.
  var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  /// Goes one byte on, but not beyond the end.
  mutating func step() { offset = min(offset + 1, bytes.count) }

  /// Skips blanks and says whether the end is reached.
  mutating func isAtEnd() -> Bool {
    skipBlanks()
    return offset >= bytes.count
  }

  /// Takes a punctuation mark after blanks, or says that another byte stands there.
  mutating func take(_ mark: Character) -> Bool {
    skipBlanks()
    guard let byte = mark.asciiValue, peek == byte, offset < bytes.count else { return false }
    offset += 1
    return true
  }

  /// Goes to the line after the cursor, to read on after a flaw in a file with a value on each line.
  mutating func skipLine() {
    while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
    skipBlanks()
  }

  private mutating func skipBlanks() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x0A:
        offset += 1
        line += 1
        lineStart = offset
        counted = (offset, 1)
      case 0x20, 0x09, 0x0D: offset += 1
      default: return
      }
    }
  }

  /// The place from an offset on the current line to the cursor.
  private mutating func place(from start: Int) -> FieldPlace {
    while counted.offset < start {
      if bytes[counted.offset] & 0xC0 != 0x80 { counted.column += 1 }
      counted.offset += 1
    }
    let length = bytes[start..<max(start, offset)].prefix(400).reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
    return FieldPlace(
      line: Int32(clamping: line), column: Int32(clamping: counted.column), length: Int32(clamping: length))
  }

  /// The place at the cursor.
  mutating func here() -> FieldPlace { place(from: min(offset, bytes.count)) }

  /// A diagnostic at a place, with the text of its line unless that is very long.
  func failure(
    _ code: DiagnosticCode, _ sentence: Wording, _ place: FieldPlace, hint: Wording = .none
  ) -> Diagnostic {
    Diagnostic(
      code, sentence, hint: hint,
      at: SourcePosition(
        file: file, line: Int(place.line), column: Int(place.column), length: max(1, Int(place.length)),
        lineText: TextLines.line(Int(place.line), of: bytes)))
  }

  private mutating func syntax(_ sentence: Wording) -> Diagnostic {
    failure(
      .strayText, sentence, here(),
      hint: Wording("文件须是 JSON：事项的数组，或每行一笔事项", "the file must be JSON: an array of events, or one event a line"))
  }

  /// Reads the next value.
  mutating func value(depth: Int = 0) throws(Diagnostic) -> JSONNode {
    skipBlanks()
    guard offset < bytes.count else { throw syntax(Wording("文字在应有值的地方结束", "the text ends where a value should stand")) }
    if depth > JSONScanner.depthMax {
      throw syntax(Wording("值的嵌套超过 \(JSONScanner.depthMax) 层", "values are nested more than \(JSONScanner.depthMax) deep"))
    }
    let start = offset
    let begin = place(from: start)
    let value: JSONNode.Value
    switch bytes[offset] {
    case UInt8(ascii: "{"): value = .object(try members(depth))
    case UInt8(ascii: "["): value = .array(try elements(depth))
    case UInt8(ascii: "\""): value = .string(try string())
    case UInt8(ascii: "-"), 48...57: value = .number(try number())
    default: value = try word()
    }
    let isNested = if case .object = value { true } else if case .array = value { true } else { false }
    return JSONNode(value: value, place: isNested ? begin : place(from: start))
  }

  private mutating func members(_ depth: Int) throws(Diagnostic) -> [JSONMember] {
    offset += 1
    var members: [JSONMember] = []
    if take("}") { return members }
    repeat {
      skipBlanks()
      guard peek == UInt8(ascii: "\"") else { throw syntax(Wording("此处应是双引号中的键", "a key in double quotes is expected")) }
      let start = offset
      let key = try string()
      let place = place(from: start)
      guard take(":") else { throw syntax(Wording("键 \(key.prefix(40)) 之后应是冒号", "a colon is expected after the key \(key.prefix(40))")) }
      members.append(JSONMember(key: key, place: place, node: try value(depth: depth + 1)))
    } while take(",")
    guard take("}") else { throw syntax(Wording("此处应是逗号或 }", "a comma or } is expected")) }
    return members
  }

  private mutating func elements(_ depth: Int) throws(Diagnostic) -> [JSONNode] {
    offset += 1
    var elements: [JSONNode] = []
    if take("]") { return elements }
    repeat { elements.append(try value(depth: depth + 1)) } while take(",")
    guard take("]") else { throw syntax(Wording("此处应是逗号或 ]", "a comma or ] is expected")) }
    return elements
  }

  private mutating func word() throws(Diagnostic) -> JSONNode.Value {
    let words: [(String, JSONNode.Value)] = [("null", .null), ("true", .bool(true)), ("false", .bool(false))]
    for (word, value) in words where bytes[offset...].starts(with: word.utf8) {
      offset += word.utf8.count
      return value
    }
    throw syntax(Wording("此处应是值", "a value is expected"))
  }

  private mutating func number() throws(Diagnostic) -> String {
    let start = offset
    if peek == UInt8(ascii: "-") { offset += 1 }
    let whole = digits()
    var isSound = whole.count == 1 || (whole.count > 1 && whole.first != 48)
    if peek == UInt8(ascii: ".") {
      offset += 1
      isSound = isSound && !digits().isEmpty
    }
    if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
      offset += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { offset += 1 }
      isSound = isSound && !digits().isEmpty
    }
    if !isSound {
      throw failure(
        .strayText, Wording("不是 JSON 的数值", "this is no number of JSON"), place(from: start),
        hint: Wording("或写在双引号里", "or put it in double quotes"))
    }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func digits() -> ArraySlice<UInt8> {
    let start = offset
    while peek >= 48 && peek <= 57 { offset += 1 }
    return bytes[start..<offset]
  }
}
