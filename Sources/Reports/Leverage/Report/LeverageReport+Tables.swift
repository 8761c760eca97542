import LedgerCore
import Portfolio
import ReportDocument

extension LeverageReport {
  /// A table of metrics of the whole.
  static func metricTable(
    _ id: String, _ metrics: [(metric: LeverageMetric, ratio: Ratio)], _ policy: LeveragePolicy, _ base: Commodity
  ) -> Table {
    var table = Table(
      id,
      columns: [
        Column("code", Phrase("代码", "Code")), Column("name", Phrase("指标", "Metric")),
        Column("numerator", Phrase("分子", "Numerator"), .money),
        Column("denominator", Phrase("分母", "Denominator"), .money),
        Column("value", Phrase("倍数", "Value"), .ratio(decimals: 2)),
        Column("basis", Phrase("口径", "Basis")), Column("tier", Phrase("资本口径", "Tier")),
      ])
    for (metric, ratio) in metrics {
      table.add(
        .text(metric.rawValue), .phrase(metric.title), .money(ratio.numerator, base), .money(ratio.denominator, base),
        metric.cell(ratio), basisCell(metric.basis), tierCell(metric.tier(policy)))
    }
    return table
  }

  /// The table of groups, with the total as Σ numerator over Σ denominator.
  func breakdown(of view: LeverageView, _ base: Commodity) throws(Diagnostic) -> Table {
    let shown: [LeverageMetric] = [
      .m1, .m1Committed, .m2, .m2Committed, .m3, .m3WithLoans, .m4, .m4WithLoans, .l4, .l11,
    ]
    var table = Table(
      "breakdown",
      columns: [
        Column("group", grouping.titleOfMoney, link: grouping.link), Column("ownPaid", Phrase("财政实缴", "Own paid"), .money),
        Column("othersPaid", Phrase("他方实缴", "Others paid"), .money),
        Column("projectMoney", Phrase("项目他方资金", "Others in projects"), .money),
        Column("loans", Phrase("银行贷款", "Loans"), .money),
      ] + shown.map { Column($0.rawValue, $0.heading, .ratio(decimals: 2)) })
    let policy = policy
    func cells(_ label: Cell, _ sums: LeverageSums) throws(Diagnostic) -> [Cell] {
      try Diagnostic.onOverflow { () throws(MoneyOverflow) in
        var cells = [
          label, .money(try sums.paidIn(policy), base), .money(try sums.partners.counted(policy), base),
          .money(try sums.projects.counted(policy), base), .money(sums.loans, base),
        ]
        for metric in shown { cells.append(.multiple(try sums.ratio(metric, policy))) }
        return cells
      }
    }
    for group in view.groups { table.rows.append(Row(try cells(group.label, group.sums))) }
    table.rows.append(Row(try cells(.phrase(.total), view.total), role: .total))
    return table
  }

  /// A note on an amount; none when there is nothing to say.
  static func note(_ value: Int64, _ base: Commodity, _ phrase: (Cell) -> Phrase) -> [Phrase] {
    value == 0 ? [] : [phrase(.money(value, base))]
  }

  /// What was left out of the figures, and what must not be done with them.
  static func notes(on view: LeverageView, _ policy: LeveragePolicy, _ base: Commodity) throws(Diagnostic) -> [Phrase] {
    var notes = [
      Phrase(
        "合计倍数为分子合计除以分母合计；基金层与项目层是两种视角，不相加；后续轮次与受让老股不计入。",
        "Ratios of totals are total numerator over total denominator; fund level and project level are two views and "
          + "are never added; later rounds and shares bought from holders are left out.")
    ]
    notes += note(view.fromOwnFunds, base) {
      Phrase(
        exactly: "本级参股基金自身的出资\($0)未计入社会资本，以免重复计算。",
        "\($0) put in by funds that we are a partner of is not counted as others' money, so that no yuan counts twice.")
    }
    notes += note(view.total.partners.banks, base) {
      Phrase(
        exactly: "银行作为基金合伙人的出资\($0)计入宽口径，不计入窄口径和贷款；银行对企业的股权投资计入贷款。",
        "\($0) of banks as partners of funds counts in the wide figures, in none of the narrow ones and with no loans; equity of banks in "
          + "companies counts with loans.")
    }
    notes += note(view.unreached, base) {
      Phrase(
        exactly: "财政资金未到达的项目中的他方资金\($0)未计入。",
        "\($0) of others' money in deals that no own money reached is left out.")
    }
    notes += timingNotes(on: view, base)
    notes += note(view.inFundsWithoutDeals, base) {
      Phrase(
        exactly: "基金投入其他基金的\($0)未登记其投向（该基金没有 deal），不算到达企业；登记该基金的项目和投出后计入。",
        "\($0) that funds put into other funds is in no company as far as is recorded: declare a deal in them and what they invest.")
    }
    notes += note(view.total.recycledPaid, base) {
      policy.countsRecycled
        ? Phrase(exactly: "分母含滚动资金\($0)。", "The denominator holds \($0) of recycled money.")
        : Phrase(exactly: "分母不含滚动资金\($0)。", "The denominator leaves out \($0) of recycled money.")
    }
    notes += note(view.laterLeftOut, base) {
      Phrase(
        exactly: "后续轮次他方资金\($0)无佐证或超出\(policy.laterMonths)个月，未计入 L6。",
        "\($0) of later rounds has no evidence or came after \(policy.laterMonths) months and is not in L6.")
    }
    return notes + countNotes(on: view)
  }

