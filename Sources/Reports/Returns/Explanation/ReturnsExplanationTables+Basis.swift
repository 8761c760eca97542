import LedgerCore
import Portfolio
import ReportDocument

extension ReturnsExplanationTables {
  /// What the rest of each deal is taken to be worth, by which valuation, and how old that is; dividends receivable beside.
  func residuals() throws(Diagnostic) -> Table {
    var table = Table(
      "residuals",
      columns: [
        Column("deal", Phrase("项目", "Deal"), link: .refers("deal")), Column("cost", Phrase("在投成本", "Cost held"), .money),
        Column("value", Phrase("采用价值", "Value used"), .money),
        Column("receivable", Phrase("应收股利", "Dividends receivable"), .money), Column("basis", Phrase("依据", "Basis")),
        Column("event", Phrase("估值事项", "Event")), Column("valuedOn", Phrase("估值日", "Valued on"), .day),
        Column("ageDays", Phrase("距今天数", "Age in days"), .integer),
      ])
    var (cost, value, receivable) = (Int64(0), Int64(0), Int64(0))
    for deal in explanation.deals where hasMoney(deal) {
      let (valuation, holding) = (view.valuations[deal], view.positions[deal])
      let age = valuation.age(on: view.asOf)
      let event = valuation.basis == .valued ? explanation.valuations[deal] : nil
      try cost.add(holding.cost)
      try value.add(valuation.amount)
      try receivable.add(max(0, holding.receivable))
      table.add(
        .text(register.deals[deal - 1].name), .money(holding.cost, base), .money(valuation.amount, base),
        .money(max(0, holding.receivable), base),
        .code(valuation.basis.rawValue, valuation.basis.title), event.map { .event($0.sequence, nil) } ?? .empty,
        age == nil ? .empty : .day(valuation.day), age.map { .count($0) } ?? .empty)
    }
    table.add(
      .phrase(.total), .money(cost, base), .money(value, base), .money(receivable, base), .empty, .empty, .empty, .empty,
      role: .total)
    return table
  }

