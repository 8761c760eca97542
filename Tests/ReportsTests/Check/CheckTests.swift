import Foundation
import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("bgt check")
struct CheckTests {
  private static let start = """
    programme 拨改投 from:2019-01-01
    party 国投 kind:holder
    party 甲 kind:company industry:C36
    party 乙 kind:company industry:C36 stage:初创期
    party 基金甲 kind:fund
    party 省财政 kind:government
    2022-01-01 budget 2022/拨改投 100,000.00 economic:50803
    2022-01-10 deal 甲/A party:甲 programme:拨改投 method:直接投资 term:1y
    2022-01-10 deal 乙/A party:乙 programme:拨改投 method:直接投资
    2022-01-10 deal 基金/一期 party:基金甲 programme:拨改投 method:注资引导投资

    """

  /// What a journal comes to, ids of findings in order.
  private func ids(_ text: String, asOf: String? = nil, _ rules: Set<PolicyRule> = []) throws -> [String] {
    try result(text, asOf: asOf, rules).findings.map(\.id)
  }

  private func result(_ text: String, asOf: String? = nil, _ rules: Set<PolicyRule> = []) throws -> CheckResult {
    let moment = Moment(asOf: asOf.map { day($0) } ?? .never)
    return try CheckReport(moment: moment, rules: rules).result(from: try books(CheckTests.start + text))
  }

  @Test("without an adopted policy the default pack is used, and the report says so")
  func defaults() throws {
    let result = try result("2022-02-01 pay 甲/A 100.00 envelope:2022/拨改投 share:60% doc:凭证\n", [.shareCap, .largestHolder])
    #expect(result.findings.map(\.id) == ["largest-holder:甲/A", "share-cap:甲/A"])
    #expect(result.hasBreach && result.document.notes.contains { $0.en.contains("adopted no policy") })
    #expect(try result.document.figure("policies").words == "national")
    #expect(result.findings.allSatisfy { $0.requirement.status == .unverified && $0.requirement.sequence == 0 })
  }

  @Test("what the books adopted counts in place of the default pack, and only that")
  func adopted() throws {
    let text = "2022-01-01 requirement share-cap rate:70%\n2022-02-01 pay 甲/A 100.00 envelope:2022/拨改投 share:60%\n"
    #expect(try ids(text).isEmpty)
    let result = try result(text)
    #expect(!result.hasBreach && result.document.notes.allSatisfy { !$0.en.contains("adopted no policy") })
  }

  @Test("money in a company outside the fields is found, straight and through a fund; an industry nobody stated is not judged")
  func offField() throws {
    let text = """
      2022-01-01 requirement off-field words:"C36,I65"
      party 丙 kind:company industry:K70
      party 丁 kind:company industry:I651
      party 戊 kind:company
      2022-02-01 pay 甲/A 100.00 envelope:2022/拨改投 doc:凭证
      2022-02-01 pay 基金/一期 500.00 envelope:2022/拨改投 doc:凭证
      2022-03-01 deploy 基金/一期 50.00 party:丙 evidence:协议
      2022-03-02 deploy 基金/一期 60.00 party:丙 evidence:协议
      2022-03-01 deploy 基金/一期 70.00 party:丁 evidence:协议
      2022-03-01 deploy 基金/一期 80.00 party:戊 evidence:协议

      """
    let result = try result(text, [.offField])
    #expect(result.findings.map(\.id) == ["off-field:基金/一期:丙"])
    #expect(result.findings.map(\.amount) == [11_000] && result.findings[0].events.count == 2)
    #expect(try result.document.table("unjudged").rows.count == 1)
    // A list of what is not wanted lets everything else pass.
    let barred = text.replacing("C36,I65", with: "!C36")
    let other = try self.result(barred, [.offField])
    #expect(other.findings.map(\.id) == ["off-field:甲/A"])
    #expect(other.findings[0].what.en.hasSuffix("is of industry C36, the fields are any but C36"))
    #expect(try other.document.table("unjudged").rows.count == 1)
    #expect(try ids(text.replacing("C36,I65\"", with: "C36,I65\" programme:拨改投 until:2022-01-31"), [.offField]).isEmpty)
  }

