import LedgerCore
import Portfolio
import ReportDocument

/// The general ledger (总账): for each account the opening balance and, month by month, turnover, turnover of the year so
/// far, side and balance.
public struct GeneralLedgerReport: Sendable {
  /// Only this book; nil for all four.
  public var book: AccountBook?
  /// Only accounts that match.
  public var accounts: AccountFilter
  /// Only postings that fit.
  public var query = Query.all
  /// Names are cut to so many parts and summed; nil for whole names.
  public var depth: Int?
  /// The two times of the question; its day is the last of the period.
  public var moment: Moment
  /// First day of the period, taken to the beginning of its month unless a query names it; nil for the beginning of the last day's year.
  public var from: Day?

  /// The report with its options.
  public init(
    book: AccountBook? = .fiscal, accounts: AccountFilter = AccountFilter(), depth: Int? = 1,
    moment: Moment = .latest, from: Day? = nil
  ) {
    self.book = book
    self.accounts = accounts
    self.depth = depth
    self.moment = moment
    self.from = from
  }

  /// The ledger as a document, a table for each commodity; columns `month`, `entry` (`opening`, `month` or
  /// `yearToDate`), `debit`, `credit`, `side`, `balance`.
  ///
  /// - Throws: `unknownAccount` when no account matches, the diagnostic of an unknown name, `badUsage` for a period that ends before it begins,
  ///   `sumOverflow`, or what the source throws.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    let plan = try QueryPlan(query, source, moment: self.moment, book: book, accounts: accounts)
    let moment = plan.narrowed(self.moment)
    let asked = try plan.period(source, from: from, moment: moment)
    let isExact = asked.from == .always || asked.from == plan.span.first
    let period = StatementPeriod(
      from: isExact ? asked.from : asked.from.month.start, to: asked.to, knownAt: asked.knownAt)
    let about = accounts.facts + query.facts
    var document = try ReportFrame(source: source, moment: moment, from: period.from, about: about).document(
      "generalLedger", title: Phrase("总账", "General ledger"),
      definitions: [
        Phrase(
          "每月一行合计、一行本年累计；方向为余额的方向：借、贷、平；没有发生额的月份不列",
          "a line of totals and one of the year to date for each month; side is that of the balance; months without "
            + "turnover are left out")
      ] + query.definitions)
    let selected = QueriedMovements(source: source, plan: plan, book: book)
    let view = try GeneralLedgerView(selected, period, depth: depth)
    var blocks: [Block] = []
    for commodity in view.commodities { blocks.append(.table(try table(of: view, commodity, source.register))) }
    document.sections = [Section("generalLedger", blocks: blocks)]
    if document.tables.allSatisfy({ $0.rows.isEmpty }) { document.notes.append(.nothingToShow) }
    return document
  }

  private func table(
    of view: GeneralLedgerView, _ id: CommodityID, _ register: Register
  ) throws(Diagnostic) -> Table {
    let commodity = register[id]
    let isBase = id == register.baseID
    var table = Table(
      isBase ? "generalLedger" : "generalLedger" + commodity.code, title: isBase ? .none : .plain(commodity.code),
      columns: [
        Column("month", Phrase("月份", "Month")), Column("entry", Phrase("摘要", "Entry")),
        Column("debit", Phrase("借方", "Debit"), .money), Column("credit", Phrase("贷方", "Credit"), .money),
        Column("side", Phrase("方向", "Side")), Column("balance", Phrase("余额", "Balance"), .money),
      ])
    func add(_ month: Cell, _ entry: Cell, _ debit: Cell, _ credit: Cell, _ balance: Int64) {
      table.rows.append(
        Row(
          [
            month, entry, debit, credit, RegisterLines.side(of: balance),
            .money(RegisterLines.size(of: balance), commodity),
          ]))
    }
    for page in try view.pages(of: id) {
      table.rows.append(Row([.code(page.name, .plain(page.heading))], role: .header))
      add(
        .text(view.period.from == .always ? "" : view.period.from.month.description),
        .code("opening", Phrase("期初余额", "Opening balance")), .empty, .empty, page.opening)
      for line in page.lines {
        let month = Cell.text(line.month.description)
        add(
          month, .code("month", Phrase("本月合计", "Total of the month")), .money(line.debit, commodity),
          .money(line.credit, commodity), line.balance)
        add(
          month, .code("yearToDate", Phrase("本年累计", "Year to date")), .money(line.yearDebit, commodity),
          .money(line.yearCredit, commodity), line.balance)
      }
    }
    return table
  }
}
