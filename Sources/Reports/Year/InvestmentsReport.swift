import LedgerCore
import Portfolio
import ReportDocument

/// Investments made in a period (DOMAIN §7 A).
public struct InvestmentsReport: Sendable {
  /// First day of the period; `always` for the whole life.
  public var from: Day
  /// The two times of the question; its day is the last of the period.
  public var moment: Moment

  public init(from: Day = .always, moment: Moment = .latest) {
    self.from = from
    self.moment = moment
  }

  /// The report as a document.
  ///
  /// - Throws: `sumOverflow` when a sum leaves its range, or what the source throws.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    let view = try PortfolioView(source, moment: moment, from: from)
    var document = try ReportFrame(source: source, moment: moment, from: from).document(
      "investments", title: Phrase("投资", "Investments"), definitions: [InvestmentsSection.definition])
    document.sections = [
      Section("investments", blocks: YearReport.shown(try InvestmentsSection(view: view).table()))
    ]
    document.notes = try PortfolioNotes(view: view).all()
    return document
  }
}
