import LedgerCore
import Portfolio

/// Others' money of a round after ours.
struct LaterMoney {
  let deal: Int32
  let party: Int32
  let day: Day
  /// 0 unless the breakdown is by year.
  let year: Int32
  let contributor: ContributorClass
  let amount: Int64
  let isEvidenced: Bool

  init(_ fact: Fact, year: Int32) {
    deal = fact.dimensions.deal.rawValue
    party = fact.dimensions.party.rawValue
    day = fact.day
    self.year = year
    contributor = fact.traits.contributor ?? .private
    amount = fact.amount
    isEvidenced = fact.traits.hasEvidence
  }

  /// Whether money of a day counts as subsequent to a first payment; both days count.
  static func isSubsequent(_ day: Day, to first: Day, within months: Int) -> Bool {
    first <= day && day <= first.adding(months: months)
  }
}

/// What a fund put into a company, as a key.
struct DealAndParty: Hashable {
  let deal: Int32
  let party: Int32
}
