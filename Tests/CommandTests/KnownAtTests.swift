import Foundation
import Testing

@Suite("A report as it was known then")
struct KnownAtTests {
  /// What is recorded one after the other; later batches restate, declare anew, reverse and date back.
  static let batches = [
    """
    programme 拨改投 from:2019-01-01 target:300%
    party 力得 kind:company region:371502 industry:C36
    party 某创投 kind:company
    2022-01-20 budget 2022/拨改投 1亿元 doc:聊财指〔2022〕15号
    2022-01-25 plan 制动器生产线 400万元 programme:拨改投 party:力得 leverage:3
    2022-05-30 deal 力得/A party:力得 programme:拨改投 method:直接投资 term:5y
    2022-06-01 commit 力得/A 500万元 envelope:2022/拨改投
    2022-06-15 pay 力得/A 500万元 share:8.5% key:P1
    2022-06-15 social 力得/A 1500万元 party:某创投 evidence:投资协议 key:S1
    2022-06-30 * 手续费
        其他费用        120.00 CNY
        其他财政存款

    """,
    """
    party 某银行 kind:bank
    2022-06-30 statement 国库存款 from:2022-06-01 opening:0.00 closing:-500万元 received:0.00 paid:500万元 lines:1
    2022-06-16 statement-line 国库存款 -500万元 counterparty:力得 key:L1
    2022-09-01 loan 力得/A 1000万元 party:某银行
    2022-12-31 value 力得/A 620万元
    2022-06-15 terms 力得/A free:3m rate:3.65% term:6y doc:投资协议
    2022-12-31 result 力得/A 100万元
    2022-12-31 * 印花税
        税费            30.00 CNY
        其他财政存款

    """,
    """
    party 力得 "力得汽车科技股份有限公司" kind:state-firm region:371503
    party 某创投 "某创业投资基金" kind:fund region:371500
    programme 拨改投 target:500%
    2022-05-30 deal 力得/A party:力得 programme:拨改投 method:委托投资 instrument:优先股 term:7y
    party 新芯
    2022-07-01 deal 新芯/A party:新芯 programme:拨改投 method:direct
    2022-07-02 pay 新芯/A 300万元 envelope:2022/拨改投 share:10%
    2022-06-20 social 力得/A 200万元 evidence:补充协议
    2022-05-31 plan-change 制动器生产线 500万元 deal:力得/A
    2022-12-31 reverse S1 reason:证据不足
    2022-06-16 match 国库存款 lines:L1 events:P1
    2022-06-15 rate LPR-1Y 3.7%
    2022-06-15 terms 力得/A rate:LPR-1Y doc:补充协议
    2022-08-01 * 以前的账
        旧科目            10.00 CNY
        其他财政存款

    """,
    """
    account 税费 code:9901 class:expense
    account 旧科目 code:9902 class:expense
    2023-02-01 budget 2023/拨改投 2000万元
    2022-12-31 value 力得/A 700万元
    2023-03-01 exit 力得/A 600万元 part:50%

    """,
  ]

  /// What every report says in every format, by its command line.
  private func outputs(
    _ bgt: Bgt, _ commands: ReportCommands, in formats: [String], _ options: [String]
  ) throws -> [String: String] {
    var outputs: [String: String] = [:]
    for report in commands.reports where report.unknown.isEmpty {
      for format in formats where KnownAtTests.isShown(report.words, in: format) {
        let words = report.words + (report.hasFormats ? ["--format", format] : [])
        let run = try bgt.run(arguments: words + options)
        outputs[words.joined(separator: " ")] = "\(run.code)\n\(run.output)\(run.errors)"
      }
    }
    return outputs
  }

  /// Every format writes any document: all reports are looked at as text and JSON, which has all that a document says,
  /// and a few of them, with charts, statements and long tables, in every other format.
  private static func isShown(_ words: [String], in format: String) -> Bool {
    if ["text", "json"].contains(format) { return true }
    return [["report", "year"], ["statement", "equity"], ["leverage"], ["returns"], ["balance"]].contains { words.starts(with: $0) }
  }

