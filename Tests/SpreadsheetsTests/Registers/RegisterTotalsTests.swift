import LedgerCore
import Portfolio
import Testing

@testable import Spreadsheets

@Suite("Totals of a register are compared with its rows")
struct RegisterTotalsTests {
  private static let head = "投资项目,放款日期,贷款金额（万元）,贷款银行\n"

  private func totals(_ rows: String, map: String? = nil) throws -> [String] {
    let reading = try RegisterText(RegisterTotalsTests.head + rows, as: "loans", map: map).reading()
    return reading.totals.map {
      "\($0.row.number) \($0.label) \(DecimalText.format($0.stated, scale: 2)) \(DecimalText.format($0.sum, scale: 2))"
    }
  }

  private static let a = "甲/A,2022-09-01,1000,某银行\n"
  private static let b = "乙/A,2022-09-02,200.5,某银行\n"

  @Test(
    "totals that agree say nothing: of all rows, of those since the last total, since the last of the same name, above or below",
    arguments: [
      a + b + "合计,,1200.5,\n", a + "小计,,1000,\n" + b + "小计,,200.5,\n合计,,1200.5,\n",
      a + "本页合计,,1000,\n" + b + "本页合计,,200.5,\n总计,,\"1,200.5\",\n", "合计,,1200.5,\n" + a + b,
      "合计,,1200.5,\n小计,,1000,\n" + a + "小计,,200.5,\n" + b, a + "合计,,,\n", a + b + "累计,,99999,\n", a + b + "合计,,1200.5万元,\n",
      a + "合计,,1000,\n" + b + "合计,,200.5,\n",
    ])
  func agree(_ rows: String) throws {
    #expect(try totals(rows) == [])
  }

  @Test("a total that does not is named with both sums and its row")
  func differ() throws {
    #expect(try totals(RegisterTotalsTests.a + RegisterTotalsTests.b + "合计,,1300,\n") == ["4 合计 13000000.00 12005000.00"])
    let parts = RegisterTotalsTests.a + "小计,,1000,\n" + RegisterTotalsTests.b + "小计,,300,\n合计,,1200.5,\n"
    #expect(try totals(parts) == ["5 小计 3000000.00 2005000.00"])
    #expect(try totals("合计,,1300,\n" + RegisterTotalsTests.a + RegisterTotalsTests.b) == ["2 合计 13000000.00 12005000.00"])
  }

  @Test("rows that a mapping leaves out may be in the total or not")
  func leftOut() throws {
    let map = "register loans\nif %贷款银行 作废\n  skip\n"
    let rows = RegisterTotalsTests.a + "乙/A,2022-09-02,200.5,作废\n"
    #expect(try totals(rows + "合计,,1200.5,\n", map: map) == [])
    #expect(try totals(rows + "合计,,1000,\n", map: map) == [])
    #expect(try totals(rows + "合计,,1100,\n", map: map).count == 1)
  }

  @Test("a column with a cell that is no amount is not compared; the cell is wrong by itself")
  func unread() throws {
    #expect(try totals(RegisterTotalsTests.a + "乙/A,2022-09-02,很多,某银行\n合计,,1300,\n") == [])
  }

  @Test("a running total goes on from the one before it: the rows between are what it may differ by")
  func running() throws {
    let (a, b) = (RegisterTotalsTests.a, RegisterTotalsTests.b)
    #expect(try totals(a + "本页合计,,1000,\n累计,,9000,\n" + b + "本页合计,,200.5,\n累计,,9200.5,\n") == [])
    #expect(try totals(a + "累计,,9000,\n" + b + "累计,,9300,\n") == ["5 累计 93000000.00 92005000.00"])
  }

  @Test("rows that change others make no sum, so that nothing is said of the total of a plan or of cut envelopes")
  func changes() throws {
    let plan = "年度,计划项目,事项,计划日期,项目计划,计划金额（万元）\n2022,制动器,计划,2022-01-10,拨改投,500\n2022,电机,,2022-01-10,拨改投,800\n"
    let more = "2022,制动器,调整,2022-05-30,,650\n2022,电机,撤销,2022-09-30,,\n"
    for (rows, count) in [(plan + "合计,,,,,1300\n", 0), (plan + "合计,,,,,1200\n", 1), (plan + more + "合计,,,,,1300\n", 0)] {
      #expect(try RegisterText(rows, as: "plans").reading().totals.count == count, "\(rows)")
    }
    let envelopes = "指标,事项,日期,金额（万元）\n2022/拨改投,预算,2022-01-20,1000\n2022/拨改投,追减,2022-06-20,100\n合计,,,900\n"
    #expect(try RegisterText(envelopes, as: "envelopes").reading().totals.isEmpty)
  }

  private static let december = "丙/A,2021-12-20,700,某银行\n"
  private static let october = "丁/A,2022-10-08,50,某银行\n"

