import LedgerCore
import Portfolio
import ReportDocument

/// Exits of the period (DOMAIN §7 F), event by event: principal, price due, price received, gain or loss.
struct ExitsSection {
  let view: PortfolioView

  /// What the figures mean.
  static let definition = Phrase(
    "少收＝应收价款−实收价款（不为负）；本金损失＝转出的投资成本−实收价款（不为负）；处置损益＝实收价款−账面余额，核销为−账面余额",
    "below price due = price due − received, never negative; principal lost = cost taken out − received, never "
      + "negative; gain or loss = received − carrying amount, of a write-off the carrying amount lost")

  /// What the further figures of the whole table F mean.
  static let fullDefinition = Phrase(
    "让利额＝应收价款−max(实收价款, 本金)（不为负），只出自收益；批准文件＝低于应收价款的退出所注文号；估值＝退出部分在退出时的最近估值；"
      + "缴库＝退出款进入国库之日和收入类别，经受托机构的按先进先出对应；逾期＝退出日晚于到期日的天数",
    "given up = price due − max(received, principal), never negative: it comes out of gain only; approved by = the document of an "
      + "exit below the price due; valuation = the latest "
      + "valuation of the part that left; remitted = day and income class of the proceeds in the treasury, through the holder "
      + "first in, first out; overdue = days by which the exit came after the end of the term")

  /// One event that took a holding or a part of it off the books.
  struct Line {
    var day: Day
    var deal: DealID
    var sequence: Int64
    var cost: Int64 = 0
    var carrying: Int64 = 0
    var received: Int64 = 0
    var result: Int64 = 0
    /// What the vouchers release of the reserve to income with it: other equity changes of what left, in net assets till then.
    var released: Int64 = 0
    /// What the vouchers book as income of it, below zero as expense.
    var income: Int64 = 0
    var due: Int64?
    /// Due by the terms, where the event states another price; nil where it does not.
    var dueByTerms: Int64?
    var valuation: Int64?
    var writtenOff: Int64 = 0
    var exitWay: ExitWay?
    var isReversal = false

    /// 少收: what is missing to the price due, 0 without one.
    var shortfall: Int64 { due.map { max(0, $0 - received) } ?? 0 }

    /// 让利额: the part of it that comes out of gain.
    var givenUp: Int64 { due.map { max(0, $0 - max(received, cost)) } ?? 0 }

    /// How the holding went.
    var way: Cell {
      if isReversal { return .code("reversal", Phrase("冲销", "reversal")) }
      guard let exitWay else { return .code("exit", Phrase("退出", "exit")) }
      return .code(exitWay.name, Line.phrase(of: exitWay))
    }

    private static func phrase(of way: ExitWay) -> Phrase {
      switch way {
      case .transfer: Phrase(way.chinese, "transfer")
      case .market: Phrase(way.chinese, "market sale")
      case .buyback: Phrase(way.chinese, "buy-back")
      case .liquidation: Phrase(way.chinese, "liquidation")
      case .writeOff: Phrase(way.chinese, "written off")
      case .handover: Phrase(way.chinese, "handed over")
      }
    }
  }

