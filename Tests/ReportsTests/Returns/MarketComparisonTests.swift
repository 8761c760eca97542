import ReportDocument
import Reports
import Testing

@Suite("Market comparison: short spans, late indexes, what says little")
struct MarketComparisonTests {
  @Test("a deal that was sold within the year has the return of the period however long ago: direct alpha is XIRR in a flat index")
  func shortSpan() throws {
    let text = "2020-01-01 pay 甲/A 100.00 CNY envelope:2020/拨改投\n2020-07-01 exit 甲/A 110.00 CNY way:transfer\n"
    let flat = ReturnRates.index([("2019-12-31", 100), ("2020-07-01", 100), ("2023-12-31", 100)])
    for end in ["2020-07-01", "2023-12-31"] {
      let table = try ReturnRates.report(text, asOf: end, flat).table("market")
      // 110 ÷ 100 − 1 in 182 days; 21.06 % would be its yearly rate.
      #expect(ReturnRates.words(try table.cell("甲/A", "directAlpha")) == "period 1000", "\(end)")
      #expect(ReturnRates.words(try table.cell("甲/A", "xirr")) == "period 1000", "\(end)")
      #expect(ReturnRates.words(try table.cell("甲/A", "pmePlus")) == "period 0", "\(end)")
    }
  }

  @Test("a fee from before the index takes away the net line alone: 110 of 100 in an index that gained 5 % is 1.0476")
  func earlyFee() throws {
    let text = """
      2020-02-01 fee 拨改投 1.00 CNY envelope:2020/拨改投
      2020-06-01 pay 甲/A 100.00 CNY envelope:2020/拨改投
      2021-06-01 value 甲/A 110.00 CNY

      """
    let table = try ReturnRates.report(
      text, by: .none, asOf: "2021-06-01", ReturnRates.index([("2020-06-01", 100), ("2021-06-01", 105)])
    ).table("market")
    #expect(try table.column("basis").map(\.words) == ["gross", "net"])
    // 110 ÷ (100 × 105 ÷ 100)
    #expect(try table.column("ksPme").map { $0.text(4) } == ["1.0476", nil])
    #expect(table.notes.contains { $0.en.contains("earliest fee is of 2020-02-01") })
    #expect(table.notes.allSatisfy { !$0.en.contains("earliest flow") })
  }

  @Test("before the first flow there is nothing that the index could be too short for, and no table without rows")
  func beforeAll() throws {
    let document = try ReturnRates.report(
      "2020-01-16 pay 甲/A 100.00 CNY envelope:2020/拨改投\n", asOf: "2019-12-31", ReturnRates.index([("2020-01-16", 100)]))
    #expect(try document.table("market").notes.isEmpty)
    #expect(document.tables.allSatisfy { !["rates", "outcomes", "indexGaps"].contains($0.id) })
  }

  @Test("lines that beat the index by too much are named, also where the whole did not; so are those with a λ below zero")
  func remarks() throws {
    let text = """
      2020-01-01 pay 甲/A 100.00 CNY envelope:2020/拨改投
      2020-01-01 pay 乙/A 800.00 CNY envelope:2020/拨改投
      2020-01-01 pay 丙/A 50.00 CNY envelope:2020/拨改投
      2021-01-01 exit 甲/A 300.00 CNY
      2021-01-01 declare 丙/A ours:10.00
      2021-01-01 receive 丙/A 10.00 CNY
      2022-01-01 value 丙/A 90.00 CNY
      2022-01-01 value 乙/A 700.00 CNY

      """
    let table = try ReturnRates.report(
      text, asOf: "2022-01-01", ReturnRates.index([("2020-01-01", 100), ("2021-01-01", 100), ("2022-01-01", 100)])
    ).table("market")
    // 甲: 100 − 300. 丙: (50 − 90) ÷ 10. The whole: 950 − 310, and (950 − 790) ÷ 310.
    #expect(try table.cell("丙/A", "lambda").text(4) == "-4.0000")
    #expect(table.notes.count == 2)
    #expect(table.notes.first?.zh.hasSuffix("仅供参考：甲/A。") == true)
    #expect(table.notes.last?.zh.hasSuffix("仅供参考：丙/A。") == true)
  }

  @Test("of several columns of levels the one that is used is named")
  func columns() throws {
    let text = "2020-01-16 pay 甲/A 100.00 CNY envelope:2020/拨改投\n"
    func notes(_ columns: [String]) throws -> [String] {
      try ReturnRates.report(text, asOf: "2021-01-15", ReturnRates.index([("2020-01-16", 100)], columns: columns))
        .table("market").notes.map(\.zh)
    }
    #expect(try notes(["收盘", "点位"]).contains("指数文件有几列可作点位（收盘、点位），采用“收盘”列。"))
    #expect(try notes(["收盘"]).allSatisfy { !$0.contains("采用") })
  }
}
