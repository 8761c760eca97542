import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("The same money with several deals")
struct DuplicateAcrossDealsTests {
  private static let start = """
    programme P from:2019-01-01
    party 基 kind:fund
    party 甲
    party 乙
    party 民 kind:other
    party 行 kind:bank
    2020-01-05 budget 2020/P 200.00
    2020-02-01 deal 甲/A party:甲 programme:P method:direct accounting:cost
    2020-02-01 deal 甲/B party:甲 programme:P method:direct accounting:cost
    2020-02-01 deal 基/一 party:基 programme:P method:guided
    2020-03-01 pay 基/一 10.00 envelope:2020/P
    2020-03-01 pay 甲/A 3.00 envelope:2020/P
    2020-04-01 social 基/一 4.00 party:民 level:project project:甲 evidence:增资协议 key:一
    2020-04-01 loan 基/一 5.00 party:行 project:甲 evidence:借款合同

    """

  private func findings(_ line: String) throws -> [CheckFinding] {
    let source = try books(DuplicateAcrossDealsTests.start + "2020-04-01 \(line)\n")
    return try CheckReport(rules: [.duplicateContribution]).result(from: source).findings
  }

  @Test(
    "one party's money in one company of the same day, amount and document is found with both deals, whichever they are",
    arguments: [
      ("social 甲/A 4.00 party:民 evidence:增资协议", [13, 15]), ("social 甲/B 4.00 party:民 evidence:增资协议", [13, 15]),
      ("loan 甲/A 5.00 party:行 evidence:借款合同", [14, 15]),
      // Another document, company, amount, party, stage or kind of money, or the word that it is the same.
      ("social 甲/A 4.00 party:民 evidence:章程", []), ("social 甲/A 4.00 party:民", []),
      ("social 甲/A 4.01 party:民 evidence:增资协议", []), ("social 甲/A 4.00 party:乙 evidence:增资协议", []),
      ("social 甲/A 4.00 party:民 stage:signed evidence:增资协议", []), ("loan 甲/A 4.00 party:行 evidence:增资协议", []),
      ("social 甲/A 4.00 party:民 evidence:增资协议 same-as:一", []), ("social 甲/A 4.00 party:民 evidence:增资协议 key:二", []),
    ] as [(String, [Int64])])
  func found(_ line: String, _ events: [Int64]) throws {
    let found = try findings(line)
    #expect(found.map(\.events) == (events.isEmpty ? [] : [events]))
    #expect(found.allSatisfy { $0.subject.name == "甲" })
  }

  @Test("money that went into another company of the fund is other money")
  func otherCompany() throws {
    let text =
      DuplicateAcrossDealsTests.start.replacing("project:甲", with: "project:乙") + "2020-04-01 social 甲/A 4.00 party:民 evidence:增资协议\n"
    #expect(try CheckReport(rules: [.duplicateContribution]).result(from: try books(text)).findings.isEmpty)
  }

  @Test("two deals of ours in one company can hold the same money twice as well; the finding says where each stands")
  func ourDeals() throws {
    let found = try findings("social 甲/A 6.00 party:民 evidence:协议\n2020-04-01 social 甲/B 6.00 party:民 evidence:协议")
    #expect(found.map(\.id) == ["duplicate-contribution:甲:#15"] && found.first?.amount == 600)
    #expect(found.first?.what.zh == "民同日同额同一文件，登记在 2 个项目：#15 甲/A、#16 甲/B")
    #expect(found.first?.what.en == "民, same day, amount and document on several deals: #15 甲/A, #16 甲/B")
  }
}
