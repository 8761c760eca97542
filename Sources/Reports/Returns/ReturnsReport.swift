import Analytics
import LedgerCore
import Portfolio
import ReportDocument

/// 投资收益: what came back and what the rest is worth, as multiples and as a money-weighted return (METRICS §2).
public struct ReturnsReport: Sendable {
  /// What the table is broken down by; a year is taken as a vintage.
  public var grouping: Grouping
  /// Cut-off and known-at.
  public var moment: Moment
  /// A valuation older than this on the cut-off day is listed as stale.
  public var staleAfterDays: Int

  /// The report with its options.
  public init(by grouping: Grouping = .deal, moment: Moment = .latest, staleAfterDays: Int = 365) {
    self.grouping = grouping
    self.moment = moment
    self.staleAfterDays = staleAfterDays
  }

  /// Computes the returns and writes them down.
  ///
  /// - Throws: what the source throws, or `sumOverflow` when a sum leaves 64 bits.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    let (facts, cutOff) = try source.factsAndCutOff(at: moment, of: ReturnsView.measures)
    let view = try ReturnsView(facts, register: source.register, by: grouping, asOf: cutOff)
    let base = source.register.base
    var document = try ReportFrame(source: source, moment: moment).document(
      "returns", title: Phrase("投资收益", "Returns"), definitions: ReturnsReport.definitions(asOf: cutOff))
    document.sections = [
      Section("total", title: Phrase("总体", "Overall"), blocks: [.figures(ReturnsReport.figures(of: view, base))])
    ]
    if grouping != .none {
      document.sections.append(
        Section("breakdown", title: Phrase("按\(title.zh)", "By \(title.en.lowercased())"),
          blocks: [.table(breakdown(of: view, base))]))
    }
    let listed = valuationTable(of: view, source.register)
    if !listed.rows.isEmpty {
      document.sections.append(
        Section("valuations", title: Phrase("缺失或过期的估值", "Missing or stale valuations"), blocks: [.table(listed)]))
    }
    document.notes = ReturnsReport.notes(on: view)
    document.extras = [JSONMember("returns", ReturnsReport.machine(view.total, asOf: cutOff, base))]
    return document
  }

  /// The heading of the groups.
  var title: Phrase { grouping == .year ? Grouping.vintage.title : grouping.title }
}
