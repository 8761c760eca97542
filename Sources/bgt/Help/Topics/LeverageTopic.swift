import FundLedger

extension HelpTopic {
  /// What the multipliers mean.
  static let leverage = HelpTopic(
    name: "leverage", chinese: "放大倍数", summary: Phrase("各倍数的含义和口径", "what the multipliers mean"),
    text: Phrase(
      """
      放大倍数

        M1   同基金、同轮他方实缴 ÷ 财政实缴（M1c 按认缴）
        M2   同基金、同轮全部资金（财政与他方）÷ 财政实缴，即 1＋M1（M2c 按认缴）
        M3   同项目他方资金 ÷ 基金投出与财政直投（M3L 另加贷款）
        M4   同项目他方资金 ÷ 财政实缴（M4L 另加贷款）
        L4   直投同轮他方新增资金 ÷ 财政直投；L5 穿透至企业；L11 贷款 ÷ 财政实缴
        后续融资、引资归属、返投等一并列出，每个数都带分子、分母、口径

      先于我方首次认缴或出资的项目资金、贷款和企业自筹不计入，基金在我方资金进入
      以前投出的也不计入；记为同轮而距我方出资 12 个月以上的，之前的属前期、之后的
      属后续轮（基金的合伙人不受此限）。

      口径：--tier wide 计入他方全部资金，narrow 只计民间资本；实缴与认缴从不混用。
      合计倍数＝分子合计 ÷ 分母合计。同一笔资金用 same-as 只计一次；意向、受让老股、
      前期轮次只列示不计入。

        bgt leverage --as-of 2022-12-31
        bgt leverage --by region --unit 万元
        bgt leverage --explain M1           每笔来源，以及未计入的和原因
        bgt leverage --explain M1 --by deal --group 力得/A    只看一组
        bgt leverage --look-through         穿透表，合并资金
        bgt leverage --decimals 1           倍数取一位小数

      笔算过程见 Docs/leverage.md。
      """,
      """
      Leverage

        M1   others' paid-in in the same fund or closing ÷ ours (M1c: committed)
        M2   all money in the same fund or closing ÷ ours: 1 + M1 (M2c: committed)
        M3   others' money in the same projects ÷ invested by funds and by us straight
        M4   others' money in the same projects ÷ ours paid in (M3L, M4L: with loans)
        L4   others' new money in the closing of direct deals ÷ ours in them;
        L5   down to the companies; L11 loans ÷ ours paid in
        later financing, attribution and local reinvestment come with them; every
        figure has its numerator, denominator and basis

      Money beside a fund, loans and companies' own money from before our first
      commitment or payment are left out, and so is what a fund invested before our
      money was in it. Money called the same round that lies over 12 months from ours
      is of a round before it, or of a later one; partners of a fund have no such term.

      --tier wide counts everybody's money but ours, narrow private money alone; paid-in
      and committed are never mixed. A total is the sum of numerators ÷ the sum of
      denominators. same-as keeps the same money from counting twice; intentions, old
      shares and earlier rounds are listed and not counted.

        bgt leverage --as-of 2022-12-31
        bgt leverage --by region --unit 万元
        bgt leverage --explain M1           every contribution; what is left out and why
        bgt leverage --explain M1 --by deal --group 力得/A    of one group
        bgt leverage --look-through         our money down to the companies; consolidated
        bgt leverage --decimals 1           ratios with one decimal

      Docs/leverage.md works each figure out by hand.
      """))
}
