import FundLedger

extension HelpTopic {
  /// What the multipliers mean.
  static let leverage = HelpTopic(
    name: "leverage", chinese: "放大倍数", summary: Phrase("各倍数的含义和口径", "what the multipliers mean"),
    text: Phrase(
      """
      放大倍数

        M1   基金层和直投同轮：他方实缴 ÷ 我方实缴（M1c 按认缴）
        M2   企业端：企业得到的全部资金 ÷ 我方实缴（M2c 按认缴）
        M3   只算社会资本；M4、L4 等见 bgt leverage 的定义栏
        穿透、后续融资、引资归属、返投等一并列出，每个数都带分子、分母、口径

      口径：--tier wide 计入他方全部资金，narrow 只计民间资本；实缴与认缴从不混用。
      合计倍数＝分子合计 ÷ 分母合计。同一笔资金用 same-as 只计一次；意向、受让老股、
      前期轮次只列示不计入。

        bgt leverage --as-of 2022-12-31
        bgt leverage --by region --unit 万元
        bgt leverage --explain M1           每笔来源，以及未计入的和原因
        bgt leverage --look-through         穿透表

      笔算过程见 Docs/leverage.md。
      """,
      """
      Leverage

        M1   funds and rounds: others' paid-in ÷ ours (M1c: committed)
        M2   companies: all the money that they got ÷ ours paid in (M2c: committed)
        M3   private money alone; M4, L4 and others are defined by bgt leverage itself
        look-through, later financing, attribution and local reinvestment come with
        them; every figure has its numerator, denominator and basis

      --tier wide counts everybody's money but ours, narrow private money alone; paid-in
      and committed are never mixed. A total is the sum of numerators ÷ the sum of
      denominators. same-as keeps the same money from counting twice; intentions, old
      shares and earlier rounds are listed and not counted.

        bgt leverage --as-of 2022-12-31
        bgt leverage --by region --unit 万元
        bgt leverage --explain M1           every contribution; what is left out and why
        bgt leverage --look-through         our money down to the companies

      Docs/leverage.md works each figure out by hand.
      """))
}
