import Analytics
import LedgerCore
import Portfolio
import ReportDocument

/// `bgt returns --explain 甲/A`: every dated flow behind the figures of a deal or of a group, down to the document.
///
/// The flows of the table are the whole input of XIRR; an auditor reckons it again from them alone.
public struct ReturnsExplainReport: Sendable {
  /// The name of the deal, or of the group of a breakdown.
  public var name: String
  /// What the groups are; a year is taken as a vintage.
  public var grouping: Grouping
  /// Cut-off and known-at.
  public var moment: Moment

  /// The report with its options.
  public init(_ name: String, by grouping: Grouping = .deal, moment: Moment = .latest) {
    self.name = name
    self.grouping = grouping
    self.moment = moment
  }

  /// Lists what the figures of the group are made of.
  ///
  /// - Throws: `unknownDeal` or `badUsage` when there is no such deal or group, what the source throws, or
  ///   `sumOverflow` when a sum leaves 64 bits.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    let cutOff = try source.cutOff(at: moment)
    let view = try ReturnsView(from: source, at: moment, by: grouping, asOf: cutOff)
    let place = try place(in: view, source.register)
    let explanation = ReturnsExplanation(
      of: place, view, try source.facts(at: moment, of: ReturnsView.measures), source.register, isWhole: grouping == .none)
    let tables = ReturnsExplanationTables(explanation, view, source)
    let title = Phrase("投资收益说明：", "Returns explained: ") + explanation.group.label.phrase
    let report = ReturnsReport(by: grouping, moment: moment)
    // Multiples, distributions, residual value and XIRR; the other rates are not explained here.
    let definitions = Array(report.definitions(for: view).prefix(4))
    var document = try ReportFrame(source: source, moment: moment).document("returnsExplained", title: title, definitions: definitions)
    document.sections = [Section("figures", blocks: [.figures(tables.figures())])]
    if let roots = tables.roots() { document.sections.append(roots) }
    document.sections += [
      Section("flows", title: Phrase("现金流与剩余价值", "Flows and residual value"), blocks: [.table(try tables.flows())]),
      Section("curve", title: Phrase("J 曲线", "J-curve"), blocks: [.table(try curve(of: place, view, source.register.base))]),
      Section("residual", title: Phrase("剩余价值的依据", "What the residual value rests on"), blocks: [.table(try tables.residuals())]),
      Section("committed", title: Phrase("认缴", "Committed"), blocks: [.table(try tables.commitments())]),
    ]
    if let fees = try tables.fees() {
      document.sections.append(Section("fees", title: Phrase("费后计入的管理费", "Fees that net figures count"), blocks: [.table(fees)]))
    }
    if let left = try tables.leftOut() {
      document.sections.append(Section("leftOut", title: Phrase("未计入及原因", "Left out, and why"), blocks: [.table(left)]))
    }
    document.notes = try report.notes(on: view, source.register, of: explanation.deals)
    return document
  }

  /// The cumulative net flow of a group by year.
  private func curve(of place: Int, _ view: ReturnsView, _ base: Commodity) throws(Diagnostic) -> Table {
    try Diagnostic.onOverflow { () throws(MoneyOverflow) in
      try ReturnsReport(by: grouping, moment: moment).curveTable(
        of: try view.byGroup.table.flowsByDay(of: place), try JCurve(of: try view.byGroup.table.flows(of: place)), base)
    }
  }

  /// The place of the group that is asked for.
  private func place(in view: ReturnsView, _ register: Register) throws(Diagnostic) -> Int {
    let groups = view.byGroup.groups
    if let place = groups.firstIndex(where: { $0?.label.isNamed(name) == true }) { return place }
    if grouping == .none, [Phrase.total.zh, Phrase.total.en].contains(name), let place = groups.firstIndex(where: { $0 != nil }) {
      return place
    }
    if grouping == .deal {
      guard register.deal(named: name) == nil else {
        throw Diagnostic(
          .badUsage, Wording("\(name)还没有资金", "there is no money on \(name) yet"),
          hint: Wording("bgt returns 列出有资金的项目", "bgt returns lists the deals that have any"))
      }
      let near = register.nearestName(to: name, of: .deal)
      throw Diagnostic(
        .unknownDeal, Wording("没有投资项目\(name)", "there is no deal \(name)"),
        hint: near.map(Wording.didYouMean)
          ?? Wording("bgt returns 列出项目；其他分组加 --by", "bgt returns lists the deals; for another group add --by"))
    }
    let names = groups.compactMap { $0?.label.phrase.zh }.prefix(8).joined(separator: ", ")
    throw Diagnostic(
      .badUsage, Wording("按\(grouping.title.zh)没有 \(name) 这一组", "there is no group \(name) by \(grouping.rawValue)"),
      hint: Wording(names.isEmpty ? "还没有资金" : "有 \(names)", names.isEmpty ? "there is no money yet" : "there are \(names)"))
  }
}