  @Test("every report, in text and JSON, and every format, run with --known-at of then, is the one printed then, to the byte")
  func everyReport() throws {
    var bgt = try Bgt()
    defer { bgt.remove() }
    let commands = try ReportCommands(bgt)
    #expect(commands.formats.count >= 4)
    #expect(commands.reports.count >= 14)
    #expect(commands.reports.filter { !$0.unknown.isEmpty } == [], "ReportCommands.values lacks their arguments")
    #expect(try bgt.run("init", "--title", "试验账").code == 0)
    var printed: [(event: String, instant: String, outputs: [String: String])] = []
    for (index, batch) in KnownAtTests.batches.enumerated() {
      let instant = "2026-11-2\(index)T10:00:00Z"
      bgt.environment["BGT_NOW"] = instant
      let imported = try bgt.run("import", try bgt.write(batch, to: "\(index).journal"))
      #expect(imported.code == 0, "\(imported.errors)")
      let head = try #require(try bgt.run("verify", "--lang", "en").output.split(separator: " ").dropFirst().first)
      // JSON has all that a document says: the other formats are printed in one state. The last one is only looked at for
      // what runs.
      let formats = index == 0 ? commands.formats : index + 1 < KnownAtTests.batches.count ? ["json", "text"] : ["text"]
      printed.append((String(head), instant, try outputs(bgt, commands, in: formats, [])))
    }
    for (index, then) in printed.dropLast().enumerated() {
      // A program that refuses every report would pass too.
      #expect(then.outputs.count { $0.value.hasPrefix("0\n") } > then.outputs.count / 2)
      for (moment, formats) in [(then.event, index == 0 ? commands.formats : ["json"]), (then.instant, ["text"])] {
        let now = try outputs(bgt, commands, in: formats, ["--known-at", moment])
        for (command, text) in now {
          #expect(then.outputs[command] == text, "bgt \(command) --known-at \(moment)")
        }
      }
    }
    let texts = commands.reports.map { ($0.words + ($0.hasFormats ? ["--format", "text"] : [])).joined(separator: " ") }
    for text in texts { #expect(printed.last?.outputs[text]?.hasPrefix("2\n") == false, "bgt \(text) does not run") }
  }

  @Test("a journal read with --known-at is read up to that event and no further")
  func journal() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let commands = try ReportCommands(bgt)
    let whole = try bgt.write(KnownAtTests.batches.joined() + "2022-01-01 nonsense\n", to: "whole.journal")
    let cut = try bgt.write(KnownAtTests.batches[0], to: "cut.journal")
    for report in commands.reports where report.unknown.isEmpty {
      let then = try bgt.run(arguments: ["-f", cut] + report.words)
      // A journal has its first event at 3, as a new book would.
      let now = try bgt.run(arguments: ["-f", whole] + report.words + ["--known-at", "12"])
      #expect(now.output == then.output, "bgt \(report.words.joined(separator: " "))")
      #expect(now.code == then.code)
    }
  }

  @Test("an event that the books do not have yet is named in the header, whatever the report")
  func beyond() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let path = try bgt.write(KnownAtTests.batches[0], to: "0.journal")
    #expect(try bgt.run("import", path).code == 0)
    for words in [["leverage"], ["balance"], ["report", "holdings"], ["-f", path, "leverage"]] {
      let last = try bgt.run(arguments: words + ["--known-at", "12"])
      let beyond = try bgt.run(arguments: words + ["--known-at", "99"])
      #expect(last.code == 0 && !last.output.contains("所问"), "\(words): \(last.output)")
      #expect(beyond.code == 0 && beyond.output.contains("所问：第 99 项事项，账簿到第 12 项为止"), "\(words): \(beyond.output)")
    }
  }

  @Test("words for days stand for their last day; four digits alone are an event")
  func words() throws {
    var bgt = try Bgt()
    defer { bgt.remove() }
    // The clock of the tests stands at 2026-11-23.
    bgt.environment["BGT_NOW"] = "2026-11-20T10:00:00Z"
    #expect(try bgt.run("import", try bgt.write(KnownAtTests.batches[0], to: "0.journal")).code == 0)
    bgt.environment["BGT_NOW"] = "2026-11-23T10:00:00Z"
    #expect(try bgt.run("import", try bgt.write(KnownAtTests.batches[1], to: "1.journal")).code == 0)
    func known(_ text: String) throws -> String { try bgt.run("balance", "--format", "csv", "--known-at", text).output }
    let (first, both) = (try known("2026-11-22"), try known("2026-11-23"))
    #expect(first != both && !first.isEmpty)
    for word in ["yesterday", "昨天"] { #expect(try known(word) == first, "\(word)") }
    for word in ["today", "本月", "2026Q4", "2026"] { #expect(try known(word) == both, "\(word)") }
    for time in ["2026-11-24", "2026-11-23T10:00:01Z", "2026-11-23 11:00", "2026-12", "2027Q1"] {
      let run = try bgt.run("balance", "--known-at", time)
      #expect(run.code == 2 && run.errors.contains("晚于现在"), "\(time): \(run.errors)")
    }
    #expect(try bgt.run("balance", "--known-at", "some day").code == 2)
  }
}
