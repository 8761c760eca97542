import LedgerCore

/// What signed agreements of one programme will need of later years' budgets (跨年承诺), by budget year; minor units.
public struct ProgrammePledges: Sendable {
  /// The measures that the pledges are folded from; a store hands out all of them.
  public static let measures: Set<Measure> = [.pledged, .pledgeRelieved]

  /// What is pledged and not yet reserved, paid or given up, by budget year.
  public private(set) var amounts: [Int: Int64] = [:]

  public init() {}

  /// Takes one more fact in; throws when a sum leaves 64 bits.
  public mutating func apply(_ fact: Fact) throws(MoneyOverflow) {
    switch fact.measure {
    case .pledged: amounts[fact.traits.year] = try (amounts[fact.traits.year] ?? 0).plus(fact.amount)
    case .pledgeRelieved: amounts[fact.traits.year] = try (amounts[fact.traits.year] ?? 0).minus(fact.amount)
    default: break
    }
  }

  /// What is pledged on a budget year.
  public subscript(year: Int) -> Int64 { amounts[year] ?? 0 }

  /// The years on which something is pledged, ascending.
  public var years: [Int] { amounts.filter { $0.value > 0 }.keys.sorted() }
}
