import LedgerCore
import ReportDocument

/// Documents with invented figures, of the shapes that the reports have.
enum Samples {
  /// A yearly report: key figures, holdings with their movement, leverage with undefined and special values.
  static var year: ReportDocument {
    ReportDocument(
      "year", title: Phrase("2022年度股权投资组合报告", "Portfolio report for 2022"),
      definitions: [
        Phrase(
          "社会资本放大倍数 = 社会资本（广义，含其他公共资金）÷ 本级财政出资；按实缴口径，市级，不含银行贷款，分母不含滚动使用资金。",
          "Private leverage = social capital (wide, other public money included) / own fiscal money; paid-in basis, "
            + "city tier, bank loans left out, recycled money not in the denominator.")
      ],
      facts: [.asOf(Day(number: 19_357)), .knownAt(.text("#412")), .chainHead("9f86d081884c7d65")],
      sections: [
        Section("headline", title: Phrase("总体情况", "Headline"), blocks: [.figures(headline)]),
        Section("holdings", title: Phrase("持有情况", "Holdings"), blocks: [.table(holdings)]),
        Section(
          "leverage", title: Phrase("放大倍数", "Leverage"),
          blocks: [
            .paragraph(Phrase("以下各项均为累计数。", "All figures are cumulative.")), .table(leverage),
            .note(Phrase("“—”表示分母为零。", "A dash stands for a denominator of zero.")),
          ]),
      ],
      notes: [
        Phrase("本报告由账簿直接生成，凭链头可逐字节重现。", "Made from the book; its chain head reproduces it to the byte.")
      ],
      extras: [
        JSONMember(
          "metrics",
          .array([
            .object([
              JSONMember("code", .string("M1")), JSONMember("numerator", .money(1_500_000_000)),
              JSONMember("denominator", .money(500_000_000)),
              JSONMember("value", .ratio(Ratio(15, over: 5), decimals: 4)),
              JSONMember("asOf", .day(Day(number: 19_357))),
            ])
          ]))
      ])
  }

  static var headline: FigureList {
    FigureList(
      "headline",
      [
        Figure("invested", Phrase("累计实缴出资", "Paid in since inception"), .money(4_300_000_000)),
        Figure("change", Phrase("本年公允价值变动", "Change in fair value"), .money(-123_456_700)),
        Figure(
          "dpi", .plain("DPI"), .ratio(Ratio(540, over: 720)),
          definition: Phrase("累计收回 ÷ 累计实缴（含循环投资）", "Distributed / paid in, recalled distributions included")),
        Figure("share", Phrase("社会资本占比", "Share of social capital"), .percent(Ratio(3, over: 4))),
        Figure("holder", Phrase("出资主体", "Holder"), .text("聊城市某投资控股集团有限公司")),
      ])
  }

  static var holdings: Table {
    var table = Table(
      "holdings",
      columns: [
        Column("deal", Phrase("项目", "Deal")), Column("party", Phrase("被投资单位", "Investee")),
        Column("paidOn", Phrase("首次出资", "First paid"), .day),
        Column("share", Phrase("持股比例", "Share"), .percent(decimals: 2)),
        Column("opening", Phrase("期初账面价值", "Opening carrying amount"), .money),
        Column("movement", Phrase("本期增减", "Movement"), .money),
        Column("closing", Phrase("期末账面价值", "Closing carrying amount"), .money),
      ])
    table.add(.phrase(Phrase("直接投资", "Direct")), role: .header)
    table.add(
      .text("力得/A"), .text("力得汽车科技股份有限公司"), .day(Day(number: 19_158)), .percent(Ratio(85, over: 1000)),
      .money(0), .money(620_000_000), .money(620_000_000), indent: 1)
    table.add(
      .text("某某新材/B轮"), .text("聊城某某新材料科技有限公司"), .day(Day(number: 18_322)), .percent(Ratio(12, over: 100)),
      .money(800_000_000), .money(-123_456_700), .money(676_543_300), indent: 1)
    table.add(.phrase(Phrase("基金", "Funds")), role: .header)
    table.add(
      .text("引导基金一期"), .text("山东某某生物医药产业投资基金合伙企业（有限合伙）"), .day(Day(number: 18_961)),
      .percent(Ratio(1, over: 3)), .money(3_000_000_000), .money(0), .money(3_000_000_000), indent: 1)
    table.add(
      .phrase(.total), .empty, .empty, .empty, .money(3_800_000_000), .money(496_543_300), .money(4_296_543_300),
      role: .total)
    return table
  }

  static var leverage: Table {
    var table = Table(
      "leverage",
      columns: [
        Column("programme", Phrase("项目类别", "Programme")), Column("metric", Phrase("指标", "Metric")),
        Column("numerator", Phrase("分子", "Numerator"), .money),
        Column("denominator", Phrase("分母", "Denominator"), .money),
        Column("value", Phrase("倍数", "Multiple"), .ratio(decimals: 2)),
        Column("irr", Phrase("内部收益率", "IRR"), .rate(decimals: 2)),
      ])
    let m1 = Cell.code("M1", Phrase("M1 社会资本放大倍数（实缴）", "M1 private leverage, paid-in"))
    let m2 = Cell.code("M2", Phrase("M2 基金放大倍数（实缴）", "M2 fund multiplier, paid-in"))
    table.add(
      .text("拨改投"), m1, .money(1_500_000_000), .money(500_000_000), .ratio(Ratio(15, over: 5)),
      .rate(RateFigure(0.123_456_7)))
    table.add(
      .text("拨改投"), m2, .money(2_000_000_000), .money(500_000_000), .ratio(Ratio(20, over: 5)),
      .rate(RateFigure(-1, status: "totalLoss", remark: Phrase("全损", "total loss"))))
    table.add(
      .text("引导基金"), m1, .money(0), .money(0), .ratio(Ratio(0, over: 0)),
      .rate(RateFigure(nil, status: "undefined", remark: Phrase("无解", "no answer"))))
    return table
  }

  /// A balance list: a single table, so a plain CSV.
  static var balance: ReportDocument {
    var table = Table(
      "balance",
      columns: [
        Column("account", Phrase("科目", "Account")), Column("commodity", Phrase("币种", "Commodity")),
        Column("balance", Phrase("余额", "Balance"), .money),
      ])
    table.add(.text("长期股权投资—成本"), .text("CNY"), .money(4_300_000_000))
    table.add(.text("其他财政存款"), .text("CNY"), .money(-4_300_000_000))
    table.add(.text("引导基金份额"), .text("USD"), .money(12_345, Commodity(code: "USD", scale: 2)))
    return ReportDocument(
      "balance", title: Phrase("余额表", "Balances"), facts: [.asOf(Day(number: 19_357))],
      sections: [Section("balance", blocks: [.table(table)])])
  }
}
