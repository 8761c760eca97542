import LedgerCore

extension EventReader {
  /// Warns of others' money that is said to be of another class than its party is, and of a company named as the one
  /// that invests in itself. What is recorded counts as it is said.
  func checkContributor(_ party: Party?, of deal: Deal, _ traits: Traits, _ effect: inout Effect) throws(Diagnostic) {
    guard let party, event["same-as"].isAbsent else { return }
    let company = event.kind.index(of: "project") == nil ? nil : try self.party("project")
    if party.id == deal.party || party.id == company?.id {
      effect.warn(
        .investeeAsContributor,
        Wording(
          "\(party.name)就是被投单位：它自己投入的不是他方资金，至多按企业自筹计",
          "\(party.name) is what the money went into: what it puts in itself is no money of others, and counts at most as its own"),
        hint: Wording("用 ownfunds 记，或写明出资人", "record it with ownfunds, or name who paid"), at: event.position(of: "party"))
    } else if let said = traits.contributor, event.choice("class") != nil, party.kind.contradicts(said) {
      effect.warn(
        .classAgainstKind,
        Wording(
          "\(party.name)的类型是\(party.kind.chinese)，资金类别写的是\(said.chinese)；按\(said.chinese)计入",
          "\(party.name) is declared as \(party.kind.rawValue), its money as class \(said.name); it counts as \(said.name)"),
        hint: Wording("不写 class，或更正单位的类型", "leave class out, or correct the kind of the party"), at: event.position(of: "class"))
    }
  }
}

extension Party.Kind {
  /// Whether money of such a party cannot be of a class: what is a government's is public, a state firm or a holder is
  /// neither private nor a bank. Other kinds say nothing of whose they are.
  fileprivate func contradicts(_ contributor: ContributorClass) -> Bool {
    switch self {
    case .government: contributor != .otherPublic
    case .stateFirm, .holder: contributor == .private || contributor == .bank
    default: false
    }
  }
}
