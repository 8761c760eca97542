/// Follows braces and parentheses through the code of a file and notes where functions begin and end.
struct FunctionScan {
  /// A declaration whose body has not opened yet.
  private struct Pending {
    let name: String
    let line: Int
    let parentheses: Int
    let isProperty: Bool
  }

  /// The functions that have ended.
  private(set) var found: [FunctionSpan] = []
  private var pending: Pending?
  private var parentheses = 0
  /// Every open brace, with the function whose body it opened.
  private var braces: [Pending?] = []

  /// Reads one line of code, comments and strings blanked.
  mutating func read(_ line: String, number: Int) {
    let bytes = Array(line.utf8)
    var index = 0
    var previous = UInt8(ascii: " ")
    while index < bytes.count {
      let end = bytes[index...].firstIndex { !FunctionScan.isWord($0) } ?? bytes.count
      if end > index {
        let word = String(decoding: bytes[index..<end], as: UTF8.self)
        let rest = String(decoding: bytes[end...], as: UTF8.self)
        if previous != UInt8(ascii: ".") && previous != UInt8(ascii: "`") { open(word, before: rest, line: number) }
        previous = bytes[end - 1]
        index = end
      } else {
        punctuation(bytes[index], line: number)
        if bytes[index] != UInt8(ascii: " ") { previous = bytes[index] }
        index += 1
      }
    }
    if pending?.isProperty == true && pending?.parentheses == parentheses { pending = nil }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, 95, 128...: true
    default: false
    }
  }

  private mutating func open(_ word: String, before rest: String, line: Int) {
    switch word {
    case "func", "var":
      let name = rest.drop { $0 == " " }.prefix { $0 != "(" && $0 != " " && $0 != ":" && $0 != "<" }
      pending = Pending(name: String(name), line: line, parentheses: parentheses, isProperty: word == "var")
    case "init", "subscript", "deinit":
      guard word == "deinit" || rest.first.map({ "(?<!".contains($0) }) == true else { return }
      pending = Pending(name: word, line: line, parentheses: parentheses, isProperty: false)
    default: break
    }
  }

  private mutating func punctuation(_ byte: UInt8, line: Int) {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["): parentheses += 1
    case UInt8(ascii: ")"), UInt8(ascii: "]"): parentheses -= 1
    case UInt8(ascii: "{"):
      let isBody = pending?.parentheses == parentheses
      braces.append(isBody ? pending : nil)
      if isBody { pending = nil }
    case UInt8(ascii: "}"):
      if pending?.parentheses == parentheses { pending = nil }
      if let opened = braces.popLast(), let function = opened {
        found.append(FunctionSpan(name: function.name, line: function.line, length: line - function.line + 1))
      }
    case UInt8(ascii: "="):
      // A stored property with a value has no body.
      if pending?.isProperty == true && pending?.parentheses == parentheses { pending = nil }
    default: break
    }
  }
}