  @Test("a cap counts on the day of the share, whatever is in force now")
  func effective() throws {
    let text = """
      2022-01-01 requirement share-cap rate:20% until:2022-06-30
      2022-07-01 requirement share-cap rate:40%
      2022-06-30 pay 甲/A 100.00 envelope:2022/拨改投 share:30%
      2022-07-01 pay 乙/A 100.00 envelope:2022/拨改投 share:30%

      """
    #expect(try ids(text, [.shareCap]) == ["share-cap:甲/A"])
  }

  @Test("caps on shares look at the company over all deals in it, and name each deal and its event")
  func companies() throws {
    let text = """
      programme 专项 from:2019-01-01
      2022-01-10 deal 甲/二 party:甲 programme:专项 method:直接投资
      2022-01-01 budget 2022/专项 100,000.00
      2022-01-01 requirement share-cap rate:20%
      2022-01-01 requirement largest-holder
      2022-01-01 requirement government-share-cap rate:50%
      2022-02-01 pay 甲/A 100.00 envelope:2022/拨改投 share:18% largest:20%
      2022-02-02 pay 甲/二 100.00 envelope:2022/专项 share:17% largest:20%
      2022-02-02 pay 乙/A 100.00 envelope:2022/拨改投 share:20% largest:20%

      """
    let findings = try result(text).findings
    #expect(findings.map(\.id) == ["largest-holder:甲", "share-cap:甲"])
    #expect(findings.allSatisfy { $0.what.zh.contains("持股 35%") && $0.what.zh.hasSuffix("（甲/A 18%、甲/二 17%）") })
    #expect(findings.allSatisfy { $0.day == day("2022-02-02") && $0.events.count == 2 })
    // With 16 % more of another tier at the same price all tiers come to 51 %.
    let others = text + "2022-02-02 social 甲/二 94.12 party:省财政 level:round class:public stage:paid\n"
    let government = try result(others, [.governmentShareCap]).findings
    #expect(government.map(\.id) == ["government-share-cap:甲"] && government.first?.amount == 29412)
    #expect(try ids(others + "2022-03-01 exit 甲/A 100.00\n", [.shareCap, .governmentShareCap]).isEmpty)
  }

  @Test("a fund is held with all deals in it: our commitments are added up, and so are the partners'")
  func funds() throws {
    let text = """
      2022-01-10 deal 基金/二期 party:基金甲 programme:拨改投 method:注资引导投资
      2022-01-01 requirement fund-share-cap rate:30%
      2022-01-01 requirement largest-holder
      2022-02-01 commit 基金/一期 30.00 envelope:2022/拨改投
      2022-02-01 pay 基金/一期 30.00
      2022-02-01 social 基金/一期 70.00 party:乙 level:fund stage:signed evidence:协议
      2022-03-01 pay 基金/二期 60.00 envelope:2022/拨改投

      """
    // 90 of 160; each deal alone would be 30 of 100, and one without partners.
    let findings = try result(text).findings
    #expect(findings.map(\.id) == ["fund-share-cap:基金甲", "largest-holder:基金甲"])
    #expect(findings.allSatisfy { $0.amount == 9000 && $0.events.count == 4 })
    #expect(findings.first?.what.en.hasPrefix("56.25% of the fund") == true)
  }

  @Test("what was paid without a commitment is to be registered from the payment on")
  func registrationOfPayments() throws {
    let paid = "2022-08-01 pay 甲/A 100.00 envelope:2022/拨改投 doc:凭证\n"
    #expect(try ids(paid, asOf: "2022-08-29", [.registration]).isEmpty)
    let findings = try result(paid, asOf: "2022-08-30", [.registration]).findings
    #expect(findings.map(\.id) == ["registration:甲/A"])
    #expect(findings.first?.what.zh == "2022-08-01 出资（未记认缴），至今未登记")
    #expect(try ids(paid + "2022-08-29 register 甲/A\n", asOf: "2022-12-31", [.registration]).isEmpty)
  }

