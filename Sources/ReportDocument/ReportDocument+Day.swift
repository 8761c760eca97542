import LedgerCore

extension ReportDocument {
  /// The day that the report stands at, by its header facts; nil when they name none.
  public var day: Day? {
    switch facts.first(where: { $0.id == "asOf" })?.value {
    case .day(let day)?: day == .always || day == .never ? nil : day
    case .code(let text, _)?: Day(text)
    default: nil
    }
  }
}
