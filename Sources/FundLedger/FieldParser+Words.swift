import LedgerCore
import Portfolio

extension FieldParser {
  /// An amount above zero.
  public func positive(_ text: String) throws(Diagnostic) -> Money {
    let money = try money(text)
    if money.minorUnits > 0 { return money }
    throw Diagnostic(
      .notPositive, Wording("\(text) 不大于零", "\(text) is not above zero"),
      hint: Wording("金额写作 5,000,000.00 或 500万元", "write the amount as 5,000,000.00 or 500万元"))
  }

  /// A share or rate.
  public func rate(_ text: String) throws(Diagnostic) -> Rate {
    guard let rate = Rate(text) else {
      throw Rate.flaw(of: text)
        ?? Diagnostic(.badFieldValue, Wording("\(text) 不是股比", "\(text) is not a share"), hint: Wording("写作 8.5%", "write it as 8.5%"))
    }
    return rate
  }

  /// A term in months.
  public func months(_ text: String) throws(Diagnostic) -> Int {
    let field = Field("term", "期限", .term, "term", "期限")
    guard case .integer(let months) = try value(of: text, for: field) else { return 0 }
    return Int(clamping: months)
  }
}