  /// What is told by number.
  private static func countNotes(on view: LeverageView) -> [Phrase] {
    var notes: [Phrase] = []
    if view.severalEnvelopesCount != 0 {
      notes.append(
        Phrase(
          "\(view.severalEnvelopesCount) 个项目由多个指标出资：财政出资列在付款的指标下，他方资金列在其到位时最近一次付款的指标下。",
          EnglishCount.of(
            view.severalEnvelopesCount, "deal was paid out of several envelopes:", "deals were paid out of several envelopes:")
            + " own money stands with the one that paid it, that of others with the one that had paid last when it came."))
    }
    if view.foreignCount != 0 {
      notes.append(
        Phrase(
          "\(view.foreignCount) 笔其他币种金额未计入。",
          EnglishCount.of(view.foreignCount, "amount in other commodities is left out.", "amounts in other commodities are left out.")))
    }
    return notes
  }

  /// What was left out since its day does not go with ours, or since more went back than was paid.
  private static func timingNotes(on view: LeverageView, _ base: Commodity) -> [Phrase] {
    var notes = note(view.fold.beforeOurs, base) {
      Phrase(
        exactly: "先于我方首次认缴或出资的他方资金、贷款和企业自筹\($0)未计入。",
        "\($0) of others' money, loans and companies' own from before our first commitment or payment is left out.")
    }
    notes += note(view.fold.investedBefore, base) {
      Phrase(
        exactly: "基金在我方资金进入以前投出的\($0)未计入。", "\($0) that funds invested before our money was in them is left out.")
    }
    if !view.fold.afterClosing.isEmpty {
      let count = view.fold.afterClosing.count
      notes.append(
        Phrase(
          "\(count) 笔记为同轮的资金距我方出资\(OwnDays.closingMonths)个月以上，按后续轮处理。",
          EnglishCount.of(count, "amount called the same round lies", "amounts called the same round lie")
            + " over \(OwnDays.closingMonths) months from ours: taken as later rounds."))
    }
    return notes
      + note(view.fold.returnedBeyond, base) {
        Phrase(
          exactly: "退回超过该方实缴的\($0)未减除。", "\($0) went back beyond what its party had paid and takes nothing off.")
      }
  }

  /// Deals in which less than a fifth of the money is private (L14).
  static func privateShareNotes(on view: LeverageView, _ policy: LeveragePolicy) throws(Diagnostic) -> [Phrase] {
    var names: [String] = []
    for group in view.groups {
      let ratio = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try group.sums.ratio(.l14, policy) }
      let isLow =
        Int128(ratio.numerator) * Int128(privateShareMin.denominator)
        < Int128(privateShareMin.numerator) * Int128(ratio.denominator)
      if isLow, case .text(let name) = group.label { names.append(name) }
    }
    if names.isEmpty { return [] }
    let shown = names.prefix(20).joined(separator: "、")
    return [
      Phrase(
        "民间资本占比（L14）低于20%的项目共 \(names.count) 个：\(shown)\(names.count > 20 ? "等" : "")。",
        "Deals with a private share (L14) under 20%: \(names.count): \(shown)\(names.count > 20 ? " …" : "").")
    ]
  }

  static func basisCell(_ basis: LeverageMetric.Basis) -> Cell {
    .code(basis.rawValue, basis.title)
  }

  private static func tierCell(_ tier: CapitalTier?) -> Cell { tier.map { .code($0.rawValue, $0.title) } ?? .empty }
}
