/// What the values of a column or a whole table are in.
enum HeaderUnit: Hashable {
  /// A unit of money, with the power of ten that makes it yuan.
  case money(exponent: Int)
  case percent
  case years
  case months

  /// The unit that a text in comparable form is: `万元`, `人民币万元`, `万元人民币`, `cny10thousand`; nil for any other text.
  init?(_ text: some StringProtocol) {
    let word = HeaderUnit.bare(text)
    switch word {
    case "%", "百分比", "percent": self = .percent
    case "年", "years", "year", "y": self = .years
    case "月", "个月", "months", "month", "m": self = .months
    default:
      guard let exponent = HeaderUnit.money(word) else { return nil }
      self = .money(exponent: exponent)
    }
  }

  /// The text without words that only say that a unit follows.
  private static func bare(_ text: some StringProtocol) -> Substring {
    var word = Substring(text)
    for lead in ["金额单位", "货币单位", "计量单位", "单位", "均为", "为", "以", "按", "in"] where word.hasPrefix(lead) {
      word = word.dropFirst(lead.count)
    }
    for tail in ["为单位", "计"] where word.hasSuffix(tail) { word = word.dropLast(tail.count) }
    return word
  }

  /// The power of ten of an amount of renminbi; `m` is a million only beside its name.
  private static func money(_ word: Substring) -> Int? {
    if let exponent = exponent(String(word)) { return exponent }
    for name in renminbi {
      var rest = word
      if rest.hasPrefix(name) { rest = rest.dropFirst(name.count) }
      if rest.hasSuffix(name) { rest = rest.dropLast(name.count) }
      if rest.count == word.count { continue }
      if rest.isEmpty { return name == "人民币" ? nil : 0 }
      if rest == "m" { return 6 }
      if let exponent = money(rest) { return exponent }
    }
    return nil
  }

  private static let renminbi = ["人民币", "rmb", "cny", "¥", "￥", "yuan"]

  private static let exponents: [String: Int] = {
    let words: [(Int, [String])] = [
      (0, ["元", "圆"]), (2, ["百元", "百"]), (3, ["千元", "千", "thousand", "thousands", "k", "1,000", "1000", "000", "'000", "000s"]),
      (4, ["万元", "万", "wan", "10,000", "10000", "10k", "10thousand", "tenthousand"]), (5, ["十万元", "十万"]),
      (6, ["百万元", "百万", "million", "millions", "mn", "mio"]), (7, ["千万元", "千万"]),
      (8, ["亿元", "亿", "yi", "100million", "hundredmillion", "100mn"]), (9, ["十亿元", "十亿", "billion", "bn"]),
    ]
    return Dictionary(words.flatMap { exponent, words in words.map { ($0, exponent) } }, uniquingKeysWith: { first, _ in first })
  }()

  /// The power of ten that a word alone stands for.
  static func exponent(_ word: String) -> Int? { exponents[word] }

  /// The name of a unit of money in Chinese.
  static func name(ofExponent exponent: Int) -> String {
    ["元", "十元", "百元", "千元", "万元", "十万元", "百万元", "千万元", "亿元", "十亿元"][min(max(exponent, 0), 9)]
  }
}
