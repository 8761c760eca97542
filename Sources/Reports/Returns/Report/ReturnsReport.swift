import Analytics
import LedgerCore
import Portfolio
import ReportDocument

/// 投资收益: what came back and what the rest is worth, as multiples and as rates of return (METRICS §2).
public struct ReturnsReport: Sendable {
  /// What the tables are broken down by; a year is taken as a vintage.
  public var grouping: Grouping
  /// Cut-off and known-at.
  public var moment: Moment
  /// A valuation older than this on the cut-off day is listed as stale.
  public var staleAfterDays: Int
  /// What is asked beside multiples and XIRR.
  public var question: ReturnsQuestion

  /// The report with its options.
  public init(
    by grouping: Grouping = .deal, moment: Moment = .latest, staleAfterDays: Int = 365,
    question: ReturnsQuestion = ReturnsQuestion()
  ) {
    self.grouping = grouping
    self.moment = moment
    self.staleAfterDays = staleAfterDays
    self.question = question
  }

  /// Computes the returns and writes them down.
  ///
  /// - Throws: what the source throws, or `sumOverflow` when a sum leaves 64 bits.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    let cutOff = try source.cutOff(at: moment)
    let view = try ReturnsView(from: source, at: moment, by: grouping, asOf: cutOff)
    let base = source.register.base
    var document = try ReportFrame(source: source, moment: moment).document(
      "returns", title: Phrase("投资收益", "Returns"), definitions: definitions(for: view))
    document.sections = try Diagnostic.onOverflow { () throws(MoneyOverflow) in
      try sections(of: view, source.register)
    }
    let listed = valuationTable(of: view, source.register)
    if !listed.rows.isEmpty {
      document.sections.append(
        Section("valuations", title: Phrase("缺失或过期的估值", "Missing or stale valuations"), blocks: [.table(listed)]))
    }
    document.notes = try notes(on: view, source.register)
    document.extras = [JSONMember("returns", ReturnsReport.machine(view.total, asOf: cutOff, base))]
    return document
  }

  /// All sections but the list of valuations.
  private func sections(of view: ReturnsView, _ register: Register) throws(MoneyOverflow) -> [Section] {
    let base = register.base
    let (total, groups) = try FurtherRates.all(
      of: view.fold, view.whole, grouping == .none ? nil : view.byGroup, asOf: view.asOf, question)
    var sections = [
      Section("total", title: Phrase("总体", "Overall"), blocks: [.figures(figures(of: view, total.figures.first ?? nil, base))])
    ]
    if grouping != .none {
      let name = Phrase(title.zh, title.en.lowercased())
      let ((multiples, outcomes), rates) = ConcurrentPieces.both(
        { (breakdown(of: view, base), outcomeTable(of: view, base)) }, { ratesTable(of: view, groups, total, base) })
      sections.append(
        Section("breakdown", title: Phrase("按\(name.zh)", "By \(name.en)"), blocks: [.table(multiples)]))
      if view.total.fees != 0 {
        sections.append(
          Section("net", title: Phrase("费前与费后", "Before and after fees"), blocks: [.table(netTable(of: view, base))]))
      }
      if !rates.rows.isEmpty {
        sections.append(
          Section("rates", title: Phrase("时间加权等收益率", "Time-weighted and other returns"), blocks: [.table(rates)]))
      }
      if !outcomes.rows.isEmpty {
        sections.append(
          Section("outcomes", title: Phrase("损失率与回本", "Losses and breakeven"), blocks: [.table(outcomes)]))
      }
    }
    if let roots = rootsSection(of: view) { sections.append(roots) }
    if grouping == .vintage || grouping == .year {
      let years = try VintageYears(view.fold, asOf: view.asOf)
      sections.append(
        Section(
          "vintageYears", title: Phrase("各出资年度逐年的倍数", "Multiples of each vintage by age"),
          blocks: [.table(ReturnsReport.vintageTable(years, base))]))
    }
    let curve = try curveTable(of: try view.whole.table.flowsByDay(of: 0), view.curve, base)
    if !curve.rows.isEmpty {
      let picture = curveChart(of: curve, to: view.asOf).map { [Block.chart($0)] } ?? []
      sections.append(Section("curve", title: Phrase("J 曲线", "J-curve"), blocks: [.table(curve)] + picture))
    }
    if let market = question.market { sections.append(try marketSection(of: view, market)) }
    return sections
  }

  /// The heading of the groups.
  var title: Phrase { grouping == .year ? Grouping.vintage.title : grouping.title }
}
