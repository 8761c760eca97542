import Foundation
import Testing

@Suite("bgt close, reopen, seal")
struct PeriodCommandTests {
  /// A book with a year of life.
  private func book() throws -> Bgt {
    let bgt = try Bgt()
    try bgt.write(
      """
      book "某市" rules:fiscal-2022
      programme P from:2019-01-01
      party A kind:company
      2022-01-20 budget 2022/P 10,000,000.00
      2022-02-01 deal A/1 party:A programme:P method:direct
      2022-03-15 pay A/1 5,000,000.00 envelope:2022/P share:10%
      2022-06-30 result A/1 2,000,000.00

      """, to: "life.journal")
    let run = try bgt.run("import", "life.journal")
    #expect(run.code == 0, "\(run.errors)")
    return bgt
  }

  @Test("a year is closed, sealed and verified; a reopening breaks the seal and says so")
  func seal() throws {
    let bgt = try book()
    defer { bgt.remove() }
    let closed = try bgt.run("close", "2022", "--keep")
    #expect(closed.code == 0, "\(closed.errors)")
    #expect(closed.errors.contains("W6020"), "what the envelope still holds")
    let line = try #require(closed.output.split(separator: "\n").first { $0.contains("封账 2022：#") })
    let digest = try #require(line.split(separator: " ").last).trimmingCharacters(in: .whitespaces)
    #expect(try bgt.run("seal", "2022").output.contains(digest))
    let sound = try bgt.run("verify", "--seal", "2022=\(digest)")
    #expect(sound.code == 0, "\(sound)")
    let wrong = try bgt.run("verify", "--seal", "2022=" + String(repeating: "0", count: 64))
    #expect(wrong.code == 1)
    #expect(wrong.output.contains("封账 2022：不符"))
    #expect(try bgt.run("verify", "--seal", "2022").code == 2)
    let reopened = try bgt.run("reopen", "2022", "--reason", "漏记")
    #expect(reopened.code == 0, "\(reopened.errors)")
    #expect(reopened.output.contains("张三"), "who allowed it is who records, unless named")
    let broken = try bgt.run("verify", "--seal", "2022=\(digest)")
    #expect(broken.code == 1)
    #expect(broken.output.contains("此后该年由 #"))
    #expect(try bgt.run("seal", "2022").code == 3)
    // The same day and the same words again: it is another closing.
    #expect(try bgt.run("close", "2022", "--keep").code == 0)
    #expect(try bgt.run("verify").code == 0)
  }

  @Test("a year whose envelopes hold money is not closed before somebody says so; each way out that is named works")
  func quotaLeft() throws {
    let bgt = try book()
    defer { bgt.remove() }
    let head = try bgt.run("verify").output
    let refused = try bgt.run("close", "2022")
    #expect(refused.code == 3 && refused.errors.contains("R3056") && refused.errors.contains("bgt record carry"), "\(refused.errors)")
    let recorded = try bgt.run("record", "close", "2022", "--date", "2023-01-10")
    #expect(recorded.code == 3 && recorded.errors.contains("R3056"), "\(recorded.errors)")
    #expect(try bgt.run("verify").output == head, "nothing was closed")
    // Closed all the same: what the warning and the refusal name is gone through.
    #expect(try bgt.run("close", "2022", "--keep", "--date", "2023-01-10").errors.contains("日期写在整理期结束（2023-01-31）以后"))
    let carry = ["record", "carry", "2022/P", "1,000,000.00", "--to", "2023/P", "--date"]
    let within = try bgt.run(arguments: carry + ["2023-01-20"])
    #expect(within.code == 3 && within.errors.contains("日期写在整理期结束（2023-01-31）以后"), "\(within.errors)")
    #expect(!within.errors.contains("未结账的月份"))
    #expect(try bgt.run("reopen", "2022", "--ledger", "quota", "--reason", "结转").code == 0)
    #expect(try bgt.run(arguments: ["record", "carry", "2022/P", "5,000,000.00", "--to", "2023/P", "--date", "2023-01-21"]).code == 0)
    let closed = try bgt.run("close", "2022", "--ledger", "quota")
    #expect(closed.code == 0 && !closed.errors.contains("W6020"), "\(closed.errors)")
    #expect(try bgt.run("verify").code == 0)
    let other = try book()
    defer { other.remove() }
    #expect(try other.run("close", "2022", "--keep", "--date", "2023-01-10").code == 0)
    #expect(try other.run(arguments: carry + ["2023-02-01"]).code == 0)
    let third = try book()
    defer { third.remove() }
    let kept = try third.run("record", "close", "2022", "--keep", "--date", "2023-01-10")
    #expect(kept.code == 0 && kept.errors.contains("W6020"), "\(kept.errors)")
  }

