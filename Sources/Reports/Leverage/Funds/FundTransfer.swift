import LedgerCore

/// What one fund put into a company or another fund, payment by payment; minor units.
///
/// The fund records it as invested, the other side as paid in by the fund. It is the same money: the greater counts.
struct FundTransfer {
  /// Who put money into whom, as entities of the graph.
  struct Pair: Hashable {
    let source: Int
    let target: Int
  }

  /// One payment, as the event of a deal records it.
  struct Leg {
    let deal: Int32
    let sequence: Int64
    let day: Day
    var amount: Int64
    /// Of it our own, where it is agreed.
    var designated: Int64 = 0
    /// Paid before our money was in the fund that pays: what is others' in it was not drawn in by ours.
    var isBefore = false
    /// The place of its fact in the graph.
    var link = -1
  }

  let pair: Pair
  private var invested: [Leg] = []
  private var received: [Leg] = []

  init(_ pair: Pair) { self.pair = pair }

  /// Adds what an event of the fund records as invested.
  mutating func addInvested(_ leg: Leg) { invested.append(leg) }

  /// Adds what an event of the other side records as paid in by the fund.
  mutating func addReceived(_ leg: Leg) { received.append(leg) }

  /// Takes what went back to the fund off what the other side received, the last payments first.
  mutating func takeBack(_ amount: Int64) {
    var rest = amount
    for place in received.indices.reversed() where rest > 0 {
      let taken = min(rest, received[place].amount)
      received[place].amount -= taken
      rest -= taken
    }
  }

  /// The payments that count: those of the side that records more, before our money was in the fund and since.
  func legs() throws(MoneyOverflow) -> [Leg] {
    try legs(isBefore: true) + legs(isBefore: false)
  }

  private func legs(isBefore: Bool) throws(MoneyOverflow) -> [Leg] {
    let invested = invested.filter { $0.isBefore == isBefore }
    let received = received.filter { $0.isBefore == isBefore }
    func sum(_ legs: [Leg]) throws(MoneyOverflow) -> Int64 {
      var sum: Int64 = 0
      for leg in legs { sum = try sum.plus(leg.amount) }
      return sum
    }
    var designated: Int64 = 0
    for leg in invested { designated = try designated.plus(leg.designated) }
    if try sum(invested) >= sum(received) { return invested }
    // What is agreed stands with what the fund records; where the other side records more, it is in its first payments.
    var legs = received
    for place in legs.indices where designated > 0 {
      legs[place].designated = min(designated, legs[place].amount)
      designated -= legs[place].designated
    }
    return legs
  }
}