  /// The exits of the period with their sums; the carrying amounts tie to the movement of the holdings.
  func table() throws(Diagnostic) -> Table {
    var table = Table(
      "exits",
      columns: [
        Column("deal", Phrase("项目", "Deal"), link: .refers("deal")), Column("investee", Phrase("被投单位", "Investee")),
        Column("way", Phrase("方式", "Way")), Column("firstPaid", Phrase("首次出资", "First paid"), .day),
        Column("exited", Phrase("退出日", "Exited"), .day),
        Column("years", Phrase("持有年数", "Years held"), .ratio(decimals: 1)),
        Column("principal", Phrase("投资本金", "Principal"), .money),
        Column("carrying", Phrase("账面余额", "Carrying"), .money),
        Column("due", Phrase("应收价款", "Price due"), .money), Column("received", Phrase("实收价款", "Received"), .money),
        Column("shortfall", Phrase("少收", "Below price due"), .money),
        Column("principalLost", Phrase("本金损失", "Principal lost"), .money),
        Column("result", Phrase("处置损益", "Gain or loss"), .money),
      ])
    let lines = try lines()
    let hasReserve = lines.contains { $0.income != $0.result - $0.writtenOff }
    if hasReserve { table.columns += ExitsSection.incomeColumns }
    var totals = Array(repeating: Int64(0), count: hasReserve ? 9 : 7)
    for line in lines {
      let lost = line.exitWay == .handover ? 0 : max(0, line.cost - line.received)
      let result = line.result - line.writtenOff
      var amounts = [line.cost, line.carrying, line.due ?? 0, line.received, line.shortfall, lost, result]
      if hasReserve { amounts += [line.released, line.income] }
      for (index, amount) in amounts.enumerated() { try totals[index].add(amount) }
      var cells = amounts.map(view.money)
      if line.due == nil {
        cells[2] = .empty
        cells[4] = .empty
      }
      let deal = view.register[line.deal]
      let first = view.fold[line.deal].firstPaid
      table.rows.append(
        Row(
          [
            .text(deal.name), view.investee(of: deal), line.way, .day(first), .day(line.day),
            first == .never ? .empty : .ratio(Ratio(Int64(line.day.days(since: first)), over: 365)),
          ] + cells))
    }
    table.rows.append(
      Row(
        [.phrase(.total)] + Array(repeating: .empty, count: 5) + totals.map(view.money), role: .total))
    if hasReserve { table.notes.append(ExitsSection.incomeNote) }
    return table
  }

  /// What an exit releases of the reserve, and what its vouchers book as income: shown where that is not the gain or loss.
  private static let incomeColumns = [
    Column("released", Phrase("权益法调整转入", "Reserve released"), .money),
    Column("income", Phrase("计入损益", "To income"), .money),
  ]

  private static let incomeNote = Phrase(
    "计入损益＝凭证记入收入、费用的金额：处置损益＋转出部分的其他权益变动（退出时由权益法调整转入投资收益）；冲销上年度的退出不计入本年损益。",
    "To income = what the vouchers book as income or expense: gain or loss + other equity changes of what left, which the exit "
      + "releases from 权益法调整; taking back an exit of a prior year is no income of this one.")

  /// The events of the period, by day and place in the chain.
  func lines() throws(Diagnostic) -> [Line] {
    var lines: [Int64: Line] = [:]
    let reversals = Reversals(in: view.fold.listed)
    let measures: Set<Measure> = [
      .costOut, .adjustmentOut, .otherEquityOut, .capitalisedOut, .proceedsTreasury, .proceedsHolder, .gain, .loss,
      .writtenOff, .handedOut, .priceDue, .priceByTerms, .valueOut, .reserveReleased,
    ]
    let originals = Set(view.fold.listed.map(\.sequence))
    let effects = RuleEffects(view.source)
    for fact in view.fold.listed where measures.contains(fact.measure) && !fact.dimensions.deal.isNone {
      // A pair of event and reversal within the period is nothing; of one that began before it, the reversal shows.
      if reversals.hides(fact) && (fact.reverses == 0 || originals.contains(fact.reverses)) { continue }
      var line =
        lines[fact.sequence] ?? Line(day: fact.day, deal: fact.dimensions.deal, sequence: fact.sequence)
      line.isReversal = fact.reverses != 0
      line.exitWay = fact.traits.exitWay
      let income = try income(of: fact, effects)
      try line.income.add(income)
      switch fact.measure {
      case .reserveReleased: try line.released.add(income)
      case .costOut:
        try line.cost.add(fact.amount)
        try line.carrying.add(fact.amount)
      case .adjustmentOut, .otherEquityOut, .capitalisedOut: try line.carrying.add(fact.amount)
      case .proceedsTreasury, .proceedsHolder: try line.received.add(fact.amount)
      case .gain: try line.result.add(fact.amount)
      case .loss: try line.result.add(0 &- fact.amount)
      case .writtenOff: try line.writtenOff.add(fact.amount)
      case .priceDue where fact.reverses == 0: line.due = fact.amount
      case .priceByTerms where fact.reverses == 0: line.dueByTerms = fact.amount
      case .valueOut: line.valuation = fact.amount
      default: break
      }
      lines[fact.sequence] = line
    }
    return lines.values.sorted { ($0.day, $0.sequence) < ($1.day, $1.sequence) }
  }

