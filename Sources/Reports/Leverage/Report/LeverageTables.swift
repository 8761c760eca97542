import LedgerCore
import Portfolio
import ReportDocument

/// The tables below the headline: the other metrics, stages, layers, reinvestment.
struct LeverageTables {
  let report: LeverageReport
  let view: LeverageView
  let register: Register

  private var total: LeverageSums { view.total }
  private var policy: LeveragePolicy { report.policy }
  private var base: Commodity { register.base }

  /// The sections, in order.
  func sections(_ metrics: [(metric: LeverageMetric, ratio: Ratio)]) throws(Diagnostic) -> [Section] {
    var sections = [
      Section(
        "further", title: Phrase("其他指标（不列入标题数）", "Other metrics, never at the head"),
        blocks: [.table(LeverageReport.metricTable("further", metrics, policy, base))])
    ]
    if report.grouping != .none { sections.append(try report.furtherBreakdown(of: view)) }
    var stages = Section(
      "stages", title: Phrase("计划、意向、认缴、实缴对照（M5）", "Planned, announced, signed, paid (M5)"),
      blocks: [.table(try self.stages())])
    if report.grouping == .programme { stages.blocks.append(.table(try targets())) }
    if report.grouping == .deal, let table = try planned() { stages.blocks.append(.table(table)) }
    sections += [
      stages,
      Section(
        "layers", title: Phrase("分层倍数（L7×L9＝L8）", "Layer by layer (L7 × L9 = L8)"), blocks: [.table(try layers())]),
    ]
    if let section = try reinvestment() { sections.append(section) }
    return sections
  }

  private func ratio(_ metric: LeverageMetric, of sums: LeverageSums) throws(Diagnostic) -> Ratio {
    try Diagnostic.onOverflow { () throws(MoneyOverflow) in try sums.ratio(metric, policy) }
  }

  /// Our money and that of others at each stage of the whole; a plan is of everybody's money.
  private func stages() throws(Diagnostic) -> Table {
    var table = Table(
      "stages",
      columns: [
        Column("stage", Phrase("阶段", "Stage")), Column("own", Phrase("财政资金", "Own"), .money),
        Column("others", Phrase("他方资金", "Others"), .money), Column("code", Phrase("代码", "Code")),
        Column("value", Phrase("倍数", "Value"), .ratio(decimals: 2)),
      ])
    let stages: [LeverageMetric] = [.m5Planned, .m5Announced, .m1Committed, .m1]
    for metric in stages where metric != .m5Planned || policy.tier == .wide {
      let ratio = try ratio(metric, of: total)
      table.add(
        LeverageReport.basisCell(metric.basis), .money(ratio.denominator, base), .money(ratio.numerator, base),
        .text(metric.rawValue), .multiple(ratio))
    }
    let (planned, own) = try Diagnostic.onOverflow { () throws(MoneyOverflow) in
      (try total.amount(.ownPlanned, policy) ?? 0, total.committed(policy))
    }
    if policy.tier == .wide && planned != 0 && planned != own {
      let share = Ratio(planned, over: own).percentText(decimals: 2) ?? ""
      table.notes.append(
        Phrase(
          "M5p 只含写明计划规模（target）的项目，其财政认缴占全部的 \(share)；其余各行含全部项目，与之不可比。",
          "M5p is of the deals alone that have a planned size (target), with \(share) of own money committed; the other lines are of "
            + "all deals and do not compare with it."))
    }
    return table
  }

  /// What deals with a planned size foresee beside what there is; nil where there is none, and beside narrow figures, since
  /// a plan is of everybody's money.
  private func planned() throws(Diagnostic) -> Table? {
    var table = Table(
      "targets",
      columns: [
        Column("group", Phrase("项目", "Deal")), Column("target", Phrase("目标倍数", "Target"), .ratio(decimals: 2)),
        Column("announced", .plain("M5a"), .ratio(decimals: 2)), Column("committed", .plain("M1c"), .ratio(decimals: 2)),
        Column("paid", .plain("M1"), .ratio(decimals: 2)), Column("reached", Phrase("实缴达标", "Reached")),
      ])
    for group in view.groups where group.sums.planned > 0 && policy.tier == .wide {
      let (target, paid) = (try ratio(.m5Planned, of: group.sums), try ratio(.m1, of: group.sums))
      table.add(
        group.label, .multiple(target), .multiple(try ratio(.m5Announced, of: group.sums)),
        .multiple(try ratio(.m1Committed, of: group.sums)), .multiple(paid), LeverageTables.reached(paid, target))
    }
    return table.rows.isEmpty ? nil : table
  }

  /// What programmes aim at beside what there is.
  private func targets() throws(Diagnostic) -> Table {
    var table = Table(
      "targets",
      columns: [
        Column("group", Phrase("专项", "Programme")), Column("target", Phrase("目标倍数", "Target"), .ratio(decimals: 2)),
        Column("planned", .plain("M5p"), .ratio(decimals: 2)), Column("announced", .plain("M5a"), .ratio(decimals: 2)),
        Column("committed", .plain("M1c"), .ratio(decimals: 2)), Column("paid", .plain("M1"), .ratio(decimals: 2)),
        Column("reached", Phrase("实缴达标", "Reached")),
      ])
    for group in view.groups {
      guard case .text(let name) = group.label, let programme = register.programme(named: name) else { continue }
      let paid = try ratio(.m1, of: group.sums)
      let target = programme.target.map { Ratio($0.partsPerBillion, over: Rate.whole.partsPerBillion) }
      table.add(
        group.label,
        target.map { .ratio($0) } ?? .empty,
        policy.tier == .wide ? .multiple(try ratio(.m5Planned, of: group.sums)) : .empty,
        .multiple(try ratio(.m5Announced, of: group.sums)), .multiple(try ratio(.m1Committed, of: group.sums)), .multiple(paid),
        target.map { LeverageTables.reached(paid, $0) } ?? .empty)
    }
    return table
  }

