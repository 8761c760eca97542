import LedgerCore
import Portfolio
import ReportDocument

/// Balances by account and commodity (科目余额), debit positive.
public struct BalanceReport: Sendable {
  /// Only this book; nil for all four.
  public var book: AccountBook?
  /// Only accounts that match.
  public var accounts: AccountFilter
  /// Names are cut to so many parts and summed; nil for whole names.
  public var depth: Int?
  /// The two times of the question.
  public var moment: Moment
  /// With a first day, what changed from then on; without, the balance.
  public var from: Day
  /// Whether accounts that moved but hold nothing are shown.
  public var showsZero: Bool

  public init(
    book: AccountBook? = .fiscal, accounts: AccountFilter = AccountFilter(), depth: Int? = nil,
    moment: Moment = .latest, from: Day = .always, showsZero: Bool = false
  ) {
    self.book = book
    self.accounts = accounts
    self.depth = depth
    self.moment = moment
    self.from = from
    self.showsZero = showsZero
  }

  /// The balances as a document; columns `account`, `commodity`, `balance`.
  ///
  /// - Throws: `unknownAccount` when no account matches, `sumOverflow`, or what the source throws.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    let isChange = from != .always
    var document = try ReportFrame(source: source, moment: moment, from: isChange ? from : nil).document(
      "balance", title: isChange ? Phrase("科目发生净额", "Net changes") : Phrase("科目余额", "Balances"),
      definitions: [
        isChange
          ? Phrase("期间借方减贷方，借方为正", "debits less credits of the period, debit positive")
          : Phrase("余额以借方为正，贷方为负", "balances are debit positive, credit negative")
      ])
    var table = Table(
      "balance",
      columns: [
        Column("account", Phrase("科目", "Account")), Column("commodity", Phrase("币种", "Commodity")),
        Column("balance", Phrase("余额", "Balance"), .money),
      ])
    var totals = CommoditySums()
    for line in try lines(of: source) {
      let commodity = source.register[line.commodity]
      try totals.add(line.balance, of: line.commodity)
      table.add(.text(line.account), .text(commodity.code), .money(line.balance, commodity))
    }
    for (id, sum) in totals.sorted {
      let commodity = source.register[id]
      table.add(.phrase(.total), .text(commodity.code), .money(sum, commodity), role: .total)
    }
    document.sections = [Section("balance", blocks: [.table(table)])]
    if table.rows.isEmpty { document.notes.append(.nothingToShow) }
    return document
  }

  /// One printed line.
  private struct Line {
    let account: String
    let commodity: CommodityID
    var balance: Int64
  }

  /// What two accounts cut to the same name share.
  private struct Key: Hashable {
    let account: String
    let commodity: CommodityID
  }

  private func lines(of source: any LedgerSource) throws(Diagnostic) -> [Line] {
    let register = source.register
    let wanted = try accounts.accounts(in: register, book: book)
    let query = MovementQuery(moment: moment, from: from, book: book)
    let rows = try AccountMovements(source, query, wanted: wanted).rows
    var lines: [Line] = []
    var places: [Key: Int] = [:]
    for (account, movement) in rows {
      var amount = try Diagnostic.onOverflow { () throws(MoneyOverflow) in try movement.closing() }
      if from != .always { try amount.add(0 &- movement.opening) }
      let key = Key(account: account.name(depth: depth), commodity: movement.commodity)
      if let place = places[key] {
        try lines[place].balance.add(amount)
      } else {
        places[key] = lines.count
        lines.append(Line(account: key.account, commodity: key.commodity, balance: amount))
      }
    }
    return showsZero ? lines : lines.filter { $0.balance != 0 }
  }
}
