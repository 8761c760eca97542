import Portfolio

/// The companies and deals that rows may speak of: those of the books, and those that rows above have named.
final class RegisterNames {
  /// Short names of companies by full name and by credit code.
  private var companies: [String: String] = [:]
  /// Deals by company, in order.
  private var deals: [String: [String]] = [:]
  private var companyOfDeal: [String: String] = [:]
  private let register: Register

  init(_ register: Register) {
    self.register = register
    for party in register.parties { learn(company: party.name, full: party.fullName, code: party.creditCode) }
    for deal in register.deals { learn(deal: deal.name, company: register[deal.party].name) }
  }

  private func learn(company: String, full: String, code: String) {
    for key in [company, full, code] where !key.isEmpty && companies[key] == nil { companies[key] = company }
  }

  private func learn(deal: String, company: String) {
    guard companyOfDeal.updateValue(company, forKey: deal) == nil else { return }
    deals[company, default: []].append(deal)
  }

  /// Fills in what follows from what a row says: company, deal, envelope and programme.
  func complete(_ row: inout RegisterRow) {
    let full = row.text("full-name")
    let code = row.text("credit-code")
    if row.text("company").isEmpty {
      row.fill("company", with: companies[code] ?? companies[full] ?? companyOfDeal[row.text("deal")] ?? (full.isEmpty ? code : full))
    }
    // A full name in the column of short ones is that company too.
    let company = companies[row.text("company")] ?? row.text("company")
    if company != row.text("company"), !row.text("company").isEmpty { row.replace("company", with: company) }
    // A company known by its full name alone needs it no second time.
    if !full.isEmpty, full == row.text("company") { row.silence("full-name") }
    completeDeal(&row, company)
    completeEnvelope(&row)
    if row.table.kind.slots.contains(where: { $0.name == "party" }), !company.isEmpty {
      learn(company: company, full: full, code: code)
    }
    if row.table.kind.slots.contains(where: { $0.name == "deal" }), !row.text("deal").isEmpty {
      learn(deal: row.text("deal"), company: company)
    }
  }

  /// A deal is named outright, else by company and round, else it is the company's only one, else its first.
  private func completeDeal(_ row: inout RegisterRow, _ company: String) {
    guard row.text("deal").isEmpty, !company.isEmpty, row.table.kind.column(named: "deal") != nil else { return }
    let round = row.text("round")
    if !round.isEmpty { return row.fill("deal", with: "\(company)/\(round)") }
    let known = deals[company] ?? []
    row.fill("deal", with: known.count == 1 ? known[0] : "\(company)/A")
  }

  private func completeEnvelope(_ row: inout RegisterRow) {
    let year = row.text("year")
    var programme = row.text("programme")
    if programme.isEmpty, let parts = Register.envelopeParts(of: row.text("envelope")) {
      programme = parts.programme
      row.fill("programme", with: programme)
    }
    if programme.isEmpty, let deal = register.deal(named: row.text("deal")) {
      row.fill("programme", with: register[deal.programme].name)
    }
    if !year.isEmpty, !programme.isEmpty { row.fill("envelope", with: "\(year)/\(programme)") }
    if let parts = Register.envelopeParts(of: row.text("envelope")) {
      row.fill("programme-from", with: "\(parts.year)-01-01")
    }
  }
}
