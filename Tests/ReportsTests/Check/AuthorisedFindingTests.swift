import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("Authorised exceptions in checks")
struct AuthorisedFindingTests {
  private static let start = """
    programme P from:2010-01-01
    party 甲
    party 基 kind:fund
    party 民 kind:other
    2020-01-05 budget 2020/P 900,000.00
    2019-01-01 requirement ticket-cap amount:30.00 finding:breach recording:refuse
    2019-01-01 requirement share-cap rate:20% finding:breach recording:refuse
    2019-01-01 requirement fund-share-cap rate:20% finding:breach recording:refuse
    2019-01-01 requirement largest-holder finding:breach recording:refuse
    2020-01-10 deal 甲/A party:甲 programme:P method:direct term:3y
    2020-01-10 deal 基/一 party:基 programme:P method:guided

    """
  private static let authorised = "override:市政府批准 authorised:市长"

  private func result(_ text: String) throws -> CheckResult {
    try CheckReport().result(from: try books(AuthorisedFindingTests.start + text))
  }

  @Test("what an authorised exception covers is a note that names who let it pass and why, by which event; it is no breach")
  func covered() throws {
    let result = try result("2020-02-01 pay 甲/A 40.00 envelope:2020/P share:25% largest:30% \(AuthorisedFindingTests.authorised)\n")
    #expect(result.findings.map(\.id) == ["share-cap:甲/A", "ticket-cap:甲/A"])
    #expect(result.findings.allSatisfy { $0.severity == .note } && !result.hasBreach)
    let share = try #require(result.findings.first)
    #expect(share.what.zh == "持股 25%，超过上限 20%；市长已授权例外：市政府批准（#12）")
    #expect(share.what.en == "25% is held, the cap is 20%; exception authorised by 市长: 市政府批准 (#12)")
    #expect(share.exception?.event == 12 && share.events == [12])
  }

  @Test("what goes further than was authorised is a breach again, and so is what nobody authorised")
  func beyond() throws {
    let text = "2020-02-01 pay 甲/A 20.00 envelope:2020/P share:25% largest:30% \(AuthorisedFindingTests.authorised)\n"
    #expect(try result(text + "2020-03-01 register 甲/A share:25%\n").hasBreach == false)
    let more = try result(text + "2020-03-01 register 甲/A share:25.1%\n").findings
    #expect(more.map(\.id) == ["share-cap:甲/A"] && more.map(\.severity) == [.breach] && more[0].exception == nil)
    let largest = try result(text + "2020-03-01 register 甲/A largest:24%\n").findings
    #expect(largest.map { "\($0.id) \($0.severity)" } == ["largest-holder:甲/A breach", "share-cap:甲/A note"])
  }

  @Test("an exception that was reversed with its event covers nothing; a later one covers what it says")
  func reversed() throws {
    let pay = "pay 甲/A 20.00 envelope:2020/P share:25% largest:30% \(AuthorisedFindingTests.authorised)"
    let text = "2020-02-01 \(pay) key:K\n2020-03-01 reverse K reason:录错\n2020-03-02 \(pay)\n"
    #expect(try result(text).findings.map(\.exception?.event) == [14])
  }

  @Test("the largest holder and the share of a fund can be authorised too")
  func fund() throws {
    let text = """
      2020-02-01 subscribe 基/一 10.00 party:民 evidence:协议
      2020-02-01 commit 基/一 30.00 envelope:2020/P share:75% largest:25% \(AuthorisedFindingTests.authorised)

      """
    let findings = try result(text).findings
    #expect(findings.map { "\($0.id) \($0.severity)" } == ["fund-share-cap:基/一 note", "largest-holder:基/一 note"])
    #expect(findings.allSatisfy { $0.exception?.authorised == "市长" && $0.exception?.reason == "市政府批准" })
  }

  @Test("machines get the exception with its event, and null where there is none")
  func machine() throws {
    let text = """
      2020-02-01 pay 甲/A 20.00 envelope:2020/P share:25% largest:30% \(AuthorisedFindingTests.authorised)
      2020-03-01 register 甲/A largest:24%

      """
    guard case .array(let values)? = try result(text).document.extras.first?.value else { return #expect(Bool(false), "no findings") }
    let exceptions = values.compactMap { value -> JSONValue? in
      guard case .object(let members) = value else { return nil }
      return members.first { $0.name == "exception" }?.value
    }
    #expect(exceptions.count == 2 && "\(exceptions[0])" == "\(JSONValue.null)")
    #expect("\(exceptions[1])".contains("市政府批准"))
  }
}
