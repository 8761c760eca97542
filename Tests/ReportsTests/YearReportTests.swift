import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

/// Two years in the life of two companies and a fund.
let twoYears = """
  programme 拨改投 from:2019-01-01
  party 力得 kind:company region:371502 industry:C36
  party 时风 kind:company region:371526 industry:C36
  party 母基金 kind:fund
  party 平台 kind:holder
  2022-01-20 budget 2022/拨改投 100,000,000.00 CNY
  2022-05-30 deal 力得/A party:力得 programme:拨改投 method:direct term:18m holder:平台
  2022-05-30 deal 时风/A party:时风 programme:拨改投 method:direct
  2022-05-30 deal 母基金/1 party:母基金 programme:拨改投 method:guided
  2022-06-15 pay 力得/A 5,000,000.00 CNY envelope:2022/拨改投 share:10%
  2022-06-15 social 力得/A 15,000,000.00 CNY class:private level:round stage:paid
  2022-06-20 pay 时风/A 2,000,000.00 CNY envelope:2022/拨改投 share:5%
  2022-07-01 pay 母基金/1 20,000,000.00 CNY envelope:2022/拨改投 share:20%
  2022-12-31 result 力得/A 1,000,000.00 CNY
  2022-12-31 equity 力得/A 200,000.00 CNY
  2022-12-31 value 力得/A 6,200,000.00 CNY
  2022-12-31 carry 2022/拨改投 73,000,000.00 CNY to:2023/拨改投
  2023-03-01 declare 力得/A 500,000.00 CNY
  2023-04-01 receive 力得/A 50,000.00 CNY
  2023-05-01 capitalise 力得/A ours:20,000.00
  2023-06-01 exit 力得/A 3,000,000.00 CNY part:50% due:3,100,000.00
  2023-07-01 writeoff 时风/A
  """

@Suite("The yearly report")
struct YearReportTests {
  @Test("a year before the books is no report of zeros: it says from when they are")
  func yearBeforeAll() throws {
    let document = try YearReport(year: 1999).document(from: books(twoYears))
    #expect(document.sections.map(\.id) == ["coverage"] && document.tables.isEmpty)
    guard case .note(let note)? = document.sections.first?.blocks.first else {
      Issue.record("the report has no note")
      return
    }
    #expect(note.en.contains("nothing in 1999") && note.zh.contains("1999 年没有任何事项"))
    #expect(try YearReport(year: 2022).document(from: books(twoYears)).sections.count > 5)
  }

  @Test("a year after everything that is recorded says so at the top")
  func yearAfterAll() throws {
    let document = try YearReport(year: 2024).document(from: books(twoYears))
    guard case .note(let note)? = document.sections.first?.blocks.first else {
      Issue.record("the report begins without a note")
      return
    }
    #expect(note.zh.contains("2023-07-01"))
    #expect(try YearReport(year: 2023).document(from: books(twoYears)).sections.first?.id == "headline")
  }

  @Test("the title parts the name of the books from the year")
  func title() throws {
    let document = try YearReport(year: 2023).document(from: books("book 聊城市\n" + twoYears))
    #expect(document.title.zh.hasPrefix("聊城市 2023 年度"))
  }

  @Test("exits carry no notes on others' money or on values")
  func exitNotes() throws {
    let notes = try ExitsReport().document(from: books(twoYears)).notes.map(\.en)
    #expect(!notes.contains { $0.contains("names no document") || $0.contains("never valued") })
  }

  @Test("holdings move from opening to closing, and each column foots")
  func movement() throws {
    let document = try YearReport(year: 2023).document(from: books(twoYears))
    let holdings = try document.table("holdings")
    try holdings.expectFoots()
    // 500万 + 10万 profit + 2万 other equity; in 2023 −5万 dividend, half of the rest sold.
    #expect(try holdings.cell("力得/A", "opening") == .money(512_000_000))
    #expect(try holdings.cell("力得/A", "dividends") == .money(-5_000_000))
    #expect(try holdings.cell("力得/A", "exits") == .money(-253_500_000))
    #expect(try holdings.cell("力得/A", "closing") == .money(253_500_000))
    #expect(try holdings.cell("时风/A", "writeOffs") == .money(-200_000_000))
    for row in holdings.rows where row.role != .header {
      let amounts = row.cells.dropFirst(3).compactMap(\.minorUnits)
      #expect(amounts.dropLast().reduce(0, +) == amounts.last)
    }
  }

  @Test("the details of 股权投资 foot to the same closing, and so do the accounts")
  func details() throws {
    let document = try YearReport(year: 2023).document(from: books(twoYears))
    let details = try document.table("holdingDetails")
    try details.expectFoots()
    let holdings = try document.table("holdings")
    for column in holdings.columns.dropFirst(3) {
      let sums = try (details.amounts(column.id, role: .total), holdings.amounts(column.id, role: .total))
      #expect(sums.0 == sums.1, "\(column.id)")
    }
    #expect(try details.cell("capitalised", "closing") == .money(1_000_000))
    #expect(try document.figure("tieDifference") == .money(0))
    #expect(try document.figure("ledgerCarrying").minorUnits == holdings.amounts("closing", role: .total).first)
  }

