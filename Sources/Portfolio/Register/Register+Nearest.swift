import LedgerCore

extension Register {
  /// Names of one kind, in the order in which they were met.
  public func names(of kind: EntityKind) -> [String] {
    switch kind {
    case .account: accounts.map(\.name)
    case .commodity: commodities.map(\.code)
    case .programme: programmes.map(\.name)
    case .envelope: envelopes.map(\.name)
    case .deal: deals.map(\.name)
    case .party: parties.map(\.name)
    }
  }

  /// The known name that a mistyped one most likely meant, or nil when none is near.
  public func nearestName(to name: String, of kind: EntityKind) -> String? {
    Spelling.nearest(to: name, among: names(of: kind).prefix(5000))
  }
}
