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
    name = text
    self.words = words
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
