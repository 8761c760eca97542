import LedgerCore
import Portfolio
import ReportDocument

/// What an investment did: its vouchers, what is left of the envelopes, and the leverage that deal and programme have now.
public struct InvestReport: Sendable {
  /// One event of the investment.
  public typealias Part = RecordedPart

  /// The name of the deal.
  public var deal: String
  /// The events of the investment, in order of recording.
  public var parts: [Part]

  public init(deal: String, parts: [Part]) {
    self.deal = deal
    self.parts = parts
  }

  /// The multipliers shown for deal and programme.
  private static let shown: [LeverageMetric] = [.m1, .m1Committed, .m2, .l4, .l11]

  /// The confirmation as a document; `source` must hold the events.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    let facts = try source.facts(at: .latest)
    let metrics = InvestReport.shown
    let last = try source.lastDay(at: .latest)
    var document = try ReportFrame(source: source, moment: .latest).document(
      "invest", title: Phrase("投资已记入：\(deal)", "Investment recorded: \(deal)"),
      definitions: metrics.map { $0.definition(LeveragePolicy(), asOf: last) })
    document.sections = [
      Section("vouchers", title: Phrase("凭证", "Vouchers"), blocks: [.table(VoucherList(register: source.register).table(of: parts))]),
      Section("envelopes", title: Phrase("指标余额", "What is left of the envelope"), blocks: try envelopes(facts, source)),
      Section("leverage", title: Phrase("放大倍数", "Leverage"), blocks: [.table(try leverage(facts, source))]),
    ]
    return document
  }

  private func envelopes(_ facts: [Fact], _ source: any LedgerSource) throws(Diagnostic) -> [Block] {
    let touched = Set(parts.flatMap(\.recorded.facts).map(\.dimensions.envelope)).filter { !$0.isNone }
    if touched.isEmpty {
      return [.paragraph(Phrase("未动用预算指标。", "No envelope was drawn on."))]
    }
    var table = Table(
      "envelopes",
      columns: [
        Column("envelope", Phrase("指标", "Envelope")), Column("final", Phrase("调整后预算", "Final budget"), .money),
        Column("signed", Phrase("已签约未付", "Signed, unpaid"), .money), Column("paid", Phrase("已支付", "Paid"), .money),
        Column("available", Phrase("可执行", "Available"), .money),
      ])
    let base = source.register.base
    for envelope in touched.sorted() {
      var sums = MeasureTotals()
      for fact in facts where fact.dimensions.envelope == envelope {
        try Diagnostic.onOverflow { () throws(MoneyOverflow) in try sums.add(fact) }
      }
      let figures = EnvelopeFigures(sums)
      table.add(
        .text(source.register[envelope].name), .money(figures.final, base), .money(figures.signedUnpaid, base),
        .money(figures.paid, base), .money(figures.available, base))
    }
    return [.table(table)]
  }

  private func leverage(_ facts: [Fact], _ source: any LedgerSource) throws(Diagnostic) -> Table {
    var table = Table(
      "leverage",
      columns: [Column("scope", Phrase("范围", "Scope"))]
        + InvestReport.shown.map { Column($0.rawValue, .plain($0.rawValue), .ratio(decimals: 2)) })
    guard let deal = source.register.deal(named: deal) else { return table }
    let programme = source.register[deal.programme]
    let register = source.register
    let byDeal = try LeverageView(facts, register: register, by: .deal)
    let byProgramme = try LeverageView(facts, register: register, by: .programme)
    let scopes = [
      (Phrase("项目 \(deal.name)", "Deal \(deal.name)"), byDeal.sums(named: deal.name)),
      (Phrase("专项 \(programme.name)", "Programme \(programme.name)"), byProgramme.sums(named: programme.name)),
    ]
    for (name, sums) in scopes {
      let figures = try LeverageReport.figures(of: sums, LeveragePolicy())
      let values = InvestReport.shown.map { metric in
        figures.first { $0.metric == metric }.map { Cell.ratio($0.ratio) } ?? .empty
      }
      table.rows.append(Row([.phrase(name)] + values))
    }
    return table
  }
}
