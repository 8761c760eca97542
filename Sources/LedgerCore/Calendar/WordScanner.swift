/// Reads a text character by character, letters in lower case and signs in half width, for words of dates.
struct WordScanner {
  private let characters: [Character]
  private(set) var index: Int
  let end: Int

  init(_ text: String) {
    characters = text.map(WordScanner.plain)
    index = 0
    end = characters.count
  }

  /// A part of the same text.
  init(_ whole: WordScanner, _ range: Range<Int>) {
    characters = whole.characters
    index = range.lowerBound
    end = range.upperBound
  }

  /// A character as it is compared: lower case, full-width digits, letters and signs as ASCII.
  private static func plain(_ character: Character) -> Character {
    let scalars = character.unicodeScalars
    if let scalar = scalars.first, scalars.count == 1 {
      if scalar.value == 0x3000 || scalar == "\t" { return " " }
      if 0xFF01...0xFF5E ~= scalar.value, let half = Unicode.Scalar(scalar.value - 0xFEE0) {
        return plain(Character(half))
      }
    }
    let lower = character.lowercased()
    return lower.count == 1 ? Character(lower) : character
  }

  /// Whether nothing but blanks is left.
  var isAtEnd: Bool { characters[index..<end].allSatisfy { $0 == " " } }

  /// What is left, without blanks around it.
  var rest: String {
    let left = characters[index..<end].drop { $0 == " " }
    return String(left.reversed().drop { $0 == " " }.reversed())
  }

  /// Where what is left begins and ends, without blanks around it.
  var restRange: Range<Int> {
    guard let first = characters[index..<end].firstIndex(where: { $0 != " " }),
      let last = characters[index..<end].lastIndex(where: { $0 != " " })
    else { return index..<index }
    return first..<(last + 1)
  }

  mutating func skipBlanks() { while index < end, characters[index] == " " { index += 1 } }

  /// Goes back to a place that was read before.
  mutating func goBack(to place: Int) { index = place }

  /// Takes a word after blanks; one of ASCII letters does not end within a longer one.
  mutating func take(_ word: String) -> Bool {
    let start = index
    skipBlanks()
    var after = index
    for letter in word {
      guard after < end, characters[after] == letter else {
        index = start
        return false
      }
      after += 1
      // One blank in a word stands for any number of them.
      while letter == " ", after < end, characters[after] == " " { after += 1 }
    }
    let isLetter = word.last.map { $0.isASCII && $0.isLetter } ?? false
    if isLetter, after < end, characters[after].isASCII, characters[after].isLetter {
      index = start
      return false
    }
    index = after
    return true
  }

  /// Takes the first of some words that stands here.
  mutating func take(anyOf words: [String]) -> String? { words.first { take($0) } }

  /// Takes a number of so many digits, no digit before or after it.
  mutating func takeNumber(_ digits: ClosedRange<Int>) -> Int? {
    let start = index
    skipBlanks()
    var after = index
    while after < end, characters[after].isASCII, characters[after].isNumber { after += 1 }
    guard digits.contains(after - index), let number = Int(String(characters[index..<after])) else {
      index = start
      return nil
    }
    index = after
    return number
  }

  /// Takes a number below 100 in digits or in Chinese: 6, 六, 十二, 二十三, 两.
  mutating func takeSmallNumber() -> Int? {
    if let number = takeNumber(1...2) { return number }
    let start = index
    skipBlanks()
    func digit() -> Int? {
      guard index < end else { return nil }
      if characters[index] == "两" { return 2 }
      return "零一二三四五六七八九".firstIndex(of: characters[index]).map {
        "零一二三四五六七八九".distance(from: "零一二三四五六七八九".startIndex, to: $0)
      }
    }
    var value = digit()
    if value != nil { index += 1 }
    if index < end, characters[index] == "十" {
      index += 1
      value = (value ?? 1) * 10
      if let unit = digit() {
        index += 1
        value = (value ?? 0) + unit
      }
    }
    if value == nil { index = start }
    return value
  }

  /// The first place at or after the beginning where a separator stands, and the place after it.
  ///
  /// - Parameter isWord: whether it is a word that needs blanks around it.
  func place(of separator: String, isWord: Bool) -> Range<Int>? {
    let letters = Array(isWord ? " \(separator) " : separator)
    guard letters.count <= end - index else { return nil }
    for start in index...(end - letters.count) where characters[start..<start + letters.count].elementsEqual(letters) {
      return start..<start + letters.count
    }
    return nil
  }
}
