import LedgerCore

/// Collects postings into movements of a period.
public struct MovementTable {
  private struct Key: Hashable {
    let account: AccountID
    let commodity: CommodityID
    let dimensions: Dimensions
  }

  private let query: MovementQuery
  private var table: [Key: Movement] = [:]

  public init(query: MovementQuery) { self.query = query }

  /// Takes in one posting of a day that the query's moment covers; throws when a sum leaves 64 bits.
  public mutating func add(_ posting: Posting, on day: Day) throws(Diagnostic) {
    try add(
      account: posting.account, commodity: posting.commodity, dimensions: posting.dimensions,
      opening: day < query.from ? posting.amount : 0, debit: day < query.from ? 0 : posting.debit,
      credit: day < query.from ? 0 : posting.credit)
  }

  /// Takes in one posting as a part of the opening balance, whatever its day; throws when a sum leaves 64 bits.
  public mutating func addOpening(_ posting: Posting) throws(Diagnostic) {
    try add(
      account: posting.account, commodity: posting.commodity, dimensions: posting.dimensions, opening: posting.amount,
      debit: 0, credit: 0)
  }

  /// Takes in sums of one account; throws when a sum leaves 64 bits.
  public mutating func add(
    account: AccountID, commodity: CommodityID, dimensions: Dimensions, opening: Int64, debit: Int64, credit: Int64
  ) throws(Diagnostic) {
    let key = Key(
      account: account, commodity: commodity, dimensions: query.isByDimensions ? dimensions : .none)
    do throws(MoneyOverflow) {
      var row = table[key] ?? Movement(account: account, commodity: commodity, dimensions: key.dimensions)
      row.opening = try row.opening.plus(opening)
      row.debit = try row.debit.plus(debit)
      row.credit = try row.credit.plus(credit)
      table[key] = row
    } catch {
      throw Diagnostic.sumOverflow
    }
  }

  /// What stands after the period, what is zero left out; in no order.
  ///
  /// - Throws: `sumOverflow` when a balance leaves 64 bits.
  public var balances: [StandingBalance] {
    get throws(Diagnostic) {
      var found: [StandingBalance] = []
      for row in table.values {
        let amount: Int64
        do throws(MoneyOverflow) { amount = try row.closing() } catch {
          throw Diagnostic.sumOverflow
        }
        if amount == 0 { continue }
        found.append(
          StandingBalance(
            account: row.account, commodity: row.commodity, dimensions: row.dimensions, amount: amount))
      }
      return found
    }
  }

  /// The movements by account, commodity and dimensions, rows that are zero throughout left out.
  public var rows: [Movement] {
    table.values.filter { $0.opening != 0 || $0.debit != 0 || $0.credit != 0 }.sorted { left, right in
      if left.account != right.account { return left.account < right.account }
      if left.commodity != right.commodity { return left.commodity < right.commodity }
      let a = left.dimensions
      let b = right.dimensions
      return (a.programme, a.envelope, a.deal, a.party, a.holder) < (b.programme, b.envelope, b.deal, b.party, b.holder)
    }
  }
}
