import Analytics
import LedgerCore
import Portfolio
import ReportDocument

/// Explains the multipliers that are worked out deal by deal, or fund by fund, and not contribution by contribution.
struct WholeExplanation {
  private let metric: LeverageMetric
  private let policy: LeveragePolicy
  private let facts: [Fact]
  private let register: Register
  private let scope: ExplanationScope

  init(
    _ metric: LeverageMetric, _ policy: LeveragePolicy, _ facts: [Fact], _ register: Register, _ scope: ExplanationScope
  ) {
    self.scope = scope
    self.metric = metric
    self.policy = policy
    self.facts = facts
    self.register = register
  }

  /// The tables, and what is to be said beside them; nil for a multiplier that is the sum of contributions.
  func tables() throws(Diagnostic) -> (blocks: [Block], notes: [Phrase])? {
    switch metric {
    case .l10, .l10ByShare: return ([.table(try mobilised())], [])
    case .m5Planned:
      let table = try planned()
      if table.rows.isEmpty { return ([], [scope.group == nil ? WholeExplanation.withoutPlan : WholeExplanation.groupWithoutPlan]) }
      return ([.table(table)], [])
    case .m1Through, .m2Through, .l5:
      // Funds are seen through as a whole; of a group the events say enough.
      if scope.group != nil { return nil }
      let tables = try LookThroughTables(facts, register, policy)
      return (try tables.blocks(), tables.notes)
    default: return nil
    }
  }

  /// Private money credited to us, deal by deal.
  private func mobilised() throws(Diagnostic) -> Table {
    let base = register.base
    var table = Table(
      "mobilised",
      columns: [
        Column("deal", Phrase("项目", "Deal")), Column("private", Phrase("民间资本 P", "Private P"), .money),
        Column("own", Phrase("财政 F", "Own F"), .money), Column("public", Phrase("其他财政 O", "Public O"), .money),
        Column("ownOfAll", Phrase("F（整只基金）", "F (whole fund)"), .money),
        Column("publicOfAll", Phrase("O（整只基金）", "O (whole fund)"), .money),
        Column("riskiest", Phrase("劣后方数 n", "Riskiest n"), .integer),
        Column("attributed", Phrase("归属（L10）", "Credited (L10)"), .money),
        Column("byShare", Phrase("按份额（L10s）", "By share (L10s)"), .money),
      ])
    let (deals, own) = try Diagnostic.onOverflow { () throws(MoneyOverflow) in
      (try MobilisedDeals(scope.view, register, policy), try scope.sums.paidIn(policy))
    }
    var rest = own
    var (privateMoney, otherPublic) = (Int64(0), Int64(0))
    var credited = MobilisedMoney()
    for line in deals.lines where scope.includes(line.deal.id) {
      try Diagnostic.onOverflow { () throws(MoneyOverflow) in try credited.add(line) }
      try privateMoney.add(line.privateMoney)
      try otherPublic.add(line.otherPublic)
      table.add(
        .text(line.deal.name), .money(line.privateMoney, base), .money(line.own, base), .money(line.otherPublic, base),
        .money(line.ownOfAll, base), .money(line.otherPublicOfAll, base), line.riskiest.map { .count($0) } ?? .empty,
        .money(line.attributed, base), .money(line.byShare, base))
      rest = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try rest.minus(line.own) }
    }
    if rest != 0 {
      table.add(
        .code("without", Phrase("（无民间资本的项目）", "(deals without private money)")), .empty, .money(rest, base), .empty, .empty,
        .empty, .empty, .empty, .empty)
    }
    table.rows.append(
      Row(
        [
          .phrase(.total), .money(privateMoney, base), .money(own, base), .money(otherPublic, base), .empty, .empty, .empty,
          .money(credited.attributed, base), .money(credited.byShare, base),
        ], role: .total))
    table.notes.append(
      Phrase(
        "按份额＝P×F÷(F＋O)；有劣后方数 n 的，归属＝P×(½×1÷n＋½×F÷(F＋O))，否则同按份额；其中 F、O 为整只基金各项目的合计，企业为本项目的。逐项目四舍五入到分。",
        "By share = P × F ÷ (F + O); where the riskiest tranche has n bearers, credited = P × (½ × 1 ÷ n + ½ × F ÷ (F + O)), else by "
          + "share. F and O are those of the whole fund, of all deals in it; in a company of the deal. Each deal is rounded to the cent."))
    return table
  }

  private static let withoutPlan = Phrase(
    "没有项目写明计划规模（deal 的 target），M5p 无值。", "No deal states its planned size (target of deal), so that M5p has no value.")

  private static let groupWithoutPlan = Phrase(
    "这一组没有写明计划规模（deal 的 target）的项目，M5p 无值。", "No deal of this group states its planned size (target of deal), so that M5p has no value.")

  /// The planned sizes, deal by deal.
  private func planned() throws(Diagnostic) -> Table {
    let base = register.base
    var table = Table(
      "planned",
      columns: [
        Column("deal", Phrase("项目", "Deal")), Column("target", Phrase("计划总规模", "Planned size"), .money),
        Column("own", Phrase("财政认缴", "Own committed"), .money), Column("others", Phrase("计划他方", "Planned others"), .money),
      ])
    let view = try LeverageView(facts, register: register, by: .deal, laterMonths: policy.laterMonths)
    let groups = view.groups.filter { scope.includesPlan(of: DealID(Int32(clamping: $0.place + 1))) }
    for (label, sums) in groups.map({ ($0.label, $0.sums) }) + [(.phrase(.total), scope.sums)] {
      let (own, others) = try Diagnostic.onOverflow { () throws(MoneyOverflow) in
        (try sums.amount(.ownPlanned, policy) ?? 0, try sums.amount(.partnersPlanned, policy) ?? 0)
      }
      if sums.planned == 0 { continue }
      let isTotal = label == .phrase(.total)
      table.rows.append(
        Row(
          [label, .money(sums.planned, base), .money(own, base), .money(others, base)], role: isTotal ? .total : .body))
    }
    return table
  }
}
