import LedgerCore
import Portfolio
import ReportDocument

/// The holdings beside the accounts of 股权投资, class by class and detail by detail: they must hold the same.
struct EquityTie {
  /// One class and detail, or all of them together, minor units.
  private struct Line {
    let label: Cell
    let code: String
    var holdings: Int64 = 0
    var accounts: Int64 = 0
    var plain: Int64 = 0
  }

  private var lines: [Line] = []
  private var total = Line(label: .phrase(.total), code: "")

  /// Compares the note with the accounts that the rules post investments to.
  init(_ source: any LedgerSource, _ book: EquityBook) throws(Diagnostic) {
    let accounts = RuleAccounts(source).investments
    var balances: [AccountID: Int64] = [:]
    for row in try source.movements(MovementQuery(moment: book.year.moment, book: .fiscal))
    where accounts.contains(row.account) && row.commodity == source.register.baseID {
      balances[row.account] = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try row.closing() }
    }
    var plain: [AccountID: Int64] = [:]
    for row in try source.plainTurnover(from: .always, at: book.year.moment) where accounts.contains(row.account) {
      try plain[row.account, default: 0].add(try Diagnostic.onOverflow(row.amount))
    }
    try add(balances, plain, book, source.register)
  }

  private mutating func add(
    _ balances: [AccountID: Int64], _ plain: [AccountID: Int64], _ book: EquityBook, _ register: Register
  ) throws(Diagnostic) {
    var rest = balances
    for (rank, investees) in book.classes {
      var flows = EquityFlows()
      for investee in investees { try flows.add(investee.flows) }
      let name = HoldingsSection.phrase(ofRank: rank).zh
      for detail in HoldingMovement.Detail.allCases {
        // A holder keeps what is its own and what it holds for others on accounts that end alike.
        let matching = register.accounts.filter {
          balances[$0.id] != nil && $0.name.contains(name) && $0.name.hasSuffix(detail.phrase.zh)
        }
        let standing = matching.filter { balances[$0.id] != 0 }
        let account = standing.count <= 1 ? standing.first ?? matching.last : nil
        var line = Line(
          label: .text(account?.name ?? name + ":" + detail.phrase.zh), code: account?.code ?? "",
          holdings: flows.details[detail] ?? 0)
        for account in matching {
          try line.accounts.add(rest.removeValue(forKey: account.id) ?? 0)
          try line.plain.add(plain[account.id] ?? 0)
        }
        if !matching.isEmpty || line.holdings != 0 { try add(line) }
      }
    }
    for account in register.accounts {
      guard let balance = rest[account.id], balance != 0 || plain[account.id] != nil else { continue }
      try add(
        Line(label: .text(account.name), code: account.code, accounts: balance, plain: plain[account.id] ?? 0))
    }
  }

  private mutating func add(_ line: Line) throws(Diagnostic) {
    lines.append(line)
    try total.holdings.add(line.holdings)
    try total.accounts.add(line.accounts)
    try total.plain.add(line.plain)
  }

  /// One row an account with the residual of each, and the total.
  func table(_ base: Commodity) -> Table {
    var table = Table(
      "equityTie", title: Phrase("与股权投资科目核对", "Tie to the accounts"),
      columns: [
        Column("account", Phrase("科目", "Account")), Column("code", Phrase("代码", "Code")),
        Column("holdings", Phrase("本表", "This note"), .money),
        Column("plain", Phrase("一般凭证", "Plain vouchers"), .money),
        Column("accounts", Phrase("科目余额", "By the accounts"), .money),
        Column("residual", Phrase("差额", "Residual"), .money),
      ])
    for line in lines { table.rows.append(row(line, base, role: .body)) }
    table.rows.append(row(total, base, role: .total))
    return table
  }

  private func row(_ line: Line, _ base: Commodity, role: Row.Role) -> Row {
    let residual = Int64(clamping: Int128(line.accounts) - Int128(line.holdings) - Int128(line.plain))
    return Row(
      [line.label, .text(line.code)] + [line.holdings, line.plain, line.accounts, residual].map { .money($0, base) },
      role: role)
  }
}
