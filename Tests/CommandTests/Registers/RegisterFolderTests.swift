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

  /// Exports the book, imports the folder into a new one and compares what both say.
  private func rebuild(_ bgt: Bgt, _ reports: [[String]], format: String = "csv") throws {
    let exported = try bgt.run("export", "registers", "台账", "--format", format)
    #expect(exported.code == 0 && exported.output.contains("重建账簿：bgt import --book 新账簿.bgt 台账/*"), "\(exported)")
    let names = try FileManager.default.contentsOfDirectory(atPath: bgt.folder.appendingPathComponent("台账").path).sorted()
    #expect(names.contains("账簿.journal"))
    let imported = try bgt.run(arguments: ["import", "--book", "new.bgt"] + names.map { "台账/\($0)" })
    #expect(imported.code == 0 && !imported.errors.contains("error"), "\(imported)")
    for report in reports + [["trial-balance"], ["balance"]] {
      let both = try [[], ["--book", "new.bgt"]].map { try bgt.run(arguments: report + $0 + ["--format", "csv", "--lang", "en"]) }
      #expect(both[0].code == both[1].code && !both[0].output.isEmpty && both[0].output == both[1].output, "\(report)\n\(both)")
    }
    #expect(try bgt.run("verify", "--book", "new.bgt").code == 0)
  }

  @Test("a change of the chart, title and rules of the book are in the journal beside the registers", arguments: ["csv", "xlsx"])
  func chart(_ format: String) throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let journal = Bgt.root.appendingPathComponent("ledger-samples/switch-over.journal").path
    #expect(try bgt.run("import", journal).code == 0)
    try rebuild(
      bgt, [["trial-balance", "--as-of", "2022-12-31"], ["trial-balance", "--as-of", "2023-01-31"], ["budget", "2021"]],
      format: format)
    let written = try String(contentsOf: bgt.folder.appendingPathComponent("台账/账簿.journal"), encoding: .utf8)
    #expect(written.contains("book 新旧衔接 rules:fiscal-2015") && written.contains("2023-01-01 switch fiscal-2022"), "\(written)")
  }

  @Test("a valuation stays before the payment of its day that followed it: it did not hold that money")
  func orderOfDay() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let journal = Bgt.root.appendingPathComponent("ledger-samples/returns.journal").path
    #expect(try bgt.run("import", journal).code == 0)
    try rebuild(bgt, [["returns"], ["returns", "--by", "deal"], ["cashflow"]])
    let written = try String(contentsOf: bgt.folder.appendingPathComponent("台账/其他事项.csv"), encoding: .utf8)
    #expect(written.contains("2021-01-15"), "\(written)")
  }

  @Test("a reopened year is closed in the rebuilt book as it was closed last")
  func reopened() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let journal = Bgt.root.appendingPathComponent("ledger-samples/year-end.journal").path
    #expect(try bgt.run("import", journal).code == 0)
    try rebuild(bgt, [["trial-balance", "--as-of", "2022-12-31"], ["budget", "2022"], ["budget", "2023"]])
    let written = try String(contentsOf: bgt.folder.appendingPathComponent("台账/账簿.journal"), encoding: .utf8)
    #expect(!written.contains("reopen") && !written.contains("2023-01-15 close"), "\(written)")
    #expect(written.contains("2023-02-07 close 2022 book:fiscal") && written.contains("2023-01-31 close 2022 book:quota"), "\(written)")
  }

  @Test("plain vouchers, a refund, recovered money and a month that was reopened come out the same")
  func everything() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write(
      """
      book "某市股权投资" rules:fiscal-2022 commodity:CNY
      programme 拨改投 from:2019-01-01
      party 力得 kind:company region:371500 industry:C36
      2022-01-20 budget 2022/拨改投 100,000,000.00 CNY doc:聊财指〔2022〕15号
      2022-03-01 deal 力得/A party:力得 programme:拨改投 method:直接投资
      2022-03-01 commit 力得/A 5,000,000.00 CNY envelope:2022/拨改投
      2022-03-15 pay 力得/A 5,000,000.00 CNY share:8%
      2022-04-01 refund 力得/A 1,000,000.00 CNY
      2022-04-30 * 银行手续费
          其他费用        120.00 CNY
          国库存款       -120.00 CNY
      2022-04-30 close 2022-01
      2022-04-30 close 2022-03
      2022-04-30 close 2022-04
      2022-05-06 reopen 2022-04 reason:漏记 by:王主任
      2022-04-30 * 银行手续费
          其他费用         80.00 CNY
          国库存款        -80.00 CNY
      2022-05-07 close 2022-04
      2023-06-30 writeoff 力得/A finding:破产清算终结 doc:核销批复
      2023-09-30 recover 力得/A 300,000.00 CNY

      """, to: "a.journal")
    let imported = try bgt.run("import", "a.journal")
    #expect(imported.code == 0, "\(imported)")
    try rebuild(bgt, [["trial-balance", "--as-of", "2022-04-30"], ["cashflow"], ["returns"]])
  }

  @Test("a book without registers is rebuilt from its journal alone")
  func vouchersOnly() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let journal = Bgt.root.appendingPathComponent("ledger-samples/plain-double-entry.journal").path
    #expect(try bgt.run("import", journal).code == 0)
    try rebuild(bgt, [])
    let names = try FileManager.default.contentsOfDirectory(atPath: bgt.folder.appendingPathComponent("台账").path)
    #expect(names == ["账簿.journal"])
  }

  @Test("a journal that speaks of events by number is refused beside registers: they come in another order")
  func numbers() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write("年度,项目计划,事项,日期,金额（万元）\n2022,拨改投,预算,2022-01-20,10000\n", to: "指标.csv")
    try bgt.write("2022-02-01 reverse #3 reason:误记\n", to: "b.journal")
    let refused = try bgt.run("import", "指标.csv", "b.journal")
    #expect(refused.code == 4 && refused.errors.contains("#3 可能指本文件的事项"), "\(refused)")
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
