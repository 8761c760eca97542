import LedgerCore
import Portfolio
import ReportDocument

/// Which months of the four books are open, closed or reopened, and by which event.
public struct PeriodsReport: Sendable {
  /// Known-at; the state of periods has no other time.
  public var moment: Moment

  public init(moment: Moment = .latest) { self.moment = moment }

  /// The state as a document.
  ///
  /// - Throws: what the source throws.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    var document = try ReportFrame(source: source, moment: moment, namesLastDay: false).document(
      "periods", title: Phrase("会计期间", "Accounting periods"),
      definitions: [
        Phrase(
          "已结：该账簿该期间不再记账；结账须按顺序进行，反结账从最近的期间起",
          "closed: nothing is recorded in the month of that book any more; periods close in order and reopen backwards")
      ])
    let table = try self.table(source)
    document.sections = [Section("periods", blocks: [.table(table)])]
    if table.rows.isEmpty { document.notes.append(.nothingToShow) }
    return document
  }

  private func table(_ source: any LedgerSource) throws(Diagnostic) -> Table {
    let periods = source.register.periods
    var table = Table(
      "periods",
      columns: [Column("period", Phrase("期间", "Period"))] + AccountBook.allCases.map { Column($0.name, $0.phrase) })
    var active: [AccountBook: Set<Month>] = [:]
    for book in AccountBook.allCases { active[book] = Set(try source.activeMonths(of: book)) }
    let closed = periods.changes.map(\.period)
    var months = active.values.reduce(into: Set<Month>()) { $0.formUnion($1) }
    for case .month(let month) in closed { months.insert(month) }
    var years = Set(months.map(\.year))
    for case .year(let year) in closed { years.insert(year) }
    for year in years.sorted() {
      for month in months.filter({ $0.year == year }).sorted() {
        let cells = AccountBook.allCases.map { book in
          PeriodsReport.cell(month, book, periods, isActive: active[book]?.contains(month) == true)
        }
        table.rows.append(Row([.text(month.description)] + cells))
      }
      let cells = AccountBook.allCases.map { PeriodsReport.cell(ofYear: year, $0, periods) }
      table.rows.append(Row([.code("\(year)", Phrase("\(year) 年结", "\(year), year end"))] + cells, role: .result))
    }
    return table
  }

  /// How a month stands in a book; nothing when it is open and empty.
  private static func cell(_ month: Month, _ book: AccountBook, _ periods: ClosedPeriods, isActive: Bool) -> Cell {
    if let closing = periods.closing(of: book, month) { return closed(closing.sequence) }
    let reopening = periods.changes.last {
      $0.book == book && !$0.isClosing && $0.period.first <= month && month <= $0.period.last
    }
    if let reopening { return reopened(reopening.sequence) }
    return isActive ? .code("open", Phrase("未结", "open")) : .empty
  }

  private static func cell(ofYear year: Int, _ book: AccountBook, _ periods: ClosedPeriods) -> Cell {
    if let closing = periods.closings(of: book).first(where: { $0.period == .year(year) }) {
      return closed(closing.sequence)
    }
    let reopening = periods.changes.last { $0.book == book && !$0.isClosing && $0.period == .year(year) }
    return reopening.map { reopened($0.sequence) } ?? .code("open", Phrase("未结", "open"))
  }

  private static func closed(_ sequence: Int64) -> Cell {
    .code("closed #\(sequence)", Phrase("已结 #\(sequence)", "closed #\(sequence)"))
  }

  private static func reopened(_ sequence: Int64) -> Cell {
    .code("reopened #\(sequence)", Phrase("反结账 #\(sequence)", "reopened #\(sequence)"))
  }
}
