import LedgerCore
import Portfolio
import ReportDocument

/// The register of written-off holdings (账销案存): what was written off, why, and what came back of it since.
public struct WriteOffsReport: Sendable {
  /// The two times of the question.
  public var moment: Moment

  public init(moment: Moment = .latest) { self.moment = moment }

  /// One write-off that stands.
  private struct Line {
    let day: Day
    let sequence: Int64
    let deal: DealID
    var cost: Int64 = 0
    var carrying: Int64 = 0
  }

  /// The register as a document.
  ///
  /// - Throws: `sumOverflow` when a sum leaves its range, or what the source throws.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    var document = try ReportFrame(source: source, moment: moment).document(
      "writeoffs", title: Phrase("账销案存登记簿", "Register of written-off holdings"),
      definitions: [
        Phrase(
          "核销的股权投资继续登记；备查余额＝核销的投资成本−核销后收回（不低于零）",
          "holdings written off stay listed; memo = cost written off − recovered since, never below zero")
      ])
    let facts = try source.facts(
      at: moment, of: [.memoEntered, .memoCleared, .writtenOff, .proceedsTreasury, .proceedsHolder])
    let lines = try WriteOffsReport.lines(facts)
    let table = try self.table(lines, facts, source)
    document.sections = [Section("writeoffs", blocks: [.table(table)])]
    if lines.isEmpty { document.notes.append(.nothingToShow) }
    return document
  }

  /// Write-offs that were not reversed, by day.
  private static func lines(_ facts: [Fact]) throws(Diagnostic) -> [Line] {
    let reversals = Reversals(in: facts)
    var lines: [Int64: Line] = [:]
    for fact in facts where !reversals.hides(fact) {
      guard fact.measure == .writtenOff || fact.measure == .memoEntered else { continue }
      var line =
        lines[fact.sequence] ?? Line(day: fact.day, sequence: fact.sequence, deal: fact.dimensions.deal)
      if fact.measure == .writtenOff {
        try line.carrying.add(fact.amount)
      } else {
        try line.cost.add(fact.amount)
      }
      lines[fact.sequence] = line
    }
    return lines.values.sorted { ($0.day, $0.sequence) < ($1.day, $1.sequence) }
  }

  private func table(_ lines: [Line], _ facts: [Fact], _ source: any LedgerSource) throws(Diagnostic) -> Table {
    let register = source.register
    var table = Table(
      "writeoffs",
      columns: [
        Column("deal", Phrase("项目", "Deal")), Column("investee", Phrase("被投单位", "Investee")),
        Column("date", Phrase("核销日期", "Written off"), .day),
        Column("cost", Phrase("投资成本", "Cost"), .money), Column("carrying", Phrase("账面余额", "Carrying"), .money),
        Column("recovered", Phrase("核销后收回", "Recovered"), .money), Column("memo", Phrase("备查余额", "Memo left"), .money),
        Column("finding", Phrase("认定意见", "Finding")), Column("doc", Phrase("文号", "Document")),
      ])
    var open = try recovered(facts)
    var totals: [Int64] = [0, 0, 0, 0]
    for (index, line) in lines.enumerated() {
      // Money that came back is counted on the oldest write-off of the deal first, what exceeds them all on the last.
      let isLast = !lines[(index + 1)...].contains { $0.deal == line.deal }
      let back = isLast ? open[line.deal] ?? 0 : min(open[line.deal] ?? 0, line.cost)
      open[line.deal] = (open[line.deal] ?? 0) - back
      let event = try (source as? any EventHistory)?.recorded("#\(line.sequence)")?.event
      let deal = register[line.deal]
      let amounts = [line.cost, line.carrying, back, max(0, line.cost - back)]
      for place in amounts.indices { try totals[place].add(amounts[place]) }
      var cells: [Cell] = [.text(deal.name), deal.party.isNone ? .empty : .text(register[deal.party].name), .day(line.day)]
      for amount in amounts { cells.append(.money(amount, register.base)) }
      cells += [.text(event?.text("finding") ?? ""), .text(event?.text("doc") ?? "")]
      table.rows.append(Row(cells))
    }
    if lines.isEmpty { return table }
    var cells: [Cell] = [.phrase(.total), .empty, .empty]
    for total in totals { cells.append(.money(total, register.base)) }
    table.rows.append(Row(cells + [.empty, .empty], role: .total))
    return table
  }

  /// Money that came back of written-off holdings, by deal, reversed receipts left out.
  private func recovered(_ facts: [Fact]) throws(Diagnostic) -> [DealID: Int64] {
    var sums: [DealID: Int64] = [:]
    for fact in facts where fact.measure == .proceedsTreasury || fact.measure == .proceedsHolder {
      if fact.traits.exitWay == .writeOff { try sums[fact.dimensions.deal, default: 0].add(fact.amount) }
    }
    return sums
  }
}
