import LedgerCore
import Portfolio
import ReportDocument

/// Leads a reader from the deals in the tables of a report to their vouchers.
public struct VoucherDrillDown: Sendable {
  /// The first day of vouchers that are listed.
  public var from: Day
  /// Cut-off and known-at of the report.
  public var moment: Moment

  /// The vouchers of a period.
  public init(from: Day = .always, moment: Moment) {
    self.from = from
    self.moment = moment
  }

  /// The report with the vouchers of the deals that its tables name at the end; as it is where none is named.
  ///
  /// - Throws: what the source throws.
  public func document(adding report: ReportDocument, from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    let deals = deals(in: report, source.register)
    if deals.isEmpty { return report }
    var document = report
    document.sections.append(
      Section(
        "vouchers", title: Phrase("附：所列项目的凭证", "Vouchers of the deals above"),
        blocks: try VoucherAppendix(
          source: source, from: from, moment: moment, room: VoucherAppendix.room(beside: report), deals: deals
        ).blocks()))
    return document
  }

  /// The deals that columns refer to; none when the report lists vouchers itself.
  private func deals(in report: ReportDocument, _ register: Register) -> Set<DealID> {
    var deals: Set<DealID> = []
    for table in report.tables {
      for (index, column) in table.columns.enumerated() {
        if column.link == .defines("deal") { return [] }
        if column.link != .refers("deal") { continue }
        for row in table.rows where index < row.cells.count {
          if case .text(let name) = row.cells[index], let deal = register.deal(named: name) { deals.insert(deal.id) }
        }
      }
    }
    return deals
  }
}
