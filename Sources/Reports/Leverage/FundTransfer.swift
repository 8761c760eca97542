import Analytics
import LedgerCore

/// What one fund put into a company or another fund; minor units.
///
/// The fund records it as invested, the other side as paid in by the fund. It is the same money: the greater counts.
struct FundTransfer {
  /// Who put money into whom, as entities of the graph.
  struct Pair: Hashable {
    let source: Int
    let target: Int
  }

  /// The part that one deal records.
  private struct Leg {
    let deal: Int32
    let amount: Int64
  }

  let source: Int
  let target: Int
  /// Of it our own, where it is agreed.
  private(set) var designated: Int64 = 0
  private var invested: Int64 = 0
  private var received: Int64 = 0
  private var legsInvested: [Leg] = []
  private var legsReceived: [Leg] = []

  init(_ pair: Pair) {
    source = pair.source
    target = pair.target
  }

  /// Whether what the fund records counts, and not what the other side does.
  var isInvestedGreater: Bool { invested >= received }

  /// The greater of what was invested and what was received.
  var amount: Int64 { max(invested, received) }

  /// Adds what a deal of the fund records as invested.
  mutating func addInvested(_ amount: Int64, designated own: Int64, on deal: Int32) throws(MoneyOverflow) {
    invested = try invested.plus(amount)
    designated = try designated.plus(own)
    legsInvested.append(Leg(deal: deal, amount: amount))
  }

  /// Adds what a deal of the other side records as paid in by the fund.
  mutating func addReceived(_ amount: Int64, on deal: Int32) throws(MoneyOverflow) {
    received = try received.plus(amount)
    legsReceived.append(Leg(deal: deal, amount: amount))
  }

  /// The money of the whole amount shared out to the deals that record it, as much as each of them does.
  ///
  /// Running sums are rounded, so that the parts add up to the money to the minor unit.
  func shares(of mix: MoneyMix) throws(MoneyOverflow) -> [(deal: Int, part: MoneyMix)] {
    let legs = isInvestedGreater ? legsInvested : legsReceived
    guard let first = legs.first else { return [] }
    if legs.count == 1 || amount <= 0 { return [(Int(first.deal), mix)] }
    var shares: [(deal: Int, part: MoneyMix)] = []
    var running: Int64 = 0
    var given = MoneyMix()
    for leg in legs {
      running = try running.plus(leg.amount)
      var part = MoneyMix()
      for owner in MoneyOwner.allCases {
        let upTo = try mix[owner].scaled(by: running, over: amount)
        part[owner] = try upTo.minus(given[owner])
        given[owner] = upTo
      }
      shares.append((Int(leg.deal), part))
    }
    return shares
  }
}
