import LedgerCore
import Portfolio

/// What parties to which money went back had paid, payment by payment.
///
/// A return takes off money that was there on its day, and first that of the same kind. Only parties that got anything
/// back are kept, so that books without returns cost nothing.
struct PaidLots {
  /// Whose money it is in which fund, or on which deal in a company; money without a party is told apart by class.
  private struct Key: Hashable {
    let deal: Int
    let party: Int32
    let contributor: UInt8

    init(_ fact: Fact, _ units: FundUnits) {
      deal = units[Int(fact.dimensions.deal.rawValue)]
      party = fact.dimensions.party.rawValue
      contributor = party == 0 ? (fact.traits.contributor ?? .private).rawValue : 0
    }
  }

  /// Where a payment counts.
  enum Standing {
    /// In the multipliers.
    case counted
    /// In a round after ours.
    case later
    /// In no multiplier, since it came before ours.
    case before
  }

  /// One payment, or the part of it that stands in one place.
  struct Lot {
    let day: Day
    let sequence: Int64
    /// By which deal it is recorded.
    let deal: DealID
    /// Nil for what an event itself calls money of a later or an earlier round.
    let role: MoneyClaim.Role?
    let standing: Standing
    /// The company that it went into beside a fund; none where no event says so.
    let company: PartyID
    let isEvidenced: Bool
    /// Its entry among money of later rounds; nil for other money.
    let later: LaterMoney?
    /// What nothing was taken back of yet; minor units.
    var left: Int64

    init(_ fact: Fact, _ role: MoneyClaim.Role?, _ standing: Standing, company: PartyID, later: LaterMoney? = nil) {
      (day, sequence, deal) = (fact.day, fact.sequence, fact.dimensions.deal)
      (self.role, self.standing, self.company, self.later) = (role, standing, company, later)
      isEvidenced = fact.traits.hasEvidence
      left = fact.amount
    }
  }

  private var lots: [Key: [Lot]] = [:]
  /// Which deals are in the same fund.
  private let units: FundUnits
  /// By the deal that stands for a fund, and by deals in companies, whether anything went back on it: asked for every fact.
  private var hasReturns: [Bool]

  /// No payments yet, for parties to which these returns went.
  init(of returns: [Fact], _ units: FundUnits) {
    self.units = units
    hasReturns = Array(repeating: false, count: returns.isEmpty ? 0 : units.count)
    for fact in returns {
      hasReturns[units[Int(fact.dimensions.deal.rawValue)]] = true
      lots[Key(fact, units)] = []
    }
  }

  /// Whether something went back to the party of a fact.
  func knows(_ fact: Fact) -> Bool {
    !lots.isEmpty && hasReturns[units[Int(fact.dimensions.deal.rawValue)]] && lots[Key(fact, units)] != nil
  }

  /// Adds a payment of a party that is known.
  mutating func add(_ lot: Lot, of fact: Fact) { lots[Key(fact, units)]?.append(lot) }

  /// Takes what went back off payments that were there on its day.
  ///
  /// - Returns: the payments that it takes something off, each with how much.
  mutating func take(_ back: Fact, _ role: MoneyClaim.Role?, company: PartyID) -> [(lot: Lot, amount: Int64)] {
    guard var own = lots[Key(back, units)] else { return [] }
    var order: [(rank: Rank, place: Int)] = []
    for (place, lot) in own.enumerated() where lot.left > 0 && lot.day <= back.day {
      if let rank = Rank(lot, for: back, role, company: company) { order.append((rank, place)) }
    }
    order.sort { $0.rank < $1.rank }
    var rest = 0 - back.amount
    var taken: [(lot: Lot, amount: Int64)] = []
    for (_, place) in order where rest > 0 {
      let part = min(rest, own[place].left)
      taken.append((own[place], part))
      own[place].left -= part
      rest -= part
    }
    lots[Key(back, units)] = own
    return taken
  }
}

extension PaidLots {
  /// In which order a return takes money off: of the same company, recorded by the same deal, of the same kind, with
  /// evidence, the last first.
  private struct Rank: Comparable {
    private let company: Int
    private let deal: Int
    private let kind: Int
    private let unnamed: Int
    private let evidence: Int
    private let day: Day
    private let sequence: Int64

    /// - Returns: nil where the return cannot be of that money.
    init?(_ lot: Lot, for back: Fact, _ role: MoneyClaim.Role?, company: PartyID) {
      guard let kind = Rank.kind(lot, back.traits.level, role),
        company.isNone || lot.company == company || lot.company.isNone
      else { return nil }
      self.kind = kind
      self.company = company == lot.company || company.isNone ? 0 : 1
      deal = lot.deal == back.dimensions.deal ? 0 : 1
      unnamed = lot.company.isNone ? 0 : 1
      evidence = lot.isEvidenced ? 0 : 1
      (day, sequence) = (lot.day, lot.sequence)
    }

    private static func kind(_ lot: Lot, _ level: ContributionLevel?, _ role: MoneyClaim.Role?) -> Int? {
      guard let role else {
        switch level {
        case .later: return lot.standing == .later ? 0 : nil
        case .earlier: return lot.standing == .before ? lot.role == nil ? 0 : 1 : nil
        default: return nil
        }
      }
      if let own = lot.role {
        if own != role { return nil }
        switch lot.standing {
        case .counted: return 0
        case .later: return 1
        case .before: return 2
        }
      }
      // What an event calls money of another round is taken last, and only by what names no place beside a fund.
      if role != .partner && (role != .bankEquity || level == .project) { return nil }
      return lot.standing == .later ? 3 : 4
    }

    static func < (one: Rank, other: Rank) -> Bool {
      let mine = (one.company, one.deal, one.kind, one.unnamed, one.evidence)
      let its = (other.company, other.deal, other.kind, other.unnamed, other.evidence)
      return mine == its ? (one.day, one.sequence) > (other.day, other.sequence) : mine < its
    }

    static func == (one: Rank, other: Rank) -> Bool { one.sequence == other.sequence && one.kind == other.kind }
  }
}
