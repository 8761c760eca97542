import Foundation
import Testing

@Suite("Who recorded what, and what restatement changed")
struct HistoryTests {
  /// A book with the batches of `KnownAtTests`, one a day, by two people.
  private func book() throws -> Bgt {
    var bgt = try Bgt()
    #expect(try bgt.run("init", "--title", "试验账").code == 0)
    for (index, batch) in KnownAtTests.batches.enumerated() {
      bgt.environment["BGT_NOW"] = "2026-11-2\(index)T10:00:00Z"
      bgt.environment["BGT_ACTOR"] = index % 2 == 0 ? "张三" : "李四"
      let run = try bgt.run("import", try bgt.write(batch, to: "\(index).journal"))
      #expect(run.code == 0, "\(run.errors)")
    }
    return bgt
  }

  /// The rows of the one table of a report, each by column.
  private func rows(_ bgt: Bgt, _ arguments: String...) throws -> [[String: String]] {
    let run = try bgt.run(arguments: arguments + ["--format", "csv"])
    #expect(run.code == 0, "\(run.errors)")
    let lines = run.output.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    let header = try #require(lines.first)
    return lines.dropFirst().map { Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first }) }
  }

  @Test("the history of a deal tells who, when, out of what file, and why a reversal")
  func deal() throws {
    let bgt = try book()
    defer { bgt.remove() }
    let rows = try rows(bgt, "history", "力得/A")
    #expect(
      rows.map { $0["kind"] } == [
        "deal", "commit", "pay", "social", "loan", "value", "terms", "result", "deal", "social", "plan-change", "reverse", "terms",
        "value", "exit",
      ])
    try #require(rows.count == 15)
    #expect(rows[0]["by"] == "张三")
    #expect(rows[4]["by"] == "李四")
    #expect(rows[0]["recorded"] == "2026-11-20T10:00:00Z")
    #expect(rows[0]["source"] == "0.journal")
    #expect(rows[3]["link"] == "reversed by \(rows[11]["event"] ?? "")")
    #expect(rows[11]["link"] == "reverses #11")
    #expect(rows[11]["reason"] == "证据不足")
    #expect(rows[9]["mark"] == "both", "dated 2022-06-20 when the books held 2022-12-31")
    #expect(rows[2]["amount"] == "5000000.00")
  }

  @Test("an envelope, a party, a programme, an account by code and by name, an event and a voucher have a history")
  func subjects() throws {
    let bgt = try book()
    defer { bgt.remove() }
    #expect(try rows(bgt, "history", "2022/拨改投").map { $0["kind"] } == ["budget", "commit", "pay", "pay"])
    #expect(try rows(bgt, "history", "某创投").map { $0["kind"] } == ["party", "social", "party", "reverse"])
    #expect(try rows(bgt, "history", "拨改投").first?["kind"] == "programme")
    #expect(try rows(bgt, "history", "税费").map { $0["kind"] } == ["entry", "account"])
    #expect(try rows(bgt, "history", "9901").map { $0["kind"] } == ["entry", "account"])
    #expect(try rows(bgt, "history", "#11").map { $0["kind"] } == ["social", "reverse"])
    #expect(try rows(bgt, "history", "v:1").count == 1)
    #expect(try rows(bgt, "history", "#11", "--known-at", "#13").map { $0["kind"] } == ["social"])
    for name in ["没有", "#999", "v:999"] {
      let run = try bgt.run("history", name)
      #expect(run.code == 4 && run.errors.contains("E2008"), "\(run.errors)")
    }
  }

  @Test("diff-known shows what a later batch changed of a day that was known before, and by which events")
  func difference() throws {
    let bgt = try book()
    defer { bgt.remove() }
    let run = try bgt.run("diff-known", "2026-11-21", "2026-11-22", "--format", "json")
    #expect(run.code == 0, "\(run.errors)")
    let text = run.output
    for words in ["力得/A", "state-firm", "旧科目", "证据不足", "补充协议", "M1"] {
      #expect(text.contains(words), "\(words) is not in the answer")
    }
    #expect(text.contains("entrusted"))
    #expect(!text.contains("L13"), "all money was evidenced before and after, of other amounts")
    // What is dated after the day is no restatement of it.
    let later = try bgt.run("diff-known", "2026-11-22", "2026-11-23", "--as-of", "2022-06-30", "--format", "json").output
    #expect(!later.contains("2023-03-01"))
  }

  @Test("where nothing was restated, diff-known says so")
  func nothing() throws {
    let bgt = try book()
    defer { bgt.remove() }
    let run = try bgt.run("diff-known", "2026-11-22", "2026-11-22")
    #expect(run.code == 0)
    #expect(run.output.contains("没有任何重述"))
    #expect(try bgt.run("diff-known", "#20", "#10").code == 2)
    #expect(try bgt.run("diff-known", "x", "#10").code == 2)
  }
}
