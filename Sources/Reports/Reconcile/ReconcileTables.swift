import LedgerCore
import Portfolio
import ReportDocument

/// The tables of a reconciliation.
struct ReconcileTables {
  let reconciliation: Reconciliation

  private var base: Commodity { reconciliation.register.base }

  private func money(_ amount: Int64) -> Cell { .money(amount, base) }

  /// Each envelope with its places and the residual of the identity.
  func envelopes() throws(Diagnostic) -> [Block] {
    let rows = reconciliation.envelopes.map { ($0.name, reconciliation.fold[$0.id]) }
    let figures = EnvelopeTable(base: base)
    var table = try figures.table("envelopes", rows)
    table.columns.append(Column("residual", Phrase("余项", "Residual"), .money))
    var total: Int64 = 0
    for (index, envelope) in reconciliation.envelopes.enumerated() {
      let residual = try reconciliation.quota.residual(of: envelope.id, reconciliation.fold[envelope.id])
      table.rows[index].cells.append(money(residual))
      try total.add(residual)
    }
    let stray = try reconciliation.quota.residual(of: .none, EnvelopeFigures(MeasureTotals()))
    if !reconciliation.quota.agrees(.none, EnvelopeFigures(MeasureTotals())) {
      let places = reconciliation.quota.places[.none] ?? QuotaBalances.Places()
      let amounts = [
        "unissued": places.unissued, "available": places.available, "frozen": places.frozen, "signed": places.signed,
        "paid": places.paid, "carriedOver": places.carriedOut, "lapsed": places.lapsed, "residual": stray,
      ]
      var cells = table.columns.map { column in amounts[column.id].map(money) ?? .empty }
      cells[0] = .code("none", Phrase("（未注明指标）", "(no envelope)"))
      table.rows.insert(Row(cells), at: reconciliation.envelopes.count)
      try total.add(stray)
    }
    if let last = table.rows.indices.last { table.rows[last].cells.append(money(total)) }
    var blocks: [Block] = [.table(table)]
    if let adjustments = try figures.adjustments(rows) { blocks.append(.table(adjustments)) }
    return blocks
  }

  /// What each deal has reserved, what was paid on it and what is still to pay, by envelope.
  func commitments() throws(Diagnostic) -> Table {
    var table = Table(
      "commitments",
      columns: [
        Column("envelope", Phrase("指标", "Envelope")), Column("deal", Phrase("项目", "Deal")),
        Column("paid", Phrase("已支付", "Paid"), .money), Column("signed", Phrase("已签约未付", "Signed, unpaid"), .money),
      ])
    var totals: (paid: Int64, signed: Int64) = (0, 0)
    for envelope in reconciliation.envelopes {
      for (deal, sums) in reconciliation.fold.spending(of: envelope.id) {
        try totals.paid.add(sums.paid)
        try totals.signed.add(sums.signed)
        let name: Cell = deal.isNone ? .code("fee", Phrase("管理费", "Fee")) : .text(reconciliation.register[deal].name)
        table.add(.text(envelope.name), name, money(sums.paid), money(sums.signed))
      }
    }
    table.add(.phrase(.total), .empty, money(totals.paid), money(totals.signed), role: .total)
    return table
  }

