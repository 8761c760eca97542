import Foundation
import Testing

@Suite("Policies of a book")
struct PolicyCommandTests {
  /// A book with a company, an envelope and a deal.
  private func book() throws -> Bgt {
    let bgt = try Bgt()
    let text = """
      programme 拨改投 from:2019-01-01
      party 力得 kind:company
      2022-01-20 budget 2022/拨改投 1000万元 doc:财指〔2022〕15号
      2022-05-30 deal 力得/A party:力得 programme:拨改投 method:直接投资 term:5y

      """
    #expect(try bgt.run("import", try bgt.write(text, to: "book.journal")).code == 0)
    return bgt
  }

  @Test("a book that adopted a pack refuses what it refuses, takes an authorised exception, and verifies")
  func adopted() throws {
    let bgt = try book()
    defer { bgt.remove() }
    #expect(try bgt.run("policy", "adopt", "city-example", "--from", "2022-01-01").code == 0)
    let again = try bgt.run("policy", "adopt", "city-example", "--from", "2022-01-01")
    #expect(again.code == 0 && again.errors.contains("W6003"))
    let invest = ["invest", "力得/A", "500万元", "--date", "2022-06-15", "--envelope", "2022/拨改投", "--share", "25%"]
    let refused = try bgt.run(arguments: invest)
    #expect(refused.code == 3 && refused.errors.contains("R3080"))
    let excepted = try bgt.run(arguments: invest + ["--override", "重点项目", "--authorised", "王局长"])
    #expect(excepted.code == 0 && excepted.errors.contains("W6081"))
    #expect(try bgt.run("verify").code == 0)
    let year = try bgt.run("report", "year", "2022").output
    #expect(year.contains("重点项目") && year.contains("王局长") && year.contains("持股比例上限"))
    #expect(try bgt.run("report", "budget").code == 0)
    let check = try bgt.run("check", "--only", "share-cap", "--lang", "zh", "--format", "csv")
    #expect(check.code == 0 && check.output.contains("王局长已授权例外：重点项目"))
  }

  @Test("a book printed and imported again follows the same policy, with the same chain head")
  func printed() throws {
    let bgt = try book()
    defer { bgt.remove() }
    #expect(try bgt.run("policy", "adopt", "city-example", "--from", "2022-01-01").code == 0)
    let text = try bgt.run("print").output
    #expect(try bgt.run("import", try bgt.write(text, to: "again.journal"), "--book", "again.bgt").code == 0)
    let heads = try ["book.bgt", "again.bgt"].map { try bgt.run("verify", "--book", $0).output.split(separator: " ").last }
    #expect(heads[0] == heads[1] && heads[0] != nil)
    let checks = try ["book.bgt", "again.bgt"].map { try bgt.run("check", "--book", $0).output }
    #expect(checks[0] == checks[1] && checks[0].contains("city-example"))
  }

  @Test("a pack of one's own is read from a file, for one check or as journal text")
  func ownPack() throws {
    let bgt = try book()
    defer { bgt.remove() }
    let pack = """
      {"name": "某市", "version": 1, "title": "办法", "jurisdiction": "某市", "level": "city", "citation": "某文", "status": "own",
       "from": "2022-01-01", "rules": [{"rule": "term-cap", "term": "3y", "finding": "breach"}]}
      """
    try bgt.write(pack, to: "city.json")
    let check = try bgt.run("check", "--policy", "city.json", "--as-of", "2022-12-31")
    #expect(check.code == 1 && check.output.contains("期限上限") && check.output.contains("仅本次"))
    let journal = try bgt.run("policy", "print", "./city.json", "--from", "2022-06-01").output
    #expect(journal.hasPrefix("2022-06-01 policy 某市 办法") && journal.contains("requirement term-cap term:3y"))
    #expect(try bgt.run("import", try bgt.write(journal, to: "policy.journal")).code == 0)
    #expect(try bgt.run("policy", "show", "none").code == 2)
  }

  @Test("holidays move the day on which registration is due")
  func holidays() throws {
    let bgt = try book()
    defer { bgt.remove() }
    let signed = "2022-09-20 commit 力得/A 100万元 envelope:2022/拨改投\n2022-09-21 pay 力得/A 100万元 doc:凭证\n"
    #expect(try bgt.run("import", try bgt.write(signed, to: "signed.journal")).code == 0)
    let check = ["check", "--only", "registration", "--as-of", "2022-10-19"]
    #expect(try bgt.run(arguments: check).code == 1)
    let days = "2022-10-03\n2022-10-04\n2022-10-05\n2022-10-06\n2022-10-07\n2022-10-08 work\n2022-10-09 work\n"
    #expect(try bgt.run(arguments: check + ["--holidays", try bgt.write(days, to: "days.txt")]).code == 0)
    let wrong = try bgt.run(arguments: check + ["--holidays", try bgt.write("2022-13-01\n", to: "wrong.txt")])
    #expect(wrong.code == 4 && wrong.errors.contains("wrong.txt:1:1"))
  }
}
