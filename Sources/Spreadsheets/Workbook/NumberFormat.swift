/// What the number format of a cell says about its number.
enum NumberFormat: Hashable {
  case plain
  /// A calendar day, perhaps with a time.
  case day
  case percent
  /// A code with leading zeros, of so many digits.
  case code(digits: Int)
  /// A number shown divided by a power of ten: `0!.0,` shows 万元 of yuan, `#,##0,` thousands.
  case scaled(exponent: Int)

  /// The format of a number that the format itself fixes, 0 to 163.
  init(builtIn id: Int) {
    switch id {
    case 9, 10: self = .percent
    // 27 to 36 and 50 to 58 are dates in Chinese, Japanese and Korean programs.
    case 14...17, 22, 27...36, 50...58: self = .day
    default: self = .plain
    }
  }

  /// The format of a code such as `yyyy"年"m"月"d"日"` or `0.00%`.
  init(code: String) {
    let letters = NumberFormat.letters(ofFirstSection: code)
    if letters.contains(where: { "yYdD".unicodeScalars.contains($0) }) || NumberFormat.isMonthOnly(letters) {
      self = .day
    } else if letters.contains("%") {
      self = .percent
    } else if let exponent = NumberFormat.exponent(ofFirstSection: code), exponent > 0 {
      self = .scaled(exponent: exponent)
    } else if letters.count > 1, letters.allSatisfy({ $0 == "0" }) {
      self = .code(digits: letters.count)
    } else {
      self = .plain
    }
  }

  /// The power of ten by which a code divides what it shows: three for each comma behind the last digit, one for each digit behind a
  /// point that is written as a text, `!.` or `"."`. Nil where it has no digits.
  private static func exponent(ofFirstSection code: String) -> Int? {
    var digits = 0
    var commas = 0
    var behindPoint: Int?
    var isQuoted = false
    var isBracketed = false
    var isText = false
    for scalar in code.unicodeScalars {
      if isText || isQuoted || isBracketed {
        if scalar == ".", !isBracketed, digits > 0 { behindPoint = 0 }
        if scalar == "\"" { isQuoted = false }
        if scalar == "]" { isBracketed = false }
        isText = false
        continue
      }
      switch scalar {
      case "\"": isQuoted = true
      case "[": isBracketed = true
      case "!", "\\": isText = true
      case ";": return finished(digits, commas, behindPoint)
      case "0", "#", "?":
        digits += 1
        commas = 0
        behindPoint = behindPoint.map { $0 + 1 }
      case ",": commas += 1
      default: continue
      }
    }
    return finished(digits, commas, behindPoint)
  }

  private static func finished(_ digits: Int, _ commas: Int, _ behindPoint: Int?) -> Int? {
    digits == 0 ? nil : commas * 3 + (behindPoint ?? 0)
  }

  /// `m` stands for months, and for minutes beside hours or seconds.
  private static func isMonthOnly(_ letters: [Unicode.Scalar]) -> Bool {
    letters.contains { $0 == "m" || $0 == "M" } && !letters.contains { "hHsS".unicodeScalars.contains($0) }
  }

  /// The scalars that mean something: without texts in quotation marks, colours, escaped and filling characters.
  private static func letters(ofFirstSection code: String) -> [Unicode.Scalar] {
    // `General` is the same word in every language of the format.
    if code.lowercased().hasPrefix("general") { return [] }
    var letters: [Unicode.Scalar] = []
    var isQuoted = false
    var isBracketed = false
    var isSkipped = false
    for scalar in code.unicodeScalars {
      if isSkipped {
        isSkipped = false
      } else if scalar == "\"" {
        isQuoted.toggle()
      } else if isQuoted {
        continue
      } else if scalar == "[" {
        isBracketed = true
      } else if scalar == "]" {
        isBracketed = false
      } else if isBracketed {
        continue
      } else if scalar == "\\" || scalar == "!" || scalar == "_" || scalar == "*" {
        isSkipped = true
      } else if scalar == ";" {
        break
      } else {
        letters.append(scalar)
      }
    }
    return letters
  }
}
