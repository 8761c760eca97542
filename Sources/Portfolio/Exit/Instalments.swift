import LedgerCore

/// The payments into a deal with what is left of each on a day, folded from the deal's facts.
///
/// What was taken out goes off all payments alike (average cost), unless the exit names one (specific cost). Dividends
/// belong to the payments that were held when they were received. Refunds go off the latest payment of their envelope.
/// A reversal counts from its own day on: what an exit had taken comes back to where it was taken from. Whatever the order
/// of recording, the payments add up to the cost that is held.
public struct Instalments: Sendable {
  /// Payments of which something is left, by day.
  public private(set) var lots: [Instalment] = []
  /// Days of the payments that were not reversed, by the event.
  private var paymentDays: [Int64: Day] = [:]
  /// What each event took off.
  private var takenBy: [Int64: [Instalment]] = [:]

  /// The day of the first payment ever; `never` before one.
  public var firstPaid: Day { paymentDays.values.min() ?? .never }

  /// Folds the facts of one deal up to the end of a day.
  public init(_ facts: [Fact], on day: Day = .never) {
    let known = facts.filter { $0.day <= day }.sorted { ($0.day, $0.sequence) < ($1.day, $1.sequence) }
    var since: [Int64: Day] = [:]
    var sold: [Int64: Int64] = [:]
    for fact in known where fact.reverses == 0 {
      if fact.measure == .openingSince { since[fact.sequence] = Day(number: Int32(clamping: fact.amount)) }
      if fact.measure == .instalmentSold { sold[fact.sequence] = fact.amount }
    }
    var cost: Int64 = 0
    for fact in known {
      let isReversal = fact.reverses != 0
      switch fact.measure {
      case .paidFresh, .paidRecycled, .handedIn, .openingCost:
        if isReversal { takeBack(fact) } else { pay(fact, on: since[fact.sequence] ?? fact.day) }
      case .refunded where !isReversal: takenBy[fact.sequence] = refund(fact.amount, of: fact.dimensions.envelope)
      case .costOut where !isReversal: takenBy[fact.sequence] = take(fact.amount, of: sold[fact.sequence])
      case .refunded, .costOut: giveBack(takenBy[fact.reverses] ?? [])
      case .correctedCost: add(fact.amount, to: \.principal)
      case .receivedTreasury, .receivedHolder: add(fact.amount, to: \.dividends)
      default: break
      }
      lots.removeAll { $0.principal <= 0 }
      for change in DealLevel.changes(by: fact.measure) where change.level == .cost {
        cost &+= change.sign &* fact.amount
        settle(max(0, cost), by: fact)
      }
    }
  }

  /// Brings the payments to the cost held, where events of one day or recorded late took more than a payment had.
  private mutating func settle(_ cost: Int64, by fact: Fact) {
    let missing = cost &- principal
    if missing < 0 {
      _ = take(0 &- missing)
    } else if missing > 0 && lots.isEmpty {
      insert(Instalment(event: fact.sequence, day: fact.day, principal: missing))
    } else if missing > 0 {
      add(missing, to: \.principal)
    }
  }

  /// What is left of all payments.
  public var principal: Int64 { lots.reduce(0) { $0 &+ $1.principal } }

  /// Takes an amount at cost off one payment, or off all alike.
  ///
  /// - Returns: what was taken of each, with the dividends that go with it; less than asked when less is left.
  public mutating func take(_ amount: Int64, of event: Int64? = nil) -> [Instalment] {
    let weights = lots.map { event == nil || $0.event == event ? $0.principal : 0 }
    let parts = Instalments.apportion(min(amount, Instalments.sum(weights)), over: weights)
    var taken: [Instalment] = []
    for (index, part) in parts.enumerated() where part > 0 {
      let lot = lots[index]
      // The dividends of a lot are less than 2⁶³, and the part is at most the whole.
      let dividends = Instalments.apportion(lot.dividends, over: [part, lot.principal - part]).first ?? 0
      taken.append(
        Instalment(event: lot.event, day: lot.day, envelope: lot.envelope, principal: part, dividends: dividends))
      lots[index].principal -= part
      lots[index].dividends -= dividends
    }
    lots.removeAll { $0.principal <= 0 }
    return taken
  }

  private mutating func pay(_ fact: Fact, on day: Day) {
    if fact.amount <= 0 { return }
    paymentDays[fact.sequence] = day
    insert(Instalment(event: fact.sequence, day: day, envelope: fact.dimensions.envelope, principal: fact.amount))
  }

  private mutating func insert(_ lot: Instalment) {
    lots.insert(lot, at: lots.firstIndex { ($0.day, $0.event) > (lot.day, lot.event) } ?? lots.count)
  }

  /// A payment that was reversed: what is left of it goes, what was sold of it since goes off the others.
  private mutating func takeBack(_ fact: Fact) {
    paymentDays[fact.reverses] = nil
    _ = take(0 &- fact.amount, of: fact.reverses)
  }

  /// What an event that was reversed had taken.
  private mutating func giveBack(_ taken: [Instalment]) {
    for piece in taken {
      if let index = lots.firstIndex(where: { $0.event == piece.event }) {
        lots[index].principal &+= piece.principal
        lots[index].dividends &+= piece.dividends
      } else {
        insert(piece)
      }
    }
  }

  private mutating func refund(_ amount: Int64, of envelope: EnvelopeID) -> [Instalment] {
    var left = amount
    var taken: [Instalment] = []
    for isOwn in [true, false] {
      for lot in lots.reversed() where (lot.envelope == envelope) == isOwn && left > 0 {
        taken += take(min(left, lot.principal), of: lot.event)
        left -= min(left, lot.principal)
      }
    }
    return taken
  }

  private mutating func add(_ amount: Int64, to member: WritableKeyPath<Instalment, Int64>) {
    let parts = Instalments.apportion(amount, over: lots.map(\.principal))
    for (index, part) in parts.enumerated() { lots[index][keyPath: member] &+= part }
  }

  /// Parts of an amount in proportion to weights, none below zero; each running sum is rounded half up, so that the
  /// parts add up to the amount.
  static func apportion(_ amount: Int64, over weights: [Int64]) -> [Int64] {
    let whole = Instalments.sum(weights)
    if whole <= 0 { return weights.map { _ in 0 } }
    var (running, before) = (Int64(0), Int64(0))
    return weights.map { weight in
      running &+= weight
      let sum = Int64(clamping: (Int128(amount) * Int128(running)).dividedHalfUp(by: Int128(whole)))
      defer { before = sum }
      return sum &- before
    }
  }

  private static func sum(_ weights: [Int64]) -> Int64 { weights.reduce(0, &+) }
}
