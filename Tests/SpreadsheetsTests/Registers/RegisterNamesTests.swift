import LedgerCore
import Portfolio
import Testing

@testable import Spreadsheets

@Suite("Companies of rows are known by name, full name and credit code, and by nothing that speaks against each other")
struct RegisterNamesTests {
  private static let header = "企业简称,企业名称,统一社会信用代码,项目计划,投资方式,出资日期,实缴金额（万元）,指标,付款文号\n"
  private static let code = "91350200MA2YJ1XR9G"
  private static let other = "91350200776049653A"

  /// The companies of the payments of some rows, or what is said of them.
  private func companies(_ rows: [String]) throws -> [String] {
    let text =
      RegisterNamesTests.header
      + rows.enumerated().map { "\($1),拨改投,直接投资,2022-0\($0 + 1)-01,10,2022/拨改投,甲〔2022〕\($0)号\n" }.joined()
    let reading = try RegisterText(text).reading()
    return reading.events.filter { $0.slot.name == "pay" }.map(\.subject) + reading.problems.map { "\($0.code.rawValue) \($0.message)" }
  }

  @Test("names that differ only in blanks or in the width of brackets are one company, declared once")
  func spellings() throws {
    let found = try companies([",山河（集团）有限公司,", ",山河(集团)有限公司,", ",　山河 （集团） 有限公司,", "山河(集团)有限公司,,"])
    #expect(found == Array(repeating: "山河（集团）有限公司/A", count: 4))
  }

  @Test("a short name that is new is the company of its credit code, or of its full name")
  func shortNames() throws {
    let first = ",山河精密股份有限公司,\(RegisterNamesTests.other)"
    let known = "山河精密股份有限公司/A"
    #expect(
      try companies([first, "山河,,\(RegisterNamesTests.other)", "山河,山河精密股份有限公司,\(RegisterNamesTests.other)"]) == [known, known, known])
    #expect(try companies([first, "山河,山河精密股份有限公司,"]) == [known, known])
  }

  @Test(
    "a name with the code of another company is refused, whether the name is known or not, and no name is changed",
    arguments: ["澄湖生物有限公司", "无名科技有限公司"])
  func conflict(_ name: String) throws {
    let known = [",云锦科技有限公司,\(RegisterNamesTests.code)", ",澄湖生物有限公司,\(RegisterNamesTests.other)"]
    let found = try companies(known + [",\(name),\(RegisterNamesTests.code)"])
    #expect(found.prefix(2) == ["云锦科技有限公司/A", "澄湖生物有限公司/A"])
    #expect(found.dropFirst(2) == ["P1008 \(RegisterNamesTests.code) is the credit code of 云锦科技有限公司, not of \(name)"])
  }

  @Test("a full name that is another company's, or stands in the place of a known legal name, is refused at its cell")
  func otherNames() throws {
    let known = ["云锦,云锦科技有限公司,", ",澄湖生物有限公司,"]
    #expect(try companies(known + ["云锦,澄湖生物有限公司,"]).last == "P1008 澄湖生物有限公司 is the name of 澄湖生物有限公司, not of 云锦 (云锦科技有限公司)")
    #expect(try companies(known + ["澄湖生物有限公司,澄湖新材料有限公司,"]).last == "P1008 澄湖新材料有限公司 is not the name of 澄湖生物有限公司")
    // A short name gets its full name, and its code, when they are first said.
    #expect(try companies(["力得,,", "力得,力得汽车有限公司,\(RegisterNamesTests.code)"]) == ["力得/A", "力得/A"])
  }

  @Test("two parties of the books that bear one name, spelt in two ways, are no conflict: the code decides")
  func twiceInTheBooks() {
    var names = PartyNames()
    names.learn("山河精密 股份有限公司", code: RegisterNamesTests.other)
    names.learn("山河精密股份有限公司")
    let claim = names.claim(short: "山河", full: "山河精密股份有限公司", code: RegisterNamesTests.other)
    #expect(claim.conflict == nil && claim.company == "山河精密 股份有限公司")
  }

  @Test("a holder or bank is known by its full name, however it is spaced")
  func otherParties() throws {
    let register = Register(rules: try RuleSet.builtIn("fiscal-2022"))
    let text = "投资项目,贷款银行,放款日期,贷款金额\n力得/A,工商银行（聊城）,2022-09-01,5\n力得/A,工商银行(聊城),2022-10-01,5\n"
    let reading = try RegisterText(text, as: "loans", knowing: register).reading()
    #expect(Set(reading.events.filter { $0.slot.name == "loan" }.compactMap { $0.event.text("party") }) == ["工商银行（聊城）"])
  }
}
