import Foundation
import LedgerCore
import Portfolio
import ReportDocument
import Testing

@testable import Reports

@Suite("Every metric explained is the metric printed")
struct ExplainedFigureTests {
  private static func sample(_ name: String) throws -> MemoryLedger {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
    return try books(String(contentsOf: root.appending(path: "ledger-samples/\(name).journal"), encoding: .utf8))
  }

  /// Whether a table prints no value of a metric for one year or envelope, and so nothing is to be explained.
  private static func isOfWholeAlone(_ metric: LeverageMetric) -> Bool {
    metric.looksThrough || metric == .l10 || metric == .l10ByShare
  }

  @Test("of the whole, by every code: value, numerator and denominator are those of the table", arguments: ["lookthrough", "leverage"])
  func whole(sample: String) throws {
    let ledger = try Self.sample(sample)
    for policy in [LeveragePolicy(), LeveragePolicy(tier: .narrow, countsRecycled: false, stateFirmsArePublic: true)] {
      let report = try LeverageReport(by: .none, policy: policy).document(from: ledger)
      var seen: [LeverageMetric] = []
      for id in ["headline", "further"] {
        let table = try report.table(id)
        for metric in LeverageMetric.allCases where try table.column("code").contains(.text(metric.rawValue)) {
          let document = try LeverageExplainReport(metric, policy: policy).document(from: ledger)
          for column in ["numerator", "denominator", "value"] {
            #expect(try document.figure(column) == table.cell(metric.rawValue, column), "\(metric.rawValue) \(column)")
          }
          seen.append(metric)
        }
      }
      #expect(Set(seen) == Set(LeverageMetric.allCases))
    }
    let credited = try LeverageExplainReport(.l10).document(from: Self.sample("lookthrough"))
    #expect(try credited.figure("value") == .ratio(Ratio(3_750_000_000, over: 2_500_000_000)))
    #expect(try credited.figure("numerator") == credited.table("mobilised").column("attributed", role: .total).first)
  }

  @Test(
    "so they are of each group, and of the total of each breakdown",
    arguments: ["lookthrough", "leverage"], [Grouping.deal, .programme, .fund, .year, .envelope])
  func groups(sample: String, grouping: Grouping) throws {
    let ledger = try Self.sample(sample)
    let report = try LeverageReport(by: grouping).document(from: ledger)
    let isSplit = grouping == .year || grouping == .envelope
    for id in ["breakdown", "breakdownThrough", "breakdownCredited"] {
      let table = try report.table(id)
      for row in table.rows {
        let group = row.role == .total ? nil : row.cells.first?.words
        for (column, cell) in zip(table.columns, row.cells) {
          guard let metric = LeverageMetric(named: column.id) else { continue }
          let asked = LeverageExplainReport(metric, of: group, by: grouping)
          if isSplit && group != nil && Self.isOfWholeAlone(metric) {
            #expect(throws: Diagnostic.self) { try asked.document(from: ledger) }
            continue
          }
          #expect(try asked.document(from: ledger).figure("value") == cell, "\(metric.rawValue) of \(group ?? "all")")
        }
      }
    }
  }
}
