import LedgerCore
import Portfolio
import ReportDocument

/// What a balance sheet is made of: balances at the beginning of a year and at the end of a period, by class.
struct BalanceSheetView {
  /// Both amounts of a line that no account stands for.
  struct Result {
    let id: String
    let label: Phrase
    let amounts: [Int64]
  }

  /// The sheet in one commodity; amounts are [opening, closing], positive on the side of their class.
  struct Side {
    let assets: [AccountTree.Line]
    let liabilities: [AccountTree.Line]
    let netAssets: [AccountTree.Line]
    /// Income less expense that is not closed yet: of the year, and of years before it.
    let results: [Result]
    let totalAssets: [Int64]
    let totalLiabilities: [Int64]
    let totalNetAssets: [Int64]
    /// What is lacking to balance: amounts on accounts that belong to no class of the sheet.
    let residual: [Int64]
  }

  private var balances: AccountAmounts
  /// Turnover of income and expense by commodity: what was earned this year and is not closed.
  private var earned = CommoditySums()
  /// The same of years before.
  private var earnedBefore = CommoditySums()

  /// Reads the balances of a book.
  ///
  /// - Throws: `sumOverflow`, or what the source throws.
  init(_ source: any LedgerSource, _ year: StatementPeriod, book: AccountBook) throws(Diagnostic) {
    let register = source.register
    balances = AccountAmounts(width: 2, register: register)
    for movement in try source.movements(year.query(book)) {
      let closing = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try movement.closing() }
      try balances.add(movement.opening, to: 0, movement.account, movement.commodity)
      try balances.add(closing, to: 1, movement.account, movement.commodity)
      let accountClass = register[movement.account].accountClass
      guard accountClass == .income || accountClass == .expense else { continue }
      try earnedBefore.add(0 &- movement.opening, of: movement.commodity)
      try earned.add(try movement.turnover(), of: movement.commodity)
    }
  }

  /// The commodities that the book holds.
  var commodities: [CommodityID] { balances.commodities }

  /// The sheet in one commodity.
  func side(of id: CommodityID, depth: Int?) throws(Diagnostic) -> Side {
    let assets = try balances.total(of: id, [.asset])
    let liabilities = try balances.total(of: id, [.liability], sign: -1)
    let netAssets = try balances.total(of: id, [.netAssets, .income, .expense], sign: -1)
    let residual = try balances.total(of: id, [.memo], sign: -1)
    let before = earnedBefore[id]
    let results = [
      Result(
        id: "resultOfYear", label: Phrase("本年盈余（未结转）", "Surplus of the year, not closed"),
        amounts: [0, 0 &- earned[id]]),
      Result(
        id: "resultOfEarlierYears", label: Phrase("以前年度盈余（未结转）", "Surplus of earlier years, not closed"),
        amounts: [before, before]),
    ]
    return Side(
      assets: try balances.tree(of: id, [.asset], depth: depth).lines,
      liabilities: try balances.tree(of: id, [.liability], depth: depth, sign: -1).lines,
      netAssets: try balances.tree(of: id, [.netAssets], depth: depth, sign: -1).lines, results: results,
      totalAssets: assets, totalLiabilities: liabilities, totalNetAssets: netAssets, residual: residual)
  }
}

extension Movement {
  /// Debits less credits of the period; throws when they leave 64 bits.
  func turnover() throws(Diagnostic) -> Int64 {
    try Diagnostic.onOverflow { () throws(MoneyOverflow) in try debit.minus(credit) }
  }
}