  @Test("an exit below the price due is found unless a document approves it, whatever price it states")
  func concessions() throws {
    let text = """
      2022-01-10 terms 甲/A rate:10% doc:协议
      2022-02-01 pay 甲/A 3,650.00 envelope:2022/拨改投 doc:凭证
      2022-02-11 exit 甲/A 3,655.00 way:buyback
      """
    let findings = try result(text + "\n", [.missingDocument]).findings
    #expect(findings.map(\.amount) == [500] && findings.first?.id.hasPrefix("missing-document:甲/A:") == true)
    #expect(findings.first?.events.count == 1)
    #expect(try result(text + " due:3,655.00\n", [.missingDocument]).findings.map(\.amount) == [500])
    #expect(try ids(text + " doc:批复\n", [.missingDocument]).isEmpty)
  }

  @Test("every finding of the sample carries the events that it rests on")
  func eventsOfFindings() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
    let text = try String(contentsOf: root.appending(path: "ledger-samples/findings.journal"), encoding: .utf8)
    let findings = try CheckReport().result(from: books(text)).findings
    #expect(findings.count > 20)
    #expect(findings.filter(\.events.isEmpty).map(\.id) == [])
    #expect(findings.allSatisfy { $0.events == Set($0.events).sorted() })
  }

  @Test("registration is due twenty working days after signing; on the day itself nothing is late")
  func registration() throws {
    let signed = "2022-08-01 commit 甲/A 100.00 envelope:2022/拨改投\n2022-08-01 pay 甲/A 100.00 doc:凭证\n"
    #expect(try ids(signed, asOf: "2022-08-29", [.registration]).isEmpty)
    #expect(try ids(signed, asOf: "2022-08-30", [.registration]) == ["registration:甲/A"])
    #expect(try ids(signed + "2022-08-29 register 甲/A\n", asOf: "2022-12-31", [.registration]).isEmpty)
    let late = try result(signed + "2022-08-30 register 甲/A\n", asOf: "2022-12-31", [.registration]).findings
    #expect(late.map(\.day) == [day("2022-08-29")] && late.first?.events.count == 2)
  }

  @Test("a term is counted from the first payment; it is ending, over on the next day, and gone with the exit")
  func terms() throws {
    let paid = "2022-02-01 pay 甲/A 100.00 envelope:2022/拨改投 doc:凭证\n"
    let rules: Set<PolicyRule> = [.termEnding, .buybackDue, .termOver]
    #expect(try ids(paid, asOf: "2022-07-31", rules).isEmpty)
    #expect(try ids(paid, asOf: "2022-08-01", rules) == ["term-ending:甲/A"])
    #expect(try ids(paid, asOf: "2023-02-01", rules) == ["term-ending:甲/A"])
    #expect(try ids(paid, asOf: "2023-02-02", rules) == ["buyback-due:甲/A"])
    #expect(try ids(paid + "2023-02-02 exit 甲/A 120.00\n", asOf: "2023-02-02", rules).isEmpty)
  }

  @Test("a dividend is due on its day, else after so many days; what is received pays the oldest first")
  func dividends() throws {
    let text = """
      2022-02-01 pay 甲/A 100.00 envelope:2022/拨改投 doc:凭证
      2022-03-01 declare 甲/A ours:10.00 due:2022-04-30 key:D1
      2022-05-01 declare 甲/A ours:20.00

      """
    #expect(try ids(text, asOf: "2022-04-30", [.dividendOverdue]).isEmpty)
    let both = try result(text, asOf: "2022-07-01", [.dividendOverdue]).findings
    #expect(both.map(\.amount) == [1000, 2000] && both.map(\.day) == [day("2022-04-30"), day("2022-06-30")])
    let part = try result(text + "2022-06-01 receive 甲/A 12.00\n", asOf: "2022-07-01", [.dividendOverdue]).findings
    #expect(part.map(\.amount) == [1800])
  }

  @Test("money at the holder waits first in, first out, and what is used or sent back waits no more")
  func idleAtHolder() throws {
    let text = """
      2022-01-01 advance 拨改投 100.00 holder:国投
      2022-06-01 advance 拨改投 50.00 holder:国投
      2022-07-01 fee 拨改投 30.00

      """
    #expect(try ids(text, asOf: "2023-01-01", [.idleAtHolder]).isEmpty)
    let idle = try result(text, asOf: "2023-01-02", [.idleAtHolder]).findings
    #expect(idle.map(\.amount) == [7000] && idle.map(\.day) == [day("2023-01-01")])
    #expect(try result(text, asOf: "2023-06-02", [.idleAtHolder]).findings.map(\.amount) == [12000])
    let back = text + "2022-12-01 advance 拨改投 120.00 direction:out holder:国投\n"
    #expect(try ids(back, asOf: "2024-01-01", [.idleAtHolder]).isEmpty)
  }

  @Test("the price that one partner pays another for an interest is no money in the fund")
  func interestPrice() throws {
    let text = """
      2022-02-20 pay 基金/一期 100.00 envelope:2022/拨改投 doc:凭证
      2022-02-21 call 基金/一期 400.00 party:省财政 evidence:凭证
      2022-03-20 deploy 基金/一期 500.00 party:甲 evidence:协议
      2022-06-21 pay 基金/一期 300.00 envelope:2022/拨改投 seller:省财政 paid-in:200.00 doc:凭证

      """
    #expect(try ids(text, asOf: "2024-01-01", [.idleAtFund]).isEmpty)
    #expect(try ids(text.replacing("500.00 party:甲", with: "450.00 party:甲"), asOf: "2024-01-01", [.idleAtFund]).count == 1)
  }

  @Test("a fund's money waits until it invests, that of all partners together")
  func idleAtFund() throws {
    let text = """
      2022-02-01 pay 基金/一期 100.00 envelope:2022/拨改投 doc:凭证
      2022-02-01 call 基金/一期 60.00 class:private evidence:回单

      """
    let rules: Set<PolicyRule> = [.idleAtFund, .fundFirstInvestment]
    #expect(try ids(text, asOf: "2023-02-01", rules).isEmpty)
    #expect(try ids(text, asOf: "2023-02-02", rules) == ["fund-first-investment:基金/一期", "idle-at-fund:基金/一期"])
    let invested = text + "2022-12-01 deploy 基金/一期 90.00 party:甲 evidence:协议\n"
    let found = try result(invested, asOf: "2023-02-02", rules).findings
    #expect(found.map(\.id) == ["idle-at-fund:基金/一期"] && found.map(\.amount) == [7000])
  }

  @Test("government is the state and the other tiers: of a fund by commitments, of a company at the price of the closing")
  func government() throws {
    let fund = """
      2022-02-01 commit 基金/一期 40.00 envelope:2022/拨改投
      2022-02-01 pay 基金/一期 40.00 doc:凭证
      2022-02-01 subscribe 基金/一期 10.00 class:public party:省财政 evidence:协议
      2022-02-01 subscribe 基金/一期 50.00 class:private evidence:协议

      """
    #expect(try ids(fund, [.governmentShareCap, .largestHolder]).isEmpty)
    let more = fund + "2022-02-02 subscribe 基金/一期 1.00 class:public party:省财政 evidence:协议\n"
    #expect(try ids(more, [.governmentShareCap]) == ["government-share-cap:基金/一期"])
    let company = """
      2022-02-01 pay 甲/A 100.00 envelope:2022/拨改投 share:20% doc:凭证
      2022-02-01 social 甲/A 151.00 class:public party:省财政 evidence:协议

      """
    let found = try result(company, [.governmentShareCap]).findings
    #expect(found.map(\.id) == ["government-share-cap:甲/A"] && found.first?.what.en.contains("50.20%") == true)
  }

  @Test("what was reversed breaks nothing, and what is known later does not count before")
  func reversed() throws {
    let text = """
      2022-02-01 pay 甲/A 100.00 envelope:2022/拨改投 share:60% doc:凭证 key:P
      2022-03-01 reverse P reason:录错

      """
    #expect(try ids(text, [.shareCap, .largestHolder, .companyConcentration]).isEmpty)
    let known = try CheckReport(moment: Moment(knownAt: 11), rules: [.shareCap]).result(from: try books(CheckTests.start + text))
    #expect(known.findings.map(\.id) == ["share-cap:甲/A"])
  }

  @Test("equity out of an envelope of grants, and a document that is missing, are found with their events")
  func gaps() throws {
    let text = """
      2023-01-01 budget 2023/拨改投 1,000.00 economic:50701
      2023-02-01 pay 甲/A 100.00 envelope:2023/拨改投
      2023-03-01 pay 甲/A 200.00 envelope:2023/拨改投 doc:凭证

      """
    let found = try result(text, [.grantClass, .missingDocument]).findings
    #expect(found.map(\.id) == ["grant-class:2023/拨改投", "missing-document:甲/A"])
    #expect(found.last?.what.en == "1 payment without a document")
    #expect(found.map(\.amount) == [30_000, 10_000] && found.map(\.events.count) == [2, 1])
  }

  @Test(
    "names are one but for spaces, width, brackets and legal form",
    arguments: [
      ("样泵科技股份有限公司", "样泵科技有限公司", true), ("样成创投（有限合伙）", "样成创投(有限合伙)", true), ("ＡＢ 科技", "ab科技", true),
      ("样泵科技有限公司", "样阀科技有限公司", false),
    ])
  func duplicates(_ left: String, _ right: String, _ isSame: Bool) throws {
    let text = "party 丙 \"\(left)\"\nparty 丁 \"\(right)\"\n2022-02-01 pay 甲/A 1.00 envelope:2022/拨改投\n"
    #expect(try ids(text, [.duplicateParty]) == (isSame ? ["duplicate-party:丁:name"] : []))
  }

  @Test("a fund that invested more than all partners paid in is found, until the calls are recorded")
  func overinvested() throws {
    let text = """
      2022-02-01 pay 基金/一期 100.00 envelope:2022/拨改投
      2022-02-01 call 基金/一期 100.00 party:省财政 evidence:凭证
      2022-03-01 deploy 基金/一期 900.00 party:甲 evidence:协议

      """
    let found = try result(text, [.fundOverinvested]).findings
    #expect(found.map(\.id) == ["fund-overinvested:基金/一期"] && found.map(\.amount) == [70_000])
    #expect(found.map(\.events.count) == [1])
    #expect(try ids(text + "2022-03-01 call 基金/一期 700.00 class:private evidence:凭证\n", [.fundOverinvested]).isEmpty)
  }

  @Test("what was refunded whole and not released is found, and said by leverage; a release, a part that stays, or a new payment ends it")
  func refundedCommitted() throws {
    let paid = "2022-02-01 commit 甲/A 500.00 envelope:2022/拨改投\n2022-02-02 pay 甲/A 300.00\n"
    let text = paid + "2022-03-01 refund 甲/A 300.00\n"
    let found = try result(text, [.refundedCommitted]).findings
    #expect(found.map(\.id) == ["refunded-committed:甲/A"] && found.map(\.amount) == [50_000])
    #expect(found.map(\.day) == [day("2022-03-01")] && found.map(\.events.count) == [2])
    let words = "甲/A 的实缴已全部退回而认缴未解除"
    func notes(_ text: String) throws -> [Phrase] { try LeverageReport().document(from: try books(CheckTests.start + text)).notes }
    #expect(try notes(text).contains { $0.zh.contains(words) && $0.zh.contains("500.00元仍计入 M1c") })
    let byYear = try LeverageReport(by: .year).document(from: try books(CheckTests.start + paid + "2023-01-15 refund 甲/A 300.00\n"))
    #expect(byYear.notes.contains { $0.zh.contains(words) }, "what went back in another year too")
    for other in [
      paid, paid + "2022-03-01 refund 甲/A 299.99\n", text + "2022-03-02 release 甲/A 500.00\n",
      text + "2022-03-02 pay 甲/A 200.00\n", "2022-02-01 commit 甲/A 500.00 envelope:2022/拨改投\n",
      paid + "2022-03-01 refund 甲/A 300.00 key:R\n2022-03-02 reverse R reason:误\n",
    ] {
      #expect(try ids(other, [.refundedCommitted]).isEmpty, "\(other)")
      #expect(try notes(other).allSatisfy { !$0.zh.contains(words) }, "\(other)")
    }
  }

  @Test("money that cannot be traced through the funds is said to be so, with the reason")
  func untraceable() throws {
    let text = """
      2022-02-01 pay 基金/一期 100.00 envelope:2022/拨改投 share:60%
      party 另基金 kind:fund
      2022-01-01 deal 另/一期 party:另基金 programme:拨改投 method:注资引导投资
      2022-03-01 deploy 基金/一期 50.00 party:另基金 evidence:协议
      2022-03-02 deploy 另/一期 10.00 party:基金甲 evidence:协议

      """
    let table = try result(text, [.fundOverinvested]).document.table("unjudged")
    #expect(try table.column("why").compactMap { if case .phrase(let why) = $0 { why.zh } else { nil } }.contains { $0.contains("R3050") })
  }

  @Test(
    "the same deal, party, day and amount again is found as possibly the same money, unless document, key or stage tell it apart",
    arguments: [
      ("social 甲/A 20.00 party:省财政 evidence:协议1", true), ("social 甲/A 20.00 party:省财政 level:round", true),
      ("social 甲/A 20.00 party:省财政 evidence:协议2", false), ("social 甲/A 20.00 party:省财政 stage:signed evidence:协议1", false),
      ("social 甲/A 20.00 party:国投 evidence:协议1", false), ("social 甲/A 20.00 party:省财政 evidence:协议1 key:二", false),
      ("social 甲/A 20.00 party:省财政 evidence:协议1 same-as:一", false),
    ])
  func sameMoney(_ line: String, _ isFound: Bool) throws {
    let text = "2022-02-01 social 甲/A 20.00 party:省财政 evidence:协议1 key:一\n2022-02-01 \(line)\n"
    let found = try result(text, [.duplicateContribution]).findings
    #expect(found.map(\.subject.name) == (isFound ? ["甲/A"] : []))
    #expect(found.map(\.events.count) == (isFound ? [2] : []))
    // The sentence names the events, and the table does not name them once more.
    if !isFound { return }
    let sentences = try result(text, [.duplicateContribution]).document.table("findings").column("what").compactMap(\.words)
    #expect(sentences.map { sentence in sentence.filter { $0 == "#" }.count } == [2])
  }

  @Test("breaches stand before warnings, warnings before notes, each by day; machines get all of it")
  func order() throws {
    let text = """
      2022-02-01 pay 甲/A 100.00 envelope:2022/拨改投 share:60%
      2022-02-02 pay 乙/A 100.00 envelope:2022/拨改投 share:60%

      """
    let result = try result(text, asOf: "2024-01-01")
    let ranks = result.findings.map { FindingMode.allCases.firstIndex(of: $0.severity) ?? 9 }
    #expect(ranks == ranks.sorted() && Set(ranks).count == 3)
    for mode in FindingMode.allCases {
      let days = result.findings.filter { $0.severity == mode }.map(\.day)
      #expect(days == days.sorted())
    }
    guard case .array(let values)? = result.document.extras.first?.value else { return #expect(Bool(false), "no findings") }
    #expect(values.count == result.findings.count)
  }
}
