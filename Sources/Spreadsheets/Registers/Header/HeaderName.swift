/// A heading parted into its name and what it says about the values below it: `金额（万元）`, `持股比例(%)`, `期限/年`.
struct HeaderName: Hashable {
  /// The name in comparable form, without unit and marks of required columns.
  let name: String
  /// The name with what stands in parentheses that is no unit.
  let whole: String
  /// What the values are in.
  let unit: HeaderUnit?

  init(_ heading: String) {
    var text = SheetText.folded(heading).filter { $0 != "*" && $0 != ":" && $0 != "、" }
    var unit: HeaderUnit?
    whole = text
    while let open = text.lastIndex(where: { $0 == "(" || $0 == "[" || $0 == "【" }),
      let close = text[open...].firstIndex(where: { $0 == ")" || $0 == "]" || $0 == "】" })
    {
      let inner = text[text.index(after: open)..<close]
      if unit == nil { unit = HeaderUnit(inner) }
      text.removeSubrange(open...close)
    }
    if let slash = text.lastIndex(of: "/"), let found = HeaderUnit(text[text.index(after: slash)...]) {
      unit = unit ?? found
      text = String(text[..<slash])
    }
    name = text
    self.unit = unit
  }
}

/// What the values of a column or a whole table are in.
enum HeaderUnit: Hashable {
  /// A unit of money, with the power of ten that makes it yuan.
  case money(exponent: Int)
  case percent
  case years
  case months

  init?(_ text: some StringProtocol) {
    var word = Substring(text)
    for lead in ["单位", "人民币"] where word.hasPrefix(lead) { word = word.dropFirst(lead.count) }
    switch word {
    case "元", "圆", "rmb", "yuan", "cny": self = .money(exponent: 0)
    case "千元": self = .money(exponent: 3)
    case "万元", "万", "wan", "10,000": self = .money(exponent: 4)
    case "百万元", "million": self = .money(exponent: 6)
    case "亿元", "亿", "yi": self = .money(exponent: 8)
    case "%", "百分比", "percent": self = .percent
    case "年", "years", "year", "y": self = .years
    case "月", "个月", "months", "month", "m": self = .months
    default: return nil
    }
  }

  /// The unit that a line above a table names: `单位：万元`, `（金额单位:人民币亿元）`; nil when it names none.
  init?(line: String) {
    let text = SheetText.folded(line)
    guard let start = text.firstRange(of: "单位:")?.upperBound ?? text.firstRange(of: "unit:")?.upperBound else { return nil }
    let word = text[start...].prefix { $0 != ")" && $0 != "," && $0 != ";" && $0 != "]" && $0 != "】" }
    guard let unit = HeaderUnit(word), case .money = unit else { return nil }
    self = unit
  }
}
