import LedgerCore

/// What an account of the quota book means to the envelopes (DOMAIN §4.2), read from the rules that post to it.
public enum QuotaPlace: CaseIterable, Sendable {
  /// 待分配指标.
  case unissued
  /// 可执行指标.
  case available
  /// 冻结指标.
  case frozen
  /// 已签约未付.
  case signed
  /// 已支付.
  case paid
  /// 结转.
  case carriedOut
  /// 预算来源-收回.
  case lapsed
  /// Where the money of envelopes comes from: 预算来源.
  case source
  /// Recovered money, which belongs to a programme and to no envelope.
  case recycled

  /// What a plain voucher puts on the place; nil for a place that holds nothing of an envelope's.
  var measure: Measure? {
    switch self {
    case .unissued: .entryUnissued
    case .available: .entryAvailable
    case .frozen: .entryFrozen
    case .signed: .entrySigned
    case .paid: .entryPaid
    case .carriedOut: .entryCarriedOut
    case .lapsed: .entryLapsed
    case .source, .recycled: nil
    }
  }

  /// The measure that the rules credit to the place when money arrives there.
  private static let credited: [Measure: QuotaPlace] = [
    .approved: .unissued, .approvedAbove: .unissued, .issued: .available, .frozen: .frozen, .reserved: .signed, .paidFresh: .paid,
    .carriedOut: .carriedOut, .lapsed: .lapsed,
  ]

  /// The measures of recovered money.
  private static let ofRecovered: Set<Measure> = [.recycled, .paidRecycled]

  /// The accounts that rules post envelopes to in the quota book, by name.
  static func places(of rules: [PostingRule]) -> [String: QuotaPlace] {
    let lines = rules.flatMap { $0.lines[.quota] ?? [] }
    var places: [String: QuotaPlace] = [:]
    for line in lines where line.side == .credit && !line.isRed {
      guard let place = credited[line.measure] else { continue }
      for name in RuleBlank.names(of: line.account) { places[name] = places[name] ?? place }
    }
    for line in lines {
      for name in RuleBlank.names(of: line.account) {
        places[name] = places[name] ?? (ofRecovered.contains(line.measure) ? .recycled : .source)
      }
    }
    return places
  }
}

extension Register {
  /// What an account means to the envelopes; nil for one that no rule of these books posts envelopes to.
  public func quotaPlace(of account: Account) -> QuotaPlace? {
    guard account.book == .quota else { return nil }
    var name = account.name[...]
    while true {
      for rules in timeline.ruleSets.reversed() {
        if let place = rules.quotaPlaces[String(name)] { return place }
      }
      guard let colon = name.lastIndex(of: ":") else { return nil }
      name = name[..<colon]
    }
  }
}
