import LedgerCore
import Portfolio
import ReportDocument

/// Exits of a period and terms that end (DOMAIN §7 F).
public struct ExitsReport: Sendable {
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
      "exits", title: Phrase("退出", "Exits"), definitions: [ExitsSection.definition, ExitsSection.fullDefinition])
    let (table, notes) = try ExitsSection(view: view).fullTable()
    document.sections = [Section("exits", blocks: YearReport.shown(table))]
    if let exceptions = try ExitsSection(view: view).exceptions() {
      document.sections.append(
        Section("exceptions", title: Phrase("让出本金的例外", "Principal given up by exception"), blocks: [.table(exceptions)]))
    }
    document.sections.append(
      Section(
        "exitsDue", title: Phrase("到期", "Terms ending"),
        blocks: try ExitsSection(view: view).upcomingBlocks()
          + (try ExitsDueChart(view: view).chart().map { [.chart($0)] } ?? [])))
    document.notes = notes + PortfolioNotes(view: view).ofExits
    return document
  }
}
