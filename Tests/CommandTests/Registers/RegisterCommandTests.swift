import Foundation
import Testing

@Suite("Registers on the command line")
struct RegisterCommandTests {
  private static let envelopes = "年度,项目计划,事项,日期,金额（万元）,文号\n2022,拨改投,预算,2022-01-20,10000,聊财指〔2022〕15号\n"
  private static let header = "企业简称,项目计划,投资方式,签约日期,认缴金额（万元）,出资日期,实缴金额（万元）,指标,拨款文号,备忘\n"
  private static let row = "力得,拨改投,委托投资,2022-06-01,500,2022-06-15,500,2022/拨改投,投决〔2022〕7号,无\n"

  private func folder(_ language: String = "zh") throws -> Bgt {
    var bgt = try Bgt()
    bgt.environment["BGT_LANG"] = language
    try bgt.write(RegisterCommandTests.envelopes, to: "指标.csv")
    try bgt.write(RegisterCommandTests.header + RegisterCommandTests.row + "合计,,,,500,,500\n", to: "台账.csv")
    return bgt
  }

  @Test("where the locale is Chinese, all that an import says is Chinese, but for errors")
  func chinese() throws {
    let bgt = try folder()
    defer { bgt.remove() }
    #expect(try bgt.run("import", "指标.csv").output.hasPrefix("新账簿 book.bgt：记入 2 笔事项；链头 "))
    #expect(try bgt.run("import", "台账.csv", "-n").output.hasSuffix("试运行：将记入 4 笔事项，略过 1 行\n"))
    let first = try bgt.run("import", "台账.csv")
    #expect(first.output.hasPrefix("book.bgt：记入 4 笔事项，略过 1 行；链头 "))
    #expect(first.errors.contains("提示 W6101：略过 1 行：合计行") && first.errors.contains("= 用 bgt import --dry-run 逐行查看"))
    #expect(first.errors.contains("台账.csv：股权投资台账不认识的列：备忘"))
    #expect(try bgt.run("import", "台账.csv").output == "book.bgt：没有新的事项可记入，已有 4 笔，略过 1 行\n")
    try bgt.write(
      RegisterCommandTests.header + RegisterCommandTests.row.replacingOccurrences(of: "06-15,500", with: "06-15,450"), to: "改.csv")
    let amended = try bgt.run("import", "改.csv")
    #expect(amended.errors.contains("警告 W6100：出资 力得/A 与 #9 不同：金额 5,000,000.00 CNY → 4,500,000.00 CNY；未记入"))
    #expect(amended.errors.contains("= 如文件正确，先冲销 #9，再次导入：bgt reverse 9 --date 2022-06-15"))
    try bgt.write(RegisterCommandTests.header + RegisterCommandTests.row.replacingOccurrences(of: "委托", with: "直接"), to: "改.csv")
    #expect(try bgt.run("import", "改.csv").errors.contains("投资方式 委托投资（entrusted） → 直接投资（direct）；未记入"))
    try bgt.write("2022-06-15 pay 无此/A 5.00 CNY envelope:2022/拨改投\n", to: "错.journal")
    let refused = try bgt.run("import", "错.journal")
    #expect(refused.code != 0 && refused.errors.hasSuffix("bgt: 未记入任何事项\n"))
  }

  @Test("--lang goes before the locale, for every line")
  func language() throws {
    let bgt = try folder()
    defer { bgt.remove() }
    #expect(try bgt.run("import", "指标.csv", "--lang", "en").output.hasPrefix("new book book.bgt: 2 events recorded; chain head "))
    let read = try bgt.run("import", "台账.csv", "--lang", "en")
    #expect(read.errors.contains("1 row is left out: a row of totals") && !read.errors.contains("略过"))
  }