  /// What counts as committed on each deal, and the events that say so.
  func commitments() throws(Diagnostic) -> Table {
    var table = Table(
      "committed",
      columns: [
        Column("deal", Phrase("项目", "Deal"), link: .refers("deal")), Column("agreed", Phrase("协议认缴", "Agreed"), .money),
        Column("paid", Phrase("建账后实缴", "Paid since"), .money), Column("before", Phrase("建账前实缴", "Paid before"), .money),
        Column("takenOver", Phrase("划入", "Taken over"), .money), Column("committed", Phrase("计为认缴", "Committed"), .money),
        Column("events", Phrase("认缴事项", "Events")),
      ],
      notes: [
        Phrase(
          "计为认缴＝max(协议认缴, 建账后实缴)＋建账前实缴＋无偿划入。",
          "Committed = max(agreed, paid since the opening) + paid before + taken over without payment.")
      ])
    let events = Dictionary(grouping: explanation.commitments) { Int($0.dimensions.deal.rawValue) }
    var sums = Array(repeating: Int64(0), count: 5)
    for deal in explanation.deals where hasMoney(deal) {
      let holding = view.positions[deal]
      let committed = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try holding.committed() }
      let amounts = [holding.agreed, holding.paidSince, holding.paidBefore, holding.takenOver, committed]
      for (index, amount) in amounts.enumerated() { try sums[index].add(amount) }
      let numbers = (events[deal] ?? []).map { "#\($0.sequence)" }.joined(separator: " ")
      table.rows.append(
        Row([.text(register.deals[deal - 1].name)] + amounts.map { .money($0, base) } + [.text(numbers)]))
    }
    table.rows.append(Row([.phrase(.total)] + sums.map { .money($0, base) } + [.empty], role: .total))
    return table
  }

  /// The fees that the group bears by day, with the events that paid them and the share applied; nil when it bears none.
  func fees() throws(Diagnostic) -> Table? {
    let own = Set(explanation.deals)
    let parts = view.fold.fees.parts.filter { explanation.isWhole || own.contains($0.deal) }
    if parts.isEmpty { return nil }
    let programmes: [ProgrammeID] = [.none] + register.deals.map(\.programme)
    let shares = try Diagnostic.onOverflow { () throws(MoneyOverflow) in
      try FeeShares(parts, view.fold.entries, programmes: programmes)
    }
    var table = Table(
      "fees",
      columns: [
        Column("date", Phrase("日期", "Date"), .day), Column("deal", Phrase("项目", "Deal"), link: .refers("deal")),
        Column("events", Phrase("管理费事项", "Fees paid")), Column("paid", Phrase("管理费", "Fee"), .money),
        Column("share", Phrase("分摊比例", "Share"), .percent(decimals: 4)), Column("amount", Phrase("承担金额", "Borne"), .money),
      ],
      notes: [
        Phrase(
          "写明项目的管理费归该项目；其余按当日末该项目实缴占专项各项目实缴之和的比例分摊，累计数取整到分。",
          "A fee that names a deal is that deal's; any other is spread by what was paid in on the deal over what was under its "
            + "programme at the end of the day, running sums rounded to the fen.")
      ])
    var sum: Int64 = 0
    for part in parts {
      let facts = events(behind: part)
      var paid: Int64 = 0
      for fact in facts { try paid.add(fact.amount) }
      try sum.add(part.amount)
      let share = part.isPooled ? shares.share(on: part.day, of: part.deal) : nil
      table.add(
        .day(part.day), part.deal > 0 ? .text(register.deals[part.deal - 1].name) : .empty,
        .text(facts.map { "#\($0.sequence)" }.joined(separator: " ")), .money(paid, base),
        share.map { .percent($0) } ?? .empty, .money(part.amount, base))
    }
    table.add(.phrase(.total), .empty, .empty, .empty, .empty, .money(sum, base), role: .total)
    return table
  }

  /// The events that paid what a part is of: those of its day, or of its month where those of a month were spread as one.
  private func events(behind part: FeeAllocation.Part) -> [Fact] {
    explanation.fees.filter { fact in
      guard part.isPooled else { return fact.day == part.day && Int(fact.dimensions.deal.rawValue) == part.deal }
      guard fact.dimensions.deal.isNone else { return false }
      let programme = fact.dimensions.programme
      if part.deal > 0 && programme != register.deals[part.deal - 1].programme { return false }
      if view.fold.fees.monthly.contains(programme) { return fact.day.month == part.day.month }
      return fact.day == part.day
    }
  }

  /// Flows, commitments and valuations that do not count; nil when all do.
  func leftOut() throws(Diagnostic) -> Table? {
    if explanation.leftOut.isEmpty { return nil }
    var table = Table(
      "leftOut",
      columns: [
        Column("date", Phrase("日期", "Date"), .day), Column("deal", Phrase("项目", "Deal"), link: .refers("deal")),
        Column("event", Phrase("事项", "Event")), Column("amount", Phrase("金额", "Amount"), .money),
        Column("reason", Phrase("原因", "Reason")),
      ])
    for (fact, reason) in explanation.leftOut {
      table.add(
        .day(fact.day), .text(register[fact.dimensions.deal].name),
        .event(fact.sequence, try source.origin(of: fact.sequence)?.event.kind), .money(fact.amount, register[fact.commodity]),
        .code(
          reason.rawValue,
          reason == .reversed ? Phrase("已冲销或为冲销", "reversed, or a reversal") : Phrase("其他币种", "another commodity")))
    }
    return table
  }

  /// Whether anything was committed, paid or taken over on a deal.
  private func hasMoney(_ deal: Int) -> Bool {
    let holding = view.positions[deal]
    return holding.agreed != 0 || holding.paidIn != 0 || holding.distributed != 0 || holding.isHeld
  }
}
