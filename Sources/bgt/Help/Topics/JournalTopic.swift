import FundLedger

extension HelpTopic {
  /// The text form of events.
  static let journal = HelpTopic(
    name: "journal", chinese: "文本账", summary: Phrase("以文本书写的事项", "events as text"),
    text: Phrase(
      """
      文本账

      一个事项一段：行首是日期和类型，缩进的行属于它。英文、中文词均可。

        2022-06-15 pay 力得/A 500万元 envelope:2022/拨改投
            share: 8.5%
            doc: 投决〔2022〕7号

      一般凭证以日期和 * 开头（! 为未核），科目与金额之间至少两个空格；
      每本账簿、每个币种合计为零，可以有一行不写金额：

        2022-12-31 * (001) 银行手续费
            其他费用          120.00 CNY
            其他财政存款

      ; 或 # 开头的行是注释；include 文件名 引入另一个文件。

        bgt import main.journal         记入账簿，全部正确才记
        bgt import -n main.journal      只检查
        bgt -f main.journal balance     不建账簿，直接出报表
        bgt print                       把账簿写成文本账
        bgt record --help               列出全部事项类型

      详见 Docs/journal-format.md 和 Docs/events.md。
      """,
      """
      The journal

      One event is one paragraph: a line with date and kind at the left margin, and
      the indented lines that belong to it. Words may be English or Chinese.

        2022-06-15 pay 力得/A 500万元 envelope:2022/拨改投
            share: 8.5%
            doc: 投决〔2022〕7号

      A plain voucher begins with a date and * (! for pending). Two spaces or more
      part an account from its amount. The lines sum to zero in each of the four
      books and each commodity; one amount may be left out:

        2022-12-31 * (001) bank charges
            其他费用          120.00 CNY
            其他财政存款

      Lines that begin with ; or # are comments; include FILE reads another file.

        bgt import main.journal         record it, all of it or nothing
        bgt import -n main.journal      only check it
        bgt -f main.journal balance     a report without a book
        bgt print                       write a book as a journal
        bgt record --help               list the kinds of events

      More: Docs/journal-format.md and Docs/events.md.
      """))
}
