import LedgerCore

/// Reads the elements of OFX: XML (2.x), or SGML (1.x) in which elements that hold a value are not closed.
///
/// It is tolerant: an element that is never closed holds its text alone, and what follows stands beside it.
struct OFXMarkup {
  private let bytes: [UInt8]
  private var offset = 0
  private var line = 1
  private var open: [MarkupElement] = [MarkupElement(name: "", line: 1)]

  /// Elements inside each other; real files have eight.
  private static let depthMax = 64

  /// The elements of a file below one without a name; nil when elements stand too deep in each other.
  static func elements(of bytes: [UInt8]) -> MarkupElement? {
    var reader = OFXMarkup(bytes: bytes)
    return reader.read()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func read() -> MarkupElement? {
    while offset < bytes.count {
      if bytes[offset] == 0x3C {
        readTag()
        if open.count > OFXMarkup.depthMax { return nil }
      } else {
        readText()
      }
    }
    while open.count > 1 { closeLast() }
    return open[0]
  }

  private mutating func readTag() {
    let start = offset + 1
    if bytes[start...].starts(with: "!--".utf8) { return skip(past: Array("-->".utf8)) }
    if bytes[start...].starts(with: "![CDATA[".utf8) { return readLiteral() }
    let end = bytes[start...].firstIndex(of: 0x3E) ?? bytes.count
    let tag = bytes[start..<end]
    let at = line
    advance(to: min(end + 1, bytes.count))
    guard let first = tag.first, first != 0x3F, first != 0x21 else { return }
    if first == 0x2F { return close(name(tag.dropFirst())) }
    // What holds a text holds no elements.
    if !open[open.count - 1].text.isEmpty { closeUnended() }
    open.append(MarkupElement(name: name(tag), line: at))
    if tag.last == 0x2F { closeLast() }
  }

  /// The name in a tag, in capitals, without what stands behind it.
  private func name(_ tag: ArraySlice<UInt8>) -> XMLName {
    XMLName(tag.prefix { $0 > 0x20 && $0 != 0x2F }.map { (0x61...0x7A).contains($0) ? $0 - 32 : $0 })
  }

  private mutating func readText() {
    let start = offset
    let end = bytes[start...].firstIndex(of: 0x3C) ?? bytes.count
    advance(to: end)
    let text = SheetText.trimmed(OFXMarkup.decoded(bytes[start..<end]))
    if !text.isEmpty { open[open.count - 1].text += text }
  }

  private mutating func readLiteral() {
    let start = offset + "<![CDATA[".utf8.count
    skip(past: Array("]]>".utf8))
    open[open.count - 1].text += SheetText.trimmed(String(decoding: bytes[start..<max(start, offset - 3)], as: UTF8.self))
  }

  private mutating func skip(past mark: [UInt8]) {
    var place = offset
    while place < bytes.count, !bytes[place...].starts(with: mark) { place += 1 }
    advance(to: min(place + mark.count, bytes.count))
  }

  private mutating func advance(to end: Int) {
    for byte in bytes[offset..<end] where byte == 0x0A { line += 1 }
    offset = end
  }

  /// Closes the innermost element of a name with all that stand open in it; a tag that closes nothing is passed over.
  private mutating func close(_ name: XMLName) {
    guard let place = open.lastIndex(where: { $0.name == name }), place > 0 else { return }
    while open.count > place + 1 { closeUnended() }
    closeLast()
  }

  private mutating func closeLast() {
    guard open.count > 1, let element = open.popLast() else { return }
    open[open.count - 1].children.append(element)
  }

  /// Closes an element that has no end of its own: what seemed to stand in it stands beside it.
  private mutating func closeUnended() {
    guard open.count > 1, var element = open.popLast() else { return }
    let beside = element.children
    element.children = []
    open[open.count - 1].children += [element] + beside
  }

  /// A text with characters in place of their names.
  private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(0x26) else { return text }
    var out = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      out += rest[..<start]
      rest = rest[start...]
      guard let end = rest.prefix(12).firstIndex(of: ";"), let scalar = character(rest[rest.index(after: start)..<end]) else {
        out.append("&")
        rest = rest.dropFirst()
        continue
      }
      out.unicodeScalars.append(scalar)
      rest = rest[rest.index(after: end)...]
    }
    return out + rest
  }

  private static func character(_ name: Substring) -> Unicode.Scalar? {
    switch name {
    case "amp": "&"
    case "lt": "<"
    case "gt": ">"
    case "quot": "\""
    case "apos": "'"
    case "nbsp": " "
    default:
      if name.hasPrefix("#x") {
        UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
      } else if name.hasPrefix("#") {
        UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init)
      } else {
        nil
      }
    }
  }
}
