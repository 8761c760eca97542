import Analytics
import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

/// A report of returns on the test journal, and its rates as `ok 1000` for 10 %.
enum ReturnRates {
  static func report(
    _ text: String, by grouping: Grouping = .deal, asOf: String, _ question: ReturnsQuestion = ReturnsQuestion()
  ) throws -> ReportDocument {
    try ReturnsReport(by: grouping, moment: Moment(asOf: day(asOf)), question: question).document(
      from: try books(ReturnsReportTests.head + text))
  }

  /// A rate in hundredths of a per cent after its status, `period` when it is not per year.
  static func words(_ cell: Cell) -> String {
    guard case .rate(let figure) = cell else { return "none" }
    return figure.rounded(decimals: 4).map { "\(figure.flatStatus) \($0)" } ?? figure.status
  }

  /// A question that compares with an index of these levels.
  static func index(_ levels: [(String, Int64)], columns: [String] = []) -> ReturnsQuestion {
    ReturnsQuestion(
      market: .init("指数", IndexSeries(levels.map { (day($0.0), $0.1 * 1_000_000) }), columns: columns))
  }
}
