import LedgerCore
import Portfolio

/// Sees that money of others in a register is said to be somebody else's.
struct ContributorCheck {
  private let table: RegisterTable
  private let register: Register
  private let party: Int
  private let nature: Int
  /// Ends of the names of those whose money the books are kept of.
  private static let offices = ["财政局", "财政厅", "财政部", "财政所", "金库", "国库"]
  private static let funds: Set<String> = ["财政", "财政资金", "本级财政", "市级财政", "县级财政", "区级财政", "省级财政", "本级资金", "我方"]

  init(_ table: RegisterTable, register: Register) {
    self.table = table
    self.register = register
    party = table.columns["party"]
    nature = table.columns["class"]
  }

  /// What is wrong with whose money a row says it is; nil when nothing is, or the register has no money of others.
  func flaw(in row: RegisterRow) -> Diagnostic? {
    if table.kind.contributors.isEmpty { return nil }
    let said = row.text(party)
    if !row.text(nature).isEmpty {
      // Money of another treasury, or of a company of the state, is what the row says it is.
      guard isPrivate(row.text(nature)), isOffice(said) else { return nil }
    } else if said.isEmpty {
      return table.located(
        Diagnostic(
          .missingField, Wording("该行没有写出资方", "the row names no contributor"),
          hint: Wording(
            "写出资方，或资金性质；我方的出资记入股权投资台账",
            "name who gave it (出资方), or whose money it is (资金性质); what we paid belongs in investments (股权投资台账)")),
        nil, row.row)
    } else if !isOurs(said, row) {
      return nil
    }
    return table.located(
      Diagnostic(
        .badFieldValue, Wording("\(said) 的出资可能就是我方的出资", "\(said) may be ourselves: that is no money of others"),
        hint: Wording(
          "我方的出资记入股权投资台账；确为别级财政或其自有资金的，在资金性质中写明，如 其他财政、国企",
          "what we paid belongs in investments (股权投资台账); if it is another treasury's, or its own money, say so in 资金性质, as 其他财政 or 国企"
        )), row.values[party]?.column, row.row)
  }

  private func isPrivate(_ text: String) -> Bool { ["private", "社会资本"].contains(text) }

  private func isOffice(_ name: String) -> Bool {
    let folded = SheetText.foldedName(name)
    return ContributorCheck.funds.contains(folded) || ContributorCheck.offices.contains { folded.hasSuffix($0) }
  }

  /// Whether a contributor is the treasury, a programme of it, or the holder of the row's deal; an office that the books know as another
  /// treasury is none.
  private func isOurs(_ name: String, _ row: RegisterRow) -> Bool {
    if register.programme(named: name) != nil { return true }
    if let known = register.party(named: name) {
      if known.kind == .government { return false }
      if let deal = register.deal(named: row.text(table.columns.deal)), deal.holder == known.id { return true }
    }
    return isOffice(name)
  }
}
