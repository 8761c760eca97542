import LedgerCore
import Portfolio
import ReportDocument

/// What about an envelope needs somebody's attention.
struct EnvelopeFlags {
  let register: Register
  let fold: PortfolioFold
  let pledges: PledgeTable
  let aged: AgedMoney
  /// The day on which the question stands.
  let cutOff: Day

  /// The flags of an envelope, the gravest first; empty when nothing is to be seen to.
  func flags(of envelope: Envelope) -> [Phrase] {
    let figures = fold[envelope.id]
    var flags: [Phrase] = []
    if figures.available < 0 { flags.append(Phrase("超支", "exceeded")) }
    if aged.amount(in: envelope.id) > 0 { flags.append(Phrase("超期结转应收回", "take back, too old")) }
    if pledges.isUncovered(envelope, fold) { flags.append(Phrase("不足跨年承诺", "below pledges")) }
    if let last = register.lastDay(ofBudgetYear: envelope.year), cutOff > last,
      figures.available > 0 || figures.signedUnpaid > 0
    {
      flags.append(Phrase("整理期已过", "year is over"))
    }
    return flags
  }

  /// The flags as one cell.
  func cell(of envelope: Envelope) -> Cell {
    let flags = flags(of: envelope)
    if flags.isEmpty { return .empty }
    return .phrase(Phrase(flags.map(\.zh).joined(separator: "、"), flags.map(\.en).joined(separator: ", ")))
  }
}
