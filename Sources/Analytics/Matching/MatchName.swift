/// Brings the names and numbers that people and banks write differently into one form, for comparing only.
public enum MatchName {
  /// Legal forms at the end of a company's name, the longest first; they say nothing about which company it is.
  private static let forms = [
    "股份有限公司", "有限责任公司", "(有限合伙)", "集团有限公司", "有限公司", "有限合伙", "集团公司", "公司", "集团",
  ].map { Array($0.unicodeScalars) }

  /// A name without spaces, quotation marks and its legal form, letters small and of normal width.
  public static func name(_ text: String) -> String {
    var scalars = plain(text)
    // A name that is nothing but a legal form is at least that.
    if forms.contains(scalars) { return string(scalars) }
    for form in forms where scalars.count > form.count + 1 && scalars.suffix(form.count).elementsEqual(form) {
      scalars.removeLast(form.count)
      break
    }
    return string(scalars)
  }

  /// A document number without spaces, brackets of all kinds alike: `聊财指〔2022〕15号` and `聊财指[2022] 15号` are the same.
  public static func document(_ text: String) -> String {
    // Most numbers are letters and digits alone.
    let isPlain = text.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0) || (65...90).contains($0) }
    if !isPlain { return string(plain(text)) }
    return String(decoding: text.utf8.map { (65...90).contains($0) ? $0 + 32 : $0 }, as: UTF8.self)
  }

  /// Whether one of two names contains the other, as `力得汽车` does 力得; names of one character prove nothing.
  public static func isSimilar(_ one: String, _ other: String) -> Bool {
    let (short, long) = one.utf8.count <= other.utf8.count ? (one, other) : (other, one)
    guard short.unicodeScalars.count >= 2 else { return false }
    let (part, whole) = (Array(short.utf8), Array(long.utf8))
    return (0...(whole.count - part.count)).contains { start in
      whole[start] == part[0] && whole[start..<start + part.count].elementsEqual(part)
    }
  }

  /// Letters and digits with what tells numbers apart, in one width and one case.
  private static func plain(_ text: String) -> [Unicode.Scalar] {
    var out: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      var value = scalar.value
      // Full-width forms have their ASCII twins 0xFEE0 below.
      if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
      switch value {
      case 0x41...0x5A: value += 32
      case 0x3014, 0x3010, 0x5B, 0x2768: value = 0x28
      case 0x3015, 0x3011, 0x5D, 0x2769: value = 0x29
      case 0...0x20, 0xA0, 0x3000, 0x22, 0x27, 0x201C, 0x201D, 0xB7, 0x2022, 0xFEFF: continue
      default: break
      }
      if let plain = Unicode.Scalar(value) { out.append(plain) }
    }
    return out
  }

  private static func string(_ scalars: [Unicode.Scalar]) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}
