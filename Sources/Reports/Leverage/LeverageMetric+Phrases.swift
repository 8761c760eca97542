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
    let money = tier(policy).map { LeverageMetric.composition($0, policy) } ?? .none
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
    }
  }

  /// The definition line: formula with composition, basis, tier, loans and cut-off day.
  func definition(_ policy: LeveragePolicy, asOf day: Day) -> Phrase {
    let isPaid = basis == .paidIn
    let dayText = day == .always || day == .never ? "" : day.description
    var line = Phrase("\(rawValue) ", "\(rawValue) ") + title + Phrase("＝", " = ")
    line = line + numerator(policy) + Phrase("÷", " ÷ ") + denominator(policy)
    line = line + Phrase(isPaid ? "；实缴口径" : "；认缴口径", isPaid ? "; paid-in basis" : "; committed basis")
    if let tier = tier(policy) { line = line + Phrase("；", "; ") + tier.title }
    if self != .l11 {
      line = line + Phrase(includesLoans ? "；含贷款" : "；不含贷款", includesLoans ? "; loans in" : "; loans out")
    }
    return dayText.isEmpty ? line : line + Phrase("；截至\(dayText)", "; as of \(dayText)")
  }

  /// Whose money a tier is made of, in brackets.
  private static func composition(_ tier: CapitalTier, _ policy: LeveragePolicy) -> Phrase {
    switch (tier, policy.stateFirmsArePublic) {
    case (.wide, _): Phrase("（民间资本、国企、其他财政）", " (private, state firms, other public)")
    case (.narrow, false): Phrase("（民间资本、国企，不含其他财政）", " (private and state firms, other public out)")
    case (.narrow, true): Phrase("（民间资本，不含国企、其他财政）", " (private only, state firms and other public out)")
    }
  }
}
