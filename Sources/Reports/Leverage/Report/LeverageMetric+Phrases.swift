import LedgerCore
import ReportDocument

extension LeverageMetric {
  /// The name that people read.
  public var title: Phrase {
    switch self {
    case .m1: Phrase("社会资本放大倍数（实缴）", "Social capital multiplier, paid-in")
    case .m1Committed: Phrase("社会资本放大倍数（认缴）", "Social capital multiplier, committed")
    case .m2: Phrase("基金放大倍数（实缴）", "Fund multiplier, paid-in")
    case .m2Committed: Phrase("基金放大倍数（认缴）", "Fund multiplier, committed")
    case .m3: Phrase("项目层放大倍数（不含贷款）", "Project multiplier, without loans")
    case .m3WithLoans: Phrase("项目层放大倍数（含贷款）", "Project multiplier, with loans")
    case .m4: Phrase("带动倍数（不含贷款）", "Pull-through, without loans")
    case .m4WithLoans: Phrase("带动倍数（含贷款）", "Pull-through, with loans")
    case .l4: Phrase("同轮跟投倍数", "Same-round leverage")
    case .l11: Phrase("债务放大倍数", "Debt leverage")
    case .l13: Phrase("佐证覆盖率", "Evidence coverage")
    case .l14: Phrase("民间资本占比", "Private share at risk")
    case .m5Planned: Phrase("计划放大倍数", "Planned multiplier")
    case .m5Announced: Phrase("意向放大倍数", "Announced multiplier")
    case .m1Through: Phrase("穿透社会资本放大倍数", "Social capital multiplier, looked through")
    case .m2Through: Phrase("穿透基金放大倍数", "Fund multiplier, looked through")
    case .l5: Phrase("穿透至企业放大倍数", "Look-through leverage")
    case .l6: Phrase("后续民间融资倍数", "Subsequent private financing")
    case .l7: Phrase("杠杆效应（内部倍数）", "Leverage effect, internal multiplier")
    case .l8: Phrase("乘数效应", "Multiplier effect")
    case .l9: Phrase("外部倍数", "External multiplier")
    case .l10: Phrase("归属撬动倍数（含劣后层）", "Attributed mobilisation")
    case .l10ByShare: Phrase("归属撬动倍数（按公共资金份额）", "Attributed mobilisation by share")
    case .l12: Phrase("滚动调整倍数（累计投入）", "Recycling-adjusted, cumulated")
    case .l12Net: Phrase("滚动调整倍数（扣除滚动）", "Recycling-adjusted, net")
    case .l12Recycling: Phrase("资金周转倍数", "Recycling multiple")
    case .reinvestment: Phrase("返投比例", "Reinvestment ratio")
    }
  }

  /// The short heading of a column.
  var heading: Phrase {
    switch self {
    case .m3WithLoans: Phrase("M3含贷", "M3+L")
    case .m4WithLoans: Phrase("M4含贷", "M4+L")
    default: .plain(rawValue)
    }
  }

  /// What the numerator is made of.
  func numerator(_ policy: LeveragePolicy) -> Phrase {
    let money = tier(policy).map { composition($0, policy) } ?? .none
    return switch self {
    case .m1: Phrase("同基金、同轮他方实缴", "paid by others in the same fund or closing") + money
    case .m1Committed: Phrase("同基金、同轮他方认缴", "committed by others in the same fund or closing") + money
    case .m2: Phrase("财政出资与同基金、同轮他方实缴之和", "own and others' money paid in the same fund or closing") + money
    case .m2Committed:
      Phrase("财政认缴与同基金、同轮他方认缴之和", "own and others' money committed in the same fund or closing") + money
    case .m3, .m4: Phrase("同项目他方实缴", "paid by others in the same projects") + money
    case .m3WithLoans, .m4WithLoans:
      Phrase("同项目他方实缴", "paid by others in the same projects") + money + Phrase("加银行贷款", " plus bank loans")
    case .l4: Phrase("直投项目同轮他方新增实缴", "new money of others in the same closing of direct deals") + money
    case .l11: Phrase("有文件佐证的银行贷款", "bank loans that a document links to the investment")
    case .l13: Phrase("有佐证的民间资本实缴", "private money paid that a document proves") + money
    case .l14: Phrase("同基金、同轮民间资本实缴", "private money paid in the same fund or closing") + money
    default: furtherNumerator(policy) + money
    }
  }

