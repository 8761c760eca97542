import FundLedger

extension HelpTopic {
  /// What the figures of returns mean.
  static let returns = HelpTopic(
    name: "returns", chinese: "投资收益", summary: Phrase("收益指标的含义", "what the figures of returns mean"),
    text: Phrase(
      """
      投资收益

        DPI   收回 ÷ 实缴            RVPI  剩余价值 ÷ 实缴
        TVPI  DPI＋RVPI              MOIC  单个项目的收回与价值 ÷ 投入
        PIC   实缴 ÷ 认缴            XIRR  按实际天数 ÷ 365 的内部收益率

      XIRR 带状态：只有支出、没有收回、全部损失、多个解时如实说明，不硬给一个数。
      另有时间加权收益率、修正的 Dietz、按给定利率的净现值、J 曲线、按投资年份的倍数，
      以及对照指数的 KS-PME、LN-PME、PME+、direct alpha；均列示扣除管理费前后。

        bgt returns --as-of 2022-12-31 --by programme
        bgt returns --rate 5%
        bgt returns --index index.csv       指数文件两列：日期，点位
        bgt irr flows.csv                   任意现金流的内部收益率

      推导过程见 Docs/returns.md。
      """,
      """
      Returns

        DPI   what came back ÷ paid in     RVPI  residual value ÷ paid in
        TVPI  DPI + RVPI                   MOIC  one deal: back and value ÷ cost
        PIC   paid in ÷ committed          XIRR  internal rate, actual days ÷ 365

      XIRR carries a status: money out alone, a total loss or several solutions are said
      so, and no number is made up. There are also the time-weighted return, modified
      Dietz, net present value at a rate, the J-curve, multiples by vintage, and public
      market equivalents against an index (KS-PME, LN-PME, PME+, direct alpha); all of it
      before and after management fees.

        bgt returns --as-of 2022-12-31 --by programme
        bgt returns --rate 5%
        bgt returns --index index.csv       a file of two columns: date, level
        bgt irr flows.csv                   the internal rate of any flows

      Docs/returns.md derives each figure by hand.
      """))
}
