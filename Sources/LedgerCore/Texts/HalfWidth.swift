/// Digits, letters and signs of full width, as Chinese keyboards write them, in the half width of ASCII.
public enum HalfWidth {
  /// A text with all of them in half width; anything else stays.
  public static func of(_ text: String) -> String {
    // The first byte of all signs of full width, and of the wide blank.
    if !text.utf8.contains(where: { $0 == 0xEF || $0 == 0xE3 }) { return text }
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x3000: folded.append(" ")
      case 0xFF01...0xFF5E: folded.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      default: folded.append(scalar)
      }
    }
    return String(folded)
  }
}
