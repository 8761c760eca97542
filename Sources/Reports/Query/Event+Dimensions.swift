import LedgerCore
import Portfolio

extension Event {
  /// What the event is about by the names that it states or declares.
  func dimensions(in register: Register) -> Dimensions {
    var found = Dimensions.none
    for (field, value) in zip(kind.fields, values) {
      guard case .text(let name) = value else { continue }
      switch field.type {
      case .name(.deal), .newName(.deal): found.deal = register.deal(named: name)?.id ?? .none
      case .name(.programme), .newName(.programme): found.programme = register.programme(named: name)?.id ?? .none
      case .name(.envelope), .newName(.envelope): found.envelope = register.envelope(named: name)?.id ?? .none
      case .name(.party), .newName(.party):
        let party = register.party(named: name)?.id ?? .none
        if field.name == "holder" { found.holder = party } else { found.party = party }
      default: continue
      }
    }
    return found
  }
}
