import LedgerCore

/// Puts places in order by what they are called, so that a chain gives the same vouchers whenever it is recorded anew:
/// ids in memory also depend on names that were only met in refused events.
struct PlaceOrder {
  private let register: Register

  init(_ register: Register) { self.register = register }

  /// The places by code and name of the account (those with a code first), commodity and names of dimensions.
  func sorted(_ places: some Collection<CarryForward.Place>) -> [CarryForward.Place] {
    let accounts = ranks(Set(places.map(\.account))) { id in
      let account = register[id]
      return [account.code.isEmpty ? "1" : "0", account.code, account.name]
    }
    let commodities = ranks(Set(places.map(\.commodity))) { [register[$0].code] }
    let programmes = ranks(Set(places.map(\.dimensions.programme))) { $0.isNone ? [""] : [register[$0].name] }
    let envelopes = ranks(Set(places.map(\.dimensions.envelope))) { $0.isNone ? [""] : [register[$0].name] }
    let deals = ranks(Set(places.map(\.dimensions.deal))) { $0.isNone ? [""] : [register[$0].name] }
    let parties = ranks(Set(places.map(\.dimensions.party)).union(places.map(\.dimensions.holder))) {
      $0.isNone ? [""] : [register[$0].name]
    }
    let keyed = places.map { place in
      let dimensions = place.dimensions
      let key = [
        accounts[place.account] ?? 0, commodities[place.commodity] ?? 0, programmes[dimensions.programme] ?? 0,
        envelopes[dimensions.envelope] ?? 0, deals[dimensions.deal] ?? 0, parties[dimensions.party] ?? 0,
        parties[dimensions.holder] ?? 0,
      ]
      return (key: key, place: place)
    }
    return keyed.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.place)
  }

  /// The place of each id among all when they are put in order by texts, byte by byte.
  private func ranks<ID: Hashable>(_ ids: Set<ID>, by texts: (ID) -> [String]) -> [ID: Int] {
    let keyed = ids.map { (id: $0, texts: texts($0).map { Array($0.utf8) }) }
    let ordered = keyed.sorted { left, right in
      for (a, b) in zip(left.texts, right.texts) where a != b { return a.lexicographicallyPrecedes(b) }
      return false
    }
    return Dictionary(uniqueKeysWithValues: ordered.enumerated().map { ($1.id, $0) })
  }
}
