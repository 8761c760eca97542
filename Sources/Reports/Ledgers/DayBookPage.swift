import LedgerCore
import Portfolio
import ReportDocument

/// The day book of one account in one commodity as its lines come in.
struct DayBookPage {
  /// Both turnovers of a stretch of days.
  private struct Turnover {
    var debit: Int64 = 0
    var credit: Int64 = 0

    mutating func add(_ posting: Posting) throws(Diagnostic) {
      try debit.add(posting.debit)
      try credit.add(posting.credit)
    }
  }

  private(set) var table: Table
  private let commodity: Commodity
  private let period: StatementPeriod
  private var balance: Int64
  private var ofDay = Turnover()
  private var ofMonth = Turnover()
  private var ofYear = Turnover()
  private var day: Day?
  /// Whether a line of the present day or month was shown.
  private var showsDay = false
  private var showsMonth = false

  /// A page that begins with a balance.
  init(commodity: Commodity, period: StatementPeriod, opening: Int64) {
    self.commodity = commodity
    self.period = period
    balance = opening
    table = Table(
      "dayBook",
      columns: [
        Column("date", Phrase("日期", "Date"), .day), Column("number", Phrase("凭证号", "No.")),
        Column("narration", Phrase("摘要", "Narration")), Column("counter", Phrase("对方科目", "Other side")),
        Column("debit", Phrase("收入", "Receipts"), .money), Column("credit", Phrase("支出", "Payments"), .money),
        Column("side", Phrase("方向", "Side")), Column("balance", Phrase("余额", "Balance"), .money),
      ])
    let label = Cell.code("opening", Phrase("期初余额", "Opening balance"))
    table.rows.append(
      Row([.day(period.from), .empty, label, .empty, .empty, .empty] + balanceCells, role: .body))
  }

  /// Takes in a line; one before the period counts towards the month and the year alone.
  mutating func add(_ row: PostingRow, counter: String) throws(Diagnostic) {
    try turn(to: row.day)
    try ofMonth.add(row.posting)
    try ofYear.add(row.posting)
    if row.day < period.from { return }
    try ofDay.add(row.posting)
    try balance.add(row.posting.amount)
    (showsDay, showsMonth) = (true, true)
    let posting = row.posting
    table.rows.beginRow()
    table.rows.add(.day(row.day))
    table.rows.add(text: row.type.prefix, number: row.number)
    table.rows.add(text: row.narration)
    table.rows.add(text: counter)
    table.rows.add(posting.side == .debit ? .money(posting.debit, commodity) : .empty)
    table.rows.add(posting.side == .credit ? .money(posting.credit, commodity) : .empty)
    for cell in balanceCells { table.rows.add(cell) }
  }

  /// Draws the totals of the last day and month.
  mutating func finish() throws(Diagnostic) {
    closeDay()
    closeMonth()
  }

  private mutating func turn(to next: Day) throws(Diagnostic) {
    guard let day else {
      self.day = next
      return
    }
    if day == next { return }
    closeDay()
    if day.month != next.month { closeMonth() }
    if day.year != next.year { ofYear = Turnover() }
    self.day = next
  }

  private mutating func closeDay() {
    if showsDay, let day { addTotal("dayTotal", Phrase("本日合计", "Total of the day"), ofDay, on: day) }
    ofDay = Turnover()
    showsDay = false
  }

  private mutating func closeMonth() {
    if showsMonth, let day {
      let last = min(day.month.end, period.to)
      addTotal("monthTotal", Phrase("本月合计", "Total of the month"), ofMonth, on: last)
      addTotal("yearToDate", Phrase("本年累计", "Year to date"), ofYear, on: last)
    }
    ofMonth = Turnover()
    showsMonth = false
  }

  private mutating func addTotal(_ id: String, _ label: Phrase, _ turnover: Turnover, on day: Day) {
    table.rows.append(
      Row(
        [
          .day(day), .empty, .code(id, label), .empty, .money(turnover.debit, commodity),
          .money(turnover.credit, commodity),
        ] + balanceCells, role: .subtotal))
  }

  private var balanceCells: [Cell] {
    [RegisterLines.side(of: balance), .money(RegisterLines.size(of: balance), commodity)]
  }
}
