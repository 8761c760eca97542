import LedgerCore
import Portfolio

/// The companies and deals that rows may speak of: those of the books, and those that rows above have named.
final class RegisterNames {
  /// The companies and other parties by their names and codes.
  private var parties = PartyNames()
  /// Deals by company: the first, and whether it has others.
  private var deals = NameMap<(first: String, isOnly: Bool)>()
  private var companyOfDeal = NameMap<String>()
  /// Deals by their names without blanks and wide forms.
  private var dealsFolded = NameMap<String>()
  /// The envelope of the row above with its parts: most rows name the same.
  private var lastEnvelope: (name: String, parts: (year: Int, programme: String)?) = ("", nil)
  private let register: Register

  init(_ register: Register) {
    self.register = register
    for party in register.parties { parties.learn(party.name, full: party.fullName, code: party.creditCode) }
    for deal in register.deals { learn(deal: deal.name, company: register[deal.party].name) }
  }

  private func learn(deal: String, company: String) {
    guard companyOfDeal[deal] == nil else { return companyOfDeal.update(company, for: deal) }
    companyOfDeal.insert(company, for: deal)
    dealsFolded.insert(deal, for: SheetText.foldedName(deal))
    if !deals.insert((deal, true), for: company), let known = deals[company] { deals.update((known.first, false), for: company) }
  }

  /// Fills in what follows from what a row says: company, deal, envelope and programme.
  ///
  /// A row whose name, full name and code are not those of one company is refused.
  func complete(_ row: inout RegisterRow) {
    let columns = row.table.columns
    respellDeal(&row)
    let (full, code) = (row.text(columns.fullName), row.text(columns.creditCode))
    let claim = parties.claim(short: row.text(columns.company), full: full, code: code)
    if let conflict = claim.conflict {
      row.refuse(conflict.diagnostic, at: conflict.isOfCode ? columns.creditCode : columns.fullName, else: columns.company)
    }
    if row.text(columns.company).isEmpty {
      row.fill(columns.company, with: claim.company ?? companyOfDeal[row.text(columns.deal)] ?? (full.isEmpty ? code : full))
    }
    let said = row.text(columns.company)
    // Another name of the company, as the full one in the column of short ones, is that company too.
    let company = claim.company ?? said
    if !said.isEmpty, !company.hasSameBytes(as: said) { row.replace(columns.company, with: company) }
    if !full.isEmpty { completeFullName(&row, full, company) }
    completeParties(&row)
    completeDeal(&row, company)
    completeEnvelope(&row)
    if claim.conflict != nil { return }
    if columns.declaresCompanies, !company.isEmpty { parties.learn(company, full: full, code: code) }
    if columns.declaresDeals, !row.text(columns.deal).isEmpty { learn(deal: row.text(columns.deal), company: company) }
  }

  /// A deal that is spelt otherwise, or by another name of its company, is the known one; so is, where rows name no new deals, a company
  /// with a single deal that stands in its place.
  private func respellDeal(_ row: inout RegisterRow) {
    let columns = row.table.columns
    let said = row.text(columns.deal)
    guard columns.hasDeal, !said.isEmpty, companyOfDeal[said] == nil else { return }
    if let known = dealsFolded[SheetText.foldedName(said)] { return row.replace(columns.deal, with: known) }
    if let slash = said.lastIndex(of: "/"), let company = parties.party(named: String(said[..<slash])) {
      let known = company + said[slash...]
      if companyOfDeal[known] != nil { return row.replace(columns.deal, with: known) }
    }
    if !columns.declaresDeals, let company = parties.party(named: said), let known = deals[company], known.isOnly {
      row.replace(columns.deal, with: known.first)
    }
  }

  /// A full name that is spelt otherwise is the known one.
  private func completeFullName(_ row: inout RegisterRow, _ full: String, _ company: String) {
    let known = parties.fullName(of: company)
    if let known, known.hasSameBytes(as: full) { return }
    // A company known by its full name alone needs it no second time.
    if PartyNames.areSame(full, company) {
      row.silence(row.table.columns.fullName)
    } else if let known, PartyNames.areSame(full, known) {
      row.replace(row.table.columns.fullName, with: known)
    }
  }

  /// Holders, banks and contributors are known by their other names too.
  private func completeParties(_ row: inout RegisterRow) {
    for column in row.table.columns.otherParties {
      let said = row.text(column)
      if said.isEmpty { continue }
      if let known = parties.party(named: said) {
        if !known.hasSameBytes(as: said) { row.replace(column, with: known) }
      } else {
        parties.learn(said)
      }
    }
  }

  /// A deal is named outright, else by company and round, else it is the company's only one, else its first.
  private func completeDeal(_ row: inout RegisterRow, _ company: String) {
    let columns = row.table.columns
    guard columns.hasDeal, !company.isEmpty, row.text(columns.deal).isEmpty else { return }
    let round = row.text(columns.round)
    if !round.isEmpty { return row.fill(columns.deal, with: "\(company)/\(round)") }
    if let known = deals[company], known.isOnly { return row.fill(columns.deal, with: known.first) }
    row.fill(columns.deal, with: "\(company)/A")
  }

  private func completeEnvelope(_ row: inout RegisterRow) {
    let columns = row.table.columns
    let year = row.text(columns.year)
    var programme = row.text(columns.programme)
    if programme.isEmpty, let parts = parts(ofEnvelope: row.text(columns.envelope)) {
      programme = parts.programme
      row.fill(columns.programme, with: programme)
    }
    if programme.isEmpty, let deal = register.deal(named: row.text(columns.deal)) {
      row.fill(columns.programme, with: register[deal.programme].name)
    }
    if !year.isEmpty, !programme.isEmpty { row.fill(columns.envelope, with: "\(year)/\(programme)") }
    if let parts = parts(ofEnvelope: row.text(columns.envelope)) {
      row.fill(columns.programmeFrom, with: "\(parts.year)-01-01")
    }
  }

  private func parts(ofEnvelope name: String) -> (year: Int, programme: String)? {
    if name.hasSameBytes(as: lastEnvelope.name) { return lastEnvelope.parts }
    lastEnvelope = (name, Register.envelopeParts(of: name))
    return lastEnvelope.parts
  }
}
