/// What keeps a text from saying plainly what values are in.
enum UnitFlaw: Hashable {
  /// Another currency than the renminbi, by its code.
  case foreign(String)
  /// It seems to be a unit, and it is not known which.
  case unclear(String)
  /// It is no unit, so that the usual one is taken.
  case unread(String)
  /// Two units are named: 元 and 万元.
  case contradictory(String)
}

/// What the words beside a name say of the values: in brackets behind a heading, or behind 单位 above a table.
struct UnitWords: Hashable {
  /// The unit; that of money where there are several, as in 万元、%.
  private(set) var unit: HeaderUnit?
  private(set) var flaw: UnitFlaw?

  /// Nothing is said.
  init() {}

  /// Words that name a unit which is not understood.
  init(unclear text: String) { flaw = .unclear(text) }

  /// Words that need be no unit at all.
  init(unread text: String) { flaw = .unread(text) }

  /// Takes in what another line says: a unit of money other than the first is a contradiction.
  mutating func add(line other: UnitWords) {
    if case .money(let own)? = unit, case .money(let second)? = other.unit, own != second, flaw == nil {
      flaw = .contradictory("\(HeaderUnit.name(ofExponent: own))、\(HeaderUnit.name(ofExponent: second))")
      return
    }
    add(other)
  }

  /// Reads a text in comparable form.
  init(_ folded: some StringProtocol) {
    if let unit = HeaderUnit(folded) {
      self.unit = unit
      return
    }
    for word in UnitWords.words(of: String(folded)) { take(word, of: String(folded)) }
  }

  private mutating func take(_ word: String, of whole: String) {
    if CurrencyName.code(word) == "CNY" || UnitWords.labels.contains(word) { return }
    if let found = HeaderUnit(word) {
      if case .money? = unit {
        if case .money = found, found != unit { flaw = .unclear(whole) }
      } else {
        unit = found
      }
    } else if let code = CurrencyName.foreignCode(in: word) {
      flaw = .foreign(code)
    } else if UnitWords.seemsAUnit(word) {
      flaw = flaw ?? .unclear(whole)
    } else if flaw == nil {
      flaw = .unread(whole)
    }
    if case .money? = unit, case .unread? = flaw { flaw = nil }
  }

  /// Takes in what another bracket says.
  mutating func add(_ other: UnitWords) {
    if unit == nil { unit = other.unit }
    if case .unread? = flaw { flaw = other.flaw ?? flaw } else { flaw = flaw ?? other.flaw }
    if case .money? = unit, case .unread? = flaw { flaw = nil }
  }

  /// Words that only say that a unit or a currency follows.
  private static let labels: Set<String> = ["单位", "金额单位", "货币单位", "计量单位", "人民币单位", "币种", "货币", "币别", "unit", "units", "currency", "in"]

  /// Parts a text at marks, but not at the comma of 10,000.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = ""
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      let isInNumber =
        character == "," && index > 0 && index + 1 < characters.count && characters[index - 1].isNumber
        && characters[index + 1].isNumber
      if "、;/:|+,，和及与".contains(character) && !isInNumber {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    return word.isEmpty ? words : words + [word]
  }

  /// Whether a word looks like a unit or a currency.
  static func seemsAUnit(_ word: String) -> Bool {
    let ends = ["元", "圆", "万", "亿", "千", "百", "块", "币", "million", "millions", "thousand", "billion", "角", "厘"]
    let starts = ["万元", "亿元", "千元", "百万元", "人民币", "rmb", "cny"]
    return ends.contains { word.hasSuffix($0) } || starts.contains { word.hasPrefix($0) } || word == "分"
      || word.contains { "$€£¥".contains($0) }
  }
}
