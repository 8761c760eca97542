import Analytics
import LedgerCore
import Portfolio
import ReportDocument

/// `bgt leverage --explain M1`: every contribution in a multiplier, every one that is not and why, down to the document.
public struct LeverageExplainReport: Sendable {
  /// The multiplier that is explained.
  public var metric: LeverageMetric
  /// The group that it is explained of; nil for the whole.
  public var group: String?
  /// What the groups are; of the whole it says nothing.
  public var grouping: Grouping
  /// Whose money counts, and what stands in the denominator.
  public var policy: LeveragePolicy
  /// Cut-off and known-at.
  public var moment: Moment

  /// The report with its options.
  public init(
    _ metric: LeverageMetric, of group: String? = nil, by grouping: Grouping = .programme,
    policy: LeveragePolicy = LeveragePolicy(), moment: Moment = .latest
  ) {
    self.metric = metric
    self.group = group
    self.grouping = grouping
    self.policy = policy
    self.moment = moment
  }

  /// Explains the multiplier of the whole, or of the group.
  ///
  /// - Throws: what the source throws, `badUsage` when there is no such group, or `sumOverflow` when a sum leaves 64 bits.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    let measures = LeverageExplanation.measures.union(LookThroughTables.measures)
    let (recorded, cutOff) = try source.factsAndCutOff(
      at: moment, of: group == nil ? measures : measures.union(LeverageView.measures(by: grouping)))
    let facts = ForeignInvestments.completed(recorded, source.register)
    var document = try ReportFrame(source: source, moment: moment).document(
      "leverageExplained",
      title: Phrase("放大倍数说明：", "Multiplier explained: ") + .plain(metric.rawValue + " ") + metric.title + scopeTitle,
      definitions: [metric.definition(policy, asOf: cutOff)])
    let register = source.register
    let scope = try ExplanationScope(
      facts, register, policy, of: group, by: grouping, on: moment.asOf)
    if scope.isWithoutPart(metric) {
      throw Diagnostic(
        .badUsage,
        Wording(
          "\(metric.rawValue) 不分\(grouping.titleOfMoney.zh)：按基金或项目的全部资金计算",
          "\(metric.rawValue) has no part by \(grouping.rawValue): it is worked out on all money of a fund or deal"),
        hint: Wording("用 --as-of 看整体，或换一种分组", "ask for the whole with --as-of, or for a group of another breakdown"))
    }
    if let tables = try WholeExplanation(metric, policy, facts, register, scope).tables() {
      if !tables.blocks.isEmpty { document.sections.append(Section("explained", blocks: tables.blocks)) }
      document.notes += tables.notes
    }
    if group != nil { document.notes += grouping.noteOnDay }
    let base = register.base
    if let parts = try WholeContributions(metric, policy, facts, register, scope) {
      let ratio = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try scope.sums.ratio(metric, policy) }
      var figures = printed(ratio, base)
      if metric == .m5Planned {
        var sum: Int64 = 0
        for line in parts.counted { try sum.add(line.amount) }
        figures.append(LeverageExplainReport.denominatorDifference(sum &- ratio.denominator, base))
      }
      document.sections += [
        Section("sum", blocks: [.figures(FigureList("figure", figures))]),
        Section("counted", title: Phrase("计入", "Counted"), blocks: [.table(try wentInto(parts, source))]),
        Section(
          "leftOut", title: Phrase("未计入及原因", "Left out, and why"),
          blocks: [.table(try leftOut(parts.leftOut + repeated(parts.counted.map(\.line) + parts.leftOut, source), source))]),
      ]
      return document
    }
    let explanation = try LeverageExplanation(metric, facts, register, policy, scope)
    document.sections += [
      Section("sum", blocks: [.figures(figures(explanation, base))]),
      Section("counted", title: Phrase("计入", "Counted"), blocks: [.table(try counted(explanation, source))]),
      Section(
        "leftOut", title: Phrase("未计入及原因", "Left out, and why"),
        blocks: [.table(try leftOut(explanation.lines + repeated(explanation.lines, source), source))]),
    ]
    return document
  }

  /// Which group it is, behind the title.
  private var scopeTitle: Phrase {
    guard let group else { return .none }
    return Phrase("（\(grouping.titleOfMoney.zh) \(group)）", " (\(grouping.titleOfMoney.en.lowercased()) \(group))")
  }

  /// What the text says once more with its key, and is not recorded again.
  private func repeated(
    _ lines: [LeverageExplanation.Line], _ source: any LedgerSource
  ) -> [LeverageExplanation.Line] {
    source.repeatedEvents.flatMap { sequence in
      lines.filter { $0.fact.sequence == sequence }.map { line in
        var line = line
        (line.numerator, line.denominator, line.reason) = (nil, nil, .duplicateKey)
        return line
      }
    }
  }

  /// The printed figure with what the lines add up to.
  private func figures(_ explanation: LeverageExplanation, _ base: Commodity) -> FigureList {
    let (printed, sum) = (explanation.ratio, explanation.sum)
    return FigureList(
      "figure",
      self.printed(printed, base) + [
        Figure(
          "numeratorDifference", Phrase("明细合计减分子", "Lines less numerator"),
          .money(sum.numerator &- printed.numerator, base)),
        LeverageExplainReport.denominatorDifference(sum.denominator &- printed.denominator, base),
      ])
  }

  private static func denominatorDifference(_ amount: Int64, _ base: Commodity) -> Figure {
    Figure("denominatorDifference", Phrase("明细合计减分母", "Lines less denominator"), .money(amount, base))
  }

  private func printed(_ ratio: Ratio, _ base: Commodity) -> [Figure] {
    [
      Figure("numerator", Phrase("分子", "Numerator"), .money(ratio.numerator, base)),
      Figure("denominator", Phrase("分母", "Denominator"), .money(ratio.denominator, base)),
      metric.isShare
        ? Figure("value", Phrase("比例", "Share"), metric.cell(ratio), decimals: 2)
        : Figure("value", Phrase("倍数", "Value"), metric.cell(ratio), decimals: 4),
    ]
  }

  private func counted(
    _ explanation: LeverageExplanation, _ source: any LedgerSource
  ) throws(Diagnostic) -> Table {
    var table = Table(
      "counted",
      columns: LeverageExplainReport.columns + [
        Column("numerator", Phrase("分子", "Numerator"), .money),
        Column("denominator", Phrase("分母", "Denominator"), .money), Column("document", Phrase("文件", "Document")),
      ])
    let base = source.register.base
    for line in explanation.lines where line.reason == nil {
      table.rows.append(
        Row(
          try cells(line, source) + [
            .money(ifAny: line.numerator, base), .money(ifAny: line.denominator, base),
            .text(try LeverageExplainReport.document(of: line.fact, source)),
          ]))
    }
    table.rows.append(
      Row(
        [.phrase(.total)] + Array(repeating: .empty, count: LeverageExplainReport.columns.count - 1) + [
          .money(explanation.sum.numerator, base), .money(explanation.sum.denominator, base), .empty,
        ], role: .total))
    return table
  }

  /// What went into a multiplier that is worked out deal by deal, and as what.
  private func wentInto(_ parts: WholeContributions, _ source: any LedgerSource) throws(Diagnostic) -> Table {
    var table = Table(
      "counted",
      columns: LeverageExplainReport.columns + [
        Column("as", Phrase("计为", "Counted as")), Column("amount", Phrase("金额", "Amount"), .money),
        Column("document", Phrase("文件", "Document")),
      ])
    for (line, title, amount) in parts.counted {
      table.rows.append(
        Row(
          try cells(line, source) + [
            .phrase(title), .money(amount, source.register.base), .text(try LeverageExplainReport.document(of: line.fact, source)),
          ]))
    }
    return table
  }

  private func leftOut(
    _ lines: [LeverageExplanation.Line], _ source: any LedgerSource
  ) throws(Diagnostic) -> Table {
    var table = Table(
      "leftOut",
      columns: LeverageExplainReport.columns + [
        Column("amount", Phrase("金额", "Amount"), .money), Column("reason", Phrase("原因", "Reason")),
        Column("document", Phrase("文件", "Document")),
      ])
    for line in lines {
      guard let reason = line.reason else { continue }
      table.rows.append(
        Row(
          try cells(line, source) + [
            .money(line.fact.amount, source.register[line.fact.commodity]), .code(reason.rawValue, reason.phrase),
            .text(try LeverageExplainReport.document(of: line.fact, source)),
          ]))
    }
    return table
  }

  private static let columns = [
    Column("event", Phrase("事项", "Event")), Column("day", Phrase("日期", "Day"), .day),
    Column("deal", Phrase("项目", "Deal")), Column("party", Phrase("单位", "Party")),
    Column("standing", Phrase("层级与关系", "Standing")),
  ]

  /// Event, day, deal, party, and what the money is.
  private func cells(_ line: LeverageExplanation.Line, _ source: any LedgerSource) throws(Diagnostic) -> [Cell] {
    let (fact, register) = (line.fact, source.register)
    let party = fact.dimensions.party
    var standing = LeverageExplainReport.standing(of: line)
    // What is recognised is a part of what was invested: both are told.
    if fact.measure == .reinvested, let event = try source.origin(of: fact.sequence)?.event, let rate = event.rate("recognised"),
      let amount = event.amount("amount")
    {
      let invested = DecimalText.format(amount.minorUnits, scale: register[fact.commodity].scale, grouped: true)
      standing = standing + .plain(" \(invested) × \(rate)")
    }
    return [
      .text("#\(fact.sequence)"), .day(fact.day), .text(register[fact.dimensions.deal].name),
      party.isNone ? .empty : .text(register[party].name), .phrase(standing),
    ]
  }

  /// Class, level, stage and relation of others' money; what ours is.
  private static func standing(of line: LeverageExplanation.Line) -> Phrase {
    let traits = line.fact.traits
    let own: Phrase? =
      switch line.fact.measure {
      case .committed: Phrase("财政认缴", "own, committed")
      case .paidFresh: Phrase("财政实缴", "own, paid")
      case .openingPaid: Phrase("财政期初实缴", "own, paid before")
      case .paidRecycled: Phrase("滚动资金", "own, recycled")
      case .refunded: Phrase("退回", "own, refunded")
      case .correctedCash: Phrase("资金更正", "own, corrected")
      case .handedIn: Phrase("无偿划入", "handed over to us")
      case .deployed: Phrase("基金投出", "invested by the fund")
      case .companyOwn: Phrase("企业自筹", "company's own")
      case .reinvested: Phrase("返投", "reinvested")
      default: nil
      }
    if let own { return own }
    let contributor = traits.contributor ?? .private
    var words = [Phrase(contributor.chinese, contributor.name)]
    if let level = traits.level { words.append(Phrase(level.chinese, level.name)) }
    if let stage = traits.stage { words.append(traits.isAssigned ? changedHands(stage) : Phrase(stage.chinese, stage.name)) }
    if let relation = line.relation { words.append(relation.phrase) }
    return Phrase(words.map(\.zh).joined(separator: "·"), words.map(\.en).joined(separator: ", "))
  }

  /// What one partner of a fund sold to another: the seller's part is taken off, the buyer's is as paid or promised.
  private static func changedHands(_ stage: ContributionStage) -> Phrase {
    switch stage {
    case .returned: Phrase("份额转出", "sold to a partner")
    case .signed: Phrase("认缴转让", "promise taken over")
    case .paid, .announced: Phrase("份额受让", "taken over from a partner")
    }
  }

  /// What proves the money: its evidence, else the document of the event.
  private static func document(of fact: Fact, _ source: any LedgerSource) throws(Diagnostic) -> String {
    guard let origin = try source.origin(of: fact.sequence) else { return "" }
    return origin.event.text("evidence") ?? origin.document
  }
}
