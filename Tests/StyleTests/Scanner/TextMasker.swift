/// Tells code, comments and strings of a Swift file apart: nested comments, raw and multi-line strings, interpolations.
///
/// Regex literals are taken for code, since this project has none.
struct TextMasker {
  /// What the reader is inside of.
  private enum Mode {
    case code
    case lineComment
    case blockComment(depth: Int)
    case string(pounds: Int, isMultiline: Bool)
    case interpolation(parentheses: Int)
  }

  private let bytes: [UInt8]
  private var index = 0
  private var modes: [Mode] = [.code]
  private var kinds: [TextKind] = []

  init(bytes: [UInt8]) {
    self.bytes = bytes
    kinds.reserveCapacity(bytes.count)
  }

  /// The kind of every byte.
  mutating func run() -> [TextKind] {
    while index < bytes.count {
      switch modes[modes.count - 1] {
      case .code, .interpolation: stepCode()
      case .lineComment: stepLineComment()
      case .blockComment(let depth): stepBlockComment(depth: depth)
      case .string(let pounds, let isMultiline): stepString(pounds: pounds, isMultiline: isMultiline)
      }
    }
    return kinds
  }

  private mutating func take(_ count: Int, as kind: TextKind) {
    for _ in 0..<min(count, bytes.count - index) { kinds.append(kind) }
    index += count
  }

  private func stands(_ text: StaticString, at offset: Int = 0) -> Bool {
    let start = index + offset
    guard start + text.utf8CodeUnitCount <= bytes.count else { return false }
    return text.withUTF8Buffer { buffer in buffer.indices.allSatisfy { bytes[start + $0] == buffer[$0] } }
  }

  /// How many `#` stand at an offset.
  private func pounds(at offset: Int = 0) -> Int {
    bytes[min(index + offset, bytes.count)...].prefix { $0 == UInt8(ascii: "#") }.count
  }

  private mutating func stepCode() {
    let opener = pounds()
    if stands("//") {
      modes.append(.lineComment)
      take(2, as: .comment)
    } else if stands("/*") {
      modes.append(.blockComment(depth: 1))
      take(2, as: .comment)
    } else if stands("\"", at: opener) {
      let isMultiline = stands("\"\"\"", at: opener)
      modes.append(.string(pounds: opener, isMultiline: isMultiline))
      take(opener + (isMultiline ? 3 : 1), as: .string)
    } else if case .interpolation(let depth) = modes[modes.count - 1], stands("(") || stands(")") {
      let inner = stands("(") ? depth + 1 : depth - 1
      modes[modes.count - 1] = .interpolation(parentheses: inner)
      if inner == 0 { modes.removeLast() }
      take(1, as: inner == 0 ? .string : .code)
    } else {
      take(max(opener, 1), as: .code)
    }
  }

  private mutating func stepLineComment() {
    if stands("\n") { modes.removeLast() }
    take(1, as: .comment)
  }

  private mutating func stepBlockComment(depth: Int) {
    let change = stands("/*") ? 1 : stands("*/") ? -1 : 0
    modes.removeLast()
    if depth + change > 0 { modes.append(.blockComment(depth: depth + change)) }
    take(change == 0 ? 1 : 2, as: .comment)
  }

  private mutating func stepString(pounds count: Int, isMultiline: Bool) {
    let quotes = isMultiline ? 3 : 1
    if stands("\\"), pounds(at: 1) >= count {
      let isInterpolation = stands("(", at: 1 + count)
      if isInterpolation { modes.append(.interpolation(parentheses: 1)) }
      take(2 + count, as: .string)
    } else if isMultiline ? stands("\"\"\"") : stands("\""), pounds(at: quotes) >= count {
      modes.removeLast()
      take(quotes + count, as: .string)
    } else {
      // A string of one line ends with it even when the quote is missing, so that one slip does not hide the rest.
      if stands("\n") && !isMultiline { modes.removeLast() }
      take(1, as: .string)
    }
  }
}