  @Test("a template is a table in text where its name says so, and its example row is left out; other endings are refused")
  func template() throws {
    let bgt = try folder("zh")
    defer { bgt.remove() }
    for kind in ["plans", "loans"] {
      #expect(try bgt.run("template", kind, "-o", "空.csv").code == 0)
      let text = String(decoding: try Data(contentsOf: bgt.folder.appendingPathComponent("空.csv")), as: UTF8.self)
      #expect(text.hasPrefix("\u{FEFF}编号,") && text.contains("\n示例,"), "\(text)")
      let tried = try bgt.run("import", "空.csv", "--dry-run")
      #expect(tried.output.contains("示例行") && tried.code == 0, "\(tried)")
    }
    #expect(try bgt.run("template", "loans", "--format", "csv").output.hasPrefix("loans.csv"))
    #expect(try bgt.run("template", "loans", "-o", "t.txt").code == 2)
    let misspelt = try bgt.run("template", "lones").errors
    #expect(misspelt.contains("是不是 loans？"), "\(misspelt)")
    #expect(try bgt.run("template", "投资").errors.contains("是不是 股权投资台账？"))
    #expect(try bgt.run("template", "pya").errors.contains("是不是 pay？"))
    #expect(try bgt.run("import", "指标.csv", "--register", "envlopes").errors.contains("是不是 envelopes？"))
  }

  @Test("a dry run shows the project of each row of a plan")
  func plans() throws {
    let bgt = try folder("zh")
    defer { bgt.remove() }
    #expect(try bgt.run("import", "指标.csv").code == 0)
    let table = "年度,计划项目,事项,计划日期,项目计划,计划金额（万元）,撤销原因\n2022,制动器,计划,2022-01-10,拨改投,500,\n2022,制动器,撤销,2022-05-30,,,尽调未过\n"
    try bgt.write(table, to: "计划.csv")
    let tried = try bgt.run("import", "计划.csv", "--dry-run", "--lang", "en").output
    #expect(tried.components(separatedBy: "制动器").count == 3, "\(tried)")
  }

