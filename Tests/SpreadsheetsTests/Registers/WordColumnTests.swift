import LedgerCore
import Portfolio
import Testing

@testable import Spreadsheets

@Suite("A column under an unknown heading whose cells say what a row is")
struct WordColumnTests {
  @Test("is that field when every word is one of it", arguments: ["指标性质", "类型", "资金类型"])
  func budgets(_ heading: String) throws {
    let text = """
      预算年度,项目计划,\(heading),日期,金额（万元）,文号
      2023,拨改投,年初预算,2023-01-16,10000,财指1号
      2023,拨改投,追减,2023-07-03,500,财指22号
      2023,拨改投,追加,2023-08-03,300,财指23号
      """
    let register = try RegisterText(text, as: "envelopes")
    #expect(try register.table().takenHeadings.map(\.column.name) == ["what"])
    #expect(try register.reading().events.filter { !$0.slot.declaresName }.map(\.event.kind.name) == ["budget", "cut", "raise"])
  }

  @Test(
    "of money of others it is how far the money has come, or whose it is",
    arguments: [("是否到位", "意向", "stage:announced"), ("认缴/实缴", "认缴", "stage:signed"), ("所有制", "国有企业", "class:state-firm")])
  func social(_ heading: String, _ word: String, _ part: String) throws {
    let lines = try RegisterText("投资项目,出资方,\(heading),日期,金额,证明材料\n力得/A,某创投,\(word),2022-06-15,5,x\n", as: "social").lines()
    #expect(lines.last?.contains(part) == true, "\(lines)")
  }

  @Test(
    "refuses the table when some of its words are not known, and says what to write",
    arguments: [("状态", "认缴", "基本到位"), ("是否到位", "是", "否"), ("到位情况", "未到位", "未到位")])
  func doubtful(_ heading: String, _ first: String, _ second: String) throws {
    let text = "投资项目,出资方,\(heading),日期,金额,证明材料\n力得/A,甲,\(first),2022-06-15,5,x\n力得/A,乙,\(second),2022-06-15,5,y\n"
    let error = #expect(throws: Diagnostic.self) { try RegisterText(text, as: "social").table() }
    #expect(error?.code == .badHeader && error?.message.contains(heading) == true && error?.hint.contains("if %\(heading)") == true)
    #expect(error?.position?.line == 1)
    // A mapping that speaks of the column settles it.
    let mapped = try RegisterText(text, as: "social", map: "if %\(heading) .\n  stage 意向\n")
    #expect(try mapped.reading().problems == [])
  }

  @Test("words of nothing that is taken for granted leave it unread, as before")
  func others() throws {
    let text = "投资项目,出资方,经办人,日期,金额,证明材料\n力得/A,某创投,张三,2022-06-15,5,x\n"
    #expect(try RegisterText(text, as: "social").table().unreadHeadings.map(\.heading) == ["经办人"])
  }

  @Test("a row that says it is void is left out, and somebody has to settle it", arguments: ["已作废", "作废", "已取消", "无效"])
  func void(_ word: String) throws {
    let text = "投资项目,贷款银行,放款日期,贷款金额,状态\n力得/A,某银行,2022-09-01,1000,\(word)\n力得/A,某银行,2022-10-01,500,正常\n"
    let reading = try RegisterText(text, as: "loans").reading()
    #expect(reading.skipped.map(\.reason) == [.void] && reading.skipped.map(\.row.number) == [2])
    #expect(reading.events.last?.event.amount("amount")?.minorUnits == 500_00)
    #expect(RowSkip.void.isOpen && !RowSkip.total.isOpen)
    // A mapping that reads the column says itself what becomes of such rows.
    let mapped = try RegisterText(text, as: "loans", map: "if %状态 \(word)\n  skip\n").reading()
    #expect(mapped.skipped.map(\.reason) == [.mapping])
  }
}
