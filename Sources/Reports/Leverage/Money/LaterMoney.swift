import LedgerCore
import Portfolio

/// Others' money of a round after ours.
struct LaterMoney {
  let deal: Int32
  let party: Int32
  let day: Day
  /// 0 unless the breakdown is by year.
  private(set) var year: Int32
  let contributor: ContributorClass
  private(set) var amount: Int64
  let isEvidenced: Bool
  /// The event that recorded it.
  let sequence: Int64
  /// The event whose money this takes back; 0 for none.
  private(set) var takesBack: Int64 = 0

  init(_ fact: Fact, year: Int32) {
    deal = fact.dimensions.deal.rawValue
    party = fact.dimensions.party.rawValue
    day = fact.day
    self.year = year
    contributor = fact.traits.contributor ?? .private
    amount = fact.amount
    isEvidenced = fact.traits.hasEvidence
    sequence = fact.sequence
  }

  /// What takes back a part of this money: it counts where this does.
  func takenBack(_ part: Int64, year: Int32) -> LaterMoney {
    var taken = self
    taken.amount = 0 - part
    taken.year = year
    taken.takesBack = sequence
    return taken
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
