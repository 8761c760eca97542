import LedgerCore

/// What a deal's agreement says of the price and the time of an exit, as of a day (DOMAIN §3.5).
///
/// Later terms replace earlier ones from their day on; those in force on the day of an exit count.
public struct ExitTerms: Hashable, Sendable {
  /// On which day a published rate is looked up.
  public enum RateDate: String, CaseIterable, Sendable {
    /// 投入日: the day of the instalment.
    case entry
    /// 退出日: the day of the exit.
    case exit
    /// 分段: every day bears the rate in force on it.
    case period
    /// 每年: anew on each anniversary of the first day that bears interest.
    case year

    /// The Chinese word, accepted as well.
    public var chinese: String {
      switch self {
      case .entry: "投入日"
      case .exit: "退出日"
      case .period: "分段"
      case .year: "每年"
      }
    }
  }

  /// The deal whose terms they are.
  public var deal: DealID
  /// The first day on which they hold.
  public var from: Day
  /// The place in the chain of the event that states them.
  public var event: Int64
  /// The document that they stand in, empty when none is named.
  public var document = ""
  /// Whether they say that no terms hold from their day on; nothing else of them counts then.
  public var isEnded = false
  /// What is due, by holding period; the last one has no end.
  public var tiers: [ExitTier] = [ExitTier(basis: .principal)]
  /// The rate of tiers that have none of their own; nil when no tier needs one.
  public var rate: ExitRate?
  /// On which day a published rate is looked up.
  public var rateDate = RateDate.exit
  /// Added to the rate; the sum is never below zero.
  public var spread = Rate.zero
  /// Whether interest is added to the principal on each anniversary.
  public var isCompound = false
  /// How days are counted.
  public var dayCount = DayCount.actual365Fixed
  /// Whether the days of the free period bear interest too, once it is over.
  public var bearsWholeTerm = true
  /// Whether each instalment has a holding period of its own; otherwise all count from the first payment.
  public var isPerInstalment = true
  /// Whether dividends received are taken off the price.
  public var deductsDividends = false
  /// Whether the price is never below the principal.
  public var hasFloor = true
  /// Agreed term in months, 0 for that of the deal.
  public var termMonths = 0

  public init(deal: DealID, from: Day, event: Int64) {
    self.deal = deal
    self.from = from
    self.event = event
  }

  /// Months at the beginning in which the principal alone is due.
  public var freeMonths: Int {
    var months = 0
    for tier in tiers {
      guard tier.basis == .principal, let until = tier.untilMonths else { break }
      months = until
    }
    return months
  }

  /// The index of the tier that a day lies in when the holding period began on another; the last day of a tier is in it.
  public func tierIndex(on day: Day, heldSince start: Day) -> Int {
    tiers.firstIndex { tier in
      guard let months = tier.untilMonths else { return true }
      return day <= start.adding(months: months)
    } ?? 0
  }

  /// The series that the terms look up.
  var series: [String] {
    ([rate] + tiers.map(\.rate)).compactMap { if case .series(let name) = $0 { name } else { nil } }
  }
}