  /// The same of metrics that are never at the head, without whose money it is.
  private func furtherNumerator(_ policy: LeveragePolicy) -> Phrase {
    switch self {
    case .m5Planned: Phrase("项目计划总规模减财政认缴", "planned size of deals less own money committed")
    case .m5Announced: Phrase("同基金、同轮他方意向、认缴、实缴三者逐方取大", "greatest of announced, signed and paid by each party")
    case .m1Through: Phrase("各级基金来自外部的他方实缴，基金之间的出资不重复计", "paid from outside into all funds, amounts between funds left out")
    case .m2Through:
      Phrase("财政投入基金与各级基金来自外部的他方实缴之和", "own money in funds plus others' from outside in all funds")
    case .l5: Phrase("经基金到达企业的他方资金与同项目他方实缴之和", "others' money through our funds plus beside them in companies")
    case .l6:
      Phrase(
        "首次出资后\(policy.laterMonths)个月内有佐证的后续轮民间资本",
        "proved private money of later rounds within \(policy.laterMonths) months of our first payment")
    case .l7: Phrase("基金投出金额与财政直投实缴之和", "invested by funds plus own money paid into direct deals")
    case .l8, .l9:
      Phrase("企业投资合计：基金投出、财政直投、同项目他方、银行贷款、企业自筹", "total investment: by funds, own direct, others beside, loans, companies' own")
    case .l10:
      Phrase(
        "归属我方的民间资本（指明劣后层的项目一半按劣后层均分、一半按公共资金份额）",
        "private money credited to us (half by riskiest tranche where named, half by share of public money)")
    case .l10ByShare: Phrase("民间资本×财政出资÷（财政出资＋其他财政）", "private money × own ÷ (own + other public)")
    case .l12: Phrase("新增与滚动财政出资及同基金、同轮他方实缴之和", "fresh and recycled own money plus others' in the same fund or closing")
    case .l12Net: Phrase("新增财政出资与同基金、同轮他方实缴之和，扣除滚动", "fresh own money plus others' in the same fund or closing, recycled out")
    case .l12Recycling: Phrase("新增与滚动财政出资之和", "fresh and recycled own money")
    case .reinvestment: Phrase("认定返投金额（按认定比例）", "local investment as far as it is recognised")
    default: .none
    }
  }

  /// What the numerator is divided by.
  func denominator(_ policy: LeveragePolicy) -> Phrase {
    let recycled =
      policy.countsRecycled
      ? Phrase("（含滚动资金，减退回）", " (recycled money in, refunds off)")
      : Phrase("（不含滚动资金，减退回）", " (recycled money out, refunds off)")
    return switch self {
    case .m1Committed, .m2Committed: Phrase("财政认缴", "own money committed") + recycled
    case .m1, .m2, .m4, .m4WithLoans, .l11: Phrase("财政出资实缴", "own money paid in") + recycled
    case .m3, .m3WithLoans:
      Phrase("基金投出金额与财政直投实缴之和", "invested by funds plus own money paid into direct deals") + recycled
    case .l4: Phrase("财政直投实缴", "own money paid into direct deals") + recycled
    case .l13: Phrase("全部民间资本实缴", "all private money paid")
    case .l14: Phrase("财政与他方实缴之和", "own and others' money paid") + recycled
    case .l6, .l7, .l8, .l10, .l10ByShare, .reinvestment: Phrase("财政出资实缴", "own money paid in") + recycled
    case .m5Announced: Phrase("财政认缴", "own money committed") + recycled
    case .m5Planned: Phrase("有计划规模项目的财政认缴", "own money committed to deals with a planned size") + recycled
    case .m1Through, .m2Through: Phrase("财政投入基金的实缴", "own money paid into funds") + recycled
    case .l5: Phrase("到达企业的财政资金", "own money that reached companies") + recycled
    case .l9:
      Phrase("基金投出金额与财政直投实缴之和", "invested by funds plus own money paid into direct deals") + recycled
    case .l12, .l12Net, .l12Recycling: Phrase("原始财政出资（不含滚动资金，减退回）", "original own money (recycled money out, refunds off)")
    }
  }

  /// The definition line: formula with composition, basis, tier, loans and cut-off day.
  func definition(_ policy: LeveragePolicy, asOf day: Day) -> Phrase {
    let dayText = day == .always || day == .never ? "" : day.description
    var line = Phrase("\(rawValue) ", "\(rawValue) ") + title + Phrase("＝", " = ")
    line = line + numerator(policy) + Phrase("÷", " ÷ ") + denominator(policy)
    line = line + Phrase("；\(basis.title.zh)口径", "; \(basis.title.en) basis")
    if let tier = tier(policy) { line = line + Phrase("；", "; ") + tier.title }
    if self != .l11 {
      line = line + Phrase(includesLoans ? "；含贷款" : "；不含贷款", includesLoans ? "; loans in" : "; loans out")
    }
    if self == .l5 {
      line = line + Phrase("；按投资之日基金内尚未投出的各方资金分解", "; split as the money in the fund not invested by the day of each investment")
    }
    return dayText.isEmpty ? line : line + Phrase("；截至\(dayText)", "; as of \(dayText)")
  }

  /// Whose money a tier is made of, in brackets.
  private func composition(_ tier: CapitalTier, _ policy: LeveragePolicy) -> Phrase {
    switch (tier, policy.stateFirmsArePublic) {
    case (.wide, _) where countsPartners:
      Phrase("（民间资本、国企、其他财政、银行合伙人）", " (private, state firms, other public, banks as partners)")
    case (.wide, _): Phrase("（民间资本、国企、其他财政）", " (private, state firms, other public)")
    case (.narrow, false): Phrase("（民间资本、国企，不含其他财政）", " (private and state firms, other public out)")
    case (.narrow, true): Phrase("（民间资本，不含国企、其他财政）", " (private only, state firms and other public out)")
    }
  }

  /// Whether partners of funds are in it, banks among them; what is beside funds and in companies alone has none.
  private var countsPartners: Bool {
    switch self {
    case .m3, .m3WithLoans, .m4, .m4WithLoans, .l4, .l8, .l9: false
    default: true
    }
  }
}

extension LeverageMetric.Basis {
  /// The word that people read.
  var title: Phrase {
    switch self {
    case .paidIn: Phrase("实缴", "paid-in")
    case .committed: Phrase("认缴", "committed")
    case .announced: Phrase("意向", "announced")
    case .planned: Phrase("计划", "planned")
    }
  }
}
