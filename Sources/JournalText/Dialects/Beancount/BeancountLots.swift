import LedgerCore

/// What an account holds at cost, lot by lot.
struct BeancountLots {
  /// A part of a holding that was bought together.
  struct Lot {
    var units: ExactNumber
    var perUnit: ExactNumber
    var commodity: Int32
    var day: Day
    var label: String?
  }

  private struct Key: Hashable {
    let account: Int32
    let commodity: Int32
  }

  private var lots: [Key: [Lot]] = [:]

  /// The lots of a commodity in an account, in the order in which they came.
  func lots(of commodity: Int32, in account: Int32) -> [Lot] { lots[Key(account: account, commodity: commodity)] ?? [] }

  /// Adds a lot, to one that is alike when there is one.
  mutating func add(_ lot: Lot, of commodity: Int32, to account: Int32) throws(MoneyOverflow) {
    let key = Key(account: account, commodity: commodity)
    var held = lots[key] ?? []
    let same = held.firstIndex {
      $0.perUnit == lot.perUnit && $0.commodity == lot.commodity && $0.day == lot.day && $0.label == lot.label
    }
    if let same { held[same].units = try held[same].units + lot.units } else { held.append(lot) }
    lots[key] = held.filter { !$0.units.isZero }
  }
}
