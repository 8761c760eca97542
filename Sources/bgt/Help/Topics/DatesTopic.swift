import FundLedger

extension HelpTopic {
  /// How dates are written, and the two times of a report.
  static let dates = HelpTopic(
    name: "dates", chinese: "日期", summary: Phrase("日期的写法，截至与所知", "dates, as-of and known-at"),
    text: Phrase(
      """
      日期

      写法：2022-06-15、2022/6/15、2022.6.15、2022年6月15日；月份 2022-06，年度 2022；
      年初至今、去年同期、2022年1月至3月。

      每份报表有两个时间：
        --as-of 2022-12-31         到这一天为止的事实
        --known-at 2023-01-10      当时已经记入的内容；也可写昨天、上月末，事项号
                                   #120 或时刻 2023-01-10T08:00:00Z
      两者都印在表头。以后再用同样的选项，得到逐字节相同的报表。

      期间报表用 --from 和 --to，或 --month 2022-06、--month 2022：

        bgt ledger 国库存款 --month 2022-06
        bgt trial-balance --from 2022-01-01 --to 2022-06-30
      """,
      """
      Dates

      Write 2022-06-15, 2022/6/15, 2022.6.15 or 2022年6月15日; a month is 2022-06, a
      year 2022; also ytd, last quarter, 2022-01..2022-03.

      A report has two times:
        --as-of 2022-12-31         what was true up to this day
        --known-at 2023-01-10      what had been recorded by then; also yesterday, an
                                   event, #120, or an instant, 2023-01-10T08:00:00Z
      Both stand in its head. The same options give the same bytes again, later too.

      Reports on a period take --from and --to, or --month 2022-06 or --month 2022:

        bgt ledger 国库存款 --month 2022-06
        bgt trial-balance --from 2022-01-01 --to 2022-06-30
      """))
}
