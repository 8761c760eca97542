import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

private let opened = """
  programme 拨改投 from:2019-01-01
  party 力得 kind:company region:371502 industry:C36
  2020-06-01 deal 力得/A party:力得 programme:拨改投 method:direct
  2022-01-01 opening 力得/A 20,000,000.00 CNY adjustment:1,500,000.00 other-equity:200,000.00 receivable:300,000.00 share:10% since:2020-06-15 received:500,000.00
  2022-01-20 budget 2022/拨改投 10,000,000.00 CNY
  2022-06-15 pay 力得/A 5,000,000.00 CNY envelope:2022/拨改投 share:12%
  2022-12-31 result 力得/A 5,000,000.00 CNY

  """

@Suite("Books that begin in mid-life, in the reports")
struct OpeningTests {
  @Test("holdings show it as opening, never as a payment of the year, though the books began within the year")
  func holdings() throws {
    let document = try HoldingsReport(
      from: day("2022-01-01"), moment: Moment(asOf: day("2022-12-31"))
    ).document(from: books(opened))
    let table = try document.table("holdings")
    let amounts = try ["opening", "additions", "closing"].map { try table.cell("力得/A", $0).minorUnits }
    #expect(amounts == [2_170_000_000, 500_000_000, 2_730_000_000])
    for table in document.tables { try table.expectFoots() }
    #expect(try document.figure("tieDifference") == .money(0))
  }

  @Test("returns count what was paid and what came back before, from the day of the first payment, and say so")
  func returns() throws {
    let document = try ReturnsReport(moment: Moment(asOf: day("2022-12-31"))).document(from: books(opened))
    let table = try document.table("breakdown")
    #expect(try table.cell("力得/A", "paidIn") == .money(2_500_000_000))
    #expect(try table.cell("力得/A", "distributed") == .money(50_000_000))
    #expect(try table.cell("力得/A", "committed") == .money(2_500_000_000))
    #expect(document.notes.contains { $0.zh.contains("期初建账") })
    let vintage = try ReturnsReport(by: .vintage, moment: Moment(asOf: day("2022-12-31"))).document(from: books(opened))
    #expect(try vintage.table("breakdown").column("group").first?.words == "2020")
  }

  @Test("multipliers count what was paid before as our own money, in the year of the first payment")
  func leverage() throws {
    let text = opened + "2022-07-01 social 力得/A 50,000,000.00 CNY class:private level:round stage:paid evidence:x\n"
    let document = try LeverageReport(by: .year).document(from: books(text))
    let table = try document.table("breakdown")
    #expect(try table.cell("2020", "ownPaid") == .money(2_000_000_000))
    #expect(try table.cell("2022", "ownPaid") == .money(500_000_000))
  }

  @Test("what is agreed after the books began comes on top of what was paid before, in multipliers as in returns")
  func committed() throws {
    // 20 million paid before, 5 since of 8 agreed: committed are 20 + max(8, 5) = 28, paid in 25.
    let text = opened.replacing("2022-06-15 pay", with: "2022-06-01 commit 力得/A 8,000,000.00 CNY envelope:2022/拨改投\n2022-06-15 pay")
    let ledger = try books(text)
    let returns = try ReturnsReport(moment: Moment(asOf: day("2022-12-31"))).document(from: ledger)
    #expect(try returns.table("breakdown").cell("力得/A", "committed") == .money(2_800_000_000))
    #expect(try returns.figure("pic").text(4) == "0.8929")
    for policy in [LeveragePolicy(), LeveragePolicy(countsRecycled: false)] {
      let leverage = try LeverageReport(by: .none, policy: policy).document(from: ledger)
      #expect(try leverage.metric("M1c") == "0.00/28000000.00=0.0000")
      #expect(try leverage.metric("M2c") == "28000000.00/28000000.00=1.0000")
    }
    let explained = try LeverageExplainReport(.m1Committed).document(from: ledger)
    #expect(try explained.figure("denominatorDifference") == .money(0))
    #expect(try explained.table("counted").column("denominator").compactMap(\.minorUnits) == [2_000_000_000, 800_000_000])
    let terms = try YearReport(year: 2022).document(from: ledger).table("agreements")
    #expect(try terms.cell("力得/A", "committed") == .money(2_800_000_000))
    // What is paid beyond what was agreed takes its place: 20 + max(4, 5) = 25.
    let beyond = try books(text.replacing("8,000,000", with: "4,000,000"))
    #expect(try LeverageReport(by: .none).document(from: beyond).metric("M1c").hasSuffix("/25000000.00=0.0000"))
    #expect(try ReturnsReport().document(from: beyond).table("breakdown").cell("力得/A", "committed") == .money(2_500_000_000))
  }

  @Test("the year report has it in what was paid to date, not in what was paid in the year")
  func yearReport() throws {
    let document = try YearReport(year: 2022).document(from: books(opened))
    #expect(try document.figure("paidInYear") == .money(500_000_000))
    #expect(try document.figure("paidToDate") == .money(2_500_000_000))
    #expect(try document.figure("cameBackToDate") == .money(50_000_000))
  }

  private let plain =
    opened + """
      2022-01-01 * 期初余额
          国库存款   60,000,000.00 CNY
          累计盈余  -60,000,000.00 CNY

      """

  @Test("net changes by period leave them out; what stands at the end of a period has them in it")
  func balances() throws {
    func amounts(_ accumulation: Accumulation, from: String? = nil, interval: Interval? = Interval(.quarter), words: [String] = ["国库存款"])
      throws -> [Int64]
    {
      var report = BalanceReport(from: from.map(day) ?? .always)
      report.query = query(words)
      report.interval = interval
      report.accumulation = accumulation
      let row = try #require(try report.document(from: books(plain)).table("balance").rows.first)
      return row.cells.compactMap(\.minorUnits)
    }
    for words in [["国库存款"], ["国库存款", "not:text:没有"]] {
      #expect(try amounts(.change, words: words).first { $0 != 0 } == -500_000_000, "\(words)")
    }
    #expect(try amounts(.change) == [-500_000_000])
    #expect(try amounts(.cumulative, from: "2022-01-01") == [0, -500_000_000, -500_000_000, -500_000_000])
    #expect(try amounts(.historical, from: "2022-01-01") == [6_000_000_000, 5_500_000_000, 5_500_000_000, 5_500_000_000])
    #expect(try amounts(.change, from: "2022-01-01", interval: nil) == [-500_000_000])
    #expect(try amounts(.historical, interval: nil) == [5_500_000_000])
  }

  @Test("a register by period begins with them, as the ledgers do")
  func register() throws {
    var report = RegisterReport(from: day("2022-01-01"))
    report.query = query(["国库存款"])
    report.interval = Interval(.month)
    func lines() throws -> [String] {
      try report.document(from: books(plain)).table("register").rows.map { row in
        row.cells.map { $0.words ?? $0.minorUnits.map { "\($0)" } ?? "" }.filter { !$0.isEmpty }.joined(separator: " ")
      }
    }
    let opening = "opening debit 6000000000 CNY"
    let payment = "2022-06 国库存款 -500000000 debit 5500000000 CNY"
    #expect(try lines() == [opening, payment])
    report.from = .always
    #expect(try lines() == [opening, payment])
    report.layout.startsFromZero = true
    #expect(try lines() == ["2022-06 国库存款 -500000000 credit 500000000 CNY"])
  }
}
