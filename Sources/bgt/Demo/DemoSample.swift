import FundLedger

/// What the demonstration works on: two years of an invented city, and the commands that are shown.
enum DemoSample {
  /// One command with what it is there for.
  struct Step: Sendable {
    let title: Phrase
    let words: [String]
    /// How it ends when all is well.
    var code: Int32 = 0
  }

  /// The journal that is written into the folder.
  static let journal = """
    ; 演示账：名称、文号和金额均为虚构。 A demonstration: names and figures are invented.
    book "云岭市拨改投（演示）" rules:fiscal-2022

    programme 拨改投 from:2022-01-01
    party 云岭智造 "云岭智造股份有限公司" kind:company industry:C36
    party 澄湖生物 "澄湖生物科技有限公司" kind:company industry:C27
    party 彩湖创投 kind:fund
    party 云岭农商行 kind:bank

    2022-01-20 budget 2022/拨改投 20,000,000.00 CNY
        doc: 云财指〔2022〕15号
    2022-05-30 deal 云岭智造/A party:云岭智造 programme:拨改投 method:直接投资 term:5y
    2022-06-01 commit 云岭智造/A 8,000,000.00 CNY envelope:2022/拨改投
        doc: 投决〔2022〕7号
    2022-06-15 pay 云岭智造/A 8,000,000.00 CNY share:8%
        doc: 付款凭单0615
    2022-06-15 social 云岭智造/A 24,000,000.00 CNY party:彩湖创投 evidence:增资协议
    2022-09-01 loan 云岭智造/A 10,000,000.00 CNY party:云岭农商行 evidence:借款合同
    2022-12-31 value 云岭智造/A 9,200,000.00 CNY

    2023-01-18 budget 2023/拨改投 15,000,000.00 CNY
        doc: 云财指〔2023〕9号
    2023-05-20 declare 云岭智造/A ours:240,000.00
    2023-06-28 receive 云岭智造/A 240,000.00 CNY

    """

  /// The commands, in order.
  static let steps = [
    Step(title: Phrase("一、导入两年的文本账", "1. Import a journal of two years"), words: ["import", "main.journal"]),
    Step(
      title: Phrase(
        "二、记录一笔投资：承诺、实缴和同轮社会资本一次记入",
        "2. Record an investment: commitment, payment and the others' money in one command"),
      words: [
        "invest", "澄湖生物/A", "500万元", "--date", "2023-10-20", "--envelope", "2023/拨改投", "--share", "6%", "--party", "澄湖生物",
        "--method", "直接投资", "--term", "5y", "--with", "彩湖创投=1500万元", "--evidence", "增资协议",
      ]),
    Step(
      title: Phrase("三、计算放大倍数", "3. Compute leverage ratios"),
      words: ["leverage", "--as-of", "2023-12-31", "--unit", "万元"]),
    Step(
      title: Phrase(
        "四、年度投资组合报告：写成一个网页文件，再看持有情况表",
        "4. The yearly portfolio report: as one page for a browser, and its holdings here"),
      words: ["report", "year", "2023", "--unit", "万元", "-o", "year-2023.html"]),
    Step(title: Phrase("    持有情况", "   Holdings"), words: ["report", "holdings", "--as-of", "2023-12-31", "--unit", "万元"]),
    Step(title: Phrase("五、与预算对账", "5. Reconcile against the budget"), words: ["reconcile", "2023", "--unit", "万元"]),
    Step(
      title: Phrase(
        "超出指标的付款会被拒绝（退出码 3），账上不留痕迹", "A payment beyond its envelope is refused (exit code 3) and leaves no trace"),
      words: ["record", "pay", "澄湖生物/A", "9亿元", "--envelope", "2023/拨改投", "--date", "2023-12-20"], code: 3),
    Step(title: Phrase("最后校验全部", "Finally verify everything"), words: ["verify"]),
  ]

  /// What is said at the end; DIR is the folder.
  static let closing = Phrase(
    "账簿是 DIR/book.bgt，年度报告是 DIR/year-2023.html。\n接着试试：cd DIR，bgt balance，bgt help。",
    "The book is DIR/book.bgt, the year report DIR/year-2023.html.\nGo on with: cd DIR, bgt balance, bgt help.")
}
