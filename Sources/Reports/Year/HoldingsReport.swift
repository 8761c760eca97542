import LedgerCore
import Portfolio
import ReportDocument

/// What is held: the register of holdings and the movement of carrying amounts over a period (DOMAIN §7 B, I).
public struct HoldingsReport: Sendable {
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
      "holdings", title: Phrase("持有情况", "Holdings"), definitions: [YearReport.holdingsDefinition, DealTermsSection.definition])
    document.sections = [
      Section("positions", blocks: [.table(try PositionsSection(view: view).table())]),
      Section("terms", blocks: try DealTermsSection(view: view).tables().map { .table($0) }),
      Section(
        "movement", title: Phrase("变动", "Movement"),
        blocks: try HoldingsSection(view: view).blocks() + HoldingsCharts(view: view).blocks()),
    ]
    document.notes = try PortfolioNotes(view: view).all() + [try IndustryNames.builtIn().note]
    return document
  }
}
