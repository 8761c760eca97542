import LedgerCore
import Testing

@testable import Spreadsheets

@Suite("Statements as Chinese banks and treasuries export them")
struct BankLayoutTests {
  /// One bank's file: what stands above the heading, the heading, and the rows of three lines.
  struct Layout: Sendable, CustomTestStringConvertible {
    let bank: String
    var titles: [[String]] = []
    let heading: [String]
    let rows: [[String]]
    var number = "371500000000000001"

    var testDescription: String { bank }

    var table: [[String]] { titles + [heading] + rows }

    /// The table as text; a cell with a comma in quotes.
    var text: String {
      table.map { $0.map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ",") + "\n" }.joined()
    }

    /// The table as a workbook of texts.
    var workbook: [UInt8] {
      func cell(_ text: String) -> String { "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>" }
      return HandWorkbook.sheet(table.map { "<row>" + $0.map(cell).joined() + "</row>" }.joined()).bytes
    }
  }

  private static let own = "371500000000000001"
  private static let (one, two, three) = ("力得汽车科技股份有限公司", "茌平茌锦炭素材料有限公司", "聊城聊惠资本运营有限公司")

  static let layouts = [
    Layout(
      bank: "工商银行", heading: ["凭证号", "本方账号", "对方账号", "交易时间", "借/贷", "借方发生额", "贷方发生额", "对方行号", "摘要", "用途", "对方单位名称", "余额"],
      rows: [
        ["ZF01", own, "9001", "2025-03-10 10:21:33", "借", "5,000,000.00", "0.00", "102", "转账", "投资款", one, "95,000,000.00"],
        ["ZF02", own, "9002", "2025-03-15 09:00:01", "借", "19,000,000.00", "0.00", "102", "转账", "投资款", two, "76,000,000.00"],
        ["SR03", own, "9003", "2025-03-20 15:40:59", "贷", "0.00", "600,000.00", "102", "转账", "股利", three, "76,600,000.00"],
      ]),
    Layout(
      bank: "工商银行（新）", heading: ["交易时间", "本方账号", "对方单位", "对方账号", "摘要", "附言", "用途", "转出金额", "转入金额", "余额", "凭证号"],
      rows: [
        ["2025-03-20 15:40:59", own, three, "9003", "股利", "", "", "", "600,000.00", "76,600,000.00", "SR03"],
        ["2025-03-15 09:00:01", own, two, "9002", "投资款", "", "", "19,000,000.00", "", "76,000,000.00", "ZF02"],
        ["2025-03-10 10:21:33", own, one, "9001", "投资款", "", "", "5,000,000.00", "", "95,000,000.00", "ZF01"],
      ]),
    Layout(
      bank: "建设银行",
      heading: [
        "账号", "账户名称", "交易时间", "借方发生额/元(支取)", "贷方发生额/元(收入)", "余额", "币种", "对方户名", "对方账号", "对方开户机构", "记账日期", "摘要", "备注",
        "账户明细编号-交易流水号", "企业流水号", "凭证种类", "凭证号",
      ],
      rows: [
        [
          own, "某局", "20250310 10:21:33", "5000000.00", "0.00", "95000000.00", "人民币元", one, "9001", "某行", "20250310", "投资款", "", "", "", "",
          "ZF01",
        ],
        [
          own, "某局", "20250315 09:00:01", "19000000.00", "0.00", "76000000.00", "人民币元", two, "9002", "某行", "20250315", "投资款", "", "", "",
          "", "ZF02",
        ],
        [
          own, "某局", "20250320 15:40:59", "0.00", "600000.00", "76600000.00", "人民币元", three, "9003", "某行", "20250320", "股利", "", "", "", "",
          "SR03",
        ],
      ]),
    Layout(
      bank: "农业银行", titles: [["账户明细"], ["账号：37-1500000000000001", "户名：某局", "币种：人民币"]],
      heading: ["交易时间", "收入金额", "支出金额", "账户余额", "交易行名", "对方省市", "对方账号", "对方户名", "交易用途", "凭证号"],
      rows: [
        ["2025-03-10 10:21:33", "", "5000000", "95000000", "某行", "", "9001", one, "投资款", "ZF01"],
        ["2025-03-15 09:00:01", "", "19000000", "76000000", "某行", "", "9002", two, "投资款", "ZF02"],
        ["2025-03-20 15:40:59", "600000", "", "76600000", "某行", "", "9003", three, "股利", "SR03"],
      ], number: "37-1500000000000001"),
    Layout(
      bank: "中国银行", titles: [["查询账号[ Inquirer account number ]", own]],
      heading: [
        "交易类型[ Transaction Type ]", "付款人账号[ Debit Account No. ]", "付款人名称[ Payer's Name ]", "收款人账号[ Payee's Account Number ]",
        "收款人名称[ Payee's Name ]", "交易日期[ Transaction Date ]", "交易时间[ Transaction time ]", "交易货币[ Trade Currency ]",
        "交易金额[ Trade Amount ]", "交易后余额[ After-transaction balance ]", "起息日期[ Value Date ]", "凭证号码[ Voucher number ]", "用途[ Purpose ]",
      ],
      rows: [
        ["往账", own, "某局", "9001", one, "20250310", "10:21:33", "CNY", "-5000000.00", "95000000.00", "20250310", "ZF01", "投资款"],
        ["往账", own, "某局", "9002", two, "20250315", "09:00:01", "CNY", "-19000000.00", "76000000.00", "20250315", "ZF02", "投资款"],
        ["来账", "9003", three, own, "某局", "20250320", "15:40:59", "CNY", "600000.00", "76600000.00", "20250320", "SR03", "股利"],
      ]),
    Layout(
      bank: "交通银行", titles: [["户  名:某局", "查询账号:\(own)"]],
      heading: ["交易时间", "摘要", "凭证号", "借贷标志", "发生额", "余额", "对方账号", "对方户名"],
      rows: [
        ["2025-03-10 10:21:33", "投资款", "ZF01", "借", "5,000,000.00", "95,000,000.00", "9001", one],
        ["2025-03-15 09:00:01", "投资款", "ZF02", "借", "19,000,000.00", "76,000,000.00", "9002", two],
        ["2025-03-20 15:40:59", "股利", "SR03", "贷", "600,000.00", "76,600,000.00", "9003", three],
      ]),
    Layout(
      bank: "招商银行", titles: [["账号：\(own)", "币种：人民币"]],
      heading: ["交易日", "交易时间", "起息日", "交易类型", "借方金额", "贷方金额", "余额", "摘要", "流水号", "收/付方名称", "收/付方账号"],
      rows: [
        ["20250310", "10:21:33", "20250310", "转账", "5000000.00", "", "95000000.00", "投资款", "ZF01", one, "9001"],
        ["20250315", "09:00:01", "20250315", "转账", "19000000.00", "", "76000000.00", "投资款", "ZF02", two, "9002"],
        ["20250320", "15:40:59", "20250320", "转账", "", "600000.00", "76600000.00", "股利", "SR03", three, "9003"],
      ]),
    Layout(
      bank: "邮储银行", titles: [["账号：\(own)", "起止日期：2025-03-01 至 2025-03-31"]],
      heading: ["序号", "交易日期", "收入金额（+元）", "支出金额（-元）", "账户余额（元）", "对方户名", "对方账号", "摘要", "交易流水号"],
      rows: [
        ["1", "2025/03/10", "", "5000000.00", "95000000.00", one, "9001", "投资款", "ZF01"],
        ["2", "2025/03/15", "", "19000000.00", "76000000.00", two, "9002", "投资款", "ZF02"],
        ["3", "2025/03/20", "600000.00", "", "76600000.00", three, "9003", "股利", "SR03"],
      ]),
    Layout(
      bank: "兴业银行", heading: ["银行流水号", "交易时间", "户名", "账号", "对方户名", "对方账号", "摘要", "借方金额(支出)", "贷方金额(收入)", "账户余额"],
      rows: [
        ["ZF01", "2025-03-10 10:21:33", "某局", own, one, "9001", "投资款", "5,000,000.00", "", "95,000,000.00"],
        ["ZF02", "2025-03-15 09:00:01", "某局", own, two, "9002", "投资款", "19,000,000.00", "", "76,000,000.00"],
        ["SR03", "2025-03-20 15:40:59", "某局", own, three, "9003", "股利", "", "600,000.00", "76,600,000.00"],
      ]),
    Layout(
      bank: "国库存款", titles: [["国库存款收支对账单"], ["账号：\(own)", "2025年3月1日至2025年3月31日", "单位：万元"]],
      heading: ["日期", "凭证编号", "摘要", "收/付款人名称", "收/付款人账号", "收入", "支出", "借或贷", "余额"],
      rows: [
        ["2025年3月10日", "ZF01", "投资款", one, "9001", "", "500", "贷", "9500"],
        ["2025年3月15日", "ZF02", "投资款", two, "9002", "", "1900", "贷", "7600"],
        ["2025年3月20日", "SR03", "股利", three, "9003", "60", "", "贷", "7660"],
      ]),
  ]

  /// A line as `03-10 -5000000.00 =95000000.00 name account number`.
  private func words(_ statement: BankStatement) -> [String] {
    statement.lines.map { line in
      [
        String(line.day.description.dropFirst(5)), DecimalText.format(line.amount, scale: 2),
        "=" + (line.balance.map { DecimalText.format($0, scale: 2) } ?? ""), line.counterparty, line.counterpartyAccount, line.number,
      ].joined(separator: " ")
    }
  }

  @Test("are read alike from text in UTF-8 and GB18030 and from a workbook, with the account's number", arguments: layouts)
  func alike(_ layout: Layout) throws {
    let utf8 = Array(layout.text.utf8)
    let files = [
      ("s.csv", utf8), ("g.csv", try CharacterConverter.convert(utf8, from: .utf8, to: .gb18030)), ("s.xlsx", layout.workbook),
    ]
    for (name, bytes) in files {
      let statement = try StatementReader.read(try SheetFile(bytes, name: name))
      #expect(statement.problems == [], "\(name)")
      #expect(
        words(statement) == [
          "03-10 -5000000.00 =95000000.00 \(BankLayoutTests.one) 9001 ZF01",
          "03-15 -19000000.00 =76000000.00 \(BankLayoutTests.two) 9002 ZF02",
          "03-20 600000.00 =76600000.00 \(BankLayoutTests.three) 9003 SR03",
        ], "\(name)")
      #expect(statement.number == layout.number && statement.opening == 100_000_000_00, "\(name)")
      #expect(statement.lines.map { $0.text.contains("股利") } == [false, false, true], "\(name)")
      #expect(statement.remarks.allSatisfy { $0.code == .columnNotRead }, "\(name): \(statement.remarks)")
    }
  }

  @Test("a list of payments of a treasury has units and classes and no balances")
  func payments() throws {
    let text = """
      财政直接支付清单
      单位：万元
      支付日期,支付令号,预算单位,功能分类科目,政府经济分类,收款人全称,收款人账号,支付金额,用途
      2025-03-10,ZF01,某局,2150517,50804,\(BankLayoutTests.one),9001,500.00,投资款
      2025-03-15,ZF02,某局,2150517,50804,\(BankLayoutTests.two),9002,"1,900.00",投资款
      合计,,,,,,,"2,400.00",

      """
    let statement = try StatementReader.read(try SheetFile(Array(text.utf8), name: "s.csv"))
    #expect(statement.problems == [] && statement.remarks == [] && statement.opening == nil)
    #expect(
      words(statement) == [
        "03-10 -5000000.00 = \(BankLayoutTests.one) 9001 ZF01", "03-15 -19000000.00 = \(BankLayoutTests.two) 9002 ZF02",
      ])
  }
}
