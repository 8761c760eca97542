import LedgerCore

/// The payments into a deal with what is left of each on a day, folded from the deal's facts.
///
/// What was taken out goes off all payments alike (average cost), unless the exit names one (specific cost). Dividends
/// belong to the payments that were held when they were received. Refunds go off the latest payment of their envelope.
public struct Instalments: Sendable {
  /// Payments of which something is left, by day.
  public private(set) var lots: [Instalment] = []
  /// The day of the first payment ever; `never` before one.
  public private(set) var firstPaid = Day.never

  /// Folds the facts of one deal up to the end of a day; what was reversed by then does not count.
  public init(_ facts: [Fact], on day: Day = .never) {
    let known = facts.filter { $0.day <= day }
    let reversed = Set(known.lazy.map(\.reverses))
    let counted = known.filter { $0.reverses == 0 && !reversed.contains($0.sequence) }
    var since: [Int64: Day] = [:]
    var sold: [Int64: Int64] = [:]
    for fact in counted {
      if fact.measure == .openingSince { since[fact.sequence] = Day(number: Int32(clamping: fact.amount)) }
      if fact.measure == .instalmentSold { sold[fact.sequence] = fact.amount }
    }
    for fact in counted.sorted(by: { ($0.day, $0.sequence) < ($1.day, $1.sequence) }) {
      switch fact.measure {
      case .paidFresh, .paidRecycled, .handedIn, .openingCost:
        pay(fact, on: fact.measure == .openingCost ? since[fact.sequence] ?? fact.day : fact.day)
      case .refunded: refund(fact.amount, of: fact.dimensions.envelope)
      case .correctedCost: add(fact.amount, to: \.principal)
      case .receivedTreasury, .receivedHolder: add(fact.amount, to: \.dividends)
      case .costOut: _ = take(fact.amount, of: sold[fact.sequence])
      default: break
      }
      lots.removeAll { $0.principal <= 0 }
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
    firstPaid = min(firstPaid, day)
    let index = lots.firstIndex { $0.day > day } ?? lots.count
    lots.insert(
      Instalment(event: fact.sequence, day: day, envelope: fact.dimensions.envelope, principal: fact.amount), at: index)
  }

  private mutating func refund(_ amount: Int64, of envelope: EnvelopeID) {
    var left = amount
    for isOwn in [true, false] {
      for index in lots.indices.reversed() where (lots[index].envelope == envelope) == isOwn {
        let part = min(left, lots[index].principal)
        lots[index].principal -= part
        left -= part
      }
    }
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
