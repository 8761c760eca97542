import LedgerCore
import Portfolio
import ReportDocument

/// What signed agreements need of each budget year and is neither reserved nor paid yet (跨年承诺).
struct PledgeTable {
  /// What one deal has pledged on one year.
  struct Line {
    let year: Int
    let programme: ProgrammeID
    let deal: DealID
    let amount: Int64
  }

  let register: Register
  /// By year, programme and deal.
  let lines: [Line]

  /// Folds the pledges of one moment.
  ///
  /// - Throws: `sumOverflow` when a sum leaves its range.
  init(_ facts: [Fact], _ register: Register) throws(Diagnostic) {
    self.register = register
    var deals: [DealID: ProgrammePledges] = [:]
    try Diagnostic.onOverflow { () throws(MoneyOverflow) in
      for fact in facts where ProgrammePledges.measures.contains(fact.measure) {
        try deals[fact.dimensions.deal, default: ProgrammePledges()].apply(fact)
      }
    }
    var lines: [Line] = []
    for (deal, pledges) in deals {
      for year in pledges.years {
        lines.append(Line(year: year, programme: register[deal].programme, deal: deal, amount: pledges[year]))
      }
    }
    self.lines = lines.sorted { ($0.year, $0.programme, $0.deal) < ($1.year, $1.programme, $1.deal) }
  }

  /// What is pledged on the year and programme of an envelope.
  func amount(on envelope: Envelope) -> Int64 {
    Int64(
      clamping: lines.reduce(Int128(0)) {
        $1.year == envelope.year && $1.programme == envelope.programme ? $0 + Int128($1.amount) : $0
      })
  }

  /// The pledges on some years, each year of a programme with what its envelopes have free; nil when there are none.
  ///
  /// - Parameter fold: the envelopes' figures at the same moment.
  func table(
    years: ClosedRange<Int>?, programme: ProgrammeID = .none, _ fold: PortfolioFold
  ) throws(Diagnostic) -> Table? {
    let shown = lines.filter {
      years?.contains($0.year) != false && (programme.isNone || $0.programme == programme)
    }
    if shown.isEmpty { return nil }
    var table = Table(
      "pledges", title: Phrase("跨年承诺", "Pledged on budget years"),
      columns: [
        Column("year", Phrase("年度", "Year")), Column("programme", Phrase("项目计划", "Programme")),
        Column("deal", Phrase("投资项目", "Deal")), Column("pledged", Phrase("承诺未付", "Pledged"), .money),
        Column("free", Phrase("可用指标", "Free"), .money), Column("uncovered", Phrase("指标缺口", "Uncovered"), .money),
      ])
    let base = register.base
    var total: Int64 = 0
    for (index, line) in shown.enumerated() {
      table.add(
        .text("\(line.year)"), .text(register[line.programme].name), .text(register[line.deal].name),
        .money(line.amount, base), .empty, .empty)
      try total.add(line.amount)
      let next = index + 1 < shown.count ? shown[index + 1] : nil
      if let next, next.year == line.year, next.programme == line.programme { continue }
      let pledged = shown.filter { $0.year == line.year && $0.programme == line.programme }
        .reduce(Int128(0)) { $0 + Int128($1.amount) }
      let free = free(in: line.year, of: line.programme, fold)
      let uncovered = max(0, pledged - max(0, free))
      table.add(
        .text("\(line.year)"), .text(register[line.programme].name), .phrase(.subtotal),
        .money(Int64(clamping: pledged), base), .money(Int64(clamping: free), base),
        .money(Int64(clamping: uncovered), base), role: .subtotal)
    }
    table.add(.phrase(.total), .empty, .empty, .money(total, base), .empty, .empty, role: .total)
    return table
  }

  /// What the envelopes of a programme's year have free, not yet issued among it.
  private func free(in year: Int, of programme: ProgrammeID, _ fold: PortfolioFold) -> Int128 {
    register.envelopes.reduce(Int128(0)) { sum, envelope in
      guard envelope.year == year, envelope.programme == programme else { return sum }
      let figures = fold[envelope.id]
      return sum + Int128(figures.available) + Int128(figures.unissued)
    }
  }

  /// Whether less is free in the year of an envelope than is pledged on it.
  func isUncovered(_ envelope: Envelope, _ fold: PortfolioFold) -> Bool {
    let pledged = amount(on: envelope)
    return pledged > 0 && free(in: envelope.year, of: envelope.programme, fold) < Int128(pledged)
  }
}
