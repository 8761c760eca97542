import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("Registers by period, of averages, of the other side")
struct RegisterPeriodTests {
  private let journal = """
    2021-12-20 * 上年
        资产:现金  1000.00 CNY
        权益:期初
    2022-01-05 * 一月
        费用:办公  100.00 CNY
        资产:现金
    2022-01-09 * 一月
        费用:差旅  60.00 CNY
        资产:现金
    2022-03-05 * 三月
        费用:办公  30.00 CNY
        费用:差旅  20.00 CNY
        资产:现金

    """

  private func lines(_ words: [String], from: String? = nil, _ change: (inout RegisterReport) -> Void) throws -> [String] {
    var report = RegisterReport(from: from.map(day) ?? .always)
    report.query = query(words)
    change(&report)
    let table = try report.document(from: books(journal)).table("register")
    return table.rows.map { row in
      row.cells.map { $0.words ?? $0.minorUnits.map { "\($0)" } ?? "" }.filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  @Test("by period each account has a line; the balance runs on, from the opening or from zero")
  func periods() throws {
    #expect(
      try lines(["费用", "现金"], from: "2022-01-01") { $0.interval = Interval(.month) } == [
        "opening debit 100000 CNY", "2022-01 费用:办公 10000 debit 110000 CNY", "2022-01 费用:差旅 6000 debit 116000 CNY",
        "2022-01 资产:现金 -16000 debit 100000 CNY", "2022-03 费用:办公 3000 debit 103000 CNY", "2022-03 费用:差旅 2000 debit 105000 CNY",
        "2022-03 资产:现金 -5000 debit 100000 CNY",
      ])
    #expect(
      try lines(["现金"], from: "2022-01-01") {
        $0.interval = Interval(.month); $0.layout.startsFromZero = true; $0.layout.showsEmpty = true
      }
        == ["2022-01 资产:现金 -16000 credit 16000 CNY", "2022-02 0 credit 16000 CNY", "2022-03 资产:现金 -5000 credit 21000 CNY"])
    #expect(
      try lines(["费用"]) {
        $0.interval = Interval(.year); $0.layout.depth = 1
      } == ["2022 费用 21000 debit 21000 CNY"])
  }

  @Test("the average is that of the lines so far")
  func averages() throws {
    #expect(
      try lines(["费用"]) {
        $0.interval = Interval(.month); $0.layout.depth = 1; $0.layout.hasAverages = true
      } == ["2022-01 费用 16000 16000 CNY", "2022-03 费用 5000 10500 CNY"])
    // As hledger register -M -A -E has it: a period in which nothing moved counts.
    let all = try self.lines(["费用"], from: "2022-01-01") {
      $0.interval = Interval(.month)
      $0.layout.depth = 1
      $0.layout.hasAverages = true
      $0.layout.showsEmpty = true
    }
    #expect(all == ["2022-01 费用 16000 16000 CNY", "2022-02 0 8000 CNY", "2022-03 费用 5000 7000 CNY"])
    let lines = try lines(["费用"], from: "2022-01-06") { $0.layout.hasAverages = true }
    #expect(lines.map { $0.split(separator: " ").suffix(2).first ?? "" } == ["6000", "4500", "3667"])
  }

  @Test("averages of several commodities are over the same lines, as hledger has them: months empty for one of them count")
  func commodities() throws {
    let text = """
      commodity USD 2
      2025-01-15 * a
          费用     100.00 USD
          现金
      2025-02-15 * b
          费用     300.00 CNY
          现金
      2025-04-15 * c
          费用     300.00 CNY
          现金
      2025-05-15 * d
          费用     100.00 USD
          现金

      """
    var report = RegisterReport(moment: Moment(asOf: day("2025-06-30")), from: day("2025-01-01"))
    report.query = query(["费用"])
    report.interval = Interval(.month)
    (report.layout.hasAverages, report.layout.showsEmpty) = (true, true)
    let table = try report.document(from: books(text)).table("register")
    let lines = table.rows.map { row in
      [0, 2, 3, 4].map { row.cells[$0].words ?? row.cells[$0].minorUnits.map { "\($0)" } ?? "" }.joined(separator: " ")
    }
    #expect(
      lines == [
        "2025-01 10000 10000 USD", "2025-02 30000 15000 CNY", "2025-03 0 10000 CNY", "2025-03 0 3333 USD",
        "2025-04 30000 15000 CNY", "2025-05 10000 4000 USD", "2025-06 0 10000 CNY", "2025-06 0 3333 USD",
      ])
  }

  @Test("the other lines of the vouchers, with their own balance before the period")
  func related() throws {
    let found = try lines(["现金"], from: "2022-03-01") { $0.layout.isRelated = true }
    #expect(found.count == 3)
    #expect(found[0].hasSuffix("credit 84000 CNY"), "\(found[0])")
    #expect(found[2].contains("费用:差旅 2000 credit 79000"), "\(found[2])")
    #expect(
      try lines(["现金"]) {
        $0.layout.isRelated = true; $0.interval = Interval(.year); $0.layout.depth = 1
      } == ["2021 权益 -100000 credit 100000 CNY", "2022 费用 21000 credit 79000 CNY"])
  }

  @Test("a pivot stands in the place of accounts")
  func pivot() throws {
    #expect(
      try lines(["费用"]) {
        $0.layout.pivot = .text; $0.interval = Interval(.year)
      } == ["2022 一月 16000 debit 16000 CNY", "2022 三月 5000 debit 21000 CNY"])
    var report = RegisterReport()
    report.layout.pivot = .kind
    let table = try report.document(from: books(journal)).table("register")
    #expect(try table.column("kind").allSatisfy { $0.words == "entry" })
  }
}
