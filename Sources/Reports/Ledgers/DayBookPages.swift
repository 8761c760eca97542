import LedgerCore
import Portfolio
import ReportDocument

/// The day books of several accounts, filled voucher by voucher.
struct DayBookPages {
  /// One account in one commodity.
  private struct Key: Hashable {
    let account: AccountID
    let commodity: CommodityID
  }

  private let register: Register
  private let period: StatementPeriod
  private let plan: QueryPlan
  /// Only these accounts beside the plan; nil for all.
  private let wanted: Set<AccountID>?
  private var pages: [Key: DayBookPage] = [:]

  /// No pages yet.
  init(_ register: Register, _ period: StatementPeriod, plan: QueryPlan, wanted: Set<AccountID>?) {
    self.register = register
    self.period = period
    self.plan = plan
    self.wanted = wanted
  }

  /// Takes in the balance of an account before the period.
  mutating func open(_ movement: Movement) throws(Diagnostic) {
    let key = Key(account: movement.account, commodity: movement.commodity)
    pages[key] = DayBookPage(commodity: register[key.commodity], period: period, opening: movement.opening)
  }

  /// Takes in the lines of a voucher; those on other accounts say where money came from or went.
  mutating func add(_ voucher: [PostingRow]) throws(Diagnostic) {
    // Opening vouchers are in the balance with which a page begins.
    for row in voucher
    where wanted?.contains(row.posting.account) != false && !row.isOpening && plan.allows(row) {
      let key = Key(account: row.posting.account, commodity: row.posting.commodity)
      let counter = counter(of: row, in: voucher)
      try pages[key]?.add(row, counter: counter)
    }
  }

  /// The accounts on the other side, the first with the number of further ones; without any, those of the same side.
  private func counter(of row: PostingRow, in voucher: [PostingRow]) -> String {
    let others = voucher.filter { $0.posting.account != row.posting.account }
    let across = others.filter { $0.posting.side != row.posting.side }
    var names: [String] = []
    for other in across.isEmpty ? others : across {
      let name = register[other.posting.account].name
      if !names.contains(name) { names.append(name) }
    }
    return names.count > 1 ? (names.first ?? "") + " …" : names.first ?? ""
  }

  /// The pages in the order of the chart.
  mutating func finished() throws(Diagnostic) -> [(heading: String, table: Table)] {
    let order = pages.keys.sorted { left, right in
      left.account == right.account
        ? left.commodity < right.commodity : register[left.account].stands(before: register[right.account])
    }
    var found: [(heading: String, table: Table)] = []
    for key in order {
      guard var page = pages[key] else { continue }
      try page.finish()
      let account = register[key.account]
      var heading = account.code.isEmpty ? account.name : account.code + " " + account.name
      if key.commodity != register.baseID { heading += " " + register[key.commodity].code }
      found.append((heading, page.table))
    }
    return found
  }
}
