import ReportDocument
import Reports
import Testing

@Suite("Time-weighted and Dietz returns at the edges: first days, late fees, losses")
struct ReturnRulesTests {
  @Test("net time-weighted returns bear a fee after the last valuation, as net Dietz and net XIRR do")
  func lateFee() throws {
    let document = try ReturnRates.report(
      """
      2020-12-31 pay 甲/A 100.00 CNY envelope:2020/拨改投
      2021-12-20 value 甲/A 110.00 CNY
      2021-12-31 fee 拨改投 5.00 CNY envelope:2021/拨改投

      """, asOf: "2021-12-31")
    #expect(ReturnRates.words(try document.figure("twr")) == "period 1000")
    // (110 − 5) ÷ 100
    #expect(ReturnRates.words(try document.figure("netTwr")) == "period 500")
    #expect(ReturnRates.words(try document.figure("netDietz")) == "period 500")
    #expect(ReturnRates.words(try document.figure("netXirr")) == "ok 500")
  }

  @Test("what was lost whole before fees is lost whole after them, time-weighted too")
  func lostWithFees() throws {
    let document = try ReturnRates.report(
      """
      2020-01-16 pay 甲/A 5.00 CNY envelope:2020/拨改投
      2020-06-01 writeoff 甲/A doc:容错
      2020-09-01 fee 拨改投 1.00 CNY deal:甲/A envelope:2020/拨改投

      """, asOf: "2021-12-31")
    #expect(ReturnRates.words(try document.figure("netTwr")) == "period -10000")
  }

  @Test("a deal that is valued on the day of its payment gains on that day, in its own line as in the whole")
  func firstDay() throws {
    let table = try ReturnRates.report(
      """
      2020-01-01 pay 甲/A 100.00 CNY envelope:2020/拨改投
      2021-01-01 value 甲/A 100.00 CNY
      2021-01-01 pay 乙/A 100.00 CNY envelope:2021/拨改投
      2021-01-01 value 乙/A 150.00 CNY
      2021-12-31 value 甲/A 100.00 CNY
      2021-12-31 value 乙/A 150.00 CNY

      """, asOf: "2021-12-31"
    ).table("rates")
    #expect(ReturnRates.words(try table.cell("甲/A", "twr")) == "ok 0")
    #expect(ReturnRates.words(try table.cell("乙/A", "twr")) == "period 5000")
    // (250 − 100) ÷ 100 on the first day of 2021, over 730 days: √1.5.
    #expect(ReturnRates.words(try table.cell("合计", "twr")) == "ok 2247")
    #expect(try table.cell("乙/A", "valuationDays").words == "2021-01-01、2021-12-31")
  }

  @Test("what was recovered after a write-off has no capital to be a return of, and asks for no valuation")
  func recovered() throws {
    let document = try ReturnRates.report(
      """
      2020-01-01 pay 甲/A 100.00 CNY envelope:2020/拨改投
      2020-12-31 value 甲/A 0.00 CNY
      2021-06-30 writeoff 甲/A part:100% doc:批复
      2022-03-31 recover 甲/A 30.00 CNY

      """, asOf: "2023-12-31")
    let table = try document.table("rates")
    #expect(ReturnRates.words(try table.cell("甲/A", "twr")) == "noCapital")
    #expect(try table.cell("甲/A", "valuationDays").words == "2020-01-01、2020-12-31、2021-06-30")
    #expect(document.definitions.contains { $0.zh.contains("无本金") })
  }

  @Test("every modified Dietz return names its days: one ended early, another began late")
  func dietzDays() throws {
    let table = try ReturnRates.report(
      """
      2020-01-01 pay 甲/A 100.00 CNY envelope:2020/拨改投
      2020-06-01 pay 乙/A 200.00 CNY envelope:2020/拨改投
      2021-03-31 exit 甲/A 120.00 CNY
      2021-12-31 value 乙/A 230.00 CNY

      """, asOf: "2021-12-31"
    ).table("rates")
    func days(_ line: String) throws -> [String?] { try ["dietzFrom", "dietzTo"].map { try table.cell(line, $0).words } }
    #expect(try days("甲/A") == ["2020-01-01", "2021-03-31"])
    #expect(try days("乙/A") == ["2020-06-01", "2021-12-31"])
    #expect(try days("合计") == ["2020-01-01", "2021-12-31"])
  }

  @Test("a total loss is −100 % by its definition; a fen back makes it a matter of the formula, which may give less")
  func lostDietz() throws {
    let text = """
      2020-01-01 pay 甲/A 100.00 CNY envelope:2020/拨改投
      2021-01-01 pay 甲/A 100.00 CNY envelope:2021/拨改投
      2021-12-31 writeoff 甲/A part:100% doc:批复
      2022-06-30 recover 甲/A 0.01 CNY

      """
    let lost = try ReturnRates.report(text, asOf: "2021-12-31")
    #expect(ReturnRates.words(try lost.figure("dietz")) == "totalLoss -10000")
    #expect(lost.definitions.contains { $0.zh.contains("没有收回也没有剩余的为全部损失 −100%") && $0.zh.contains("可低于 −100%") })
    // (0.01 − 200) ÷ (100 + 100 × 545 ÷ 911)
    #expect(ReturnRates.words(try ReturnRates.report(text, asOf: "2022-06-30").figure("dietz")) == "period -12513")
  }
}