  @Test("-f reads a register as it reads a journal: a workbook of two registers answers what a book answers")
  func file() throws {
    let bgt = try folder("en")
    defer { bgt.remove() }
    for name in ["指标.csv", "台账.csv"] { #expect(try bgt.run("import", name).code == 0) }
    for kind in ["envelopes", "investments"] {
      #expect(try bgt.run("export", "register", kind, "-o", "\(kind).csv").code == 0)
    }
    let envelopes = try bgt.run("-f", "指标.csv", "budget", "2022", "--format", "csv")
    #expect(envelopes.code == 0 && envelopes.output.contains("2022/拨改投") && envelopes.errors.isEmpty)
    let printed = try bgt.run("-f", "指标.csv", "print", "--events-only").output
    #expect(printed.contains("budget 2022/拨改投 100,000,000.00 CNY"))
    #expect(try bgt.run("-f", "指标.csv", "print", "--events-only", "--known-at", "3").output.split(separator: "\n").count == 1)
  }

  @Test("-f of a register that lacks what its rows draw on says so, as an import does")
  func lacking() throws {
    let bgt = try folder("en")
    defer { bgt.remove() }
    let report = try bgt.run("-f", "台账.csv", "leverage")
    let imported = try bgt.run("import", "台账.csv", "-n")
    #expect(report.code == imported.code && report.code != 0 && report.output.isEmpty)
    let errors = imported.errors.split(separator: "\n").filter { $0.contains(": error ") }
    #expect(!errors.isEmpty && errors.allSatisfy { report.errors.contains($0) })
  }

  @Test("a mapping beside a table is read with it, by import and by -f; --map goes before it")
  func mapping() throws {
    let bgt = try folder("en")
    defer { bgt.remove() }
    try bgt.write("何年,何事,何日,多少\n2022,预算,2022-01-20,10000\n", to: "表.csv")
    try bgt.write("register envelopes\nunit 万元\nyear %何年\nwhat %何事\ndate %何日\namount %多少\nprogramme 拨改投\n", to: "表.map")
    #expect(try bgt.run("-f", "表.csv", "print", "--events-only").output.contains("2022/拨改投 100,000,000.00 CNY"))
    #expect(try bgt.run("import", "表.csv", "-n").output.hasSuffix("dry run: 2 events would be recorded\n"))
    try bgt.write("register envelopes\nunit 元\nyear %何年\nwhat %何事\ndate %何日\namount %多少\nprogramme 另一\n", to: "另.map")
    #expect(try bgt.run("import", "表.csv", "--map", "另.map").code == 0)
    #expect(try bgt.run("print", "--events-only").output.contains("2022/另一 10,000.00 CNY"))
    try bgt.write("register envelopes\nyear %没有\namount %多少\n", to: "表.map")
    #expect(try bgt.run("-f", "表.csv", "print").errors.contains("没有"))
  }

  @Test("an import ends with 1 where rows differ from the book and were not recorded; with 0 where they are known, totals or notes")
  func exitCode() throws {
    let bgt = try folder("en")
    defer { bgt.remove() }
    for name in ["指标.csv", "台账.csv", "台账.csv"] { #expect(try bgt.run("import", name).code == 0, "\(name)") }
    let amended = RegisterCommandTests.row.replacingOccurrences(of: "06-15,500", with: "06-15,450")
    let other = RegisterCommandTests.row.replacingOccurrences(of: "力得", with: "华阳").replacingOccurrences(of: "7号", with: "8号")
    try bgt.write(RegisterCommandTests.header + amended + other, to: "改.csv")
    #expect(try bgt.run("import", "改.csv", "-n").code == 1)
    let imported = try bgt.run("import", "改.csv")
    #expect(imported.code == 1 && imported.output.contains("4 events recorded, 3 are there already, 1 differs"), "\(imported)")
    #expect(try bgt.run("import", "改.csv").code == 1)
    // Told that the row is another payment, there is nothing left to say.
    #expect(try bgt.run("import", "改.csv", "--as-new", "2").code == 0)
    #expect(try bgt.run("import", "改.csv").code == 0)
    for arguments in [["改.csv", "--as-new", "x"], ["改.csv", "指标.csv", "--as-new", "2"]] {
      #expect(try bgt.run(arguments: ["import"] + arguments).code == 2, "\(arguments)")
    }
    #expect(try bgt.run("help", "exit-codes").output.contains("W6100"))
    // The headings and what lies below the last row are no rows of data.
    for row in ["9", "1,2"] {
      let refused = try bgt.run("import", "改.csv", "--as-new", row)
      #expect(refused.code == 2 && refused.errors.contains("no data in row \(row.prefix(1)) of 改.csv"), "\(refused)")
      #expect(refused.errors.contains("rows of data: 2–3"), "\(refused.errors)")
    }
  }

  @Test("an import says of each row that is carried over, or a part of the row above, what was done with it", arguments: ["zh", "en"])
  func rowsLeftOut(_ language: String) throws {
    let bgt = try folder(language)
    defer { bgt.remove() }
    #expect(try bgt.run("import", "指标.csv").code == 0)
    let rows = "承前页,,,,300,,300\n" + RegisterCommandTests.row + "其中：市级,,,,,,300\n其中：县级,,,,,,200\n合计,,,,800,,800\n过次页,,,,800,,800\n"
    try bgt.write(RegisterCommandTests.header + rows, to: "页.csv")
    let shown = try bgt.run("import", "页.csv", "-n").output
    let read = try bgt.run("import", "页.csv")
    #expect(read.code == 0 && !read.errors.contains("W6106"), "\(read)")
    if language == "zh" {
      #expect(shown.contains("承前、上年结转的数") && shown.contains("过次、结转下年的数") && shown.contains("上一行的其中项"))
      #expect(read.errors.contains("略过 2 行（行 4, 5）：上一行的其中项，不另计") && read.output.contains("记入 4 笔事项，略过 5 行"))
    } else {
      #expect(
        read.errors.contains("2 rows are left out (4, 5): a part of the row above")
          && read.output.contains("4 events recorded, 5 rows left out"))
    }
  }
}
