import LedgerCore

/// Reads the text of one field into its value, alike for journals, command lines and spreadsheets.
public struct FieldParser {
  let register: Register

  public init(register: Register) { self.register = register }

  /// The value that a text has in a field.
  ///
  /// - Throws: a diagnostic without a place; the caller knows where the text stood.
  public func value(of text: String, for field: Field) throws(Diagnostic) -> FieldValue {
    try value(of: text, as: field.type) { field }
  }

  /// The value that a text has in a field of a kind; of the million fields of a journal none is copied.
  ///
  /// - Throws: a diagnostic without a place; the caller knows where the text stood.
  public func value(of text: String, at index: Int, of kind: EventDeclaration) throws(Diagnostic) -> FieldValue {
    try value(of: text, as: kind.types[index]) { kind.fields[index] }
  }

  private func value(of text: String, as type: FieldType, _ field: () -> Field) throws(Diagnostic) -> FieldValue {
    switch type {
    case .text, .newName, .name, .event, .events: return .text(text)
    case .amount: return .amount(try money(text))
    case .rate:
      guard let rate = Rate(text) else { throw Rate.flaw(of: text) ?? bad(text, field(), Wording("写作 8.5%", "write it as 8.5%")) }
      return .rate(rate)
    case .multiple:
      guard let times = Rate(multiple: text) else { throw bad(text, field(), Wording("写作 3 或 300%", "write it as 3 or 300%")) }
      return .rate(times)
    case .day:
      guard let day = Day(text) else {
        throw Diagnostic(
          .badDate, Wording("\(text) 不是日期", "\(text) is not a date"), hint: Wording("日期写作 2022-06-15", "write dates as 2022-06-15"))
      }
      return .day(day)
    case .year:
      guard let year = Int64(text), Day.years.contains(Int(clamping: year)) else {
        throw bad(text, field(), Wording("年份写作 2022", "write a year as 2022"))
      }
      return .integer(year)
    case .integer:
      guard let number = Int64(text) else { throw bad(text, field(), Wording("写整数", "write a whole number")) }
      return .integer(number)
    case .term:
      guard let months = FieldParser.months(text) else { throw bad(text, field(), Wording("期限写作 5y 或 18m", "write a term as 5y or 18m")) }
      return .integer(months)
    case .choice(let choices):
      if let index = choices.firstIndex(where: { $0.name == text || $0.chinese == text }) { return .choice(index) }
      let words = choices.map { "\($0.name) (\($0.chinese))" }.joined(separator: ", ")
      throw bad(text, field(), Wording("可写：\(words)", "one of: \(words)"))
    }
  }

  /// Months of `5y`, `18m`, `5年`, `18月`, `18个月`, `5y6m`; nil for anything else.
  static func months(_ text: String) -> Int64? {
    var total: Int64 = 0
    var number: Int64?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9":
        guard (number ?? 0) < 10_000 else { return nil }
        number = (number ?? 0) * 10 + Int64(scalar.value - 48)
      case "y", "Y", "年", "m", "M", "月":
        guard let count = number else { return nil }
        total += scalar == "y" || scalar == "Y" || scalar == "年" ? count * 12 : count
        number = nil
      case "个": continue
      default: return nil
      }
    }
    return number == nil && total > 0 ? total : nil
  }

  private func bad(_ text: String, _ field: Field, _ hint: Wording) -> Diagnostic {
    let shown = text.count > 60 ? text.prefix(60) + "…" : Substring(text)
    let sentence = Wording(
      "\(shown) 不是\(field.chinese)（\(field.name)）的值", "\(shown) is not a value of \(field.name) (\(field.chinese))")
    return Diagnostic(.badFieldValue, sentence, hint: hint)
  }
}
