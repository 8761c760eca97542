import LedgerCore
import Testing

@testable import Portfolio

@Suite("Whose money others' money is")
struct ContributorWarningTests {
  private static let parties = "party 省 kind:government\nparty 国企 kind:state-firm\nparty 某创投\nparty 城 kind:holder\n"

  private func warnings(_ line: String) throws -> [DiagnosticCode] {
    let books = try Books(Self.parties + "2022-02-01 \(line)\n")
    #expect(books.problems == [])
    return books.events.last?.warnings.map(\.code) ?? []
  }

  @Test(
    "a class that its party cannot be of is warned of and counted as it is said",
    arguments: [
      ("social 甲/A 5.00 party:省 class:private evidence:协议", true), ("call 基金/一期 5.00 party:省 class:state-firm evidence:凭证", true),
      ("subscribe 基金/一期 5.00 party:国企 class:private evidence:协议", true), ("round 甲/A 5.00 party:城 class:bank evidence:协议", true),
      ("social 甲/A 5.00 party:省 class:public evidence:协议", false), ("social 甲/A 5.00 party:省 evidence:协议", false),
      ("social 甲/A 5.00 party:城 class:public evidence:协议", false), ("social 甲/A 5.00 party:某创投 class:state-firm evidence:协议", false),
      ("social 甲/A 5.00 party:银行 class:private evidence:协议", false), ("social 甲/A 5.00 class:private evidence:协议", false),
    ])
  func classes(_ line: String, _ isWarned: Bool) throws {
    #expect(try warnings(line).contains(.classAgainstKind) == isWarned)
    let fact = try #require(try Books(Self.parties + "2022-02-01 \(line)\n").events.last?.facts.first { $0.measure == .contributed })
    if line.contains("class:private") { #expect(fact.traits.contributor == .private) }
  }

  @Test(
    "what a company puts into itself is no money of others: it is warned of, beside our deal, beside a fund and as a loan",
    arguments: [
      ("social 甲/A 5.00 party:甲 evidence:协议", true), ("social 基金/一期 5.00 party:甲 level:project project:甲 evidence:协议", true),
      ("call 基金/一期 5.00 party:基金甲 evidence:凭证", true), ("loan 甲/A 5.00 party:甲 evidence:合同", true),
      ("social 基金/一期 5.00 party:某创投 level:project project:甲 evidence:协议", false), ("loan 甲/A 5.00 party:银行 evidence:合同", false),
      ("call 基金/一期 5.00 party:甲 evidence:凭证", false), ("ownfunds 甲/A 5.00 evidence:决算", false),
    ])
  func investees(_ line: String, _ isWarned: Bool) throws {
    #expect(try warnings(line).contains(.investeeAsContributor) == isWarned)
  }

  @Test("our part of an investment is warned of where the fund does not designate investments")
  func designation() throws {
    let line = "deploy 基金/一期 5.00 party:甲 ours:2.00 evidence:协议"
    #expect(try warnings(line).contains(.designationUnused))
    let books = try Books("2022-01-01 deal 基金/二期 party:基金甲 programme:拨改投 method:注资引导投资 tracing:指定项目\n2022-02-01 \(line)\n")
    #expect(books.events.last?.warnings.map(\.code).contains(.designationUnused) == false)
  }

  @Test(
    "a loan on a deal in a fund that names no borrower is warned of: it may be the fund's own, which counts where it is invested",
    arguments: [
      ("loan 基金/一期 5.00 party:银行 evidence:合同", true), ("social 基金/一期 5.00 party:银行 level:debt evidence:合同", true),
      ("loan 基金/一期 5.00 party:银行 project:甲 evidence:合同", false), ("loan 基金/一期 5.00 party:银行 project:基金甲 evidence:合同", false),
      ("loan 甲/A 5.00 party:银行 evidence:合同", false), ("social 基金/一期 5.00 party:银行 level:fund evidence:协议", false),
    ])
  func borrowers(_ line: String, _ isWarned: Bool) throws {
    #expect(try warnings(line).contains(.borrowerUnnamed) == isWarned)
  }

  @Test("what partners from before ours, later ones and banks paid in is in the fund: it may be invested, and go back")
  func partnersOfAllTimes() throws {
    for partner in ["party:某创投 level:earlier", "party:某创投 level:later", "party:银行", "party:银行 level:fund"] {
      let books = try Books(
        Self.parties + """
          2022-02-01 social 基金/一期 5.00 \(partner) evidence:协议
          2022-02-02 deploy 基金/一期 5.00 party:甲 evidence:协议

          """)
      #expect(books.problems == [])
      #expect(books.events.last?.warnings.contains { $0.code == .deployedBeyond } == false, "\(partner)")
    }
    let later = try Books(
      Self.parties + """
        2022-02-01 social 基金/一期 5.00 party:某创投 level:later evidence:协议
        2022-02-02 social 基金/一期 5.00 party:某创投 level:fund stage:returned evidence:回单

        """)
    #expect(later.problems == [])
    #expect(later.events.last?.warnings.contains { $0.code == .returnedBeyond } == false)
  }

  @Test("a bank sells its interest in a fund like any partner; what is called money from before ours is not sold")
  func sellers() throws {
    func problems(_ first: String) throws -> [DiagnosticCode] {
      try Books(
        Self.parties + "2022-02-01 social 基金/一期 5.00 \(first) evidence:协议\n"
          + "2022-02-02 call 基金/一期 5.00 party:国企 seller:\(first.contains("银行") ? "银行" : "某创投") evidence:转让协议\n"
      ).problems.map(\.code)
    }
    #expect(try problems("party:银行 level:fund") == [])
    #expect(try problems("party:某创投 level:later") == [])
    #expect(try problems("party:某创投 level:earlier") == [.soldBeyondHeld])
  }
}
