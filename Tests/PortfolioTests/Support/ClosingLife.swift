import LedgerCore
import RandomEvents

@testable import Portfolio

/// A random life in which periods are closed and reopened, with what was closed kept aside to compare.
struct ClosingLife {
  /// What became of one step.
  enum Step {
    case recorded, closed, reopened
    case refused(DiagnosticCode)
  }

  private(set) var books: Books
  private var life: RandomLife
  /// The turnovers of every closed month by book, as they were when it was closed.
  private var sealed: [AccountBook: [BalanceTable.Key: BalanceTable.Turnover]] = [:]
  /// Balances of the books before each closing that stands, by its place in the chain.
  private var before: [Int64: [AccountBook: [StandingBalance]]] = [:]
  private var lastFault: String?

  init(seed: UInt64) throws {
    life = RandomLife(seed: seed)
    books = try Books("")
  }

  /// Records one more event, a closing or a reopening now and then.
  mutating func step() throws -> Step {
    let choice = Int.random(in: 0..<20, using: &life.random)
    if choice == 0 { return try close() }
    if choice == 1, Bool.random(using: &life.random) { return try reopen() }
    if let refusal = books.record(life.line(after: books.events.count)) { return .refused(refusal.code) }
    return .recorded
  }

  /// What is wrong: a closed month that changed, or what closing and reopening should have done and did not.
  func fault() throws -> String? {
    if let lastFault { return lastFault }
    for (book, turnovers) in sealed where closed(book) != turnovers {
      return "a closed month of the \(book) book changed"
    }
    return nil
  }

  /// A month at the end of which a book is out of balance.
  func unbalancedMonth() throws -> String? {
    for book in AccountBook.allCases {
      for month in try books.ledger.activeMonths(of: book) {
        let sum = try books.ledger.balances(of: book, through: month).reduce(Int128(0)) { $0 + Int128($1.amount) }
        if sum != 0 { return "\(book) \(month): \(sum)" }
      }
    }
    return nil
  }

  private mutating func close() throws -> Step {
    let named = AccountBook.allCases.randomElement(using: &life.random) ?? .fiscal
    let isAll = Bool.random(using: &life.random)
    let next = books.ledger.register.periods.lastMonth(of: named)?.advanced(by: 1) ?? Month(year: 2022, month: 1)
    let isYear = Int.random(in: 0..<3, using: &life.random) == 0
    let period = isYear ? "\(next.year)" : next.advanced(by: Int.random(in: 0...4, using: &life.random)).description
    let standing = try balances()
    let refusal = books.record("2024-06-30 close \(period)\(isAll ? "" : " book:\(named.name)") key:结\(books.events.count)\n")
    if let refusal { return .refused(refusal.code) }
    for change in books.ledger.register.periods.changes where change.sequence == books.events.last?.sequence {
      before[change.sequence, default: [:]][change.book] = standing[change.book]
      if isYear { try expectNoResults(change.book, next.year) }
    }
    keepSealed()
    return .closed
  }

  private mutating func reopen() throws -> Step {
    let periods = books.ledger.register.periods
    let closings = AccountBook.allCases.flatMap { book in periods.closings(of: book).suffix(1).map { (book, $0) } }
    guard let (book, closing) = closings.randomElement(using: &life.random) else { return .recorded }
    let one = Bool.random(using: &life.random) ? " book:\(book.name)" : ""
    let count = books.events.count
    let refusal = books.record("2024-06-30 reopen \(closing.period)\(one) reason:错 by:王 key:开\(count)\n")
    if let refusal { return .refused(refusal.code) }
    let undone = books.ledger.register.periods.changes.filter { $0.sequence == books.events.last?.sequence }
    let original = closing.sequence == Int64(count)
    for change in undone where original {
      // Nothing came between: the balances are those from before the closing.
      // A book that another event closed for the same period has its own balances from before.
      guard let was = before[closing.sequence]?[change.book] else { continue }
      let now = try balances()[change.book] ?? []
      if ClosingLife.sorted(was) != ClosingLife.sorted(now) { lastFault = "reopening \(change.period) restored something else" }
    }
    try expectNetClosings(undone.map(\.book))
    keepSealed()
    return .reopened
  }

  /// After a reopening the closing vouchers of the reopened year come to nothing in each of its books.
  private mutating func expectNetClosings(_ reopened: [AccountBook]) throws {
    for book in reopened {
      let years = books.ledger.register.periods.closings(of: book).compactMap { closing -> Int? in
        if case .year(let year) = closing.period { year } else { nil }
      }
      var sums: [StandingBalance: Int128] = [:]
      for voucher in books.events.flatMap(\.vouchers) where voucher.rule == "close" && voucher.book == book {
        if years.contains(voucher.day.year) { continue }
        for posting in voucher.postings {
          let place = StandingBalance(
            account: posting.account, commodity: posting.commodity, dimensions: posting.dimensions, amount: 0)
          sums[place, default: 0] += Int128(posting.amount)
        }
      }
      if sums.values.contains(where: { $0 != 0 }) { lastFault = "closing vouchers of a reopened year stand in \(book)" }
    }
  }

  /// A closed year leaves nothing on income, expense and used quotas, by any dimension.
  private mutating func expectNoResults(_ book: AccountBook, _ year: Int) throws {
    let register = books.ledger.register
    let used = ["本期盈余", "以前年度盈余调整", "已支付", "结转"]
    for balance in try books.ledger.balances(of: book, through: Month(year: year, month: 12)) {
      let account = register[balance.account]
      let envelope = balance.dimensions.envelope
      if book == .quota, !envelope.isNone, register[envelope].year > year { continue }
      let isResult = [.income, .expense].contains(account.accountClass) || used.contains(account.name)
      if isResult { lastFault = "\(account.name) holds \(balance.amount) after the close of \(year)" }
    }
  }

  private mutating func keepSealed() {
    for book in AccountBook.allCases { sealed[book] = closed(book) }
  }

  private func closed(_ book: AccountBook) -> [BalanceTable.Key: BalanceTable.Turnover] {
    guard let last = books.ledger.register.periods.lastMonth(of: book) else { return [:] }
    return books.ledger.balances.turnovers.filter { key, _ in
      key.month <= last && books.ledger.register[key.account].book == book
    }
  }

  private func balances() throws -> [AccountBook: [StandingBalance]] {
    var found: [AccountBook: [StandingBalance]] = [:]
    for book in AccountBook.allCases {
      found[book] = try books.ledger.balances(of: book, through: Month(year: 2999, month: 12))
    }
    return found
  }

  private static func sorted(_ balances: [StandingBalance]) -> [String] { balances.map { "\($0)" }.sorted() }
}
