import LedgerCore

extension FieldParser {
  /// Reads `5,000,000.00 CNY`, `CNY 500`, `¥500`, `500万元`, `1.2亿元` or a bare number in the base commodity.
  public func money(_ text: String) throws(Diagnostic) -> Money {
    let body = text.utf8.drop { $0 == 32 }
    let isPrefixed = body.first.map { !FieldParser.isNumeric($0) } ?? false
    let number: Substring.UTF8View
    let unit: String
    if isPrefixed {
      let code = body.prefix { !FieldParser.isNumeric($0) }
      unit = FieldParser.trimmed(code)
      number = body[code.endIndex...]
    } else {
      number = body.prefix { FieldParser.isNumeric($0) }
      unit = FieldParser.trimmed(body[number.endIndex...])
    }
    let (commodity, exponent) = try self.unit(unit, in: text)
    return Money(
      try FieldParser.minorUnits(FieldParser.trimmed(number), scale: register[commodity].scale + exponent), commodity)
  }

  /// What to do about a commodity that nobody declared: 五百万元 is an amount in words, and no code.
  private static func wayOut(of code: String) -> Wording {
    code.allSatisfy(\.isASCII)
      ? Wording("先设置：commodity \(code) 2", "declare it first: commodity \(code) 2")
      : Wording("金额用数字和单位写，如 500万元", "write digits and a unit, as 500万元")
  }

  /// The commodity of a unit and the power of ten that it multiplies by.
  private func unit(_ text: String, in whole: String) throws(Diagnostic) -> (CommodityID, Int) {
    switch text {
    case "": return (register.baseID, 0)
    case "元", "圆", "¥", "￥", "RMB", "人民币": return (try known("CNY", in: whole), 0)
    case "万元", "万": return (try known("CNY", in: whole), 4)
    case "亿元", "亿": return (try known("CNY", in: whole), 8)
    default: return (try known(text, in: whole), 0)
    }
  }

  private func known(_ code: String, in whole: String) throws(Diagnostic) -> CommodityID {
    if let id = register.commodity(named: code) { return id }
    if code.utf8.contains(where: { $0 >= 48 && $0 <= 57 }) || code.contains(" ") {
      throw Diagnostic(
        .badAmount, Wording("\(whole) 不是金额", "\(whole) is not an amount"),
        hint: Wording("写作 5,000,000.00 CNY 或 500万元", "write it as 5,000,000.00 CNY"))
    }
    let near = register.nearestName(to: code, of: .commodity)
    throw Diagnostic(
      .unknownCommodity, Wording("没有币种 \(code)", "commodity \(code) is not known"),
      hint: near.map(Wording.didYouMean) ?? FieldParser.wayOut(of: code))
  }

  /// Reads a number into minor units and says what is wrong with it when it is none.
  static func minorUnits(_ text: String, scale: Int) throws(Diagnostic) -> Int64 {
    if let value = DecimalText.parse(text.utf8, scale: scale) { return value }
    let digits = text.utf8.filter { $0 >= 48 && $0 <= 57 }.count
    let decimals = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let isShaped = digits > 0 && decimals.count <= 2 && text.utf8.allSatisfy { isNumeric($0) }
    let shown = text.count > 60 ? text.prefix(60) + "…" : Substring(text)
    if isShaped, decimals.count == 2, decimals[1].count > scale {
      throw Diagnostic(
        .tooManyDecimals, Wording("\(shown) 的小数超过 \(scale) 位", "\(shown) has more than \(scale) decimals"),
        hint: Wording("金额精确到最小货币单位；按单据四舍五入", "amounts are exact to the minor unit; round it as the document does"))
    }
    // What is well written at fewer decimals is too large at those of its unit.
    let fits = DecimalText.parse(text.utf8, scale: decimals.count == 2 ? decimals[1].count : 0) != nil
    if isShaped, digits >= 17 || fits {
      throw Diagnostic(
        .amountOverflow, Wording("\(shown) 过大", "\(shown) is too large"),
        hint: Wording("核对位数和单位；金额不超过 64 位", "check the number of digits and the unit; an amount has at most 64 bits"))
    }
    throw Diagnostic(
      .badAmount, Wording("\(shown) 不是金额", "\(shown) is not an amount"),
      hint: Wording("写作 5,000,000.00 CNY 或 500万元", "write it as 5,000,000.00 CNY"))
  }

  private static func isNumeric(_ byte: UInt8) -> Bool {
    (byte >= 48 && byte <= 57) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "+")
  }

  private static func trimmed(_ bytes: Substring.UTF8View) -> String {
    var view = bytes
    while let first = view.first, first == 32 || first == 9 { view.removeFirst() }
    while let last = view.last, last == 32 || last == 9 { view.removeLast() }
    return String(Substring(view))
  }
}
