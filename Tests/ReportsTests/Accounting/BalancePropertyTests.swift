import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("Balances and registers, whatever happened")
struct BalancePropertyTests {
  private func table(_ ledger: MemoryLedger, _ change: (inout BalanceReport) -> Void) throws -> Table {
    var report = BalanceReport(book: nil)
    change(&report)
    return try report.document(from: ledger).table("balance")
  }

  /// The ids of the columns of amounts.
  private func periods(_ table: Table) -> [String] { table.columns.filter { $0.kind == .money }.map(\.id) }

  /// The balance of an account, 0 when the table has no line for it.
  private func amount(_ table: Table, _ account: String) -> Int64 {
    table.rows.first { $0.cells.first?.words == account }?.cells.last?.minorUnits ?? 0
  }

  @Test("every line of a tree is the sum of those one level below it, in every period", arguments: UInt64(1)...10)
  func tree(seed: UInt64) throws {
    let ledger = try RandomPortfolio.books(seed: seed, events: 160)
    for depth in [nil, 2] {
      let table = try table(ledger) {
        $0.layout.isTree = true
        $0.interval = Interval(.quarter)
        $0.depth = depth
      }
      let rows = Array(table.rows)
      for (place, row) in rows.enumerated() where row.role == .header {
        let below = rows[(place + 1)...].prefix { $0.indent > row.indent && $0.role != .total }
        for column in 2..<table.columns.count {
          let sum = below.filter { $0.indent == row.indent + 1 }.reduce(0) { $0 + ($1.cells[column].minorUnits ?? 0) }
          #expect(sum == row.cells[column].minorUnits, "seed \(seed), \(row.cells[0]), \(table.columns[column].id)")
        }
      }
      for column in 2..<table.columns.count {
        let roots = rows.filter { $0.indent == 0 && $0.role != .total }.reduce(0) { $0 + ($1.cells[column].minorUnits ?? 0) }
        #expect(roots == rows.last?.cells[column].minorUnits, "seed \(seed)")
      }
    }
  }

  @Test("a balance is the opening and all changes up to it; a cumulative change is that without the opening", arguments: UInt64(1)...10)
  func accumulation(seed: UInt64) throws {
    let ledger = try RandomPortfolio.books(seed: seed, events: 160)
    for interval in [Interval(.month), Interval(.week, every: 3), Interval(.year)] {
      func amounts(_ accumulation: Accumulation) throws -> [String: [Int64]] {
        let table = try table(ledger) {
          $0.interval = interval
          $0.accumulation = accumulation
          $0.from = day("2021-02-10")
          $0.moment = Moment(asOf: day("2022-11-20"))
          $0.showsZero = true
        }
        return Dictionary(
          uniqueKeysWithValues: table.rows.filter { $0.role == .body }.map { row in
            (row.cells[0].words ?? "", row.cells.dropFirst(2).map { $0.minorUnits ?? 0 })
          })
      }
      let opening = try table(ledger) { $0.moment = Moment(asOf: day("2021-02-09")) }
      let closing = try table(ledger) { $0.moment = Moment(asOf: day("2022-11-20")) }
      let (changes, cumulative, historical) = try (amounts(.change), amounts(.cumulative), amounts(.historical))
      for (account, balances) in historical {
        let before = amount(opening, account)
        var sum: Int64 = 0
        for place in balances.indices {
          sum += changes[account]?[place] ?? 0
          #expect((cumulative[account]?[place] ?? 0) == sum, "seed \(seed), \(account)")
          #expect(balances[place] == before + sum, "seed \(seed), \(account)")
        }
        #expect(balances.last == amount(closing, account), "seed \(seed), \(account)")
      }
    }
  }

  @Test("rows by any dimension sum up to the whole, in every period", arguments: UInt64(1)...8)
  func pivot(seed: UInt64) throws {
    let ledger = try RandomPortfolio.books(seed: seed, events: 160)
    for interval in [nil, Interval(.quarter)] {
      let whole = try table(ledger) {
        $0.interval = interval; $0.query = query(["股权投资", "国库", "可执行指标"])
      }
      for pivot in Pivot.allCases {
        let table = try table(ledger) {
          $0.interval = interval
          $0.query = query(["股权投资", "国库", "可执行指标"])
          $0.layout.pivot = pivot
        }
        try table.expectFoots()
        #expect(periods(table) == periods(whole), "seed \(seed), \(pivot)")
        for column in periods(whole) {
          #expect(try table.amounts(column, role: .total) == whole.amounts(column, role: .total), "seed \(seed), \(pivot), \(column)")
        }
      }
    }
  }

  @Test("the register runs to the balance, by line and by period, also from postings alone", arguments: UInt64(1)...8)
  func register(seed: UInt64) throws {
    let ledger = try RandomPortfolio.books(seed: seed, events: 160)
    for words in [["国库"], ["股权投资", "deal:*1*"], ["其他财政存款", "not text:/nothing/"]] {
      for (from, to) in [("2021-02-10", "2022-11-20"), ("2022-01-01", "2022-12-31")] {
        var report = RegisterReport(moment: Moment(asOf: day(to)), from: day(from))
        report.query = query(words)
        let balances = try? table(ledger) {
          $0.book = .fiscal; $0.query = query(words); $0.moment = Moment(asOf: day(to))
        }
        guard let balance = try balances?.amounts("balance", role: .total).first else { continue }
        for interval in [nil, Interval(.month), Interval(.week)] {
          report.interval = interval
          let rows = try report.document(from: ledger).table("register")
          let sides = try zip(rows.column("side"), rows.amounts("balance")).map { $0.words == "credit" ? -$1 : $1 }
          #expect((sides.last ?? 0) == balance, "seed \(seed), \(words)")
        }
      }
    }
  }

  @Test("what is related to some lines is the rest of their vouchers", arguments: UInt64(1)...6)
  func related(seed: UInt64) throws {
    let ledger = try RandomPortfolio.books(seed: seed, events: 120)
    var report = RegisterReport()
    report.query = query(["国库"])
    func sum(_ table: Table) throws -> Int64 { try table.amounts("debit").reduce(0, +) - table.amounts("credit").reduce(0, +) }
    let own = try sum(try report.document(from: ledger).table("register"))
    report.layout.isRelated = true
    let table = try report.document(from: ledger).table("register")
    #expect(try sum(table) == -own, "seed \(seed)")
    #expect(try !table.column("account").contains { $0.words?.contains("国库") == true }, "seed \(seed)")
  }
}
