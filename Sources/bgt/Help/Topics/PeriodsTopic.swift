import FundLedger

extension HelpTopic {
  /// Closing and opening of periods.
  static let periods = HelpTopic(
    name: "periods", chinese: "期间", summary: Phrase("结账、反结账、年末、期初", "closing, reopening, year end, openings"),
    text: Phrase(
      """
      期间

        bgt close 2022-06                 结账一个月（四本账簿）
        bgt close 2022                    年末结转并结账，从最早的月份起
        bgt close 2022 --ledger budget    只结一本账簿
        bgt reopen 2022 --reason 漏记     反结账，从最晚的期间起，须写原因
        bgt seal 2022                     打印年度封存摘要，日后可核对

      年结前先结转（carry）或收回（lapse）指标余额；否则须写 --keep。

      已结账的期间不能再记入；当年的更正用红字冲销（bgt reverse），以后年度的更正用
      adjust。冲销已结账年度的收支，记入以前年度盈余调整和结转结余，不计入本年。
      预算会计在整理期内补记上年：一般凭证写 period: 2022。

      期初：中途建账时，每个项目一条 opening，其余科目一张同日凭证，对方为净资产
      （累计盈余、结转结余）；两者都是期初数，不是本年发生。
      年结的封存摘要写在报表里；重新打开过的年度会显示出来。
      """,
      """
      Periods

        bgt close 2022-06                 close a month in all four books
        bgt close 2022                    carry the year forward and close it
        bgt close 2022 --ledger budget    one book alone
        bgt reopen 2022 --reason "late"   reopen, from the latest back; says why
        bgt seal 2022                     the digest of a closed year, to check later

      Carry over or take back what envelopes still hold first; else --keep is needed.

      Nothing can be recorded into a closed period. Corrections within a year are red
      reversals (bgt reverse), those of earlier years are adjust events. A reversal of
      what a closed year earned or spent goes against net assets and the carry-over, and
      is no part of this year. In the closing period of a budget year a plain voucher
      names it by period: 2022.

      Books that begin in mid-life state each deal by an opening event and all other
      accounts by one voucher of the same day against net assets: both are opening
      balances, no turnover of the year.
      """))
}
