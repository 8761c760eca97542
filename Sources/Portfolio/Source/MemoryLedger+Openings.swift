import LedgerCore

/// Which vouchers held in memory are opening balances.
struct MemoryOpenings {
  /// The days of `opening` events.
  private let days: Set<Day>
  /// Events with opening vouchers, plain ones that state the other balances, and those that reverse either.
  private let events: Set<Int64>

  fileprivate init(days: Set<Day>, events: Set<Int64>) {
    self.days = days
    self.events = events
  }

  /// Whether a voucher without the rule `opening` is one all the same.
  func opensBooks(_ voucher: MemoryVoucher) -> Bool {
    if events.isEmpty || (voucher.rule != Voucher.entryRule && voucher.rule != Voucher.redRule) { return false }
    return days.contains(voucher.day) && events.contains(voucher.sequence)
  }

  /// Whether a voucher is an opening balance.
  func contains(_ voucher: MemoryVoucher) -> Bool { voucher.rule == Voucher.openingRule || opensBooks(voucher) }
}

extension MemoryLedger {
  /// The opening balances that were known at a place in the chain.
  func openings(knownAt last: Int64) -> MemoryOpenings {
    var days: Set<Day> = []
    var events: Set<Int64> = []
    for voucher in openingVouchers where voucher.sequence <= last {
      days.insert(voucher.day)
      events.insert(voucher.sequence)
    }
    if days.isEmpty { return MemoryOpenings(days: [], events: []) }
    var plain = PlainOpenings()
    var beginnings: [AccountBook: Day] = [:]
    for voucher in vouchers where voucher.sequence <= last {
      beginnings[voucher.book] = min(beginnings[voucher.book] ?? .never, voucher.day)
      guard voucher.rule == Voucher.entryRule, days.contains(voucher.day) else { continue }
      for posting in postings[voucher.first..<voucher.first + voucher.count] {
        plain.add(voucher.sequence, on: voucher.day, posting.account)
      }
    }
    events.formUnion(plain.found(register, beginnings: beginnings))
    for event in events {
      if let reversal = reversals[event], reversal <= last { events.insert(reversal) }
    }
    return MemoryOpenings(days: days, events: events)
  }
}