  @Test("what one year closes with the next one opens with")
  func carriesForward() throws {
    let ledger = try books(twoYears)
    let first = try YearReport(year: 2022).document(from: ledger).table("holdings")
    let second = try YearReport(year: 2023).document(from: ledger).table("holdings")
    #expect(try first.amounts("closing", role: .total) == second.amounts("opening", role: .total))
    #expect(try first.amounts("closing", role: .total) == [2_712_000_000])
  }

  @Test("exits show principal, price due and received, what was given up and what was lost")
  func exits() throws {
    let document = try YearReport(year: 2023).document(from: books(twoYears))
    let exits = try document.table("exits")
    try exits.expectFoots()
    #expect(try exits.cell("力得/A", "principal") == .money(250_000_000))
    #expect(try exits.cell("力得/A", "shortfall") == .money(10_000_000))
    #expect(try exits.cell("力得/A", "result") == .money(46_500_000))
    #expect(try exits.cell("力得/A", "way").words == "transfer")
    #expect(try exits.cell("时风/A", "way").words == "writeOff")
    #expect(try exits.cell("时风/A", "principalLost") == .money(200_000_000))
    let holdings = try document.table("holdings")
    let left = try holdings.amounts("exits", role: .total)[0] + holdings.amounts("writeOffs", role: .total)[0]
    #expect(try exits.amounts("carrying", role: .total) == [-left])
  }

  @Test("a term that ends within twelve months is due, one that ended is overdue")
  func exitsDue() throws {
    let ledger = try books(twoYears)
    let soon = try YearReport(year: 2022).document(from: ledger).table("exitsDue")
    #expect(try soon.cell("力得/A", "termEnd") == .day(day("2023-12-15")))
    #expect(try soon.cell("力得/A", "state").words == "due")
    let late = try YearReport(year: 2023).document(from: ledger).table("exitsDue")
    #expect(try late.cell("力得/A", "state").words == "overdue")
  }

  @Test("the key figures say what was budgeted, paid, held and what came back")
  func headline() throws {
    let document = try YearReport(year: 2022).document(from: books(twoYears))
    #expect(try document.figure("envelope") == .money(10_000_000_000))
    #expect(try document.figure("paidInYear") == .money(2_700_000_000))
    #expect(try document.figure("holdings") == .integer(3))
    #expect(try document.figure("cameBackInYear") == .money(0))
    #expect(try document.figure("m1") == .ratio(Ratio(1_500_000_000, over: 2_700_000_000)))
    let next = try YearReport(year: 2023).document(from: books(twoYears))
    #expect(try next.figure("cameBackInYear") == .money(305_000_000))
    #expect(try next.figure("envelope") == .money(7_300_000_000))
  }

  @Test("ids are unique, every table foots, and money without evidence is noted")
  func document() throws {
    let document = try YearReport(year: 2022).document(from: books(twoYears))
    var ids: [String] = []
    for section in document.sections {
      for block in section.blocks {
        switch block {
        case .table(let table): ids.append(table.id)
        case .figures(let list): ids.append(list.id)
        default: break
        }
      }
    }
    #expect(Set(ids).count == ids.count, "\(ids)")
    #expect(document.notes.contains { $0.en.contains("names no document") })
    #expect(document.extras.contains { $0.name == "metrics" })
  }

  @Test("the parts stand alone as reports of their own")
  func parts() throws {
    let ledger = try books(twoYears)
    #expect(try HoldingsReport().document(from: ledger).table("positions").column("deal").count == 2)
    #expect(try ExitsReport().document(from: ledger).table("exits").column("deal").count == 2)
    let investments = try InvestmentsReport().document(from: ledger).table("investments")
    #expect(try investments.amounts("paid", role: .total) == [2_700_000_000])
    #expect(try BudgetReport().document(from: ledger).table("envelopes").column("envelope").count == 2)
  }

  @Test("a holding sold whole and bought again shows no share until one is stated, and a note says which")
  func outdatedShare() throws {
    let text = """
      programme 拨改投 from:2019-01-01
      party 甲 kind:company
      2022-01-01 budget 2022/拨改投 1,000.00 CNY
      2022-01-02 deal 甲/A party:甲 programme:拨改投 method:direct
      2022-02-01 pay 甲/A 100.00 CNY envelope:2022/拨改投 share:10%
      2022-05-01 exit 甲/A 110.00 CNY
      2022-07-01 pay 甲/A 30.00 CNY envelope:2022/拨改投

      """
    func holdings(_ text: String) throws -> (share: Cell, hasNote: Bool) {
      let document = try YearReport(year: 2022).document(from: books(text))
      let table = try #require(
        document.tables.first { table in
          table.columns.contains { $0.id == "share" } && table.rows.contains { $0.cells.first?.words == "甲/A" }
        })
      return (try table.cell("甲/A", "share"), document.notes.contains { $0.zh.contains("全部退出后再次出资") && $0.zh.contains("甲/A") })
    }
    let unknown = try holdings(text)
    #expect(unknown.share == .empty && unknown.hasNote)
    let stated = try holdings(text + "2022-08-01 value 甲/A 30.00 CNY share:3%\n")
    #expect(stated.share == .share(Rate("3%") ?? .zero) && !stated.hasNote)
  }
}
