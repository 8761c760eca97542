import LedgerCore
import Portfolio
import ReportDocument

/// What one envelope holds reserved and unpaid, by deal, with the age of the oldest part.
struct OpenCommitments {
  /// One deal's open reservation.
  struct Line {
    let deal: DealID
    let amount: Int64
    /// The day on which the oldest part still open was reserved.
    let since: Day
  }

  let lines: [Line]

  /// Relieves the reservations of one envelope, the oldest first.
  ///
  /// - Throws: `sumOverflow` when a sum leaves its range.
  init(_ facts: [Fact], of envelope: EnvelopeID) throws(Diagnostic) {
    let reversals = Reversals(in: facts)
    var lots: [DealID: SourceLots<Day>] = [:]
    try Diagnostic.onOverflow { () throws(MoneyOverflow) in
      for fact in facts where fact.dimensions.envelope == envelope && !reversals.hides(fact) {
        let deal = fact.dimensions.deal
        switch fact.measure {
        case .reserved:
          try lots[deal, default: SourceLots()].add(
            SourceLots.Lot(sequence: fact.sequence, origin: fact.day, amount: fact.amount))
        case .relieved: try lots[deal, default: SourceLots()].take(fact.amount)
        default: break
        }
      }
    }
    lines = lots.compactMap { deal, lots in
      let amount = lots.lots.reduce(Int128(0)) { $0 + Int128($1.amount) }
      guard amount > 0, let since = lots.lots.map(\.origin).min() else { return nil }
      return Line(deal: deal, amount: Int64(clamping: amount), since: since)
    }.sorted { ($0.since, $0.deal) < ($1.since, $1.deal) }
  }

  /// The reservations as a table; nil when nothing is reserved.
  func table(_ register: Register, on cutOff: Day) throws(Diagnostic) -> Table? {
    if lines.isEmpty { return nil }
    var table = Table(
      "commitments",
      columns: [
        Column("deal", Phrase("投资项目", "Deal")), Column("signed", Phrase("已签约未付", "Signed, unpaid"), .money),
        Column("since", Phrase("最早签约日", "Since"), .day), Column("age", Phrase("天数", "Days"), .integer),
      ])
    var total: Int64 = 0
    for line in lines {
      try total.add(line.amount)
      table.add(
        .text(register[line.deal].name), .money(line.amount, register.base), .day(line.since),
        .integer(Int64(cutOff.number) - Int64(line.since.number)))
    }
    table.add(.phrase(.total), .money(total, register.base), .empty, .empty, role: .total)
    return table
  }
}