  @Test(
    "totals of months, of years so far and of pages are no data, by any of their names",
    arguments: [
      "本月合计", "当月合计", "月计", "9月合计", "2022年9月小计", "九月份合计", "本季合计", "第三季度合计", "本年累计", "2022年合计", "本页小计", "累计",
      "工业企业小计", "本 月 合 计", "合计（万元）", "9月合计：",
    ])
  func names(_ label: String) throws {
    let reading = try RegisterText(RegisterTotalsTests.head + RegisterTotalsTests.a + "\(label),,1000,\n", as: "loans").reading()
    #expect(reading.problems == [] && reading.skipped.map(\.reason) == [.total] && reading.totals.isEmpty)
    #expect(reading.events.count(where: { $0.slot.kind.name == "loan" }) == 1)
  }

  @Test("a total of a month is of the rows since the last one, of the year of all rows of the year")
  func months() throws {
    let (a, b, last, next) = (RegisterTotalsTests.a, RegisterTotalsTests.b, RegisterTotalsTests.december, RegisterTotalsTests.october)
    let first = last + "本月合计,,700,\n本年累计,,700,\n"
    #expect(try totals(first + a + b + "本月合计,,1200.5,\n本年累计,,1200.5,\n" + next + "本月合计,,50,\n本年累计,,1250.5,\n") == [])
    #expect(
      try totals(first + a + b + "本月合计,,1900.5,\n本年累计,,1900.5,\n") == [
        "7 本月合计 19005000.00 12005000.00", "8 本年累计 19005000.00 12005000.00",
      ])
    // What one total is off by is not said of the next one again.
    #expect(try totals(a + "本年累计,,1300,\n" + next + "本年累计,,1350,\n") == ["3 本年累计 13000000.00 10000000.00"])
    #expect(try totals(a + "9月合计,,1000,\n" + next + "10月合计,,1050,\n") == ["5 10月合计 10500000.00 500000.00"])
    #expect(try totals(a + "本页小计,,1000,\n" + b + "本月合计,,1200.5,\n过次页,,1200.5,\n") == [])
  }

  @Test("where the years of the rows go back, no total is one of a year so far")
  func unordered() throws {
    #expect(try totals(RegisterTotalsTests.a + RegisterTotalsTests.december + "本年累计,,1,\n") == [])
  }

  private static let july = "甲/A,2022-07-05,300,某银行\n"
  private static let august = "乙/A,2022-08-09,400,某银行\n"

  @Test(
    "a total of a period that it names is of the rows with a day in it, wherever they stand",
    arguments: [
      july + august + "8月合计,,400,\n", july + august + "2022年8月合计,,400,\n7月份小计,,300,\n", july + august + "八月小计,,400,\n",
      "戊/A,2022-03-01,50,某银行\n" + july + "三季度合计,,300,\n第一季度合计,,50,\n", july + "戊/A,2022-03-01,50,某银行\n上半年小计,,50,\n下半年合计,,300,\n",
      december + july + "2021年合计,,700,\n2022年度合计,,300,\n合计,,1000,\n", july + august + "1-7月合计,,300,\n7—8月小计,,700,\n",
      december + july + "截至2021年底合计,,700,\n", july + august + "7月5日合计,,300,\n", july + august + "8月累计,,700,\n",
      "8月合计,,400,\n" + july + august, july + december + august + "8月合计,,400,\n",
    ])
  func named(_ rows: String) throws { #expect(try totals(rows) == []) }

  @Test("one that is not is named with what the rows of its period come to")
  func namedDiffer() throws {
    let (july, august) = (RegisterTotalsTests.july, RegisterTotalsTests.august)
    #expect(try totals(july + august + "8月合计,,700,\n") == ["4 8月合计 7000000.00 4000000.00"])
    #expect(try totals(july + august + "9月合计,,1,\n") == ["4 9月合计 10000.00 0.00"])
    #expect(try totals(RegisterTotalsTests.december + july + "2022年合计,,1000,\n") == ["4 2022年合计 10000000.00 3000000.00"])
  }

  @Test("an amount goes by the day of its own event; a total by another day of the rows agrees too")
  func severalDays() throws {
    let text = "投资项目,签约日期,认缴金额（万元）,出资日期,实缴金额（万元）\n力得/A,2022-08-20,500,2022-09-15,300\n"
    func count(_ totals: String) throws -> Int { try RegisterText(text + totals, as: "investments").reading().totals.count }
    #expect(try count("8月合计,,500,,\n9月合计,,,,300\n") == 0)
    #expect(try count("8月合计,,500,,300\n") == 0)
    #expect(try count("7月合计,,500,,300\n") == 2)
  }

  @Test("what the first row has from a page or year before may be in a total; further down it repeats what is known")
  func brought() throws {
    let (a, b) = (RegisterTotalsTests.a, RegisterTotalsTests.b)
    for word in ["承前页", "上年结转", "2021年结转", "期初余额"] {
      #expect(try totals("\(word),,5000,\n" + a + b + "合计,,6200.5,\n") == [], "\(word)")
      #expect(try totals("\(word),,5000,\n" + a + b + "合计,,1200.5,\n") == [], "\(word)")
    }
    #expect(try totals(a + "过次页,,1000,\n承前页,,1000,\n" + b + "合计,,1200.5,\n") == [])
    #expect(try totals("承前页,,5000,\n" + a + "合计,,7000,\n").count == 1)
  }
}
