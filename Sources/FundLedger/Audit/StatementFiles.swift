import BookStore
import LedgerCore
import Portfolio
import Rendering
import ReportDocument
import Reports

/// Writes the reports of the period as CSV.
struct StatementFiles {
  let book: Book
  let scope: PackageScope
  let folder: PackageFolder

  /// Writes all of them.
  func write() throws(Diagnostic) {
    let from = scope.year == nil ? Day.always : Month(year: scope.first.year, month: 1).start
    let moment = Moment(asOf: scope.year == nil ? .never : scope.last.end)
    try write("trial-balance", try TrialBalanceReport(book: nil, moment: moment, from: from).document(from: book))
    try write("balances", try BalanceReport(book: nil, moment: moment).document(from: book))
    try write("holdings", try HoldingsReport(from: from, moment: moment).document(from: book))
    try write("investments", try InvestmentsReport(from: from, moment: moment).document(from: book))
    try write("exits", try ExitsReport(from: from, moment: moment).document(from: book))
    try write("budget", try BudgetReport(moment: moment).document(from: book))
    try write("leverage", try LeverageReport(by: .deal, moment: moment).document(from: book))
    try write("returns", try ReturnsReport(moment: moment).document(from: book))
    try write("balance-sheet", try BalanceSheetReport(moment: moment).document(from: book))
    try write("income", try IncomeStatementReport(moment: moment, from: from).document(from: book))
    try write("cash-flow", try CashFlowStatementReport(moment: moment, from: from).document(from: book))
    if let year = scope.year { try writeBudget(year) }
    try write("cashflow", try CashflowReport(from: from, moment: moment).document(from: book))
  }

  /// The statements of one budget year.
  private func writeBudget(_ year: Int) throws(Diagnostic) {
    try write("budget-statement", try BudgetStatement(year: year).document(from: book))
    try write("execution", try ExecutionStatement(year: year).document(from: book))
    try write("surplus", try SurplusStatement(year: year).document(from: book))
    try write("comparison", try ComparisonStatement(year: year).document(from: book))
    try write("equity", try EquityNote(year: year).document(from: book))
  }

  private func write(_ name: String, _ document: ReportDocument) throws(Diagnostic) {
    let options = RenderOptions(language: .zh, width: 0, bom: true)
    try folder.write(try Format.csv.bytes(of: document, options), to: "statements/\(name).csv")
  }
}
