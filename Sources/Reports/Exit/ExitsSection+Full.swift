import LedgerCore
import Portfolio
import ReportDocument

extension ExitsSection {
  /// Table F of DOMAIN §7 in full: one row an exit, with what was given up, its worth, the remittance and the delay.
  func fullTable() throws(Diagnostic) -> (table: Table, notes: [Phrase]) {
    var table = try self.table()
    let further = [
      Column("givenUp", Phrase("让利额", "Given up"), .money), Column("valuation", Phrase("估值", "Valuation"), .money),
      Column("remitted", Phrase("已缴库", "Remitted"), .money), Column("remittedOn", Phrase("缴库日", "Remitted on"), .day),
      Column("remittanceClass", Phrase("收入类别", "Income class")),
      Column("atHolder", Phrase("未缴库", "Not remitted"), .money),
      Column("dueOn", Phrase("到期日", "Term ends"), .day), Column("overdue", Phrase("逾期天数", "Days overdue"), .integer),
    ]
    let remittances = try ExitRemittances(view.facts, view.source)
    let pricing = ExitPricing(view.facts, view.register, at: view.moment)
    var totals = (givenUp: Int64(0), valuation: Int64(0), remitted: Int64(0), atHolder: Int64(0))
    var rows: [Row] = []
    let lines = try lines()
    for (row, line) in zip(table.rows, lines) {
      let money = remittances[line.sequence]
      let due = line.exitWay == .writeOff || line.exitWay == .handover ? Day.never : pricing.dueDay(of: view.register[line.deal])
      try totals.givenUp.add(line.givenUp)
      try totals.valuation.add(line.valuation ?? 0)
      try totals.remitted.add(money.remitted)
      try totals.atHolder.add(money.atHolder)
      rows.append(
        Row(
          row.cells + [
            line.due == nil ? .empty : view.money(line.givenUp), line.valuation.map(view.money) ?? .empty,
            view.money(money.remitted), .day(ifAny: money.day), ExitsSection.incomeClass(money.incomeClass),
            view.money(money.atHolder), .day(due), due == .never ? .empty : .count(max(0, line.day.days(since: due))),
          ]))
    }
    if let total = table.rows.last {
      rows.append(
        Row(
          total.cells + [
            view.money(totals.givenUp), lines.contains { $0.valuation != nil } ? view.money(totals.valuation) : .empty, view.money(totals.remitted), .empty, .empty,
            view.money(totals.atHolder), .empty, .empty,
          ], role: .total))
    }
    table.columns += further
    table.rows = TableRows(rows)
    return (table, notes(unmatched: remittances.unmatched))
  }

  /// The columns of table F that `table()` leaves out, beside the deal and its day; nil without an exit in the period.
  func furtherTable() throws(Diagnostic) -> (table: Table, notes: [Phrase])? {
    let (full, notes) = try fullTable()
    guard full.rows.contains(where: { $0.role == .body }), let exited = full.columns.firstIndex(where: { $0.id == "exited" }),
      let first = full.columns.firstIndex(where: { $0.id == "givenUp" })
    else { return nil }
    let columns = [0, exited] + Array(first..<full.columns.count)
    var table = Table(
      "exitRemittances", title: Phrase("让利、缴库与逾期", "Given up, remitted, overdue"), columns: columns.map { full.columns[$0] })
    for row in full.rows {
      let cells = columns.map { $0 < row.cells.count ? row.cells[$0] : .empty }
      table.rows.append(Row(cells, role: row.role, indent: row.indent))
    }
    return (table, notes)
  }

  /// Exits that gave up principal with an authorisation; nil when there are none in the period.
  func exceptions() throws(Diagnostic) -> Table? {
    let reversals = Reversals(in: view.facts)
    let facts = view.facts.filter {
      $0.measure == .principalGivenUp && $0.day >= view.from && !reversals.hides($0)
    }.sorted { ($0.day, $0.sequence) < ($1.day, $1.sequence) }
    if facts.isEmpty { return nil }
    var table = Table(
      "exitExceptions",
      columns: [
        Column("deal", Phrase("项目", "Deal")), Column("exited", Phrase("退出日", "Exited"), .day),
        Column("principalGivenUp", Phrase("让出本金", "Principal given up"), .money),
        Column("reason", Phrase("理由", "Reason")), Column("authorised", Phrase("授权人", "Authorised by")),
        Column("doc", Phrase("文号", "Document")), Column("by", Phrase("记录人", "Recorded by")),
      ])
    for fact in facts {
      let origin = try view.source.origin(of: fact.sequence)
      table.add(
        .text(view.register[fact.dimensions.deal].name), .day(fact.day), view.money(fact.amount),
        .text(origin?.event.text("override") ?? ""), .text(origin?.event.text("authorised") ?? ""),
        .text(origin?.document ?? ""), .text(origin?.by ?? ""))
    }
    return table
  }

  private func notes(unmatched: Int64) -> [Phrase] {
    if unmatched == 0 { return [] }
    let text = DecimalText.format(unmatched, scale: view.base.scale, grouped: true)
    return [
      Phrase(
        "缴回国库的 \(text) \(view.base.code) 未注明项目，未对应到具体退出。",
        "\(text) \(view.base.code) was remitted without naming a deal and is matched to no exit.")
    ]
  }

  private static func incomeClass(_ name: String) -> Cell {
    switch name {
    case "transfer": .code(name, Phrase("产权转让", "transfer"))
    case "liquidation": .code(name, Phrase("清算", "liquidation"))
    default: .empty
    }
  }
}
