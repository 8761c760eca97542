import BookStore
import LedgerCore
import Portfolio
import ReportDocument
import Reports

extension Book {
  /// The multipliers of METRICS §1 with their definitions.
  ///
  /// - Parameters:
  ///   - grouping: what the second table is broken down by.
  ///   - tier: whose money counts.
  ///   - moment: what was true when, and as far as it was known when.
  public func leverage(
    by grouping: Grouping = .programme, tier: CapitalTier = .wide, at moment: Moment = .latest
  ) throws(Diagnostic) -> ReportDocument {
    try LeverageReport(by: grouping, policy: LeveragePolicy(tier: tier), moment: moment).document(from: self)
  }

  /// Multiples and rates of return before and after fees, with whatever else is asked: a discount rate, a period, an index.
  public func returns(
    by grouping: Grouping = .deal, at moment: Moment = .latest, _ question: ReturnsQuestion = ReturnsQuestion()
  ) throws(Diagnostic) -> ReportDocument {
    try ReturnsReport(by: grouping, moment: moment, question: question).document(from: self)
  }

  /// The yearly portfolio report.
  public func yearReport(_ year: Int, at moment: Moment = .latest) throws(Diagnostic) -> ReportDocument {
    try YearReport(year: year, moment: moment).document(from: self)
  }

  /// The reconciliation of a budget year, with the answer whether anything is open.
  public func reconcile(_ year: Int, at moment: Moment = .latest) throws(Diagnostic) -> ReconcileResult {
    try ReconcileReport(year: year, moment: moment).result(from: self)
  }

  /// Balances of one book, or of all four when nil.
  public func balances(of book: AccountBook? = .fiscal, at moment: Moment = .latest) throws(Diagnostic) -> ReportDocument {
    try BalanceReport(book: book, moment: moment).document(from: self)
  }
}
