import LedgerCore

/// Makes the vouchers of a year end in one book out of its balances, transfer by transfer.
struct CarryForward {
  let register: Register
  let year: Int
  /// What stands on the book's accounts; transfers made are in it.
  private(set) var balances: [Place: Int64] = [:]

  /// Where an amount stands.
  struct Place: Hashable {
    let account: AccountID
    let commodity: CommodityID
    let dimensions: Dimensions
  }

  init(_ standing: [StandingBalance], of year: Int, _ register: Register) throws(MoneyOverflow) {
    self.register = register
    self.year = year
    for balance in standing {
      let place = Place(account: balance.account, commodity: balance.commodity, dimensions: balance.dimensions)
      balances[place] = try (balances[place] ?? 0).plus(balance.amount)
    }
  }

  /// The voucher of a transfer; nil when nothing stands on its accounts.
  mutating func voucher(of transfer: YearEndTransfer, to target: AccountID) throws(MoneyOverflow) -> Voucher? {
    let taken = Set(register.accounts.filter(transfer.takes).map(\.id))
    let sources = balances.filter { place, amount in
      amount != 0 && taken.contains(place.account) && (!transfer.isOfBudgetYear || isDue(place.dimensions.envelope))
    }
    if sources.isEmpty { return nil }
    var received: [Place: Int64] = [:]
    var postings: [Posting] = []
    for place in PlaceOrder(register).sorted(sources.keys) {
      guard let amount = sources[place] else { continue }
      postings.append(CarryForward.posting(try Int64(0).minus(amount), place))
      balances[place] = nil
      let to = Place(
        account: target, commodity: place.commodity, dimensions: transfer.kept(place.dimensions))
      received[to] = try (received[to] ?? 0).plus(amount)
    }
    for place in PlaceOrder(register).sorted(received.keys) {
      guard let amount = received[place], amount != 0 else { continue }
      postings.append(CarryForward.posting(amount, place))
      balances[place] = try (balances[place] ?? 0).plus(amount)
    }
    return Voucher(
      book: transfer.book, day: .end(ofYear: year), rule: YearEndTransfer.rule,
      narration: "\(year) 年末结转 \(transfer.id)：\(transfer.title)", postings: postings)
  }

  /// What is left on envelopes of the year and of earlier ones, on other accounts than those that received something.
  func remaining(besides targets: Set<AccountID>) -> [(envelope: EnvelopeID, account: AccountID, amount: Int64)] {
    var sums: [Place: Int64] = [:]
    for (place, amount) in balances where !place.dimensions.envelope.isNone && isDue(place.dimensions.envelope) {
      if targets.contains(place.account) || place.commodity != register.baseID { continue }
      let key = Place(
        account: place.account, commodity: place.commodity,
        dimensions: Dimensions(envelope: place.dimensions.envelope))
      sums[key] = Int64(clamping: Int128(sums[key] ?? 0) + Int128(amount))
    }
    return PlaceOrder(register).sorted(sums.filter { $0.value != 0 }.keys).map {
      ($0.dimensions.envelope, $0.account, sums[$0] ?? 0)
    }
  }

  /// Whether an envelope's budget year is over with the year; what names no envelope belongs to the year.
  private func isDue(_ envelope: EnvelopeID) -> Bool { envelope.isNone || register[envelope].year <= year }

  private static func posting(_ amount: Int64, _ place: Place) -> Posting {
    Posting(
      account: place.account, side: amount < 0 ? .credit : .debit, amount: amount, commodity: place.commodity,
      dimensions: place.dimensions)
  }
}