  /// From our money to what companies invested: each layer over the one before, and over the first.
  private func layers() throws(Diagnostic) -> Table {
    var table = Table(
      "layers",
      columns: [
        Column("layer", Phrase("层次", "Layer")), Column("amount", Phrase("金额", "Amount"), .money),
        Column("code", Phrase("代码", "Code")), Column("step", Phrase("本层倍数", "Step"), .ratio(decimals: 4)),
        Column("cumulated", Phrase("累计倍数", "Cumulated"), .ratio(decimals: 4)),
      ])
    let (inner, whole) = (try ratio(.l7, of: total), try ratio(.l8, of: total))
    let outer = try ratio(.l9, of: total)
    table.add(
      .code("own", Phrase("财政出资", "Own money")), .money(inner.denominator, base), .empty, .empty, .empty)
    table.add(
      .code("invested", Phrase("到达企业的资金", "Invested in companies")), .money(inner.numerator, base), .text("L7"),
      .multiple(inner), .multiple(inner))
    table.add(
      .code("total", Phrase("企业投资合计", "Total investment")), .money(whole.numerator, base), .text("L9"),
      .multiple(outer), .multiple(whole))
    return table
  }

  /// Recognised reinvestment by deal against its contract and against the scorecard; nil where there is none.
  private func reinvestment() throws(Diagnostic) -> Section? {
    let lines = try reinvestedDeals()
    if lines.isEmpty { return nil }
    let rule = try ReinvestmentRule.builtIn()
    var table = Table(
      "reinvestment",
      columns: [
        Column("deal", Phrase("项目", "Deal")), Column("own", Phrase("财政出资", "Own paid"), .money),
        Column("recognised", Phrase("认定返投", "Recognised"), .money),
        Column("ratio", Phrase("返投比例", "Ratio"), .percent(decimals: 2)),
        Column("target", Phrase("合同目标", "Contract"), .percent(decimals: 2)),
        Column("reached", Phrase("合同要求", "Reached")), Column("points", Phrase("国家评分", "Points"), .integer),
        Column("penalised", Phrase("评分扣减", "Penalised")),
      ])
    for line in lines {
      let (amount, ratio) = try Diagnostic.onOverflow { () throws(MoneyOverflow) in
        (try line.recognised.minorUnits(), try line.recognised.ratio(over: line.own))
      }
      table.add(
        .text(line.deal.name), .money(line.own, base), .money(amount, base), .percent(ratio),
        line.deal.reinvestTarget.map { .share($0) } ?? .empty,
        line.deal.reinvestTarget.map { LeverageTables.reached(ratio.isAtLeast($0)) } ?? .empty,
        rule.points(of: ratio).map { .count($0) } ?? .empty,
        rule.isPenalised(ratio)
          ? .code("yes", Phrase("扣分", "yes")) : .code("no", Phrase("不扣", "no")))
    }
    let status = rule.isVerified ? Phrase.none : Phrase("（未经核对原文）", " (unverified)")
    let note =
      Phrase(
        "国家评分依据\(rule.citation)：返投比例达到\(rule.penalisedFrom)即扣分",
        "Points by \(rule.citation): a ratio from \(rule.penalisedFrom) on costs points") + status + Phrase("。", ".")
    return Section("reinvestment", title: Phrase("返投", "Reinvestment"), blocks: [.table(table), .note(note)])
  }

  /// Deals with recognised reinvestment or a target of it, in the order of the register.
  private func reinvestedDeals() throws(Diagnostic) -> [(deal: Deal, own: Int64, recognised: RecognisedAmount)] {
    var amounts: [Int32: (own: Int64, recognised: RecognisedAmount)] = [:]
    try Diagnostic.onOverflow { () throws(MoneyOverflow) in
      for money in view.fold.own {
        var entry = amounts[money.deal] ?? (0, RecognisedAmount())
        entry.own = try entry.own.plus(try money.paidIn(policy))
        try entry.recognised.add(money.reinvested)
        amounts[money.deal] = entry
      }
    }
    return register.deals.compactMap { deal in
      let entry = amounts[deal.id.rawValue] ?? (0, RecognisedAmount())
      return entry.recognised.isAny || deal.reinvestTarget != nil ? (deal, entry.own, entry.recognised) : nil
    }
  }

  /// Whether a multiplier reaches what is aimed at, compared exactly; nothing where either is no multiplier.
  ///
  /// Where both print alike and differ, the exact comparison stands beside the word.
  private static func reached(_ value: Ratio, _ target: Ratio) -> Cell {
    if target.numerator < 0 || target.denominator <= 0 || value.numerator < 0 || value.denominator < 0 { return .empty }
    if !value.isDefined { return reached(false) }
    let (left, right) = (
      Int128(value.numerator) * Int128(target.denominator), Int128(target.numerator) * Int128(value.denominator)
    )
    let isReached = left >= right
    guard !isReached, value.text(decimals: 2) == target.text(decimals: 2) else { return reached(isReached) }
    let decimals = (3...9).first { value.text(decimals: $0) != target.text(decimals: $0) } ?? 9
    let comparison = "\(value.text(decimals: decimals) ?? "") < \(target.text(decimals: decimals) ?? "")"
    return .code("no", Phrase("未达到（\(comparison)）", "no (\(comparison))"))
  }

  private static func reached(_ isReached: Bool) -> Cell {
    isReached ? .code("yes", Phrase("达到", "yes")) : .code("no", Phrase("未达到", "no"))
  }
}
