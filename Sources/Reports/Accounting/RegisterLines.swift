import LedgerCore
import Portfolio
import ReportDocument

/// The rows of a detailed ledger as postings come in, day by day.
struct RegisterLines {
  private(set) var table: Table
  private let register: Register
  private let hasMonthTotals: Bool
  private let layout: RegisterLayout
  /// The last day of the period.
  private let end: Day
  private var balances = CommoditySums()
  private var ofMonth = Turnovers()
  private var ofYear = Turnovers()
  private var month: Month?
  /// Whether a posting of the present month was shown.
  private var showsMonth = false

  /// How many postings were shown: an average is over all of them, whatever their commodities.
  private var count: Int64 = 0

  /// Both turnovers by commodity.
  private struct Turnovers {
    var debit = CommoditySums()
    var credit = CommoditySums()
  }

  /// No rows yet.
  init(register: Register, hasMonthTotals: Bool, end: Day, layout: RegisterLayout = RegisterLayout()) {
    self.register = register
    self.end = end
    self.hasMonthTotals = hasMonthTotals
    self.layout = layout
    table = Table(
      "register",
      columns: [
        Column("date", Phrase("日期", "Date"), .day), Column("number", Phrase("凭证号", "No.")),
        Column("narration", Phrase("摘要", "Narration")), layout.column,
        Column("debit", Phrase("借方", "Debit"), .money), Column("credit", Phrase("贷方", "Credit"), .money),
      ] + layout.runningColumns + [
        Column("commodity", Phrase("币种", "Commodity")), Column("voucher", Phrase("凭证", "Voucher"), .integer),
      ])
  }

  /// Takes in what stood before the period.
  mutating func open(_ movement: Movement) throws(Diagnostic) {
    try balances.add(movement.opening, of: movement.commodity)
  }

  /// Takes in a posting before the period.
  mutating func open(_ posting: Posting) throws(Diagnostic) { try balances.add(posting.amount, of: posting.commodity) }

  /// Takes in a posting of the year before the period: months and years are added up from their first day, not from
  /// that of the period.
  mutating func carry(_ row: PostingRow) throws(Diagnostic) {
    try turn(to: row.day.month)
    try count(row.posting)
  }

  /// Shows the opening balance of each commodity.
  mutating func showOpening(on day: Day) {
    for (id, sum) in balances.sorted {
      table.add(
        .day(day), .empty, .phrase(Phrase("期初余额", "Opening balance")), .empty, .empty, .empty,
        RegisterLines.side(of: sum), .money(RegisterLines.size(of: sum), register[id]), .text(register[id].code),
        .empty)
    }
  }

  /// Adds one posting.
  ///
  /// - Parameter label: what stands in the place of its account; nil for the account.
  mutating func add(_ row: PostingRow, label: Cell? = nil) throws(Diagnostic) {
    // Opening balances are no turnover of their month and year.
    let isTurnover = hasMonthTotals && !row.isOpening
    if isTurnover { try turn(to: row.day.month) }
    let posting = row.posting
    let commodity = register[posting.commodity]
    try balances.add(posting.amount, of: posting.commodity)
    if isTurnover {
      try count(posting)
      showsMonth = true
    }
    let balance = balances[posting.commodity]
    count += 1
    // Straight into the packed rows: a book may have millions of these lines.
    table.rows.beginRow()
    table.rows.add(.day(row.day))
    table.rows.add(text: row.type.prefix, number: row.number)
    table.rows.add(text: row.narration)
    if let label { table.rows.add(label) } else { table.rows.add(text: register[posting.account].name(depth: layout.depth)) }
    table.rows.add(posting.side == .debit ? .money(posting.debit, commodity) : .empty)
    table.rows.add(posting.side == .credit ? .money(posting.credit, commodity) : .empty)
    if layout.hasAverages {
      let average = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try balance.scaled(by: 1, over: count) }
      table.rows.add(.money(average, commodity))
    } else {
      table.rows.add(RegisterLines.side(of: balance))
      table.rows.add(.money(RegisterLines.size(of: balance), commodity))
    }
    table.rows.add(text: commodity.code)
    table.rows.add(.integer(row.voucher))
  }

  /// Draws the totals of the last month.
  mutating func finish() throws(Diagnostic) { if hasMonthTotals { try closeMonth() } }

  private mutating func count(_ posting: Posting) throws(Diagnostic) {
    try ofMonth.debit.add(posting.debit, of: posting.commodity)
    try ofMonth.credit.add(posting.credit, of: posting.commodity)
  }

  /// Closes the month before when a posting of another one comes.
  private mutating func turn(to next: Month) throws(Diagnostic) {
    if month == next { return }
    try closeMonth()
    if month?.year != next.year { ofYear = Turnovers() }
    month = next
  }

  private mutating func closeMonth() throws(Diagnostic) {
    guard let month else { return }
    for (id, sum) in ofMonth.debit.sorted { try ofYear.debit.add(sum, of: id) }
    for (id, sum) in ofMonth.credit.sorted { try ofYear.credit.add(sum, of: id) }
    if showsMonth {
      addTotal(Phrase("本月合计", "Total of the month"), ofMonth, on: month)
      addTotal(Phrase("本年累计", "Year to date"), ofYear, on: month)
    }
    ofMonth = Turnovers()
    showsMonth = false
  }

  private mutating func addTotal(_ label: Phrase, _ sums: Turnovers, on month: Month) {
    for (id, debit) in sums.debit.sorted {
      let commodity = register[id]
      table.add(
        .day(min(month.end, end)), .empty, .phrase(label), .empty, .money(debit, commodity),
        .money(sums.credit[id], commodity),
        RegisterLines.side(of: balances[id]), .money(RegisterLines.size(of: balances[id]), commodity),
        .text(commodity.code), .empty, role: .subtotal)
    }
  }

  /// 借, 贷 or 平.
  static func side(of balance: Int64) -> Cell {
    if balance == 0 { return .code("even", Phrase("平", "even")) }
    return balance > 0 ? .code("debit", Phrase("借", "Dr")) : .code("credit", Phrase("贷", "Cr"))
  }

  /// A balance without its sign, which its side shows.
  static func size(of balance: Int64) -> Int64 { balance < 0 ? 0 &- balance : balance }
}
