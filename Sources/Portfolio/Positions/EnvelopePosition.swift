import LedgerCore

/// How one budget envelope stands: the fold of its facts, all in minor units.
public struct EnvelopePosition: Sendable {
  public private(set) var totals = MeasureTotals()
  /// What its money came from: origins are the years in which it was first approved, 0 for the envelope's own.
  public private(set) var sources = SourceLots<Int>()
  /// Change of 可执行指标 by day, ascending.
  private var changes: [(day: Day, amount: Int64)] = []

  /// What is approved and not yet issued, frozen, and paid, by day.
  public private(set) var unissuedByDay = DatedSum()
  public private(set) var frozenByDay = DatedSum()
  public private(set) var paidByDay = DatedSum()

  public init() {}

  /// How a fact changes what may still be spent.
  public static func change(of fact: Fact) -> Int64 {
    switch fact.measure {
    case .issued, .movedIn, .raised, .unfrozen, .carriedIn, .relieved, .refunded, .entryAvailable: fact.amount
    case .movedOut, .reduced, .frozen, .carriedOut, .lapsed, .reserved, .paidFresh, .feeFresh: 0 &- fact.amount
    default: 0
    }
  }

  /// Takes one more fact in; throws when a sum leaves 64 bits.
  public mutating func apply(_ fact: Fact) throws(MoneyOverflow) {
    try totals.add(fact)
    try sources.apply(fact)
    let own = EnvelopePosition.levels(of: fact)
    if own.unissued != 0 { unissuedByDay.add(own.unissued, on: fact.day) }
    if own.frozen != 0 { frozenByDay.add(own.frozen, on: fact.day) }
    if own.paid != 0 { paidByDay.add(own.paid, on: fact.day) }
    let change = EnvelopePosition.change(of: fact)
    if change == 0 { return }
    var index = changes.count
    while index > 0 && changes[index - 1].day > fact.day { index -= 1 }
    if index > 0 && changes[index - 1].day == fact.day {
      changes[index - 1].amount = try changes[index - 1].amount.plus(change)
    } else {
      changes.insert((fact.day, change), at: index)
    }
  }

  /// What a fact changes beside what may be spent, none of which may sink below zero.
  struct Levels {
    var unissued: Int64 = 0
    var frozen: Int64 = 0
    var paid: Int64 = 0
    var signed: Int64 = 0
    var carried: Int64 = 0
    var lapsed: Int64 = 0
  }

  /// How a fact changes what is approved and not yet issued, frozen, paid, signed, carried over and taken back.
  static func levels(of fact: Fact) -> Levels {
    switch fact.measure {
    case .approved, .approvedAbove, .entryUnissued: Levels(unissued: fact.amount)
    case .issued: Levels(unissued: 0 &- fact.amount)
    case .frozen, .entryFrozen: Levels(frozen: fact.amount)
    case .unfrozen: Levels(frozen: 0 &- fact.amount)
    case .paidFresh, .feeFresh, .entryPaid: Levels(paid: fact.amount)
    case .refunded: Levels(paid: 0 &- fact.amount)
    case .reserved, .entrySigned: Levels(signed: fact.amount)
    case .relieved: Levels(signed: 0 &- fact.amount)
    case .carriedOut, .entryCarriedOut: Levels(carried: fact.amount)
    case .lapsed, .entryLapsed: Levels(lapsed: fact.amount)
    default: Levels()
    }
  }

  /// 可执行指标: issued and moved, less signed, paid, frozen, carried and lapsed.
  public var available: Int64 { available(asOf: .never) }

  /// What may still be spent on a day.
  public func available(asOf day: Day) -> Int64 {
    Int64(clamping: changes.reduce(Int128(0)) { $1.day <= day ? $0 + Int128($1.amount) : $0 })
  }

  /// The least that may be spent on any day from one day on: an outlay of that day must not push it below zero.
  public func lowestAvailable(from day: Day) -> Int64 {
    var running: Int128 = 0
    var lowest: Int128?
    for change in changes {
      if change.day > day && lowest == nil { lowest = running }
      running += Int128(change.amount)
      if change.day >= day { lowest = min(lowest ?? running, running) }
    }
    return Int64(clamping: lowest ?? running)
  }

  /// The first day, not before another one, from which on an amount can always be spared; nil when it never can.
  public func firstDay(from day: Day, sparing amount: Int64) -> Day? {
    var level = Int128(available(asOf: day))
    var first: Day? = level >= Int128(amount) ? day : nil
    for change in changes where change.day > day {
      level += Int128(change.amount)
      if level < Int128(amount) { first = nil } else if first == nil { first = change.day }
    }
    return first
  }

  /// Whether money was ever spent from it, even if it came back.
  public var wasSpent: Bool { totals[.paidFresh] != 0 || totals[.feeFresh] != 0 || totals[.entryPaid] != 0 }

  /// 待分配指标: approved and not yet issued.
  public var unissued: Int64 { totals[.approved] + totals[.approvedAbove] - totals[.issued] + totals[.entryUnissued] }

  /// 冻结指标.
  public var frozen: Int64 { totals[.frozen] - totals[.unfrozen] + totals[.entryFrozen] }

  /// 已签约未付.
  public var signedUnpaid: Int64 { totals[.reserved] - totals[.relieved] + totals[.entrySigned] }

  /// 已支付, fees among it, refunds of the same year taken off.
  public var paid: Int64 { totals[.paidFresh] + totals[.feeFresh] + totals[.entryPaid] - totals[.refunded] }
}

extension SourceLots<Int> {
  /// Takes a fact about the envelope in; transfers and carry-overs bring in what `tracedIn` says of them.
  mutating func apply(_ fact: Fact) throws(MoneyOverflow) {
    switch fact.measure {
    case .approved, .approvedAbove, .raised, .tracedIn:
      if fact.reverses == 0 {
        try add(Lot(sequence: fact.sequence, origin: fact.traits.year, amount: fact.amount))
      } else {
        try withdraw(Lot(sequence: fact.reverses, origin: fact.traits.year, amount: try Int64(0).minus(fact.amount)))
      }
    case .paidFresh, .feeFresh, .movedOut, .carriedOut, .reduced, .lapsed, .entryPaid, .entryCarriedOut, .entryLapsed:
      try move(fact.amount)
    case .entrySource:
      let lot = Lot(sequence: fact.reverses == 0 ? fact.sequence : fact.reverses, origin: 0, amount: 0)
      try bring(fact.amount, lot, isReversal: fact.reverses != 0)
    case .refunded: try move(try Int64(0).minus(fact.amount))
    default: break
    }
  }

  /// Out of the envelope, or back into it when below zero.
  private mutating func move(_ amount: Int64) throws(MoneyOverflow) {
    if amount >= 0 { try take(amount) } else { try giveBack(try Int64(0).minus(amount), unknown: 0) }
  }
}

extension SourceLots {
  /// What a plain voucher brings into an envelope from its sources, or takes back to them when below zero.
  ///
  /// - Parameter lot: the event that brings it in, or that a reversal takes back.
  public mutating func bring(_ amount: Int64, _ lot: Lot, isReversal: Bool) throws(MoneyOverflow) {
    var lot = lot
    lot.amount = Int64(clamping: amount.magnitude)
    switch (amount >= 0, isReversal) {
    case (true, false): try add(lot)
    case (false, true): try withdraw(lot)
    case (false, false): try take(lot.amount)
    case (true, true): try giveBack(lot.amount, unknown: lot.origin)
    }
  }
}
