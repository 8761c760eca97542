import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("Reports about the books themselves")
struct BookReportsTests {
  @Test("the chart names code, book, class and the source of each account, unverified ones said to be so")
  func chart() throws {
    let ledger = try books("account 我的科目 code:9901 class:asset\n2022-01-01 * x\n    我的科目  1\n    野科目\n")
    let document = try AccountsReport().document(from: ledger)
    let table = try document.table("accounts")
    func status(of account: String) throws -> String? {
      let row = try #require(table.rows.first { $0.cells[1] == .text(account) })
      return row.cells[4].words
    }
    #expect(try status(of: "国库存款") == "unverified")
    #expect(try status(of: "可执行指标") == "own")
    #expect(try status(of: "我的科目") == "declared")
    #expect(try status(of: "野科目") == "met")
    #expect(document.notes.count == 1)
  }

  @Test("statistics count events by kind, vouchers, postings and the span of days")
  func stats() throws {
    let text = "2022-01-01 * x\n    a  1\n    b\n2023-05-02 * y\n    a  2\n    b  -1\n    c\n"
    let ledger = try books(text, rules: "plain")
    let document = try StatsReport().document(from: ledger)
    #expect(try document.figure("vouchers") == .integer(2))
    #expect(try document.figure("postings") == .integer(5))
    #expect(try document.figure("firstDay") == .day(day("2022-01-01")))
    #expect(try document.figure("lastDay") == .day(day("2023-05-02")))
    #expect(try document.table("events").cell("entry", "count") == .integer(2))
    #expect(try document.figure("knownAt") == .integer(2))
  }

  @Test("statistics of a day count the events until then")
  func statsThen() throws {
    let ledger = try books("2022-01-01 * x\n    a  1\n    b\n2023-05-02 * y\n    a  2\n    b\n", rules: "plain")
    func events(_ moment: Moment) throws -> Cell { try StatsReport(moment: moment).document(from: ledger).figure("events") }
    #expect(try events(.latest) == .integer(2))
    #expect(try events(Moment(asOf: day("2022-12-31"))) == .integer(1))
    #expect(try events(Moment(knownAt: 1)) == .integer(1))
    let before = try StatsReport(moment: Moment(knownAt: 0)).document(from: ledger)
    #expect(try before.figure("events") == .integer(0))
    #expect(before.facts.contains { $0.value == .code("none", Phrase("无（第一项事项之前）", "none (before the first event)")) })
  }

  @Test("an empty book has statistics too")
  func emptyStats() throws {
    let document = try StatsReport().document(from: books("", rules: "plain"))
    #expect(try document.figure("events") == .integer(0))
    #expect(try document.figure("firstDay") == .empty)
  }

  @Test("a plain voucher is explained by its own event, since no rule made it")
  func explainEntry() throws {
    let ledger = try books("2022-01-01 * 手续费\n    doc: 回单12\n    其他费用  1\n    国库存款\n")
    let document = try ExplainReport(voucher: 1).document(from: ledger)
    #expect(try document.figure("fieldDoc") == .text("回单12"))
    #expect(try document.table("lines").column("account").map(\.words) == ["其他费用", "国库存款"])
    #expect(document.notes.contains { $0.en.contains("unverified") })
  }

  @Test("a voucher that does not exist is refused")
  func explainMissing() throws {
    let ledger = try books("")
    let failure = #expect(throws: Diagnostic.self) { try ExplainReport(voucher: 7).document(from: ledger) }
    #expect(failure?.code == .unknownEvent)
  }
}
