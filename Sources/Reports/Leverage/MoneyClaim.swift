import LedgerCore
import Portfolio

/// What one party put beside one deal in one role: the unit in which committed and paid are compared.
struct MoneyClaim {
  /// Where the money stands.
  enum Role: UInt8 {
    /// In the same fund or the same closing.
    case partner = 1
    /// In a company, beside a fund of ours.
    case project = 2
    /// Lent.
    case loan = 3
    /// Put by a fund of ours into the party.
    case deployment = 4
  }

  /// What tells claims apart; the year is 0 unless the breakdown is by year.
  ///
  /// Money without a party is told apart by class; that of a party is not, so that a subscription and its call meet
  /// even when only one of them names the class.
  struct Key: Hashable, Comparable {
    let deal: Int32
    let party: Int32
    let role: UInt8
    let contributor: UInt8
    let year: Int32

    init(_ fact: Fact, _ role: Role, year: Int32) {
      deal = fact.dimensions.deal.rawValue
      party = fact.dimensions.party.rawValue
      self.role = role.rawValue
      contributor = party == 0 ? (fact.traits.contributor ?? .private).rawValue : 0
      self.year = year
    }

    func hash(into hasher: inout Hasher) {
      // Few bits differ from key to key; two words are hashed in place of five numbers.
      hasher.combine(UInt64(truncatingIfNeeded: deal) << 32 | UInt64(UInt32(bitPattern: party)))
      hasher.combine(UInt64(truncatingIfNeeded: year) << 16 | UInt64(role) << 8 | UInt64(contributor))
    }

    /// Whether two claims are of one party in one role, whatever the year.
    func isSameClaim(as other: Key) -> Bool {
      deal == other.deal && party == other.party && role == other.role && contributor == other.contributor
    }

    static func < (left: Key, right: Key) -> Bool {
      (left.deal, left.party, left.role, left.contributor, left.year)
        < (right.deal, right.party, right.role, right.contributor, right.year)
    }
  }

  let key: Key
  var signed: Int64 = 0
  var paid: Int64 = 0
  /// The part of `paid` that a document proves.
  var evidenced: Int64 = 0

  /// Whose money it is: what the latest payment says, or the latest signature when nothing is paid.
  private(set) var contributor = ContributorClass.private

  init(_ key: Key) { self.key = key }

  /// Where the money stands.
  var role: Role { Role(rawValue: key.role) ?? .partner }

  /// Takes in a contribution, a loan or a deployment; throws when a sum leaves 64 bits.
  mutating func add(_ fact: Fact) throws(MoneyOverflow) {
    let contributor = fact.traits.contributor ?? .private
    if fact.traits.stage == .signed {
      if paid == 0 { self.contributor = contributor }
      signed = try signed.plus(fact.amount)
      return
    }
    self.contributor = contributor
    paid = try paid.plus(fact.amount)
    if fact.traits.hasEvidence { evidenced = try evidenced.plus(fact.amount) }
  }
}
