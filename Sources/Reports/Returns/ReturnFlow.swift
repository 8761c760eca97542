import LedgerCore
import Portfolio

/// One flow between us and an investee, as returns count it.
struct ReturnFlow {
  let deal: DealID
  let day: Day
  let sequence: Int64
  /// Minor units; below zero was paid in.
  let amount: Int64
  /// Whether the flow is a payment or takes one back; otherwise it is a distribution.
  let isPayment: Bool

  /// The flow that a fact stands for; nil for facts that move nothing between us and the investee.
  ///
  /// What was paid before the books began stands on the day of the first payment, what came back on that of the opening:
  /// earlier and later than the true days at most, so that a gain is not overstated by it.
  /// - Parameter since: the first payment of the deal when the fact is of its opening.
  init?(_ fact: Fact, since: Day? = nil) {
    switch fact.measure {
    case .openingPaid:
      amount = 0 &- fact.amount
      isPayment = true
    case .openingReceived:
      amount = fact.amount
      isPayment = false
    case .paidFresh, .paidRecycled, .handedIn:
      amount = 0 &- fact.amount
      isPayment = true
    case .refunded, .correctedCash:
      amount = fact.amount
      isPayment = true
    case .receivedTreasury, .receivedHolder, .proceedsTreasury, .proceedsHolder, .handedOut:
      amount = fact.amount
      isPayment = false
    default: return nil
    }
    deal = fact.dimensions.deal
    day = fact.measure == .openingPaid ? since ?? fact.day : fact.day
    sequence = fact.sequence
  }
}
