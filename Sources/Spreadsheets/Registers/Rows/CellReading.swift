import LedgerCore
import Portfolio

/// Reads cells as people fill them into the texts that fields of events are read from.
struct CellReading {
  /// The unit of amounts that say none themselves.
  var unit: HeaderUnit?
  /// How dates are written, from a mapping; nil for the usual forms.
  var dateFormat: DateFormat?
  /// What years of two digits stand for.
  var shortYears = ShortYears()
  /// Whether numbers of days count from 1904, as the workbook says.
  var is1904 = false

  /// What people write for nothing.
  private static let nothing: Set<String> = ["-", "--", "/", "\\", "无", "n/a", "na", "none", "nil", "未填", "暂无"]

  /// The text of a cell for a field of some type; nil when it says nothing.
  ///
  /// - Throws: what is wrong with the value, without a place.
  func text(of value: SheetValue, for type: FieldType, unit own: HeaderUnit? = nil) throws(Diagnostic) -> String? {
    let text = FormulaText.unguarded(SheetText.trimmed(value.text))
    if let flaw = value.flaw {
      throw Diagnostic(
        .cellWithoutValue, flaw,
        hint: Wording("用表格软件打开，更正后保存；或直接写值", "open the file in a spreadsheet program, correct it and save it; or type the value"))
    }
    switch type {
    case .text, .newName, .name, .event: return CellReading.plain(value, text)
    default: break
    }
    if CellReading.saysNothing(text) { return nil }
    switch type {
    case .amount: return try amount(value, SheetText.narrowed(text), own)
    case .rate, .multiple: return try rate(value, SheetText.narrowed(text), own)
    case .day: return try day(value, SheetText.narrowed(text))
    case .term: return term(SheetText.narrowed(text), own)
    case .year: return CellReading.year(SheetText.narrowed(text))
    case .choice(let choices): return ChoiceWords.word(SheetText.narrowed(text), of: choices)
    default: return CellReading.withoutSeparators(SheetText.narrowed(text))
    }
  }

