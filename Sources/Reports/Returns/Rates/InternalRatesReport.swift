import Analytics
import LedgerCore
import ReportDocument

/// The money-weighted returns of several series of dated flows, one line each.
public struct InternalRatesReport: Sendable {
  /// One series by name.
  public struct Series: Sendable {
    /// Its name.
    public var name: String
    /// Its flows in any order; negative was paid out.
    public var flows: [DatedFlow]

    public init(_ name: String, _ flows: [DatedFlow]) {
      self.name = name
      self.flows = flows
    }
  }

  /// The series in the order in which they print.
  public var series: [Series]
  /// The rate that flows are discounted at; nil for none.
  public var discount: Rate?

  public init(_ series: [Series], discount: Rate? = nil) {
    self.series = series
    self.discount = discount
  }

  /// The answers as a document.
  public func document() -> ReportDocument {
    var columns = [
      Column("series", Phrase("序列", "Series")), Column("flows", Phrase("笔数", "Flows"), .integer),
      Column("from", Phrase("自", "From"), .day), Column("to", Phrase("至", "To"), .day),
      Column("status", Phrase("状态", "Status")), Column("xirr", .plain("XIRR"), .rate(decimals: 4)),
    ]
    if let discount { columns.append(Column("xnpv", Phrase("XNPV（\(discount)）", "XNPV at \(discount)"), .ratio(decimals: 2))) }
    var table = Table("rates", columns: columns)
    var roots = RootsTable(Phrase("序列", "Series"), hasBasis: false)
    for one in series {
      let rate = InternalRate.xirr(of: one.flows)
      let days = one.flows.map(\.day)
      table.rows.beginRow()
      table.rows.add(.text(one.name))
      table.rows.add(.count(one.flows.count))
      table.rows.add(.day(ifAny: days.min()))
      table.rows.add(.day(ifAny: days.max()))
      table.rows.add(.code(rate.status.rawValue, InternalRateReport.meaning(rate.status)))
      table.rows.add(.rate(rate.cellFigure))
      roots.add(.text(one.name), rate)
      if let discount {
        table.rows.add(PresentValue.hundredths(rate: discount, of: one.flows).map { .ratio(Ratio($0, over: 100)) } ?? .empty)
      }
    }
    return ReportDocument(
      "irr", title: Phrase("内部收益率", "Internal rates of return"), definitions: InternalRateReport.definitions(discount),
      sections: [Section("rates", blocks: [.table(table)])] + (roots.section.map { [$0] } ?? []))
  }
}
