import LedgerCore
import Portfolio

/// What a statement of income and expense is made of, each amount for the period, the year so far and the year before.
struct IncomeStatementView {
  /// How opening net assets become closing ones; minor units, credit positive.
  struct NetAssets {
    let opening: [Int64]
    let surplus: [Int64]
    let closing: [Int64]
    /// What neither the surplus nor bookings on net assets explain.
    let residual: [Int64]
  }

  /// Debits less credits by account, closing vouchers left out.
  let turnover: AccountAmounts
  /// Balances before and after each stretch, closing vouchers in.
  private let opening: AccountAmounts
  private let closing: AccountAmounts

  /// Classes that make up the net assets, results not closed yet among them.
  private static let classes: Set<Account.Class> = [.netAssets, .income, .expense]

  /// Reads the turnover and balances of a book.
  ///
  /// - Throws: `sumOverflow`, or what the source throws.
  init(_ source: any LedgerSource, _ period: StatementPeriod, book: AccountBook) throws(Diagnostic) {
    let empty = AccountAmounts(width: StatementColumns.width, register: source.register)
    var (turnover, opening, closing) = (empty, empty, empty)
    let stretches = [period, period.yearToDate, period.yearToDate.yearBefore]
    for (index, stretch) in stretches.enumerated() {
      for movement in try source.movements(stretch.query(book, leavesOutClosing: true)) {
        try turnover.add(try movement.turnover(), to: index, movement.account, movement.commodity)
      }
      if index > 0 && stretch == stretches[index - 1] {
        // A period from the beginning of the year is the year so far.
        try opening.copy(index - 1, to: index)
        try closing.copy(index - 1, to: index)
        continue
      }
      for movement in try source.movements(stretch.query(book)) {
        let end = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try movement.closing() }
        try opening.add(movement.opening, to: index, movement.account, movement.commodity)
        try closing.add(end, to: index, movement.account, movement.commodity)
      }
    }
    (self.turnover, self.opening, self.closing) = (turnover, opening, closing)
  }

  /// The commodities met, in the order of declaration.
  var commodities: [CommodityID] { Set(turnover.commodities).union(closing.commodities).sorted() }

  /// Income less expense.
  func surplus(of id: CommodityID) throws(Diagnostic) -> [Int64] {
    try turnover.total(of: id, [.income, .expense], sign: -1)
  }

  /// The way from opening to closing net assets.
  func netAssets(of id: CommodityID) throws(Diagnostic) -> NetAssets {
    let opening = try opening.total(of: id, IncomeStatementView.classes, sign: -1)
    let closing = try closing.total(of: id, IncomeStatementView.classes, sign: -1)
    let surplus = try surplus(of: id)
    let direct = try turnover.total(of: id, [.netAssets], sign: -1)
    var residual = closing
    for index in residual.indices {
      for part in [opening[index], surplus[index], direct[index]] { try residual[index].add(0 &- part) }
    }
    return NetAssets(opening: opening, surplus: surplus, closing: closing, residual: residual)
  }
}
