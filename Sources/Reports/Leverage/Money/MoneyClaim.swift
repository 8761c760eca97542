import LedgerCore
import Portfolio

/// What one party put into one fund, or beside one deal in a company, in one role: the unit in which announced, signed and
/// paid are compared.
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
    /// Equity of a bank in a company: it counts with what is lent, but a loan pays no promise of equity.
    case bankEquity = 5

    /// The role of money by where it stands; nil for rounds before and after ours.
    init?(_ place: ContributionPlace) {
      switch place {
      case .partner: self = .partner
      case .beside: self = .project
      case .lent: self = .loan
      case .bankEquity: self = .bankEquity
      case .earlierPartner, .otherRound: return nil
      }
    }

    /// Whether it counts with the loans.
    var isLoan: Bool { self == .loan || self == .bankEquity }
  }

  /// What tells claims apart.
  ///
  /// Money without a party is told apart by class; that of a party is not, so that a subscription and its call meet
  /// even when only one of them names the class.
  struct Key: Equatable {
    /// The deal that stands for a fund; of a company, the deal itself.
    let deal: Int32
    let party: Int32
    let role: Role
    let contributor: UInt8

    init(_ fact: Fact, _ role: Role, _ units: FundUnits) {
      deal = Int32(units[Int(fact.dimensions.deal.rawValue)])
      party = fact.dimensions.party.rawValue
      self.role = role
      contributor = party == 0 ? (fact.traits.contributor ?? .private).rawValue : 0
    }

    /// A well mixed number; ids are small and dense, so that a multiplication spreads them.
    var mixed: UInt64 {
      let ids = UInt64(UInt32(bitPattern: deal)) << 32 | UInt64(UInt32(bitPattern: party))
      let word = (ids ^ UInt64(role.rawValue) << 60 ^ UInt64(contributor) << 56) &* 0x9E37_79B9_7F4A_7C15
      return (word ^ word >> 32) &* 0xD6E8_FEB8_6659_FD93
    }
  }

  /// The amounts that one deal records, of one year, or of all when years are not kept apart; minor units.
  struct Part {
    /// The deal by which they are recorded.
    let deal: Int32
    let year: Int32
    /// The place of the next part of the same claim, −1 for none.
    var next: Int32
    var announced: Int64 = 0
    var signed: Int64 = 0
    var paid: Int64 = 0
    /// The part of `paid` that a document proves.
    var evidenced: Int64 = 0

    init(deal: Int32 = 0, year: Int32 = 0, next: Int32 = -1) {
      self.deal = deal
      self.year = year
      self.next = next
    }

    /// The amount that counts of a promise: the greater of signed and paid, of what is announced too the greatest.
    func promised(countsAnnounced: Bool = false) -> Int64 { self[greatest(countsAnnounced: countsAnnounced)] }

    /// How far the money has come whose amount counts of a promise.
    func greatest(countsAnnounced: Bool) -> ContributionStage {
      let stage: ContributionStage = paid >= signed ? .paid : .signed
      return countsAnnounced && announced > self[stage] ? .announced : stage
    }

    /// What was announced, signed or paid.
    subscript(stage: ContributionStage) -> Int64 {
      switch stage {
      case .announced: announced
      case .signed: signed
      case .paid, .returned: paid
      }
    }

    /// Takes in a contribution, a loan or a deployment; throws when a sum leaves 64 bits.
    mutating func add(_ fact: Fact) throws(MoneyOverflow) {
      if fact.measure == .announced {
        announced = try announced.plus(fact.amount)
        return
      }
      if fact.traits.stage == .signed {
        signed = try signed.plus(fact.amount)
        return
      }
      paid = try paid.plus(fact.amount)
      if fact.traits.hasEvidence { evidenced = try evidenced.plus(fact.amount) }
    }

    /// Adds what another deal records, or of another year.
    mutating func add(_ other: Part) throws(MoneyOverflow) {
      announced = try announced.plus(other.announced)
      signed = try signed.plus(other.signed)
      paid = try paid.plus(other.paid)
      evidenced = try evidenced.plus(other.evidenced)
    }
  }

  let key: Key
  /// Whose money it is: what the latest payment says, or the latest signature when nothing is paid.
  private(set) var contributor: ContributorClass
  /// How far the money has come: 2 paid, 1 signed, 0 announced.
  private var progress: UInt8
  /// The amounts of the deal and year met first; most claims have no further ones.
  var first: Part

  /// A claim that begins with a fact; throws when its amount leaves 64 bits.
  init(_ key: Key, _ fact: Fact, year: Int32) throws(MoneyOverflow) {
    self.key = key
    contributor = fact.traits.contributor ?? .private
    progress = MoneyClaim.progress(of: fact)
    first = Part(deal: fact.dimensions.deal.rawValue, year: year)
    try first.add(fact)
  }

  /// Notes whose money a further fact says that it is.
  mutating func note(_ fact: Fact) {
    let progress = MoneyClaim.progress(of: fact)
    if progress < self.progress { return }
    contributor = fact.traits.contributor ?? .private
    self.progress = progress
  }

  private static func progress(of fact: Fact) -> UInt8 {
    if fact.measure == .announced { return 0 }
    return fact.traits.stage == .signed ? 1 : 2
  }
}
