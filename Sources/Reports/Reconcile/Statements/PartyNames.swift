import LedgerCore
import Portfolio

/// The names by which a statement may know whom an item of the books is about, found once for each.
final class PartyNames {
  private let register: Register
  private var known: [Dimensions: [String]] = [:]

  init(_ register: Register) { self.register = register }

  /// Short and full names of the party, of the deal's party, of the holder, and of those that the event names itself.
  func names(of dimensions: Dimensions, _ recorded: [PartyID] = []) -> [String] {
    if recorded.isEmpty, let names = known[dimensions] { return names }
    var parties = [dimensions.party]
    if !dimensions.deal.isNone { parties.append(register[dimensions.deal].party) }
    parties.append(dimensions.holder)
    var names: [String] = []
    for id in parties + recorded where !id.isNone {
      let party = register[id]
      for name in [party.name, party.fullName] where !name.isEmpty && !names.contains(name) { names.append(name) }
    }
    if recorded.isEmpty { known[dimensions] = names }
    return names
  }
}
