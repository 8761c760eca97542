import Foundation
import LedgerCore
import Testing

@Suite("Workbooks of other programs")
struct RegisterWorkbookTests {
  /// An office's register: titles, a line with the unit, headings on two rows, merged cells, dates in four forms, totals.
  static let office = """
    import openpyxl, datetime
    wb = openpyxl.Workbook(); ws = wb.active; ws.title = '投资台账'
    ws['A1'] = '某市股权投资台账（2022年度）'; ws.merge_cells('A1:N1')
    ws['A2'] = '填报单位：某市财政局'; ws['N2'] = '单位：万元'
    h1 = ['序号','被投企业名称','统一社会信用代码','所属行业','轮次','投资方式','持股平台','认缴出资',None,'实缴出资',None,'持股比例（%）','预算指标','拨款文号']
    h2 = [None]*7 + ['日期','金额','日期','金额']
    for i, v in enumerate(h1, 1): ws.cell(3, i, v)
    for i, v in enumerate(h2, 1): ws.cell(4, i, v)
    ws.merge_cells('H3:I3'); ws.merge_cells('J3:K3')
    for c in 'ABCDEFGLMN': ws.merge_cells(f'{c}3:{c}4')
    rows = [
      [1,'力得汽车科技股份有限公司','91350200MA2YJ1XR9G','C36','A','委托投资','聊城国投',datetime.date(2022,6,1),500,datetime.datetime(2022,6,15,9,30),500,8.5,'2022/拨改投','投决〔2022〕7号'],
      [2,'华阳精密制造有限公司',None,'C34','A','委托投资','聊城国投','2022年7月1日','1,200.50','2022/7/20',600.1,'6%','2022/拨改投','聊财指〔2022〕60号'],
    ]
    for r, row in enumerate(rows, 5):
      for c, v in enumerate(row, 1): ws.cell(r, c, v)
    ws.cell(7, 1, '合计'); ws.cell(7, 9, '=SUM(I5:I6)'); ws.cell(8, 1, '填表人：张三')
    w2 = wb.create_sheet('指标')
    for r in [['2022年预算指标台账'], ['年度','项目计划','事项','日期','金额(万元)','文号'],
              [2022,'拨改投','预算',datetime.date(2022,1,20),10000,'聊财指〔2022〕15号']]: w2.append(r)
    w3 = wb.create_sheet('隐藏'); w3.sheet_state = 'hidden'; w3.append(['投资项目','估值日期','估值','估值依据']); w3.append(['x','x','x','x'])
    wb.save('office.xlsx')
    """

  static let expected = [
    "2022-01-20 budget 2022/拨改投 100,000,000.00 CNY", "2022-06-15 pay 力得汽车科技股份有限公司/A 5,000,000.00 CNY",
    "2022-07-01 commit 华阳精密制造有限公司/A 12,005,000.00 CNY", "2022-07-20 pay 华阳精密制造有限公司/A 6,001,000.00 CNY",
    "share:8.5%", "share:6%",
  ]

