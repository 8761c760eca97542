import FundLedger

/// Balances of a set of books by account name and commodity, in minor units, debit positive; zero ones are left out.
struct SampleBalances: Equatable {
  private(set) var amounts: [String: Int64] = [:]

  /// The balances at the end of a day.
  init(of source: any LedgerSource, asOf day: Day = .never) throws {
    for movement in try source.movements(MovementQuery(moment: Moment(asOf: day))) {
      let closing = try movement.closing()
      let register = source.register
      if closing == 0 { continue }
      amounts["\(register[movement.account].name) \(register[movement.commodity].code)"] = closing
    }
  }

  /// The balance of an account in yuan and fen as text, such as `1,250.00`.
  subscript(account: String) -> String { DecimalText.format(amounts["\(account) CNY"] ?? 0, scale: 2, grouped: true) }
}