  private static func saysNothing(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return true }
    // Whatever begins with a digit says something.
    return !(0x30...0x39).contains(first) && (nothing.contains(SheetText.folded(text)) || isDash(text))
  }

  private static func isDash(_ text: String) -> Bool { text.unicodeScalars.allSatisfy { "-—–－".unicodeScalars.contains($0) } }

  /// A text; within quotation marks it is kept as it stands, blanks and all.
  private static func plain(_ value: SheetValue, _ text: String) -> String? {
    if text.utf8.count >= 2, text.utf8.first == 0x22, text.utf8.last == 0x22 { return String(text.dropFirst().dropLast()) }
    return text.isEmpty || isDash(text) || text == "/" ? nil : text
  }

  /// An amount with its unit: `-1234.5万元`.
  private func amount(_ value: SheetValue, _ text: String, _ own: HeaderUnit?) throws(Diagnostic) -> String {
    if case .scaled(let digits, let shown) = value, case .money(let exponent)? = own ?? unit, exponent > 0 {
      // The cell holds yuan, and its format shows them in the unit.
      if shown == exponent { return digits }
      throw ScaledCells.contradiction(shown: shown, unit: exponent)
    }
    if let comma = text.lastIndex(of: ","), let period = text.firstIndex(of: "."), period < comma {
      throw CellReading.noAmount(
        text, Wording("千分位用逗号，小数点用句点，如 1,234.50", "commas part thousands and a period the decimals, as in 1,234.50"))
    }
    if CellReading.isPlainNumber(text) { return inUnit(text, own) }
    if text.hasPrefix("=") {
      throw CellReading.noAmount(text, Wording("它是公式；写算得的数值", "it is a formula; write the number that it comes to"))
    }
    var body = text
    let isNegative = body.hasPrefix("(") && body.hasSuffix(")")
    if isNegative { body = String(body.dropFirst().dropLast()) }
    body = body.filter { $0 != " " }
    for sign in ["¥", "￥", "rmb", "人民币"] where body.lowercased().hasPrefix(sign) { body = String(body.dropFirst(sign.count)) }
    let number = body.utf8.prefix { (0x30...0x39).contains($0) || [0x2B, 0x2C, 0x2D, 0x2E].contains($0) }
    let rest = String(Substring(body.utf8[number.endIndex...]))
    if number.isEmpty, !CellReading.beginsWithCode(body) {
      throw CellReading.noAmount(text, Wording("写数值，如 5,000,000.00 或 500万元", "write a number, as 5,000,000.00 or 500万元"))
    }
    var digits = String(Substring(number))
    if isNegative { digits = "-" + digits }
    if !rest.isEmpty {
      guard case .money(let exponent)? = HeaderUnit(rest) else { return text }
      return CellReading.shifted(digits, exponent)
    }
    return inUnit(digits, own)
  }

  /// Whether the code of a currency stands before digits: `USD500`; TRUE and words are none.
  private static func beginsWithCode(_ body: String) -> Bool {
    let code = body.utf8.prefix { (0x61...0x7A).contains($0 | 0x20) }
    guard !code.isEmpty, let next = body.utf8[code.endIndex...].first else { return false }
    return (0x30...0x39).contains(next) || next == 0x2D || next == 0x2B || next == 0x2E
  }

  private static func noAmount(_ text: String, _ hint: Wording) -> Diagnostic {
    Diagnostic(.badAmount, Wording("\(text.prefix(40)) 不是金额", "\(text.prefix(40)) is not an amount"), hint: hint)
  }

  /// A number in the unit of its column, else that of the table.
  private func inUnit(_ digits: String, _ own: HeaderUnit?) -> String {
    guard case .money(let exponent)? = own ?? unit else { return digits }
    return CellReading.shifted(digits, exponent)
  }

  private static func isPlainNumber(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2C || $0 == 0x2E }
  }

  /// A number in a unit of so many zeros; 千元 and 百万元 have no word that fields know.
  private static func shifted(_ digits: String, _ exponent: Int) -> String {
    switch exponent {
    case 0: return digits + "元"
    case 4: return digits + "万元"
    case 8: return digits + "亿元"
    default:
      let plain = digits.filter { $0 != "," }
      guard let moved = NumberText.normal(Array("\(plain)E\(exponent)".utf8)) else { return digits }
      return moved + "元"
    }
  }

  private func rate(_ value: SheetValue, _ text: String, _ own: HeaderUnit?) throws(Diagnostic) -> String {
    if case .percent = value { return text }
    if text.hasSuffix("%") { return text }
    if own == .percent { return text + "%" }
    return text
  }

  private func day(_ value: SheetValue, _ text: String) throws(Diagnostic) -> String {
    if case .day(let day, _) = value { return day.description }
    if let dateFormat {
      guard let day = dateFormat.day(text, shortYears) else {
        throw Diagnostic(
          .badDate,
          Wording("\(text.prefix(40)) 不是写作 \(dateFormat.text) 的日期", "\(text.prefix(40)) is not a date written \(dateFormat.text)"),
          hint: Wording("核对对照表中的 date-format", "check date-format in the mapping"))
      }
      return day.description
    }
    if SplitDate.lacksYear(text) { throw Diagnostic(.badDate, Wording("\(text) 没有年份", "\(text) names no year"), hint: SplitDate.yearHint) }
    // A time after the date is no part of the day.
    var body = text.split(whereSeparator: { $0 == " " || $0 == "T" }).first.map(String.init) ?? text
    // 12月31号 is 12月31日.
    if body.hasSuffix("号"), body.contains("月") { body = body.dropLast() + "日" }
    if body.utf8.count == 8, body.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      let day = "\(body.prefix(4))-\(body.dropFirst(4).prefix(2))-\(body.suffix(2))"
      if Day(day) != nil { return day }
    }
    // 22.9 is no day of the year 1900.
    if Day(body) == nil, body.utf8.prefix(while: { (0x30...0x39).contains($0) }).count == 5, let found = SerialDay.day(body, is1904: is1904)
    {
      return found.day.description
    }
    if let short = ShortDate(body, shortYears) { return short.day.description }
    if let days = ShortDate.ambiguity(of: body, shortYears) {
      throw Diagnostic(
        .badDate,
        Wording(
          "\(body) 可能是 \(days.map(\.description).joined(separator: " 或 "))",
          "\(body) may be \(days.map(\.description).joined(separator: " or "))"),
        hint: Wording("年份写四位，或在对照表中写明 date-format", "write the year with four digits, or say date-format in a mapping"))
    }
    return body
  }

  private func term(_ text: String, _ own: HeaderUnit?) -> String {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return text.filter { $0 != " " } }
    return own == .months ? text + "m" : text + "y"
  }

  private static func year(_ text: String) -> String {
    text.hasSuffix("年度") ? String(text.dropLast(2)) : text.hasSuffix("年") ? String(text.dropLast()) : text
  }

  private static func withoutSeparators(_ text: String) -> String { text.filter { $0 != "," && $0 != " " } }
}
