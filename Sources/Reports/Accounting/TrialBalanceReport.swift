import LedgerCore
import Portfolio
import ReportDocument

/// The trial balance (科目余额表): opening, turnover and closing of each account by side, book by book.
///
/// Openings and closings stand in the column of their side, so that every column foots and debits equal credits.
public struct TrialBalanceReport: Sendable {
  /// Only this book; nil for all four, a table each.
  public var book: AccountBook?
  /// Only accounts that match; debits and credits of a selection need not agree.
  public var accounts: AccountFilter
  /// Names are cut to so many parts and summed; nil for whole names.
  public var depth: Int?
  /// The two times of the question; its day is the last of the period.
  public var moment: Moment
  /// First day of the period.
  public var from: Day

  public init(
    book: AccountBook? = .fiscal, accounts: AccountFilter = AccountFilter(), depth: Int? = nil,
    moment: Moment = .latest, from: Day = .always
  ) {
    self.book = book
    self.accounts = accounts
    self.depth = depth
    self.moment = moment
    self.from = from
  }

  /// The trial balance as a document, one section a book.
  ///
  /// - Throws: `unknownAccount` when no account matches, `sumOverflow`, or what the source throws.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    var document = try ReportFrame(source: source, moment: moment, from: from).document(
      "trialBalance", title: Phrase("科目余额表", "Trial balance"),
      definitions: [
        Phrase("期初、期末余额列于其方向所在栏；红字发生额为负数", "a balance stands on its side; red entries are negative turnover")
      ])
    let wanted = try accounts.accounts(in: source.register, book: book)
    let books = book.map { [$0] } ?? AccountBook.allCases
    for book in books {
      let lines = try lines(of: source, book: book, wanted: wanted)
      if lines.isEmpty && books.count > 1 { continue }
      let table = try table(of: lines, book: book, register: source.register)
      document.sections.append(Section(book.name, title: book.phrase, blocks: [.table(table)]))
    }
    if document.tables.allSatisfy(\.rows.isEmpty) { document.notes.append(.nothingToShow) }
    return document
  }

  /// One printed line, amounts in minor units.
  struct Line {
    let code: String
    let account: String
    let commodity: CommodityID
    var opening: Int64
    var debit: Int64
    var credit: Int64
  }

  private func lines(
    of source: any LedgerSource, book: AccountBook, wanted: Set<AccountID>?
  ) throws(Diagnostic) -> [Line] {
    let register = source.register
    let query = MovementQuery(moment: moment, from: from, book: book)
    let rows = try AccountMovements(source, query, wanted: wanted).rows
    var lines: [Line] = []
    var places: [String: Int] = [:]
    for (account, movement) in rows {
      let name = account.name(depth: depth)
      let key = "\(movement.commodity.rawValue) \(name)"
      if let place = places[key] {
        try lines[place].opening.add(movement.opening)
        try lines[place].debit.add(movement.debit)
        try lines[place].credit.add(movement.credit)
      } else {
        places[key] = lines.count
        let code = name == account.name ? account.code : register.account(named: name)?.code ?? ""
        lines.append(
          Line(
            code: code, account: name, commodity: movement.commodity, opening: movement.opening,
            debit: movement.debit, credit: movement.credit))
      }
    }
    return lines
  }

  private func table(of lines: [Line], book: AccountBook, register: Register) throws(Diagnostic) -> Table {
    var table = Table(
      "trialBalance" + book.name.prefix(1).uppercased() + book.name.dropFirst(),
      columns: [
        Column("account", Phrase("科目", "Account")), Column("code", Phrase("代码", "Code")),
        Column("commodity", Phrase("币种", "Commodity")),
        Column("openingDebit", Phrase("期初借方", "Opening Dr"), .money),
        Column("openingCredit", Phrase("期初贷方", "Opening Cr"), .money),
        Column("debit", Phrase("本期借方", "Debit"), .money), Column("credit", Phrase("本期贷方", "Credit"), .money),
        Column("closingDebit", Phrase("期末借方", "Closing Dr"), .money),
        Column("closingCredit", Phrase("期末贷方", "Closing Cr"), .money),
      ])
    var totals = Array(repeating: CommoditySums(), count: 6)
    for line in lines {
      let closing = try Diagnostic.onOverflow { () throws(MoneyOverflow) in
        try line.opening.plus(try line.debit.minus(line.credit))
      }
      let amounts = [
        max(line.opening, 0), 0 &- min(line.opening, 0), line.debit, line.credit, max(closing, 0),
        0 &- min(closing, 0),
      ]
      for (index, amount) in amounts.enumerated() { try totals[index].add(amount, of: line.commodity) }
      let commodity = register[line.commodity]
      let cells = amounts.map { $0 == 0 ? Cell.empty : .money($0, commodity) }
      table.rows.append(Row([.text(line.account), .text(line.code), .text(commodity.code)] + cells))
    }
    for (id, _) in totals[0].sorted {
      let commodity = register[id]
      let cells = totals.map { Cell.money($0[id], commodity) }
      table.rows.append(Row([.phrase(.total), .empty, .text(commodity.code)] + cells, role: .total))
    }
    return table
  }
}
