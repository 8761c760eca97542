import LedgerCore

/// Whether others' money beside a deal names its party, by level and contributor, signed and paid apart.
///
/// Reports count a promise once when the signed and the paid money of one party meet. They cannot meet when only one of
/// the two says whose it is.
struct Promises: Sendable {
  /// One level and kind of contributor.
  private struct Key: Hashable {
    /// Money in the same fund and in the same closing stand together.
    let isPartner: Bool
    let contributor: ContributorClass?
  }

  /// Which of the four cases there were: signed or paid, with or without a party.
  private struct Seen: OptionSet {
    let rawValue: UInt8
    static let signedNamed = Seen(rawValue: 1)
    static let signedUnnamed = Seen(rawValue: 2)
    static let paidNamed = Seen(rawValue: 4)
    static let paidUnnamed = Seen(rawValue: 8)
  }

  private var seen: [Key: Seen] = [:]

  /// Takes in a contribution; reversed ones are taken in too, since a warning costs nothing.
  mutating func add(_ fact: Fact) {
    guard let (key, own) = Promises.place(of: fact.traits, isNamed: !fact.dimensions.party.isNone) else { return }
    seen[key, default: []].formUnion(own)
  }

  /// Whether somebody paid or promised money in the same fund or closing.
  var hasPartner: Bool { seen.keys.contains(where: \.isPartner) }

  /// Whether money like this meets money of the other stage of which only one of the two names its party.
  func isUnmatched(_ traits: Traits, isNamed: Bool) -> Bool {
    guard let (key, own) = Promises.place(of: traits, isNamed: isNamed), let others = seen[key] else { return false }
    let opposite: Seen =
      switch own {
      case .signedNamed: .paidUnnamed
      case .signedUnnamed: .paidNamed
      case .paidNamed: .signedUnnamed
      default: .signedNamed
      }
    return others.contains(opposite)
  }

  private static func place(of traits: Traits, isNamed: Bool) -> (Key, Seen)? {
    let isPartner = traits.level == .fund || traits.level == .round
    // Money of later rounds is counted nowhere, and loans have one event.
    guard isPartner || traits.level == .project else { return nil }
    let key = Key(isPartner: isPartner, contributor: traits.contributor)
    return switch traits.stage {
    case .signed: (key, isNamed ? .signedNamed : .signedUnnamed)
    case .paid: (key, isNamed ? .paidNamed : .paidUnnamed)
    default: nil
    }
  }
}

extension Traits {
  /// Of others' money on a deal in a fund: whether it was paid into the fund, or went back from there.
  var isPaidIntoFund: Bool { (stage == .paid || stage == .returned) && !isSecondary && isInFund }
}
