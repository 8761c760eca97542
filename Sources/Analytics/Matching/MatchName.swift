/// Brings the names and numbers that people and banks write differently into one form, for comparing only.
public enum MatchName {
  /// Legal forms at the end of a company's name, the longest first; they say nothing about which company it is.
  private static let forms = [
    "股份有限公司", "有限责任公司", "(有限合伙)", "集团有限公司", "有限公司", "有限合伙", "集团公司", "公司", "集团",
  ].map { Array($0.utf8) }

  /// A name without spaces, quotation marks and its legal form, letters small and of normal width.
  public static func name(_ text: String) -> String { String(decoding: folded(name: text), as: UTF8.self) }

  /// A document number without spaces, brackets of all kinds alike: `聊财指〔2022〕15号` and `聊财指[2022] 15号` are the same.
  public static func document(_ text: String) -> String { String(decoding: folded(text), as: UTF8.self) }

  /// Whether one of two names contains the other, as `力得汽车` does 力得; names of one character prove nothing.
  public static func isSimilar(_ one: String, _ other: String) -> Bool {
    isSimilar(Array(one.utf8)[...], Array(other.utf8)[...])
  }

  /// The same of names in UTF-8.
  static func isSimilar(_ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
    let (part, whole) = one.count <= other.count ? (one, other) : (other, one)
    guard let first = part.first, part.count > length(ofCharacterAt: first) else { return false }
    return (whole.startIndex...(whole.endIndex - part.count)).contains { start in
      whole[start] == first && whole[start..<start + part.count].elementsEqual(part)
    }
  }

  /// A name in its form for comparing, in UTF-8.
  static func folded(name text: String) -> [UInt8] {
    var name = folded(text)
    // A name that is nothing but a legal form is at least that, and one character alone is no name.
    if forms.contains(name) { return name }
    for form in forms where name.count > form.count && name.suffix(form.count).elementsEqual(form) {
      if name.count - form.count <= length(ofCharacterAt: name[0]) { continue }
      name.removeLast(form.count)
      break
    }
    return name
  }

  private static func folded(_ text: String) -> [UInt8] {
    var text = text
    var out: [UInt8] = []
    text.withUTF8 { fold($0, into: &out) }
    return out
  }

  /// Appends letters and digits with what tells numbers apart, in one width and one case.
  static func fold(_ text: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
    var index = 0
    while index < text.count {
      let length = min(length(ofCharacterAt: text[index]), text.count - index)
      switch length {
      case 1: fold(text[index], into: &out)
      case 2:
        // A space that does not break, and a dot between parts of a name.
        let isDropped = text[index] == 0xC2 && (text[index + 1] == 0xA0 || text[index + 1] == 0xB7)
        if !isDropped { out.append(contentsOf: text[index..<index + 2]) }
      case 3:
        let value = UInt32(text[index] & 0x0F) << 12 | UInt32(text[index + 1] & 0x3F) << 6 | UInt32(text[index + 2] & 0x3F)
        switch value {
        // Full-width forms have their ASCII twins 0xFEE0 below.
        case 0xFF01...0xFF5E: fold(UInt8(truncatingIfNeeded: value - 0xFEE0), into: &out)
        case 0x3014, 0x3010, 0x2768: out.append(0x28)
        case 0x3015, 0x3011, 0x2769: out.append(0x29)
        case 0x3000, 0x201C, 0x201D, 0x2022, 0xFEFF: break
        default: out.append(contentsOf: text[index..<index + 3])
        }
      default: out.append(contentsOf: text[index..<index + length])
      }
      index += length
    }
  }

  private static func fold(_ byte: UInt8, into out: inout [UInt8]) {
    switch byte {
    case 0...0x20, 0x22, 0x27: break
    case 0x41...0x5A: out.append(byte + 32)
    case 0x5B: out.append(0x28)
    case 0x5D: out.append(0x29)
    default: out.append(byte)
    }
  }

  /// Hands out the words of a text that have at least so many digits; commas, semicolons, colons and spaces part words.
  static func eachWord(
    of text: UnsafeBufferPointer<UInt8>, digits digitsMin: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var start = 0
    var digits = 0
    var index = 0
    while index <= text.count {
      let parting = index < text.count ? partingLength(text, index) : 1
      if parting > 0 {
        if digits >= digitsMin && start < index { body(UnsafeBufferPointer(rebasing: text[start..<index])) }
        index += parting
        start = index
        digits = 0
      } else {
        if (0x30...0x39).contains(text[index]) { digits += 1 }
        index += 1
      }
    }
  }

  /// How many bytes a mark between words takes; 0 where there is none.
  private static func partingLength(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    switch text[index] {
    case 0x20, 0x2C, 0x3A, 0x3B: return 1
    case 0xE3 where index + 2 < text.count: return text[index + 1] == 0x80 && text[index + 2] == 0x81 ? 3 : 0
    case 0xEF where index + 2 < text.count:
      let isMark = text[index + 1] == 0xBC && (text[index + 2] == 0x8C || text[index + 2] == 0x9A || text[index + 2] == 0x9B)
      return isMark ? 3 : 0
    default: return 0
    }
  }

  /// How many bytes the character takes that begins with a byte.
  private static func length(ofCharacterAt byte: UInt8) -> Int {
    byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }
}
