import Foundation
import Testing

@Suite("bgt returns and bgt irr")
struct ReturnsCommandTests {
  private let journal = """
    programme 拨改投
    party 甲
    2020-01-20 budget 2020/拨改投 1,000.00 CNY
    2020-01-30 deal 甲/A party:甲 programme:拨改投 method:direct
    2020-02-01 pay 甲/A 100.00 CNY envelope:2020/拨改投 share:10%
    2021-01-31 value 甲/A 110.00 CNY

    """

  @Test("a file of several series gives a line for each, with its status; one of a single series gives the rate alone")
  func series() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write(
      "日期,金额,项目\n2020-01-01,-100,甲\n2020-01-01,-100,乙\n2020-12-31,110,甲\n2021-12-31,0,乙\n2020-06-01,-5,丙\n", to: "flows.csv")
    let run = try bgt.run("irr", "flows.csv", "--format", "csv", "--rate", "10%")
    #expect(run.code == 0, "\(run.errors)")
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines.dropFirst().map { String($0.prefix { $0 != "," }) } == ["甲", "乙", "丙"])
    #expect(lines[1].contains("ok") && lines[2].contains("totalLoss") && lines[3].contains("undefined"))
    #expect(lines[1].hasSuffix("0.000000"), "\(lines[1])")
  }

  @Test("XNPV of rows out of order: ours on the earliest date, a spreadsheet's on the first row")
  func presentValue() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write("date,amount\n2020-12-31,110\n2020-01-01,-50\n2021-12-31,121\n", to: "flows.csv")
    let run = try bgt.run("irr", "flows.csv", "--format", "csv", "--rate", "10%")
    #expect(run.output.contains("150.00") && run.output.contains("165.00"), "\(run.output)\(run.errors)")
  }

  @Test("a period that begins after its last day, a rate of −100 % and a step that is none are bad usage")
  func badUsage() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write(journal, to: "a.journal")
    let wrong = [
      ["--from", "2022-01-01", "--to", "2021-01-01"], ["--rate=-100%"], ["--curve", "month"], ["--tolerance=-1"],
    ]
    for options in wrong {
      let run = try bgt.run(arguments: ["-f", "a.journal", "returns"] + options)
      #expect(run.code == 2 && run.errors.contains("U7001"), "\(options): \(run.output)\(run.errors)")
    }
  }

  @Test("the flows that --explain lists give bgt irr the rate that the report has; what it does not use is refused")
  func explained() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write(journal, to: "a.journal")
    let run = try bgt.run("-f", "a.journal", "returns", "--as-of", "2021-12-31", "--explain", "甲/A", "--format", "csv")
    #expect(run.code == 0, "\(run.errors)")
    let lines = run.output.split(separator: "\n").map(String.init)
    let flows = lines.filter { $0.hasPrefix("table,date,event") || $0.hasPrefix("flows,") }
    #expect(flows.count == 3 && flows[1].contains("paidIn") && flows[2].contains("residual"), "\(run.output)")
    try bgt.write(flows.joined(separator: "\n") + "\n", to: "flows.csv")
    let rate = try #require(lines.first { $0.hasPrefix("figure,xirr,") }?.split(separator: ",")[3])
    let again = try bgt.run("irr", "flows.csv", "--format", "csv")
    #expect(again.output.contains(rate), "\(rate): \(again.output)\(again.errors)")
    for options in [["--explain", "甲/B"], ["--explain", "甲/A", "--rate", "8%"]] {
      let wrong = try bgt.run(arguments: ["-f", "a.journal", "returns"] + options)
      #expect(wrong.code != 0 && wrong.output.isEmpty, "\(options): \(wrong.output)")
    }
  }

  @Test("an index in GB18030 with Chinese dates is read; one without rows is refused")
  func index() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write(journal, to: "a.journal")
    // 日期,点位 · 2020年2月1日,100 · 2021年1月29日,110
    let table: [UInt8] = [
      0xC8, 0xD5, 0xC6, 0xDA, 0x2C, 0xB5, 0xE3, 0xCE, 0xBB, 0x0A, 0x32, 0x30, 0x32, 0x30, 0xC4, 0xEA, 0x32, 0xD4,
      0xC2, 0x31, 0xC8, 0xD5, 0x2C, 0x31, 0x30, 0x30, 0x0A, 0x32, 0x30, 0x32, 0x31, 0xC4, 0xEA, 0x31, 0xD4, 0xC2,
      0x32, 0x39, 0xC8, 0xD5, 0x2C, 0x31, 0x31, 0x30, 0x0A,
    ]
    try bgt.write(Data(table), to: "index.csv")
    let run = try bgt.run("-f", "a.journal", "returns", "--index", "index.csv", "--format", "csv")
    #expect(run.code == 0 && run.output.contains("1.0000"), "\(run.output)\(run.errors)")
    try bgt.write("date,level\n", to: "empty.csv")
    let empty = try bgt.run("-f", "a.journal", "returns", "--index", "empty.csv")
    #expect(empty.code == 4 && empty.errors.contains("P1017"))
  }
}
