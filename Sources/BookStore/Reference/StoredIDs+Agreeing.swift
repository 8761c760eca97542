import LedgerCore
import Portfolio

extension StoredIDs {
  /// A condition on rows of `dimensions` that agree with some in each member that is not `.none`; nil when no recorded
  /// event ever used one of them.
  func condition(agreeingWith dimensions: Dimensions) -> String? {
    let wanted: [(column: String, id: Int32, kind: EntityKind)] = [
      ("programme", dimensions.programme.rawValue, .programme), ("envelope", dimensions.envelope.rawValue, .envelope),
      ("deal", dimensions.deal.rawValue, .deal), ("party", dimensions.party.rawValue, .party),
      ("holder", dimensions.holder.rawValue, .party),
    ]
    var conditions: [String] = []
    for (column, id, kind) in wanted where id != 0 {
      guard let stored = existing(id, of: kind) else { return nil }
      conditions.append("\(column) = \(stored)")
    }
    return conditions.joined(separator: " AND ")
  }
}
