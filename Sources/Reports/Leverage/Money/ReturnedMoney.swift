import LedgerCore
import Portfolio

/// What money that went back to its party took off what counts; minor units, not negative.
struct ReturnedMoney {
  /// Of what the party paid and that counts.
  var paid: Int64 = 0
  /// Of the part of it that a document proves, as far as there is any.
  var evidenced: Int64 = 0
  /// Of `paid`, what had gone into the company that the event names.
  var beside: Int64 = 0
  /// Of its money of later rounds, each part with the day and the evidence of what it takes back.
  var later: [LaterMoney] = []
  /// Of its money from before ours.
  var before: Int64 = 0
  /// What it had not paid at all.
  var beyond: Int64 = 0

  /// Of what the party paid in the same closing and in later rounds; what later rounds had is no more than what was paid.
  var allPaid: Int64 { later.reduce(paid) { $0 &- $1.amount } }
}

/// An event as far as it is about one deal, as a key: an interest in a fund may be sold by several of its deals at once.
struct EventOnDeal: Hashable {
  let event: Int64
  let deal: DealID

  init(_ fact: Fact) { (event, deal) = (fact.sequence, fact.dimensions.deal) }
}
