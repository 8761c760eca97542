import LedgerCore
import Portfolio
import ReportDocument

extension ExitsSection {
  /// Table F of DOMAIN §7 in full: one row an exit, with what was given up and who approved it, its worth, the remittance
  /// and the delay; and the price by the terms beside one that an exit states.
  func fullTable() throws(Diagnostic) -> (table: Table, notes: [Phrase]) {
    var table = try self.table()
    let lines = try lines()
    let hasOther = lines.contains { $0.dueByTerms != nil }
    let further = [
      Column("givenUp", Phrase("让利额", "Given up"), .money), Column("approval", Phrase("批准文件", "Approved by")),
      Column("valuation", Phrase("估值", "Valuation"), .money),
      Column("remitted", Phrase("已缴库", "Remitted"), .money), Column("remittedOn", Phrase("缴库日", "Remitted on"), .day),
      Column("remittanceClass", Phrase("收入类别", "Income class")),
      Column("atHolder", Phrase("未缴库", "Not remitted"), .money),
      Column("dueOn", Phrase("到期日", "Term ends"), .day), Column("overdue", Phrase("逾期天数", "Days overdue"), .integer),
    ]
    let remittances = try ExitRemittances(view.facts, view.source)
    let pricing = ExitPricing(view.facts, view.register, at: view.moment)
    var totals = (givenUp: Int64(0), valuation: Int64(0), remitted: Int64(0), atHolder: Int64(0))
    var rows: [Row] = []
    for (row, line) in zip(table.rows, lines) {
      let money = remittances[line.sequence]
      let due = line.exitWay == .writeOff || line.exitWay == .handover ? Day.never : pricing.dueDay(of: view.register[line.deal])
      try totals.givenUp.add(line.givenUp)
      try totals.valuation.add(line.valuation ?? 0)
      try totals.remitted.add(money.remitted)
      try totals.atHolder.add(money.atHolder)
      let other: [Cell] = hasOther ? [line.dueByTerms.map(view.money) ?? .empty] : []
      rows.append(
        Row(
          row.cells + other + [
            line.due == nil ? .empty : view.money(line.givenUp), try approval(of: line),
            line.valuation.map(view.money) ?? .empty,
            view.money(money.remitted), .day(ifAny: money.day), ExitsSection.incomeClass(money.incomeClass),
            view.money(money.atHolder), .day(due), due == .never ? .empty : .count(max(0, line.day.days(since: due))),
          ]))
    }
    if let total = table.rows.last {
      rows.append(
        Row(
          total.cells + (hasOther ? [.empty] : []) + [
            view.money(totals.givenUp), .empty, lines.contains { $0.valuation != nil } ? view.money(totals.valuation) : .empty,
            view.money(totals.remitted), .empty, .empty, view.money(totals.atHolder), .empty, .empty,
          ], role: .total))
    }
    if hasOther { table.columns.append(ExitsSection.byTermsColumn) }
    table.columns += further
    table.rows = TableRows(rows)
    return (table, try notes(lines) + notes(unmatched: remittances.unmatched))
  }

  /// The price by the terms, shown where an exit states another.
  private static let byTermsColumn = Column("dueByTerms", Phrase("按条款应收", "Due by the terms"), .money)

  /// The document of an exit that brought less than was due, as stated or by the terms; nothing for any other.
  private func approval(of line: Line) throws(Diagnostic) -> Cell {
    let due = max(line.due ?? 0, line.dueByTerms ?? 0)
    if line.isReversal || line.received >= due { return .empty }
    let document = try view.source.origin(of: line.sequence)?.document ?? ""
    return document.isEmpty ? .code("none", Phrase("（无文件）", "(no document)")) : .text(document)
  }

  /// The columns of table F that `table()` leaves out, beside the deal and its day; nil without an exit in the period.
  func furtherTable() throws(Diagnostic) -> (table: Table, notes: [Phrase])? {
    let (full, notes) = try fullTable()
    guard full.rows.contains(where: { $0.role == .body }), let exited = full.columns.firstIndex(where: { $0.id == "exited" }),
      let first = full.columns.firstIndex(where: { $0.id == "dueByTerms" || $0.id == "givenUp" })
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

  /// What a reader of the totals must know: prices that are not those of the terms, exits without a price.
  private func notes(_ lines: [Line]) throws(Diagnostic) -> [Phrase] {
    var notes: [Phrase] = []
    let count = lines.count { $0.dueByTerms != nil }
    if count > 0 {
      notes.append(
        Phrase(
          "\(count) 笔退出所列应收价款与条款不同；少收和让利额按所列价款计算，按条款应收另列。",
          "Exits that state a price due which differs from the terms: \(count). What is below it and given up goes by the "
            + "stated one, that of the terms stands beside it."))
    }
    let unpriced = lines.filter { $0.due == nil && !$0.isReversal }
    if unpriced.isEmpty || unpriced.count == lines.count { return notes }
    var (principal, received) = (Int64(0), Int64(0))
    for line in unpriced {
      try principal.add(line.cost)
      try received.add(line.received)
    }
    notes.append(
      Phrase(
        exactly: "\(unpriced.count) 笔没有应收价款（本金\(view.money(principal))，实收\(view.money(received))），应收合计不含，与本金、实收合计不可直接相比。",
        """
        Exits without a price due: \(unpriced.count) (principal \(view.money(principal)), received \(view.money(received))). The total of \
        prices due leaves them out and is not to be compared with those of principal and received.
        """))
    return notes
  }

  private func notes(unmatched: Int64) -> [Phrase] {
    if unmatched == 0 { return [] }
    return [
      Phrase(
        exactly: "缴回国库的\(view.money(unmatched))未注明项目，未对应到具体退出。",
        "\(view.money(unmatched)) was remitted without naming a deal and is matched to no exit.")
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
