extension Rate {
  /// Reads `8.5%`, `8.5 %` or `0.085`; nil for anything else, for more than seven decimals of a percent, and for a number
  /// without a percent sign that reaches 1: 3.65 may mean 3.65 % as well as 365 %.
  public init?(_ text: some StringProtocol) {
    guard let (value, isPercent) = Rate.read(text), isPercent || !Rate.reachesWhole(value) else { return nil }
    self.init(partsPerBillion: value)
  }

  /// Reads how many times something is: `3` and `300%` are three times, `1.5` is one and a half.
  public init?(multiple text: some StringProtocol) {
    guard let (value, _) = Rate.read(text) else { return nil }
    self.init(partsPerBillion: value)
  }

  /// What is wrong with a number that leaves open whether it is in per cent, without a place; nil for any other text.
  public static func flaw(of text: some StringProtocol) -> Diagnostic? {
    guard let (value, isPercent) = Rate.read(text), !isPercent, Rate.reachesWhole(value) else { return nil }
    let shown = text.description
    let percent = DecimalText.trimmed(value, scale: 9) + "%"
    let literal = Rate(partsPerBillion: value).description
    // As a fraction 100 % is 1, which would leave it as open as before.
    let fraction = reachesWhole(value / 100) ? "" : DecimalText.trimmed(value, scale: 11)
    let forms = fraction.isEmpty ? Wording(percent, percent) : Wording("\(percent) 或 \(fraction)", "\(percent) or \(fraction)")
    return Diagnostic(
      .badFieldValue,
      Wording("\(shown) 没有百分号，看不出是 \(percent) 还是 \(literal)", "\(shown) has no percent sign: it may mean \(percent) or \(literal)"),
      hint: Wording(
        "写作 \(forms.zh)；确为 \(literal) 的，写明 \(literal)", "write it as \(forms.en); if \(literal) is meant, write \(literal)"))
  }

  /// A decimal in parts per billion, and whether a percent sign stands behind it.
  private static func read(_ text: some StringProtocol) -> (value: Int64, isPercent: Bool)? {
    var body = Substring(text.description)
    while body.last == " " { body.removeLast() }
    let isPercent = body.last == "%" || body.last == "％"
    if isPercent { body.removeLast() }
    while body.last == " " { body.removeLast() }
    guard let value = DecimalText.parse(body.utf8, scale: isPercent ? 7 : 9) else { return nil }
    return (value, isPercent)
  }

  private static func reachesWhole(_ value: Int64) -> Bool { value.magnitude >= Rate.whole.partsPerBillion.magnitude }
}
