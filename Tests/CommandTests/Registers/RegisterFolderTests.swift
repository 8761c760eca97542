import Foundation
import Testing

@Suite("All registers of a book rebuild it")
struct RegisterFolderTests {
  /// The sample's book.
  private func sample() throws -> Bgt {
    let bgt = try Bgt()
    let journal = Bgt.root.appendingPathComponent("ledger-samples/liaocheng/main.journal").path
    #expect(try bgt.run("import", journal).code == 0)
    return bgt
  }

  @Test(
    "the sample's registers, with its other events, give an empty book the same balances, envelopes and cash flows",
    arguments: [("zh", "csv"), ("en", "xlsx")])
  func sample(_ language: String, _ format: String) throws {
    let bgt = try sample()
    defer { bgt.remove() }
    let exported = try bgt.run("export", "registers", "台账", "--lang", language, "--format", format)
    #expect(exported.code == 0 && exported.output.contains(language == "zh" ? "其他事项.csv" : "other-events.csv"), "\(exported)")
    let files = try FileManager.default.contentsOfDirectory(atPath: bgt.folder.appendingPathComponent("台账").path).map { "台账/\($0)" }
      .sorted()
    #expect(try bgt.run("init", "--book", "new.bgt").code == 0)
    let imported = try bgt.run(arguments: ["import", "--book", "new.bgt"] + files)
    #expect(imported.code == 0 && !imported.errors.contains("error"), "\(imported)")
    for report in [
      ["trial-balance", "--as-of", "2023-12-31"], ["trial-balance", "--as-of", "2021-12-31"], ["budget", "2022"], ["cashflow"],
      ["leverage"],
      ["report", "holdings"], ["report", "exits"],
    ] {
      let both = try [[], ["--book", "new.bgt"]].map { try bgt.run(arguments: report + $0 + ["--format", "csv", "--lang", "en"]) }
      #expect(both[0].code == both[1].code && !both[0].output.isEmpty && both[0].output == both[1].output, "\(report)")
    }
    // Imported once more it records nothing.
    let again = try bgt.run(arguments: ["import", "--book", "new.bgt", "--lang", "en"] + files)
    #expect(again.code == 0 && again.output.hasPrefix("new.bgt: nothing new to record"), "\(again.output)")
  }

  @Test("a folder that is there already is never written over")
  func folder() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    #expect(try bgt.run("init").code == 0)
    #expect(try bgt.run("export", "registers", "d").code == 0)
    let again = try bgt.run("export", "registers", "d")
    #expect(again.code == 2 && again.errors.contains("U7020"))
  }

  @Test("a refund and what was given up of the agreement, and money set free again, are columns of the registers")
  func moneyBack() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write("年度,项目计划,事项,日期,金额（万元）\n2022,拨改投,预算,2022-01-20,10000\n", to: "指标.csv")
    let head = "企业简称,项目计划,投资方式,签约日期,认缴金额（万元）,出资日期,实缴金额（万元）,指标,退款日期,退款金额（万元）,解除认缴金额（万元）\n"
    try bgt.write(head + "力得,拨改投,委托投资,2022-06-01,500,2022-06-15,300,2022/拨改投,2022-09-30,300,500\n合计,,,,500,,300,,,300,500\n", to: "台账.csv")
    let imported = try bgt.run("import", "指标.csv", "台账.csv", "--lang", "en")
    #expect(imported.code == 0 && imported.output.contains("8 events recorded"), "\(imported)")
    let printed = try bgt.run("print", "--events-only").output
    #expect(printed.contains("2022-09-30 refund 力得/A 3,000,000.00 CNY") && printed.contains("2022-09-30 release 力得/A 5,000,000.00 CNY"))
    let budget = try bgt.run("budget", "2022", "--format", "csv").output
    #expect(budget.contains("100000000.00"))
  }
}
