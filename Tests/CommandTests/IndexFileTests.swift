import Testing

@Suite("Files of a market index")
struct IndexFileTests {
  private let journal = """
    programme 拨改投
    party 甲
    2020-01-10 budget 2020/拨改投 1,000.00 CNY
    2020-01-10 deal 甲/A party:甲 programme:拨改投 method:direct
    2020-01-16 pay 甲/A 100.00 CNY envelope:2020/拨改投 share:10%
    2021-01-15 value 甲/A 110.00 CNY

    """

  private func returns(_ index: String) throws -> (code: Int32, output: String, errors: String) {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write(journal, to: "a.journal")
    try bgt.write(index, to: "index.csv")
    let run = try bgt.run(
      "-f", "a.journal", "returns", "--as-of", "2021-01-15", "--index", "index.csv", "--by", "none", "--format", "md", "--lang", "zh")
    return (run.code, run.output, run.errors)
  }

  @Test("three columns without names are refused at the third: the second may be the code of the index")
  func nameless() throws {
    let run = try returns("2020-01-16,000300,1000\n2021-01-15,000300,1050\n")
    #expect(run.code == 4 && run.errors.contains("index.csv:1:19: 错误 P1016"), "\(run.errors)")
    #expect(run.errors.contains("没有标题行"), "\(run.errors)")
    // 110 ÷ (100 × 1050 ÷ 1000)
    #expect(try returns("2020-01-16,1000\n2021-01-15,1050\n").output.contains("1.0476"))
    #expect(try returns("2020-01-16,1000,\n2021-01-15,1050,\n").output.contains("1.0476"))
    #expect(try returns("日期,代码,点位\n2020-01-16,000300,1000\n2021-01-15,000300,1050\n").output.contains("1.0476"))
  }

  @Test("the headings of downloads from markets are known", arguments: ["日期,收盘价", "交易日期,收盘点位", "trade_date,close"])
  func headings(_ names: String) throws {
    let run = try returns("\(names)\n2020-01-16,1000\n2021-01-15,1050\n")
    #expect(run.code == 0 && run.output.contains("1.0476"), "\(run.errors)")
  }

  @Test("a row of names of which none is a level says that, and blames no date")
  func unknownHeading() throws {
    let run = try returns("日期,涨跌幅\n2020-01-16,0.5\n")
    #expect(run.code == 4 && run.errors.contains("P1016") && run.errors.contains("没有名为 level、close、点位"), "\(run.errors)")
    #expect(!run.errors.contains("不是日期"), "\(run.errors)")
  }

  @Test("of two columns of levels the report says which one it took")
  func twoColumns() throws {
    let run = try returns("日期,收盘,点位\n2020-01-16,1000,500\n2021-01-15,1050,600\n")
    #expect(run.code == 0 && run.output.contains("1.0476") && run.output.contains("采用“收盘”列"), "\(run.output)\(run.errors)")
  }

  @Test("a level that is missing, and one with too many decimals, are named for what they are")
  func cells() throws {
    #expect(try returns("日期,点位\n2020-01-16,\n").errors.contains("没有 level"))
    let long = try returns("日期,点位\n2020-01-16,1000.12345678\n")
    #expect(long.errors.contains("错误 P1004：1000.12345678 的小数超过 6 位"), "\(long.errors)")
    #expect(try returns("日期,点位\n2020-01-16,高\n").errors.contains("高 不是 level"))
  }
}