  /// What the rules book as income of an amount; the gain or loss itself under rules that keep the budget in the same book,
  /// where nothing but cash is income.
  private func income(of fact: Fact, _ effects: RuleEffects) throws(Diagnostic) -> Int64 {
    if ![.gain, .loss, .writtenOff, .reserveReleased].contains(fact.measure) { return 0 }
    let day = fact.reverses == 0 ? fact.day : try view.source.origin(of: fact.reverses)?.event.effectiveDay ?? fact.day
    let sign: Int64
    if effects.isSingleBook(on: day) {
      sign = fact.measure == .gain ? 1 : fact.measure == .reserveReleased ? 0 : -1
    } else {
      sign = effects.effect(of: fact, on: day).fiscal
    }
    return sign &* fact.amount
  }

  /// The table of terms that ended or end soon, or the words that none does and when the next one ends.
  func upcomingBlocks() throws(Diagnostic) -> [Block] {
    let table = try upcoming()
    return table.rows.isEmpty ? [.note(try nothingUpcoming())] : [.table(table)]
  }

  /// That no term ended or ends soon: because nothing is held, or has a term, or all of them end later.
  private func nothingUpcoming() throws(Diagnostic) -> Phrase {
    var (isHolding, next) = (false, Day.never)
    for deal in view.register.deals {
      let closing = try view.closing(of: deal.id)
      if closing.cost <= 0 && closing.carryingAmount <= 0 { continue }
      isHolding = true
      next = min(next, PositionsSection.termEnd(of: deal, view))
    }
    if !isHolding { return Phrase("期末无持有项目。", "Nothing is held at the end.") }
    if next == .never { return Phrase("所持项目均未登记期限。", "No holding has a term on record.") }
    return Phrase(
      "期末无逾期项目，此后十二个月内亦无到期；最近到期日为 \(next)。",
      "No term is over, and none ends within the next twelve months; the next one ends on \(next).")
  }

  /// Holdings whose term ended or ends within twelve months after the period, and dividends that are still due.
  func upcoming() throws(Diagnostic) -> Table {
    var table = Table(
      "exitsDue", title: Phrase("到期与逾期", "Exits due"),
      columns: [
        Column("deal", Phrase("项目", "Deal"), link: .refers("deal")), Column("investee", Phrase("被投单位", "Investee")),
        Column("termEnd", Phrase("到期日", "Term ends"), .day), Column("state", Phrase("状态", "State")),
        Column("days", Phrase("距到期天数", "Days left"), .integer), Column("cost", Phrase("投资成本", "Cost"), .money),
        Column("carrying", Phrase("账面余额", "Carrying"), .money),
      ])
    guard view.cutOff != .always, view.cutOff != .never else { return table }
    var totals: (cost: Int64, carrying: Int64) = (0, 0)
    let horizon = view.cutOff.adding(months: 12)
    let held = try view.register.deals.map { deal throws(Diagnostic) in
      (deal: deal, end: PositionsSection.termEnd(of: deal, view), closing: try view.closing(of: deal.id))
    }.filter { $0.end <= horizon && ($0.closing.cost > 0 || $0.closing.carryingAmount > 0) }
    for (deal, end, closing) in held.sorted(by: { ($0.end, $0.deal.id) < ($1.end, $1.deal.id) }) {
      let state: Cell =
        end < view.cutOff ? .code("overdue", Phrase("逾期", "overdue")) : .code("due", Phrase("即将到期", "due"))
      try totals.cost.add(closing.cost)
      try totals.carrying.add(closing.carryingAmount)
      table.add(
        .text(deal.name), view.investee(of: deal), .day(end), state, .count(end.days(since: view.cutOff)),
        view.money(closing.cost), view.money(closing.carryingAmount))
    }
    if !table.rows.isEmpty {
      table.add(
        .phrase(.total), .empty, .empty, .empty, .empty, view.money(totals.cost), view.money(totals.carrying),
        role: .total)
    }
    return table
  }
}
