import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("The yearly report as a document to hand in")
struct YearDocumentTests {
  private func document(_ year: Int = 2023, hasAppendices: Bool = true) throws -> ReportDocument {
    try YearReport(year: year, hasAppendices: hasAppendices).document(from: books("book 聊城市\n" + twoYears))
  }

  private func statements(_ document: ReportDocument) -> [Statement] {
    document.sections.flatMap(\.blocks).compactMap { if case .statement(let statement) = $0 { statement } else { nil } }
  }

  @Test("the summary says the key figures, the same values in both languages")
  func summary() throws {
    for year in [2022, 2023] {
      let document = try document(year)
      let statements = statements(document)
      #expect(statements.count >= 4)
      for statement in statements {
        // The day is said in words in Chinese.
        #expect(Set(statement.values(.zh)) == Set(statement.values(.en)))
        #expect(!statement.isEmpty)
      }
      let said = Set(statements.flatMap { $0.values(.zh) })
      for id in [
        "envelope", "envelopePaid", "execution", "paidInYear", "paidToDate", "holdings", "carryingAmount", "fairValue",
        "cameBackInYear", "cameBackToDate", "m1", "m1Narrow", "m2", "headlineDPI", "headlineTVPI", "headlineXIRR",
      ] { #expect(said.contains(try document.figure(id)), "\(year) \(id)") }
    }
  }

  @Test("carrying amounts in words are those of the table, with their difference")
  func movement() throws {
    let document = try document(2023)
    let table = try document.table("holdings")
    let opening = try #require(table.amounts("opening", role: .total).first)
    let closing = try #require(table.amounts("closing", role: .total).first)
    let said = Set(statements(document).flatMap { $0.values(.en) })
    #expect(said.contains(.money(opening)) && said.contains(.money(closing)) && said.contains(.money(opening - closing)))
    let words = statements(document).flatMap { $0[.zh] }.map { if case .words(let words) = $0 { words } else { "" } }.joined()
    #expect(words.contains("减至") && words.contains("净减"))
    #expect(words.contains("截至2023年12月31日"))
  }

  @Test("the tables of the office stand as sections, numbered, the appendices by themselves")
  func sections() throws {
    let document = try document()
    let ids = document.sections.map(\.id)
    for id in [
      "headline", "budget", "reconcile", "execution", "exceptions", "investments", "holdings", "exits", "exitsDue",
      "cashflow", "returns", "leverageWide", "leverageNarrow", "performance", "check", "equityNote", "vouchers",
    ] { #expect(ids.contains(id), "\(id)") }
    let titles = document.sections.map(\.title)
    #expect(titles[0] == Phrase("一、摘要", "1. Summary"))
    #expect(titles[9].zh.hasPrefix("十、") && titles[10].zh.hasPrefix("十一、") && titles[10].en.hasPrefix("11. "))
    #expect(titles.suffix(2).map(\.en) == ["Appendix 1: note on equity", "Appendix 2: vouchers of the year"])
    #expect(try self.document(hasAppendices: false).sections.map(\.id) == Array(ids.dropLast(2)))
    let cover = try #require(document.cover)
    #expect(cover.body.zh == "聊城市" && cover.title.zh == "2023 年度投资组合报告" && cover.signatures.count == 3)
  }

  @Test("the appendix holds every line of the year's vouchers once, under its deal; each book balances")
  func vouchers() throws {
    let ledger = try books(twoYears)
    let document = try YearReport(year: 2023, hasAppendices: true).document(from: ledger)
    let table = try document.table("vouchers")
    var count = 0
    try ledger.postings(PostingQuery(moment: Moment(asOf: day("2023-12-31")), from: day("2023-01-01"), book: nil)) { _ in count += 1 }
    let lines = table.rows.filter { $0.role == .body }
    #expect(lines.count == count && count > 0)
    let headings = table.rows.filter { $0.role == .header }.map(\.cells[0])
    #expect(headings.prefix(2) == [.text("力得/A"), .text("时风/A")])
    #expect(Set(headings).count == headings.count)
    for book in Set(lines.map(\.cells[2])) {
      let ofBook = lines.filter { $0.cells[2] == book }
      #expect(ofBook.compactMap(\.cells[6].minorUnits).reduce(0, +) == ofBook.compactMap(\.cells[7].minorUnits).reduce(0, +))
    }
    #expect(table.columns[0].link == .defines("deal"))
    for id in ["holdings", "positions", "exits", "exitsDue"] {
      #expect(try document.table(id).columns[0].link == .refers("deal"), "\(id)")
    }
  }

  @Test("partners of a fund stand with ourselves, and foot")
  func funds() throws {
    let journal =
      twoYears + """

        party 某险资 kind:company
        2022-07-01 social 母基金/1 60,000,000.00 CNY class:private level:fund stage:signed party:某险资 evidence:合伙协议
        2022-07-02 social 母基金/1 30,000,000.00 CNY class:private level:fund stage:paid party:某险资 evidence:合伙协议
        """
    let table = try YearReport(year: 2022).document(from: books(journal)).table("funds")
    let rows = table.rows.filter { $0.role == .body }
    #expect(
      rows.map { [$0.cells[2], $0.cells[3]] } == [
        [.money(2_000_000_000), .money(2_000_000_000)], [.money(6_000_000_000), .money(3_000_000_000)],
      ])
    #expect(rows[1].cells[4] == .percent(Ratio(3_000_000_000, over: 5_000_000_000)))
    #expect(table.rows.last?.cells[2] == .money(8_000_000_000))
  }
}
