import LedgerCore
import Portfolio
import ReportDocument

/// The tables of the equity note.
struct EquityTables {
  let book: EquityBook
  let base: Commodity

  /// Opening, increase, decrease, closing by class and investee, with the change since the opening.
  func movement() throws(Diagnostic) -> Table {
    try table(
      "equity", Phrase("期初、增减和期末", "Opening to closing"),
      [
        Column("opening", Phrase("期初", "Opening"), .money), Column("increase", Phrase("本期增加", "Increase"), .money),
        Column("decrease", Phrase("本期减少", "Decrease"), .money), Column("closing", Phrase("期末", "Closing"), .money),
      ] + Comparison.variance
    ) { flows throws(Diagnostic) in
      let amounts = [flows.opening, try flows.increase, try flows.decrease, try flows.closing]
      let change = ComparedAmount(current: amounts[3], prior: amounts[0])
      return amounts.map { .money($0, base) } + (try Comparison.varianceCells(change, base))
    }
  }

  /// What raised the carrying amounts, by kind.
  func increases() throws(Diagnostic) -> Table {
    let kinds = EquityFlows.Increase.allCases
    return try table(
      "equityIncreases", Phrase("本期增加", "Increases"),
      kinds.map { Column($0.rawValue, $0.phrase, .money) } + [Column("increase", .total, .money)],
      leavesOut: { $0.increases.values.allSatisfy { $0 == 0 } }
    ) { flows throws(Diagnostic) in
      kinds.map { .money(flows.increases[$0] ?? 0, base) } + [.money(try flows.increase, base)]
    }
  }

  /// What lowered the carrying amounts, by kind.
  func decreases() throws(Diagnostic) -> Table {
    let kinds = EquityFlows.Decrease.allCases
    return try table(
      "equityDecreases", Phrase("本期减少", "Decreases"),
      kinds.map { Column($0.rawValue, $0.phrase, .money) } + [Column("decrease", .total, .money)],
      leavesOut: { $0.decreases.values.allSatisfy { $0 == 0 } }
    ) { flows throws(Diagnostic) in
      kinds.map { .money(flows.decreases[$0] ?? 0, base) } + [.money(try flows.decrease, base)]
    }
  }

  /// The four details of 股权投资 at the end.
  func details() throws(Diagnostic) -> Table {
    let details = HoldingMovement.Detail.allCases
    return try table(
      "equityDetails", Phrase("期末明细", "Details at the end"),
      details.map { Column($0.rawValue, $0.phrase, .money) } + [Column("closing", Phrase("期末", "Closing"), .money)]
    ) { flows throws(Diagnostic) in
      details.map { .money(flows.details[$0] ?? 0, base) } + [.money(try flows.closing, base)]
    }
  }

  /// Share, method of accounting and the two memos, deal by deal.
  func terms() throws(Diagnostic) -> Table {
    var table = Table(
      "equityTerms", title: Phrase("持股与备查", "Shares and memos"),
      columns: [
        Column("deal", Phrase("项目", "Deal")), Column("share", Phrase("持股比例", "Share"), .percent(decimals: 4)),
        Column("accounting", Phrase("核算方法", "Method")), Column("closing", Phrase("期末", "Closing"), .money),
        Column("suspendedLoss", Phrase("未确认亏损", "Suspended losses"), .money),
        Column("writtenOff", Phrase("账销案存", "Written off, kept listed"), .money),
      ])
    var totals = (closing: Int64(0), suspended: Int64(0), writtenOff: Int64(0))
    for deal in try book.deals() {
      let amounts = (book.carrying(of: deal), book.suspendedLoss(of: deal), book.writtenOff(of: deal))
      try totals.closing.add(amounts.0)
      try totals.suspended.add(amounts.1)
      try totals.writtenOff.add(amounts.2)
      let method: Cell =
        deal.usesEquityMethod
        ? .code("equity", Phrase("权益法", "equity")) : .code("cost", Phrase("成本法", "cost"))
      table.add(
        .text(deal.name), book.share(of: deal).map { .share($0) } ?? .empty, method, .money(amounts.0, base),
        .money(amounts.1, base), .money(amounts.2, base))
    }
    table.add(
      .phrase(.total), .empty, .empty, .money(totals.closing, base), .money(totals.suspended, base),
      .money(totals.writtenOff, base), role: .total)
    return table
  }

  /// One table by class and investee, with a subtotal for each class of several and a total.
  private func table(
    _ id: String, _ title: Phrase, _ columns: [Column],
    leavesOut: (EquityFlows) -> Bool = { _ in false },
    _ cells: (EquityFlows) throws(Diagnostic) -> [Cell]
  ) throws(Diagnostic) -> Table {
    var table = Table(id, title: title, columns: [Column("investee", Phrase("被投单位", "Investee"))] + columns)
    var total = EquityFlows()
    for (rank, investees) in book.classes {
      var subtotal = EquityFlows()
      var count = 0
      for investee in investees {
        try subtotal.add(investee.flows)
        if leavesOut(investee.flows) { continue }
        if count == 0 { table.add(.phrase(HoldingsSection.phrase(ofRank: rank)), role: .header) }
        count += 1
        let name: Cell =
          investee.party.isNone ? .code("none", Phrase("未注明", "not stated")) : .text(book.register[investee.party].name)
        table.rows.append(Row([name] + (try cells(investee.flows)), indent: 1))
      }
      try total.add(subtotal)
      if count > 1 && book.classes.count > 1 {
        table.rows.append(Row([.phrase(.subtotal)] + (try cells(subtotal)), role: .subtotal, indent: 1))
      }
    }
    table.rows.append(Row([.phrase(.total)] + (try cells(total)), role: .total))
    return table
  }
}