  @Test("reports of a year take it as a word, and it means the same as --period")
  func yearAsWord() throws {
    let bgt = try book()
    defer { bgt.remove() }
    for report in [
      ["report", "holdings"], ["report", "investments"], ["report", "exits"], ["statement", "income"],
      ["statement", "cash-flow"],
    ] {
      let byWord = try bgt.run(arguments: report + ["2022", "--format", "json"])
      let byPeriod = try bgt.run(arguments: report + ["--period", "2022", "--format", "json"])
      #expect(byWord.code == 0 && byWord.output == byPeriod.output, "\(report): \(byWord.errors)")
      #expect(byWord.output.contains("2022-12-31"), "\(report)")
      #expect(try bgt.run(arguments: report + ["2022", "--from", "2022-02-01"]).code == 2, "\(report)")
    }
    let sheet = try bgt.run("statement", "balance-sheet", "2022", "--format", "json")
    #expect(sheet.output == (try bgt.run("statement", "balance-sheet", "--as-of", "2022-12-31", "--format", "json").output))
    #expect(try bgt.run("statement", "balance-sheet", "0").code == 2)
  }

  @Test("a page leads from a deal to its vouchers, in every report that names deals")
  func drillDown() throws {
    let bgt = try book()
    defer { bgt.remove() }
    for report in [
      ["report", "holdings", "2022"], ["report", "investments"], ["leverage", "--by", "deal"], ["returns"],
    ] {
      let page = try bgt.run(arguments: report + ["--format", "html"]).output
      #expect(page.contains("href=\"#k-deal-1\"") && page.contains("id=\"k-deal-1\""), "\(report)")
      #expect(page.contains("5,000,000.00"), "\(report)")
      #expect(try !bgt.run(arguments: report).output.contains("Vouchers of the deals"), "\(report)")
    }
  }

  @Test("every way into a closed month is refused with exit code 3 and leaves no trace")
  func everyWay() throws {
    let bgt = try book()
    defer { bgt.remove() }
    #expect(try bgt.run("close", "2022", "--ledger", "fiscal").code == 0)
    let before = try bgt.run("print").output
    try bgt.write("2022-05-01 result A/1 1.00\n", to: "late.journal")
    for arguments in [
      ["record", "result", "A/1", "1.00", "--date", "2022-05-01"],
      ["import", "late.journal"],
      ["invest", "A/1", "1万元", "--envelope", "2022/P", "--date", "2022-05-01"],
      ["reverse", "8", "--reason", "错", "--date", "2022-06-30"],
    ] {
      let run = try bgt.run(arguments: arguments)
      #expect(run.code == 3, "\(arguments): \(run.code) \(run.errors)")
      #expect(run.errors.contains("R3007"), "\(arguments): \(run.errors)")
    }
    #expect(try bgt.run("print").output == before)
    #expect(try bgt.run("reverse", "8", "--reason", "错", "--date", "2023-02-01").code == 0)
  }

  @Test("without a period the state is shown, from a journal too; closing needs a book")
  func state() throws {
    let bgt = try book()
    defer { bgt.remove() }
    #expect(try bgt.run("close", "2022-03", "--ledger", "budget").code == 0)
    let state = try bgt.run("close", "--lang", "en")
    #expect(state.output.contains("closed #"))
    #expect(try bgt.run("-f", "life.journal", "close").output.contains("未结"))
    #expect(try bgt.run("-f", "life.journal", "close", "2022").code == 2)
    #expect(try bgt.run("close", "2022-01", "--ledger", "budget").code == 3)
    #expect(try bgt.run("close", "june").code == 4)
  }
}
