import LedgerCore
import Portfolio
import ReportDocument

/// The lines of one of the three budgets, or of all together, over two years.
struct BudgetGroup {
  /// The lines that every group has.
  enum Item: String {
    case opening, direct, income, outlay, surplus, closing

    /// The line's name.
    var phrase: Phrase {
      switch self {
      case .opening: Phrase("年初结转结余", "Opening carry-over")
      case .direct: Phrase("直接计入结转结余", "Booked straight to it")
      case .income: Phrase("本年收入", "Income")
      case .outlay: Phrase("本年支出", "Outlay")
      case .surplus: Phrase("本年预算结余", "Surplus of the year")
      case .closing: Phrase("年末结转结余", "Closing carry-over")
      }
    }
  }

  let title: Phrase
  private(set) var opening = ComparedAmount()
  private(set) var direct = ComparedAmount()
  private(set) var income: [(account: Account, amounts: ComparedAmount)] = []
  private(set) var outlay: [(account: Account, amounts: ComparedAmount)] = []
  private(set) var incomeTotal = ComparedAmount()
  private(set) var outlayTotal = ComparedAmount()

  /// The lines of one budget; nil for accounts that name none.
  init(_ nature: FundNature?, current: BudgetYear, prior: BudgetYear) throws(Diagnostic) {
    title = nature?.phrase ?? Phrase("未分预算", "No budget named")
    let carried = (current.carryOvers[nature], prior.carryOvers[nature])
    opening = ComparedAmount(current: carried.0?.opening ?? 0, prior: carried.1?.opening ?? 0)
    direct = ComparedAmount(current: carried.0?.direct ?? 0, prior: carried.1?.direct ?? 0)
    income = BudgetGroup.paired(current.income, prior.income, nature)
    outlay = BudgetGroup.paired(current.outlay, prior.outlay, nature)
    for line in income { try incomeTotal.add(line.amounts) }
    for line in outlay { try outlayTotal.add(line.amounts) }
  }

  private init(title: Phrase) { self.title = title }

  /// All groups together, without their accounts.
  static func total(of groups: [BudgetGroup]) throws(Diagnostic) -> BudgetGroup {
    var total = BudgetGroup(title: .total)
    for group in groups {
      try total.opening.add(group.opening)
      try total.direct.add(group.direct)
      try total.incomeTotal.add(group.incomeTotal)
      try total.outlayTotal.add(group.outlayTotal)
    }
    return total
  }

  /// Whether neither year has anything.
  var isEmpty: Bool { opening.isEmpty && direct.isEmpty && income.isEmpty && outlay.isEmpty }

  /// 本年预算结余.
  var surplus: ComparedAmount {
    get throws(Diagnostic) {
      var sum = incomeTotal
      try sum.subtract(outlayTotal)
      return sum
    }
  }

  /// 年末结转结余.
  var closing: ComparedAmount {
    get throws(Diagnostic) {
      var sum = try surplus
      try sum.add(opening)
      try sum.add(direct)
      return sum
    }
  }

  /// Adds the group's lines below its heading.
  func add(to table: inout Table, _ base: Commodity) throws(Diagnostic) {
    table.add(.phrase(title), role: .header)
    func line(_ item: Item, _ amounts: ComparedAmount, role: Row.Role = .body) throws(Diagnostic) {
      let cells = [Cell.code(item.rawValue, item.phrase), .empty] + (try amounts.cells(base))
      table.rows.append(Row(cells, role: role, indent: 1))
    }
    func lines(_ accounts: [(account: Account, amounts: ComparedAmount)]) throws(Diagnostic) {
      for (account, amounts) in accounts {
        let cells = [Cell.text(account.name), .text(account.code)] + (try amounts.cells(base))
        table.rows.append(Row(cells, indent: 2))
      }
    }
    try line(.opening, opening)
    if !direct.isEmpty { try line(.direct, direct) }
    try lines(income)
    try line(.income, incomeTotal, role: .result)
    try lines(outlay)
    try line(.outlay, outlayTotal, role: .result)
    try line(.surplus, try surplus, role: .result)
    try line(.closing, try closing, role: .result)
  }

  /// The accounts of either year, in the order of the chart.
  private static func paired(
    _ current: [BudgetYear.Line], _ prior: [BudgetYear.Line], _ nature: FundNature?
  ) -> [(account: Account, amounts: ComparedAmount)] {
    var rows: [AccountID: (account: Account, amounts: ComparedAmount)] = [:]
    for line in current where line.nature == nature {
      rows[line.account.id, default: (line.account, ComparedAmount())].amounts.current = line.amount
    }
    for line in prior where line.nature == nature {
      rows[line.account.id, default: (line.account, ComparedAmount())].amounts.prior = line.amount
    }
    return rows.values.sorted { $0.account.stands(before: $1.account) }
  }
}
