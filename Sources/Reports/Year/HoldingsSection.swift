import LedgerCore
import Portfolio
import ReportDocument

/// What is held (DOMAIN §7 B and I): movement from opening to closing, by detail of 股权投资, and worth.
struct HoldingsSection {
  let view: PortfolioView

  /// The columns of amounts between label and closing, in the order in which they print.
  static let movementColumns = [
    Column("opening", Phrase("期初", "Opening"), .money), Column("additions", Phrase("投资", "Additions"), .money),
    Column("refunds", Phrase("退回出资", "Refunds"), .money),
    Column("profitShare", Phrase("损益调整", "Profit share"), .money),
    Column("otherEquity", Phrase("其他权益变动", "Other equity"), .money),
    Column("dividends", Phrase("宣告分红", "Dividends"), .money),
    Column("capitalised", Phrase("转增", "Capitalised"), .money),
    Column("corrections", Phrase("差错更正", "Corrections"), .money),
    Column("handovers", Phrase("无偿划转", "Handed over"), .money), Column("exits", Phrase("退出", "Exits"), .money),
    Column("writeOffs", Phrase("核销", "Written off"), .money), Column("closing", Phrase("期末", "Closing"), .money),
  ]

  /// One table by investee and one by detail; both foot to the same closing amount.
  func blocks() throws(Diagnostic) -> [Block] {
    [.table(try movement()), .table(try details()), .figures(try tie())]
  }

  /// Carrying amounts from opening to closing, class by class and deal by deal.
  func movement() throws(Diagnostic) -> Table {
    var table = Table(
      "holdings", title: Phrase("账面余额变动", "Carrying amounts"),
      columns: [
        Column("deal", Phrase("项目", "Deal"), link: .refers("deal")), Column("investee", Phrase("被投单位", "Investee")),
        Column("class", Phrase("类别", "Class")),
      ] + HoldingsSection.movementColumns)
    var total = HoldingMovement()
    var ofClass = HoldingMovement()
    let deals = view.register.deals.map { (deal: $0, rank: HoldingsSection.rank(of: $0, in: view.register)) }
      .sorted { ($0.rank, $0.deal.id) < ($1.rank, $1.deal.id) }
    var shown = (rank: -1, count: 0, classes: 0)
    func subtotal() {
      guard shown.rank >= 0, shown.count > 1 else { return }
      let label = Phrase.subtotal + Phrase(" ", " ") + HoldingsSection.phrase(ofRank: shown.rank)
      table.rows.append(Row([.phrase(label), .empty, .empty] + ofClass.amounts.map(view.money), role: .subtotal))
    }
    for (deal, rank) in deals {
      let own = HoldingMovement(view.fold[deal.id])
      if own.isEmpty { continue }
      if rank != shown.rank {
        subtotal()
        ofClass = HoldingMovement()
        shown = (rank, 0, shown.classes + 1)
      }
      shown.count += 1
      try ofClass.add(own)
      try total.add(own)
      let cells: [Cell] = [.text(deal.name), view.investee(of: deal), HoldingsSection.cell(ofRank: rank)]
      table.rows.append(Row(cells + own.amounts.map(view.money)))
    }
    if shown.classes > 1 { subtotal() }
    table.rows.append(Row([.phrase(.total), .empty, .empty] + total.amounts.map(view.money), role: .total))
    return table
  }

  /// The same movement by the four details of 股权投资, all deals together.
  func details() throws(Diagnostic) -> Table {
    var table = Table(
      "holdingDetails", title: Phrase("按明细科目", "By detail account"),
      columns: [Column("detail", Phrase("明细", "Detail"))] + HoldingsSection.movementColumns)
    var total = HoldingMovement()
    for detail in HoldingMovement.Detail.allCases {
      var sum = HoldingMovement()
      for deal in view.fold.deals { try sum.add(HoldingMovement(deal, of: detail)) }
      try total.add(sum)
      table.rows.append(Row([.code(detail.rawValue, detail.phrase)] + sum.amounts.map(view.money)))
    }
    table.rows.append(Row([.phrase(.total)] + total.amounts.map(view.money), role: .total))
    return table
  }

  /// The register of holdings beside the accounts of 股权投资: they must hold the same.
  func tie() throws(Diagnostic) -> FigureList {
    let ledger = try ledgerBalance()
    var register: Int64 = 0
    for deal in view.fold.deals { try register.add(HoldingMovement(deal).closing) }
    var difference = ledger
    try difference.add(0 &- register)
    return FigureList(
      "holdingsTie",
      [
        Figure("registerCarrying", Phrase("台账账面余额", "By the register"), view.money(register)),
        Figure("ledgerCarrying", Phrase("股权投资科目余额", "By the accounts"), view.money(ledger)),
        Figure(
          "tieDifference", Phrase("差额", "Difference"), view.money(difference),
          definition: difference == 0
            ? .none
            : Phrase(
              "一般凭证直接记入股权投资科目，未经投资事项", "plain vouchers posted to the accounts without an event of an investment")),
      ])
  }

  private func ledgerBalance() throws(Diagnostic) -> Int64 {
    let accounts = RuleAccounts(view.source).investments
    var sum: Int64 = 0
    for row in try view.source.movements(MovementQuery(moment: view.moment, book: .fiscal))
    where accounts.contains(row.account) && row.commodity == view.register.baseID {
      try sum.add(try Diagnostic.onOverflow { () throws(MoneyOverflow) in try row.closing() })
    }
    return sum
  }

  /// The three classes of 股权投资 (DOMAIN §4.1) in the order in which they print.
  static func rank(of deal: Deal, in register: Register) -> Int {
    switch deal.party.isNone ? Party.Kind.other : register[deal.party].kind {
    case .international: 0
    case .fund: 1
    default: 2
    }
  }

  /// The class as people read it.
  static func phrase(ofRank rank: Int) -> Phrase {
    switch rank {
    case 0: Phrase("国际金融组织", "International organisations")
    case 1: Phrase("投资基金", "Funds")
    default: Phrase("企业", "Companies")
    }
  }

  /// The class as a value of a fixed list.
  static func cell(ofRank rank: Int) -> Cell { .code(["international", "fund", "company"][rank], phrase(ofRank: rank)) }
}
