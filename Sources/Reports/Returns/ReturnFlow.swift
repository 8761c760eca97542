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
  init?(_ fact: Fact) {
    switch fact.measure {
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
    day = fact.day
    sequence = fact.sequence
  }
}