  /// Quota, budget book and treasury beside each other.
  func threeWay() throws(Diagnostic) -> Table {
    var table = Table(
      "threeWay",
      columns: [
        Column("envelope", Phrase("指标", "Envelope")), Column("paid", Phrase("指标已支付", "Paid by quota"), .money),
        Column("outlay", Phrase("预算会计支出", "Budget outlay"), .money),
        Column("treasury", Phrase("国库付款", "Treasury"), .money),
        Column("outlayDifference", Phrase("差额（支出）", "Paid − outlay"), .money),
        Column("treasuryDifference", Phrase("差额（国库）", "Paid − treasury"), .money),
        Column("items", Phrase("差异项", "Items"), .integer), Column("open", Phrase("未说明", "Open"), .integer),
      ])
    let bank = reconciliation.bank
    if bank != nil {
      table.columns.insert(Column("bank", Phrase("对账单付款", "On statements"), .money), at: 6)
      table.columns.insert(Column("bankDifference", Phrase("差额（对账单）", "Paid − statements"), .money), at: 7)
    }
    var totals = Array(repeating: Int64(0), count: bank == nil ? 5 : 7)
    for envelope in reconciliation.envelopes {
      let sides = try reconciliation.sides(of: envelope.id)
      let outlay = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try sides.paid.minus(sides.outlay) }
      let cash = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try sides.paid.minus(sides.cash) }
      var amounts = [sides.paid, sides.outlay, sides.cash, outlay, cash]
      if let bank {
        let confirmed = try bank.confirmed(reconciliation.spending, of: envelope.id)
        amounts += [confirmed, try Diagnostic.onOverflow { () throws(MoneyOverflow) in try sides.paid.minus(confirmed) }]
      }
      for (index, amount) in amounts.enumerated() { try totals[index].add(amount) }
      let items = reconciliation.differences.filter { $0.envelope == envelope.id }
      let counts: [Cell] = [.count(items.count), .count(items.count { !$0.isExplained })]
      table.rows.append(Row([.text(envelope.name)] + amounts.map(money) + counts))
    }
    let items = reconciliation.differences
    let others = items.filter(\.envelope.isNone)
    if !others.isEmpty {
      // What names no envelope counts in no row above.
      var amounts = Array(repeating: Int64(0), count: totals.count)
      for item in others {
        try amounts[1].add(item.outlay)
        try amounts[2].add(item.cash)
        try amounts[3].add(0 &- item.outlay)
        try amounts[4].add(0 &- item.cash)
        if bank != nil {
          try amounts[5].add(item.stated)
          try amounts[6].add(0 &- item.stated)
        }
      }
      for (index, amount) in amounts.enumerated() { try totals[index].add(amount) }
      let counts: [Cell] = [.count(others.count), .count(others.count { !$0.isExplained })]
      table.rows.append(Row([.code("none", Phrase("（未注明指标）", "(no envelope)"))] + amounts.map(money) + counts))
    }
    table.rows.append(
      Row(
        [.phrase(.total)] + totals.map(money) + [.count(items.count), .count(items.count { !$0.isExplained })],
        role: .total))
    return table
  }

  /// From the envelopes' payments to the budget book's outlay of the calendar year.
  func statement() throws(Diagnostic) -> Table {
    let statement = try OutlayStatement(reconciliation)
    let year = reconciliation.year
    var table = Table(
      "outlayStatement",
      columns: [
        Column("item", Phrase("项目", "Item")), Column("amount", Phrase("金额", "Amount"), .money),
      ])
    func line(_ code: String, _ label: Phrase, _ amount: Int64, role: Row.Role = .body) {
      table.add(.code(code, label), money(amount), role: role)
    }
    line("paid", Phrase("\(year) 年度指标已支付", "Paid by the envelopes of \(year)"), statement.paidOfEnvelopes)
    line("later", Phrase("减：以后年度列支", "less: posted in later years"), 0 &- statement.paidLater)
    line("earlier", Phrase("减：以前年度列支", "less: posted in earlier years"), 0 &- statement.paidEarlier)
    line("others", Phrase("加：本年列支的其他年度指标", "plus: of envelopes of other years"), statement.paidOfOthers)
    line("without", Phrase("加：未注明指标的支出", "plus: outlay without an envelope"), statement.withoutEnvelope)
    line("different", Phrase("加：差异明细对支出的影响", "plus: effect on outlay of the differences listed below"), statement.different)
    line("expected", Phrase("应有支出", "Outlay to be expected"), try statement.expected, role: .result)
    line("outlay", Phrase("预算会计本年支出", "Outlay by the budget book"), statement.outlay, role: .result)
    line("residual", Phrase("余项", "Residual"), try statement.residual, role: .result)
    if statement.paidInClosing != 0 {
      let amount = money(statement.paidInClosing)
      table.notes.append(
        Phrase(
          exactly: "已支付中有\(amount)于整理期（次年）支付，预算会计记入 \(year)-12-31。",
          "Of what was paid, \(amount) was paid in the closing period; the budget book has it on \(year)-12-31."))
    }
    return table
  }

  /// The items one by one, all of them or some.
  func differences(_ some: [Difference]? = nil) throws(Diagnostic) -> [Block] {
    let items = some ?? reconciliation.differences
    if items.isEmpty { return [.note(Phrase("三方一致，无差异。", "All three sides agree."))] }
    var table = Table(
      "differences",
      columns: [
        Column("date", Phrase("日期", "Date"), .day), Column("event", Phrase("事项", "Event")),
        Column("number", Phrase("凭证", "Voucher")), Column("envelope", Phrase("指标", "Envelope")),
        Column("deal", Phrase("项目", "Deal")), Column("amount", Phrase("金额", "Amount"), .money),
        Column("effect", Phrase("对支出的影响", "Effect on outlay"), .money), Column("class", Phrase("类别", "Class")),
        Column("state", Phrase("状态", "State")),
        Column("reason", Phrase("说明", "Reason")),
      ])
    for item in items {
      let state: Cell =
        item.isExplained ? .code("explained", Phrase("已说明", "explained")) : .code("open", Phrase("未说明", "open"))
      let effect = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try item.outlay.minus(item.envelope.isNone ? 0 : item.paid) }
      table.add(
        .day(item.day), .text("#\(item.sequence)"), .phrase(item.number),
        item.envelope.isNone ? .empty : .text(reconciliation.register[item.envelope].name),
        item.deal.isNone ? .empty : .text(reconciliation.register[item.deal].name), money(item.amount), money(effect),
        .code(item.kind.rawValue, item.kind.phrase), state, .phrase(item.reason))
    }
    return [.table(table)]
  }
}
