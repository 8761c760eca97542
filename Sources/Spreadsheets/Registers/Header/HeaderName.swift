/// A heading parted into its name and what it says about the values below it: `金额（万元）`, `持股比例(%)`, `期限/年`.
struct HeaderName: Hashable {
  /// The name in comparable form, without unit and marks of required columns.
  let name: String
  /// The name with what stands in parentheses that is no unit.
  let whole: String
  /// What is said of the values: their unit, or what keeps it from being told.
  let words: UnitWords

  /// What the values are in.
  var unit: HeaderUnit? { words.unit }

  init(_ heading: String) {
    var text = SheetText.folded(heading).filter { $0 != "*" && $0 != ":" && $0 != "、" }
    var words = UnitWords()
    whole = text
    while let open = text.lastIndex(where: { $0 == "(" || $0 == "[" || $0 == "【" }),
      let close = text[open...].firstIndex(where: { $0 == ")" || $0 == "]" || $0 == "】" })
    {
      words.add(UnitWords(text[text.index(after: open)..<close]))
      text.removeSubrange(open...close)
    }
    if let slash = text.lastIndex(of: "/"), HeaderUnit(text[text.index(after: slash)...]) != nil {
      words.add(UnitWords(text[text.index(after: slash)...]))
      text = String(text[..<slash])
    }
    if words.unit == nil, let (bare, unit) = HeaderName.parted(text) {
      words.add(UnitWords(unit))
      text = bare
    }
    name = text
    self.words = words
  }

  /// Units that may stand behind a name without brackets, the longest first.
  private static let units = ["千万元", "百万元", "十万元", "亿元", "万元", "千元", "百元", "元"]

  /// A name with a unit behind it, 估值万元 and 估值_元, parted; nil for any other text, and for what is nothing but a unit.
  private static func parted(_ text: String) -> (name: String, unit: String)? {
    guard let unit = units.first(where: { text.hasSuffix($0) }), HeaderUnit(text) == nil else { return nil }
    var name = text.dropLast(unit.count)
    // Other words end in 元: 美元, 单元.
    guard unit.count > 1 || name.last.map({ "-_".contains($0) }) == true else { return nil }
    while let last = name.last, "-_".contains(last) { name = name.dropLast() }
    if name.count < 2 || name.last?.isNumber == true || name.hasSuffix("单位") || CurrencyName.code(name) != nil { return nil }
    return (String(name), unit)
  }

  /// A name with what the heading above it says of the values, where it says nothing itself.
  init(_ name: HeaderName, above words: UnitWords) {
    self.name = name.name
    whole = name.whole
    var own = name.words
    if own.unit == nil { own.add(words) }
    self.words = own
  }
}
