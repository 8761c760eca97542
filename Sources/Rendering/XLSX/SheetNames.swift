/// Gives sheets names that spreadsheets take: at most 31 characters, none forbidden, each once.
struct SheetNames {
  /// What is given already, without regard to case; `History` is a name that Excel keeps for itself.
  private var taken: Set<String> = ["history"]

  /// Characters of UTF-16 that a name may have.
  static let lengthMax = 31
  private static let forbidden = Set("[]:*?/\\".unicodeScalars)

  /// No names yet.
  init() {}

  /// A name like the one that is wished for.
  mutating func name(_ wish: String) -> String {
    var clean = String.UnicodeScalarView()
    for scalar in wish.unicodeScalars {
      let isUnfit = SheetNames.forbidden.contains(scalar) || scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      clean.append(isUnfit || scalar.value == 0xFFFE || scalar.value == 0xFFFF ? "_" : scalar)
    }
    let trimmed = SheetNames.trimmed(String(clean))
    let base = trimmed.isEmpty ? "1" : trimmed
    var name = SheetNames.cutAtWord(base)
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      let suffix = " (\(number))"
      name = SheetNames.cut(base, SheetNames.lengthMax - suffix.utf16.count) + suffix
      number += 1
    }
    return name
  }

  /// No space or apostrophe at either end.
  private static func trimmed(_ text: String) -> String {
    let isEdge = { (character: Character) in character == " " || character == "'" }
    return String(text.drop(while: isEdge).reversed().drop(while: isEdge).reversed())
  }

  /// A name that is cut at the end of a word where one ends in its second half.
  private static func cutAtWord(_ text: String) -> String {
    let whole = cut(text, lengthMax)
    guard whole.count < text.count, text.dropFirst(whole.count).first != " ", let space = whole.lastIndex(of: " "),
      whole.distance(from: whole.startIndex, to: space) * 2 >= lengthMax
    else { return whole }
    return trimmed(String(whole[..<space].reversed().drop { ",，、;".contains($0) }.reversed()))
  }

  /// As many whole characters as fit.
  private static func cut(_ text: String, _ length: Int) -> String {
    var count = 0
    let fitting = text.prefix { character in
      count += character.utf16.count
      return count <= length
    }
    return trimmed(String(fitting))
  }
}
