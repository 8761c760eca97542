import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("Ledgers, whatever happened")
struct LedgerPropertyTests {
  @Test("every column of the trial balance foots, debits equal credits, in all books", arguments: UInt64(1)...12)
  func trialBalance(seed: UInt64) throws {
    let ledger = try RandomPortfolio.books(seed: seed, events: 160)
    for (from, to) in [("2021-03-01", "2021-03-31"), ("2022-02-10", "2022-11-20"), ("2020-01-01", "2024-03-01")] {
      for dimensions: [DimensionKind] in [[], [.deal], [.party, .envelope]] {
        let report = TrialBalanceReport(
          book: nil, depth: 2, dimensions: dimensions, moment: Moment(asOf: day(to)), from: day(from))
        for table in try report.document(from: ledger).tables {
          try table.expectFoots()
          for column in ["yearOpening", "opening", "closing"] {
            let totals = try table.amounts(column, role: .total)
            #expect(totals[0] == totals[1], "seed \(seed), \(table.id).\(column)")
          }
          for (debit, credit) in [("debit", "credit"), ("yearDebit", "yearCredit")] {
            let totals = try (table.amounts(debit, role: .total)[0], table.amounts(credit, role: .total)[1])
            #expect(totals.0 == totals.1, "seed \(seed), \(table.id)")
          }
        }
      }
    }
  }

  @Test("balances by dimension have the totals of the trial balance", arguments: UInt64(1)...6)
  func dimensions(seed: UInt64) throws {
    let ledger = try RandomPortfolio.books(seed: seed, events: 160)
    let moment = Moment(asOf: day("2022-08-20"))
    func sum(_ table: Table) throws -> Int64 {
      try zip(table.amounts("closing"), table.column("closingSide")).reduce(0) {
        $0 + ($1.1.words == "credit" ? -$1.0 : $1.0)
      }
    }
    for kind in DimensionKind.allCases {
      let table = try DimensionsReport(by: [kind], moment: moment).document(from: ledger).table("dimensionsFiscal")
      try table.expectFoots()
      #expect(try sum(table) == 0)
      let trial = try TrialBalanceReport(moment: moment).document(from: ledger).table("trialBalanceFiscal")
      #expect(try table.amounts("debit", role: .total) == trial.amounts("debit", role: .total))
      #expect(try table.amounts("credit", role: .total) == trial.amounts("credit", role: .total))
    }
  }

  @Test("the general ledger is the sum of the detailed ledger, month by month", arguments: UInt64(1)...12)
  func generalLedger(seed: UInt64) throws {
    let ledger = try RandomPortfolio.books(seed: seed, events: 160)
    let moment = Moment(asOf: day("2023-06-17"))
    for name in ["国库存款", "其他财政存款", "股权投资", "投资收益"] {
      let accounts = AccountFilter(["^" + name])
      let general = try GeneralLedgerReport(accounts: accounts, moment: moment, from: day("2021-04-01"))
        .document(from: ledger).table("generalLedger")
      let register = try RegisterReport(
        accounts: accounts, moment: moment, from: day("2021-04-01"), hasMonthTotals: true
      ).document(from: ledger).table("register")
      func lines(_ table: Table, _ role: Row.Role, _ words: String) throws -> [[Int64]] {
        let columns = try ["debit", "credit", "balance"].map { id in
          try #require(table.columns.firstIndex { $0.id == id })
        }
        return table.rows.filter { $0.role == role && $0.cells.contains { $0.words == words } }
          .map { row in columns.map { row.cells[$0].minorUnits ?? 0 } }
      }
      let months = try lines(general, .body, "month")
      let years = try lines(general, .body, "yearToDate")
      // A month whose red entries cancel all others has no turnover, and no line in the general ledger.
      let detailed = try zip(lines(register, .subtotal, "本月合计"), lines(register, .subtotal, "本年累计"))
        .filter { month, _ in month[0] != 0 || month[1] != 0 }
      #expect(months == detailed.map(\.0), "seed \(seed), \(name)")
      #expect(years == detailed.map(\.1), "seed \(seed), \(name)")
      #expect(try months.reduce(0) { $0 + $1[0] } == register.amounts("debit").reduce(0, +), "seed \(seed), \(name)")
    }
  }
}
