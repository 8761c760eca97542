/// Texts of cells as people meant them.
public enum SheetText {
  /// A text without blanks around it: spaces, full-width and unbreakable ones, tabs, line ends.
  public static func trimmed(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last, isBlank(first) || isBlank(last) else {
      return text
    }
    var view = Substring(text).unicodeScalars
    while let first = view.first, isBlank(first) { view.removeFirst() }
    while let last = view.last, isBlank(last) { view.removeLast() }
    return String(view)
  }

  /// A text in one line, blanks inside it left out, full-width letters, digits and marks as their narrow forms: what
  /// names of columns are compared by.
  public static func folded(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    var mayBeUpper = false
    for scalar in text.unicodeScalars where !isBlank(scalar) {
      let narrow = narrow(scalar)
      // Letters with a small form stand below the characters of Chinese.
      if (0x41...0x5A).contains(narrow.value) || (0x80..<0x2E80).contains(narrow.value) || narrow.value > 0xA000 {
        mayBeUpper = true
      }
      out.append(narrow)
    }
    return mayBeUpper ? String(out).lowercased() : String(out)
  }

  /// A name without its blanks, full-width letters, digits and brackets as their narrow forms: what names of companies are compared by.
  static func foldedName(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isBlank(scalar) { out.append(narrow(scalar)) }
    return String(out)
  }

  /// A text with full-width digits, letters and marks as their narrow forms.
  public static func narrowed(_ text: String) -> String {
    guard text.utf8.contains(0xEF) || text.utf8.contains(0xE2) else { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { out.append(narrow(scalar)) }
    return String(out)
  }

  private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000, 0xA0: " "
    case 0x2212, 0x2010...0x2014, 0xFE63: "-"
    default: scalar
    }
  }

  /// Whether a scalar is a blank of any width.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09...0x0D, 0xA0, 0x2000...0x200B, 0x3000, 0xFEFF: true
    default: false
    }
  }
}
