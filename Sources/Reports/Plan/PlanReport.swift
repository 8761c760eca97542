import LedgerCore
import Portfolio
import ReportDocument

/// The yearly plan of investments (年度投资计划, DOMAIN §7 A) against what was decided, signed and paid in the year.
public struct PlanReport: Sendable {
  /// The year of the plan.
  public var year: Int
  /// The two times of the question; the plan stands as on its day, at most the last of the year.
  public var moment: Moment

  public init(year: Int, moment: Moment = .latest) {
    self.year = year
    self.moment = moment
  }

  /// The plan as a document.
  ///
  /// - Throws: `badUsage` for a year outside the calendar, `sumOverflow`, or what the source throws.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    try Day.checkYear(year, hint: Wording("如 bgt plan 2022", "as in: bgt plan 2022"))
    let end = Moment(asOf: min(moment.asOf, .end(ofYear: year)), knownAt: moment.knownAt)
    let from = Day.start(ofYear: year)
    let view = try PlanView(year: year, view: try PortfolioView(source, moment: end, from: from))
    let tables = PlanTables(view: view)
    var document = try ReportFrame(
      // A plan is made before its year begins, and may be asked for then.
      source: source, moment: end, from: end.asOf < from ? nil : from
    ).document(
      "plan", title: Phrase("\(year) 年度投资计划", "Plan of investments \(year)"), definitions: [PlanTables.definition])
    if view.plan.projects.isEmpty {
      document.notes.append(
        Phrase("\(year) 年没有登记投资计划：bgt record plan 登记一项。", "No plan of \(year) is recorded: bgt record plan takes a project in."))
    } else {
      document.sections.append(Section("plan", title: Phrase("计划项目", "Projects"), blocks: [.table(try tables.projects())]))
    }
    if let table = try tables.unplanned() {
      document.sections.append(Section("unplanned", title: Phrase("计划外投资", "Outside the plan"), blocks: [.table(table)]))
    }
    if !view.plan.steps.isEmpty {
      document.sections.append(Section("steps", title: Phrase("计划的编制与调整", "How the plan was made"), blocks: [.table(tables.steps())]))
    }
    return document
  }
}
