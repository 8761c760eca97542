import Analytics
import LedgerCore
import Portfolio
import ReportDocument

extension LookThroughTables {
  /// All money of one owner: what came into funds from outside, what went into companies beside them, and how far it is.
  private struct Line {
    let id: String
    let title: Phrase
    var inFunds: Int64 = 0
    var straight: Int64 = 0
    var reached: Int64 = 0

    init(_ id: String, _ title: Phrase) {
      self.id = id
      self.title = title
    }

    mutating func add(_ other: Line) throws(MoneyOverflow) {
      inFunds = try inFunds.plus(other.inFunds)
      straight = try straight.plus(other.straight)
      reached = try reached.plus(other.reached)
    }
  }

  /// Everybody's money with every yuan once: between tiers it is eliminated, and what arrived is shown beside, not added.
  ///
  /// The private money of a fund and what of it reached companies are the same money at two places (METRICS §1).
  func consolidated() throws(MoneyOverflow) -> Table {
    var table = Table(
      "consolidated",
      columns: [
        Column("owner", Phrase("资金", "Money")), Column("inFunds", Phrase("自外部投入基金", "Into funds from outside"), .money),
        Column("straight", Phrase("直接投入及在旁投入企业", "Straight and beside into companies"), .money),
        Column("total", Phrase("合并", "Consolidated"), .money),
        Column("reached", Phrase("其中已到企业", "Of it in companies"), .money),
      ])
    table.title = Phrase("合并资金（各级之间抵销）", "Consolidated money (eliminated between tiers)")
    var sum = Line("equity", Phrase("合计（不含贷款）", "Total without loans"))
    var hasMore = false
    for line in try ownerLines() {
      if try line.reached > line.inFunds.plus(line.straight) { hasMore = true }
      try sum.add(line)
      try add(line, to: &table)
    }
    try add(sum, to: &table, role: .subtotal)
    var loans = Line("loans", Phrase("银行贷款 L", "Bank loans L"))
    loans.straight = view.total.loans
    loans.reached = loans.straight
    try add(loans, to: &table)
    try sum.add(loans)
    try add(sum, to: &table, title: Phrase("合计（含贷款）", "Total with loans"), role: .total)
    table.notes = [
      Phrase(
        "“其中已到企业”是同一笔钱的去处，不与前列相加；基金层与项目层的资金从不相加。",
        "What is in companies is the same money further on and is not added to the columns before it; money at fund level and "
          + "at company level is never added up.")
    ]
    if hasMore && !money.hasSales {
      table.notes.append(
        Phrase(
          "投出之后退回的，从基金内的资金中减除；已到企业的不追溯，因此某一方已到企业的可以多于其合并数。",
          "What went back after the fund had invested is taken off the money in it; what had reached companies stays as it was, so "
            + "that more of one owner's money may be in companies than its consolidated money is."))
    }
    if hasMore && money.hasSales {
      table.notes.append(
        Phrase(
          "份额转让后，基金内的资金列在受让方名下；转让前已到企业的仍列在原合伙人名下，因此某一方已到企业的可以多于其合并数。",
          "What partners sold stands with the buyer; what had reached companies before stands with the seller, so that more of one "
            + "owner's money may be in companies than its consolidated money is."))
    }
    return table
  }

  private func ownerLines() throws(MoneyOverflow) -> [Line] {
    let inFunds = try money.trace.consolidated(money.graph)
    let through = try money.trace.reachedThroughFunds(money.graph)
    let beside = view.total.projects
    let direct = try view.total.directPaid(policy)
    let straight: [MoneyOwner: Int64] = [
      .own: direct, .recycled: try view.total.directPaid(LeveragePolicy()).minus(direct), .private: beside.privateMoney,
      .stateFirm: beside.stateFirms,
      .otherPublic: beside.otherPublic, .bank: beside.banks,
    ]
    var lines: [Line] = []
    for owner in MoneyOwner.allCases {
      var line = Line(LookThroughTables.id(of: owner), LookThroughTables.title(of: owner))
      line.inFunds = inFunds[owner]
      line.straight = straight[owner] ?? 0
      // What nobody is known to have paid in was borrowed, or invested again.
      line.reached = try (owner == .unrecorded ? 0 : through[owner]).plus(line.straight)
      if owner == .own || owner == .private || line.inFunds != 0 || line.straight != 0 { lines.append(line) }
    }
    return lines
  }

  private func add(_ line: Line, to table: inout Table, title: Phrase? = nil, role: Row.Role = .body) throws(MoneyOverflow) {
    let base = register.base
    table.rows.append(
      Row(
        [
          .code(line.id, title ?? line.title), .money(line.inFunds, base), .money(line.straight, base),
          .money(try line.inFunds.plus(line.straight), base), .money(line.reached, base),
        ], role: role))
  }

  private static func id(of owner: MoneyOwner) -> String {
    switch owner {
    case .own: "own"
    case .private: "private"
    case .stateFirm: "state-firm"
    case .otherPublic: "public"
    case .unrecorded: "unrecorded"
    case .recycled: "recycled"
    case .bank: "bank"
    case .earlier: "earlier"
    }
  }

  private static func title(of owner: MoneyOwner) -> Phrase {
    switch owner {
    case .own: Phrase("本级财政 F", "Own F")
    case .private: Phrase("民间资本", "Private")
    case .stateFirm: Phrase("国企", "State firms")
    case .otherPublic: Phrase("其他财政 O", "Other public O")
    case .unrecorded: Phrase("未登记来源", "Not recorded")
    case .recycled: Phrase("本级滚动资金（不计入 F）", "Own, recycled (not in F)")
    case .bank: Phrase("银行（基金合伙人）", "Banks as partners of funds")
    case .earlier: Phrase("先于我方的合伙人资金（不计入倍数）", "Partners' from before ours (in no multiplier)")
    }
  }
}
