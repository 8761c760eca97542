import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Seeds
import Testing

@Suite("Yearly report and reconciliation, whatever happened")
struct YearPropertyTests {
  @Test("the random lives hold events of every kind that they try")
  func coverage() throws {
    var kinds: Set<String> = []
    var count = 0
    for seed in UInt64(1)...12 {
      for (kind, number) in try RandomPortfolio.books(seed: seed, events: 160).eventCounts(at: .latest) {
        kinds.insert(kind)
        count += number
      }
    }
    #expect(kinds.count == 24, "\(kinds.sorted())")
    #expect(count > 12 * 80)
  }

  @Test("each year closes with what the next opens with, deal by deal; every table foots", arguments: UInt64(1)...12)
  func years(seed: UInt64) throws {
    let ledger = try RandomPortfolio.books(seed: seed, events: 160)
    var closing: [String: Int64] = [:]
    for year in RandomPortfolio.years {
      let document = try YearReport(year: year).document(from: ledger)
      for table in document.tables where table.columns.contains(where: { $0.kind == .money }) {
        if !table.id.hasPrefix("cashflow") { try table.expectFoots() }
      }
      let holdings = try document.table("holdings")
      var opening: [String: Int64] = [:]
      var next: [String: Int64] = [:]
      for row in holdings.rows where row.role == .body {
        let name = row.cells[0].words ?? ""
        let amounts = row.cells.dropFirst(3).compactMap(\.minorUnits)
        #expect(amounts.dropLast().reduce(0, +) == amounts.last, "seed \(seed), \(year), \(name)")
        if amounts[0] != 0 { opening[name] = amounts[0] }
        if let last = amounts.last, last != 0 { next[name] = last }
      }
      #expect(opening == closing, "seed \(seed), \(year)")
      closing = next
      #expect(try document.figure("tieDifference") == .money(0), "seed \(seed), \(year)")
      let details = try document.table("holdingDetails")
      for column in HoldingColumns.ids {
        let sums = try (details.amounts(column, role: .total), holdings.amounts(column, role: .total))
        #expect(sums.0 == sums.1, "seed \(seed), \(year), \(column)")
      }
      if let exits = document.tables.first(where: { $0.id == "exits" }) {
        let left = try holdings.amounts("exits", role: .total)[0] + holdings.amounts("writeOffs", role: .total)[0]
        let given = try exits.rows.filter { $0.cells[2].words == "handover" && $0.role == .body }
          .reduce(Int64(0)) { $0 + (try #require($1.cells[7].minorUnits)) }
        #expect(try exits.amounts("carrying", role: .total)[0] - given == -left, "seed \(seed), \(year)")
      }
    }
  }

  @Test("the cash flow closes each month with what the holder's account holds", arguments: UInt64(1)...12)
  func holderMoney(seed: UInt64) throws {
    let ledger = try RandomPortfolio.books(seed: seed, events: 160)
    let account = try #require(ledger.register.account(named: "其他财政存款"))
    let table = try CashflowReport(by: .month).document(from: ledger).table("cashflow")
    let closing = try table.amounts("closing")
    #expect(try table.amounts("opening") == [0] + closing.dropLast())
    #expect(try table.amounts("other").allSatisfy { $0 == 0 }, "seed \(seed)")
    for (period, amount) in zip(try table.column("period"), closing) {
      let end = day("\(try #require(period.words))-01").adding(months: 1).adding(days: -1)
      let balance = try ledger.balance(of: account.id, ledger.register.baseID, asOf: end)
      #expect(balance == amount, "seed \(seed), \(period)")
    }
  }

  @Test("what only events recorded is reconciled, residual zero", arguments: UInt64(1)...12)
  func reconciled(seed: UInt64) throws {
    let ledger = try RandomPortfolio.books(seed: seed, events: 160)
    for year in RandomPortfolio.years {
      let result = try ReconcileReport(year: year).result(from: ledger)
      let document = result.document
      #expect(try document.table("envelopes").amounts("residual").allSatisfy { $0 == 0 }, "seed \(seed), \(year)")
      #expect(try document.table("outlayStatement").cell("residual", "amount") == .money(0), "seed \(seed), \(year)")
      #expect(result.isReconciled, "seed \(seed), \(year)")
      for table in document.tables { try table.expectFoots() }
      let paid = try document.table("envelopes").amounts("paid", role: .total)
      #expect(try document.table("commitments").amounts("paid", role: .total) == paid, "seed \(seed), \(year)")
      #expect(try document.table("threeWay").amounts("outlay", role: .total) == paid, "seed \(seed), \(year)")
    }
  }

  @Test("one yuan posted past the events is found, whichever book it is in", arguments: UInt64(1)...12)
  func disturbed(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let lines = [
      "    预算支出:一般公共预算  1.00 CNY\n    资金结存", "    envelope: 2021/甲\n    预算支出:一般公共预算  1.00 CNY\n    资金结存",
      "    envelope: 2021/甲\n    其他费用  1.00 CNY\n    国库存款",
      "    envelope: 2021/甲\n    可执行指标  1.00 CNY\n    已支付",
    ]
    let line = try #require(lines.randomElement(using: &random))
    let ledger = try RandomPortfolio.books(seed: seed, events: 60)
    // A voucher takes no more out of an envelope than there is.
    try ledger.record(text: "2021-06-30 raise 2021/甲 1.00\n")
    try ledger.record(text: "2021-06-30 * 手工\n\(line)\n")
    #expect(try !ReconcileReport(year: 2021).result(from: ledger).isReconciled, "\(line)")
  }
}

/// The columns of amounts that the movement by deal and the one by detail share.
private enum HoldingColumns {
  static let ids = [
    "opening", "additions", "refunds", "profitShare", "otherEquity", "dividends", "capitalised", "corrections",
    "handovers", "exits", "writeOffs", "closing",
  ]
}
