import LedgerCore
import Portfolio
import ReportDocument

/// How much a set of books holds: events by kind, vouchers, postings, span of dates, registers, chain head.
public struct StatsReport: Sendable {
  /// The two times of the question.
  public var moment: Moment

  public init(moment: Moment = .latest) { self.moment = moment }

  /// The counts as a document.
  ///
  /// - Throws: what the source throws.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    var document = try ReportFrame(source: source, moment: moment).document(
      "stats", title: Phrase("账簿概况", "Statistics"))
    let counts = try source.eventCounts(at: moment)
    let extent = try source.extent(at: moment)
    let rules = source.rules
    let register = source.register
    // Declarations hold whatever their day, so what is registered is not cut off.
    let all = moment.asOf == .never ? Phrase.none : Phrase("（全部）", " (all)")
    let figures = [
      Figure("rules", Phrase("记账规则", "Posting rules"), .text("\(rules.name) v\(rules.version)")),
      Figure("rulesStatus", Phrase("规则状态", "Status of the rules"), rules.status.cell),
      Figure("events", Phrase("事项", "Events"), .count(counts.reduce(0) { $0 + $1.count })),
      Figure("vouchers", Phrase("凭证", "Vouchers"), .integer(extent.vouchers)),
      Figure("postings", Phrase("分录", "Postings"), .integer(extent.postings)),
      Figure("firstDay", Phrase("最早日期", "First day"), .day(ifAny: extent.days?.lowerBound)),
      Figure("lastDay", Phrase("最晚日期", "Last day"), .day(ifAny: extent.days?.upperBound)),
      Figure("programmes", Phrase("专项", "Programmes") + all, .count(register.programmes.count)),
      Figure("envelopes", Phrase("预算指标", "Envelopes") + all, .count(register.envelopes.count)),
      Figure("deals", Phrase("投资项目", "Deals") + all, .count(register.deals.count)),
      Figure("parties", Phrase("单位", "Parties") + all, .count(register.parties.count)),
      Figure("accounts", Phrase("科目", "Accounts") + all, .count(register.accounts.count)),
      Figure("commodities", Phrase("币种", "Commodities") + all, .count(register.commodities.count)),
    ]
    var table = Table(
      "events",
      columns: [
        Column("kind", Phrase("事项类型", "Kind")), Column("name", Phrase("名称", "Name")),
        Column("count", Phrase("数量", "Count"), .integer),
      ])
    for (kind, count) in counts {
      table.add(.text(kind), .text(EventCatalog.kind(named: kind)?.chinese ?? ""), .count(count))
    }
    table.add(.phrase(.total), .empty, .count(counts.reduce(0) { $0 + $1.count }), role: .total)
    document.sections = [
      Section("book", blocks: [.figures(FigureList("stats", figures))]),
      Section("events", title: Phrase("事项", "Events by kind"), blocks: [.table(table)]),
    ]
    return document
  }
}