  @Test(
    "an office's workbook by openpyxl is recorded from both its sheets, and once only",
    .enabled(if: RegisterPrograms.hasOpenpyxl, "openpyxl is not installed"))
  func openpyxl() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    _ = try #require(RegisterPrograms.python(RegisterWorkbookTests.office, in: bgt.folder))
    try check("office.xlsx", bgt)
  }

  @Test(
    "saved by LibreOffice, as a workbook and as a table in GB18030 text, it says the same",
    .enabled(if: RegisterPrograms.hasOpenpyxl && RegisterPrograms.office != nil, "openpyxl or LibreOffice is not installed"))
  func libreOffice() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    _ = try #require(RegisterPrograms.python(RegisterWorkbookTests.office, in: bgt.folder))
    let home = "-env:UserInstallation=file://\(bgt.folder.path)/office"
    let convert = { (filter: String, folder: String) in
      RegisterPrograms.run(
        RegisterPrograms.office ?? "", [home, "--headless", "--convert-to", filter, "--outdir", folder, "office.xlsx"], in: bgt.folder)
    }
    _ = try #require(convert("xlsx", "saved"))
    try check("saved/office.xlsx", bgt)
    // Only the first sheet, dates as they are shown.
    _ = try #require(convert("csv:Text - txt - csv (StarCalc):44,34,85,1", "text"))
    let run = try bgt.run("import", "--dry-run", "text/office.csv")
    #expect(run.output.contains("5,000,000.00") && run.output.contains("6,001,000.00"), "\(run.errors)")
  }

  private func check(_ file: String, _ bgt: Bgt) throws {
    let run = try bgt.run("import", file)
    #expect(run.code == 0, "\(run.errors)")
    let printed = try bgt.run("print").output
    for line in RegisterWorkbookTests.expected { #expect(printed.contains(line), "no \(line) in \(printed)") }
    let again = try bgt.run("import", file)
    #expect(again.code == 0 && again.output.contains("没有新的事项可记入"), "\(again.output)")
  }

  @Test(
    "each template, filled in by openpyxl, imports without an error",
    .enabled(if: RegisterPrograms.hasOpenpyxl, "openpyxl is not installed"),
    arguments: ["investments", "envelopes", "social", "loans", "valuations", "dividends", "exits"])
  func templates(_ kind: String) throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let before = """
      programme 拨改投 from:2019-01-01
      party 聊城国投 kind:holder
      party 力得
      2022-01-20 budget 2022/拨改投 1亿元 doc:聊人发〔2022〕3号
      """
    let deal = """

      2022-05-30 deal 力得/A party:力得 programme:拨改投 holder:聊城国投 method:委托投资
      2022-06-15 pay 力得/A 500万元 envelope:2022/拨改投 share:8.5%

      """
    try bgt.write(before + (["investments", "envelopes"].contains(kind) ? "\n" : deal), to: "before.journal")
    #expect(try bgt.run("import", "before.journal").code == 0)
    #expect(try bgt.run("template", kind, "-o", "t.xlsx").code == 0)
    // The example row is copied below itself, its mark taken off, and every heading has a comment.
    let program = """
      import openpyxl
      wb = openpyxl.load_workbook('t.xlsx'); ws = wb.active
      assert ws.freeze_panes == 'A2'
      assert all(c.comment for c in ws[1])
      assert ws.data_validations.dataValidation or '\(kind)' in ('valuations', 'loans')
      for c in ws[2]:
        ws.cell(3, c.column, None if c.column == 1 else c.value).number_format = c.number_format
      wb.save('t.xlsx')
      """
    _ = try #require(RegisterPrograms.python(program, in: bgt.folder))
    let run = try bgt.run("import", "t.xlsx", "--lang", "zh")
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.contains("：记入 "), "\(run.output)\(run.errors)")
  }

  @Test(
    "what is exported opens in openpyxl with numbers as numbers", .enabled(if: RegisterPrograms.hasOpenpyxl, "openpyxl is not installed"))
  func exported() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    _ = try #require(RegisterPrograms.python(RegisterWorkbookTests.office, in: bgt.folder))
    #expect(try bgt.run("import", "office.xlsx").code == 0)
    #expect(try bgt.run("export", "register", "investments", "-o", "out.xlsx").code == 0)
    let program = """
      import openpyxl
      ws = openpyxl.load_workbook('out.xlsx').active
      names = {c.value: c.column for c in ws[1]}
      paid = [ws.cell(r, names['实缴金额（元）']) for r in (2, 3)]
      print(ws.title, [c.value for c in paid], paid[0].number_format, ws.cell(2, names['出资日期']).is_date, ws.cell(2, names['持股比例']).value)
      """
    let text = try #require(RegisterPrograms.python(program, in: bgt.folder))
    #expect(text == "股权投资台账 [5000000, 6001000] #,##0.00 True 0.085\n")
  }

  @Test("a zip bomb is refused, whatever it unpacks to", .enabled(if: RegisterPrograms.hasOpenpyxl, "openpyxl is not installed"))
  func bomb() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let program = """
      import openpyxl, zipfile
      wb = openpyxl.Workbook(); wb.active['A1'] = 1; wb.save('small.xlsx')
      with zipfile.ZipFile('small.xlsx') as old, zipfile.ZipFile('bomb.xlsx', 'w', zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
          data = old.read(name)
          if name.endswith('sheet1.xml'): data = data.replace(b'<sheetData>', b'<sheetData>' + b' ' * (200 << 20))
          new.writestr(name, data)
      """
    _ = try #require(RegisterPrograms.python(program, in: bgt.folder))
    let run = try bgt.run("import", "--register", "valuations", "bomb.xlsx")
    #expect(run.code == 4 && run.errors.contains("P1031"), "\(run.errors)")
  }

  @Test(
    "hidden rows are read, hidden sheets are not, and both are said",
    .enabled(if: RegisterPrograms.hasOpenpyxl, "openpyxl is not installed"))
  func hidden() throws {
    var bgt = try Bgt()
    bgt.environment["BGT_LANG"] = "zh"
    defer { bgt.remove() }
    let filtered = RegisterWorkbookTests.office.replacing("wb.save(", with: "ws.row_dimensions[6].hidden = True; wb.save(")
    _ = try #require(RegisterPrograms.python(filtered, in: bgt.folder))
    let tried = try bgt.run("import", "office.xlsx", "-n")
    #expect(tried.output.contains("隐藏的行同样读入：1 行（行 6）") && tried.output.contains("隐藏的工作表未读取：隐藏"), "\(tried)")
    let read = try bgt.run("import", "office.xlsx", "--lang", "en")
    let note = "note \(DiagnosticCode.hiddenCells.rawValue): office.xlsx: "
    #expect(read.errors.contains(note + "hidden rows are read like others: 1 row (6)"), "\(read)")
    #expect(read.errors.contains(note + "hidden sheets are not read: 隐藏"), "\(read)")
  }
}
