import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("Balances by period, as a tree, by dimension")
struct BalancePeriodTests {
  private let journal = """
    commodity USD 2
    2021-12-20 * 上年
        资产:现金:甲  1000.00 CNY
        权益:期初
    2022-01-05 * 一月
        费用:办公  100.00 CNY
        资产:现金:甲
    2022-02-05 * 二月
        费用:办公  30.00 CNY
        费用:差旅  20.00 CNY
        资产:现金:甲
    2022-02-06 * 划转
        资产:现金:乙  40.00 CNY
        资产:现金:甲
    2022-04-05 * 四月
        费用:差旅  10.00 USD
        资产:现金:乙

    """

  private func table(_ change: (inout BalanceReport) -> Void) throws -> Table {
    var report = BalanceReport()
    change(&report)
    return try report.document(from: books(journal)).table("balance")
  }

  /// A table as lines of its cells, amounts in minor units.
  private func lines(_ change: (inout BalanceReport) -> Void) throws -> [String] {
    try table(change).rows.map { row in
      String(repeating: ">", count: row.indent) + row.cells.map { $0.words ?? $0.minorUnits.map { "\($0)" } ?? "" }.joined(separator: " ")
    }
  }

  @Test("changes, cumulative changes and balances of each month")
  func accumulation() throws {
    func cash(_ accumulation: Accumulation) throws -> [String] {
      try lines {
        $0.interval = Interval(.month)
        $0.from = day("2022-01-01")
        $0.moment = Moment(asOf: day("2022-03-31"))
        $0.query = query(["现金:甲"])
        $0.accumulation = accumulation
      }
    }
    #expect(try cash(.change)[0] == "资产:现金:甲 CNY -10000 -9000 0")
    #expect(try cash(.cumulative)[0] == "资产:现金:甲 CNY -10000 -19000 -19000")
    #expect(try cash(.historical)[0] == "资产:现金:甲 CNY 90000 81000 81000")
  }

  @Test("without days, columns begin and end where something moved; headings name whole units")
  func openEnds() throws {
    #expect(
      try table { $0.interval = Interval(.month) }.columns.map(\.id) == [
        "account", "commodity", "2021-12", "2022-01", "2022-02", "2022-03", "2022-04",
      ])
    #expect(try table { $0.interval = Interval(.year) }.columns.dropFirst(2).map(\.id) == ["2021", "2022"])
    let ends = try table {
      $0.interval = Interval(.quarter); $0.accumulation = .historical; $0.from = day("2022-02-01");
      $0.moment = Moment(asOf: day("2022-05-15"))
    }
    #expect(ends.columns.dropFirst(2).map(\.id) == ["2022-03-31", "2022-05-15"])
    #expect(
      try table {
        $0.interval = Interval(.day); $0.query = query(["date:2022-02"])
      }.columns.count == 2 + 28)
  }

  @Test("a tree has each account under the one above, which sums it up")
  func tree() throws {
    let found = try lines { $0.layout.isTree = true }
    #expect(
      found == [
        "权益 CNY -100000", ">权益:期初 CNY -100000", "费用 CNY 15000", "费用 USD 1000", ">费用:办公 CNY 13000", ">费用:差旅 CNY 2000", ">费用:差旅 USD 1000",
        "资产 CNY 85000", "资产 USD -1000", ">资产:现金 CNY 85000", ">资产:现金 USD -1000", ">>资产:现金:乙 CNY 4000", ">>资产:现金:乙 USD -1000",
        ">>资产:现金:甲 CNY 81000", "合计 CNY 0", "合计 USD 0",
      ])
    #expect(
      try lines {
        $0.layout.isTree = true; $0.depth = 2
      }.contains(">资产:现金 CNY 85000"))
  }

  @Test("what stands on an account itself, beside its details, has a line of its own")
  func own() throws {
    let ledger = try books("2022-01-01 * a\n    a  1.00 CNY\n    a:b  2.00 CNY\n    c\n")
    var report = BalanceReport()
    report.layout.isTree = true
    let rows = try report.document(from: ledger).table("balance").rows
    #expect(rows.map { $0.cells.last?.minorUnits } == [300, 100, 200, -300, 0])
  }

  @Test("row totals sum changes up, balances have none; averages round half away from zero")
  func rowSums() throws {
    func office(_ accumulation: Accumulation) throws -> String {
      try lines {
        $0.interval = Interval(.month)
        $0.from = day("2022-01-01")
        $0.moment = Moment(asOf: day("2022-03-31"))
        $0.accumulation = accumulation
        $0.layout.hasRowTotals = true
        $0.layout.hasAverages = true
        $0.query = query(["办公"])
      }[0]
    }
    #expect(try office(.change) == "费用:办公 CNY 10000 3000 0 13000 4333")
    #expect(try office(.historical) == "费用:办公 CNY 10000 13000 13000 12000")
  }

  @Test("sorted by amount the largest comes first, siblings among themselves")
  func sorted() throws {
    let found = try lines {
      $0.layout.isSortedByAmount = true; $0.query = query(["cur:CNY"])
    }
    #expect(found.dropLast().map { $0.split(separator: " ")[0] } == ["资产:现金:甲", "费用:办公", "资产:现金:乙", "费用:差旅", "权益:期初"])
  }

  @Test("per cent is of the column's total, exactly; of a column that sums to zero there is none")
  func percent() throws {
    let part = try table {
      $0.layout.isPercent = true; $0.query = query(["费用", "cur:CNY"])
    }
    #expect(try part.column("balance") == [.percent(Ratio(13000, over: 15000)), .percent(Ratio(2000, over: 15000))])
    let all = try table { $0.layout.isPercent = true }
    #expect(all.notes.count == 1)
    #expect(part.notes.isEmpty)
  }

  @Test("inverted, every sign is turned")
  func inverted() throws {
    let plain = try table { _ in }.amounts("balance")
    #expect(try table { $0.layout.isInverted = true }.amounts("balance") == plain.map { -$0 })
  }

  @Test("an interval with more columns than anybody reads is refused")
  func tooMany() throws {
    let found = #expect(throws: Diagnostic.self) {
      try table {
        $0.interval = Interval(.day); $0.from = day("1990-01-01"); $0.moment = Moment(asOf: day("2022-12-31"))
      }
    }
    #expect(found?.code == .tooManyPeriods)
  }

  @Test("books without a voucher have a table without periods")
  func empty() throws {
    var report = BalanceReport()
    report.interval = Interval(.month)
    let document = try report.document(from: books(""))
    #expect(try document.table("balance").rows.isEmpty && document.notes == [.nothingToShow])
  }

  @Test("the kind of event and the narration can stand in the place of accounts")
  func pivotOfPostings() throws {
    let found = try lines {
      $0.layout.pivot = .text; $0.query = query(["费用"])
    }
    #expect(found == ["一月 CNY 10000", "二月 CNY 5000", "四月 USD 1000", "合计 CNY 15000", "合计 USD 1000"])
    #expect(
      try lines {
        $0.layout.pivot = .kind; $0.query = query(["费用", "cur:CNY"])
      }[0] == "entry CNY 15000")
    #expect(try lines { $0.layout.pivot = .book }.first == "fiscal CNY 0" || lines { $0.layout.pivot = .book }.isEmpty)
  }
}

/// A query of tests; one that cannot be read asks for an account that no books have, which fails the test.
func query(_ words: [String]) -> Query {
  (try? Query(words, today: day("2022-01-01"))) ?? (try? Query(["unreadable-\(words)"], today: day("2022-01-01"))) ?? .all
}
