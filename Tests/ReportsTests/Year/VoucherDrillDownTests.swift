import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("From the deals of a report to their vouchers")
struct VoucherDrillDownTests {
  private func drilled(_ report: ReportDocument, from: Day = .always) throws -> ReportDocument {
    try VoucherDrillDown(from: from, moment: .latest).document(adding: report, from: try books(twoYears))
  }

  @Test("a report by deal leads to the vouchers of its deals and of no other")
  func byDeal() throws {
    let source = try books(twoYears)
    let report = try ReturnsReport(by: .deal).document(from: source)
    let document = try drilled(report)
    let vouchers = try #require(document.sections.last)
    #expect(vouchers.id == "vouchers")
    let table = try document.table("vouchers")
    let headings = table.rows.filter { $0.role == .header }.compactMap { row -> String? in
      if case .text(let name) = row.cells[0] { name } else { nil }
    }
    #expect(!headings.isEmpty && headings.allSatisfy { source.register.deal(named: $0) != nil })
    // Every deal with money stands in both.
    let named = try report.table("breakdown").rows.compactMap { row -> String? in
      if row.role == .body, case .text(let name) = row.cells[0] { name } else { nil }
    }
    #expect(Set(named) == Set(headings))
  }

  @Test("a report that names no deal stays as it is")
  func noDeal() throws {
    let report = try ReturnsReport(by: .programme).document(from: books(twoYears))
    #expect(try drilled(report) == report)
  }

  @Test("vouchers before the period are not listed")
  func period() throws {
    let report = try ReturnsReport(by: .deal).document(from: books(twoYears))
    let first = try #require(Day(year: 2023, month: 1, day: 1))
    let days = try drilled(report, from: first).table("vouchers").rows.compactMap { row -> Day? in
      if case .day(let day) = row.cells[0] { day } else { nil }
    }
    #expect(!days.isEmpty && days.allSatisfy { $0 >= first })
  }
}
