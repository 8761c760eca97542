import LedgerCore

/// Where the values of a JSON text stand, for what is said of them, and which member an object has twice: decoders know neither.
///
/// A text that is no JSON is gone through as far as it is one; the decoder refuses it.
struct JSONOutline {
  /// Where a value, or the name of a member, begins and ends.
  private var places: [JSONPath: Range<Int>] = [:]
  /// The first member that stands in its object a second time.
  private(set) var repeated: (path: JSONPath, place: Range<Int>)?
  /// Where the text stops being JSON; nil when it is one to its end.
  private(set) var breaksAt: Int?

  private let bytes: [UInt8]
  private var offset = 0
  private static let depthMax = 64

  /// Goes through a text.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    if !readValue(JSONPath(), depth: 0) {
      breaksAt = offset
    } else {
      skipBlanks()
      if offset < bytes.count { breaksAt = offset }
    }
  }

  /// Where a value stands, a member by its name; of one that is not there, what it would stand in.
  func position(of path: JSONPath, file: String) -> SourcePosition? {
    var path = path
    while places[path] == nil, !path.steps.isEmpty { path = path.parent }
    return places[path].map { position($0, file: file) }
  }

  /// A range of the text as a place in a file.
  func position(_ range: Range<Int>, file: String) -> SourcePosition {
    let before = bytes[..<min(range.lowerBound, bytes.count)]
    let line = before.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
    func scalars(_ range: Range<Int>) -> Int { bytes[range].reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) } }
    let length = scalars(min(range.lowerBound, end)..<min(max(range.lowerBound, range.upperBound), end))
    return SourcePosition(
      file: file, line: line, column: scalars(start..<before.endIndex) + 1, length: max(1, length),
      lineText: String(decoding: bytes[start..<end], as: UTF8.self).filter { $0 != "\r" })
  }

  private mutating func skipBlanks() {
    while offset < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[offset]) { offset += 1 }
  }

  private mutating func take(_ byte: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: byte) else { return false }
    offset += 1
    return true
  }

  /// Goes over a value; false where none is.
  private mutating func readValue(_ path: JSONPath, depth: Int) -> Bool {
    skipBlanks()
    guard offset < bytes.count, depth < JSONOutline.depthMax else { return false }
    let start = offset
    switch bytes[offset] {
    case UInt8(ascii: "{"):
      // An object is shown by its first bracket, it may be long.
      note(path, start..<start + 1)
      return readMembers(path, depth: depth)
    case UInt8(ascii: "["):
      note(path, start..<start + 1)
      return readElements(path, depth: depth)
    case UInt8(ascii: "\""):
      guard readString() != nil else { return false }
    default:
      while offset < bytes.count, isWord(bytes[offset]) { offset += 1 }
      if offset == start { return false }
    }
    note(path, start..<offset)
    return true
  }

  /// Keeps where a value stands; a member stands where its name does.
  private mutating func note(_ path: JSONPath, _ range: Range<Int>) {
    if places[path] == nil { places[path] = range }
  }

  private func isWord(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || "+-.".utf8.contains(byte)
  }

  private mutating func readMembers(_ path: JSONPath, depth: Int) -> Bool {
    offset += 1
    if take("}") { return true }
    var names: Set<String> = []
    repeat {
      skipBlanks()
      let start = offset
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\""), let name = readString() else { return false }
      let member = path.appending(name)
      if !names.insert(name).inserted, repeated == nil { repeated = (member, start..<offset) }
      note(member, start..<offset)
      guard take(":"), readValue(member, depth: depth + 1) else { return false }
    } while take(",")
    return take("}")
  }

  private mutating func readElements(_ path: JSONPath, depth: Int) -> Bool {
    offset += 1
    if take("]") { return true }
    var index = 0
    repeat {
      guard readValue(path.appending(index), depth: depth + 1) else { return false }
      index += 1
    } while take(",")
    return take("]")
  }

  /// Goes over a string; nil when it is not closed. Names of members are told apart by their bytes but for `\"` and `\\`.
  private mutating func readString() -> String? {
    offset += 1
    var text: [UInt8] = []
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
      if byte == UInt8(ascii: "\\"), offset < bytes.count {
        if bytes[offset] != UInt8(ascii: "\"") && bytes[offset] != UInt8(ascii: "\\") { text.append(byte) }
        text.append(bytes[offset])
        offset += 1
      } else {
        text.append(byte)
      }
    }
    return nil
  }
}
