import FundLedger

extension HelpTopic {
  /// Which files and settings the program uses.
  static let files = HelpTopic(
    name: "files", chinese: "文件", summary: Phrase("账簿文件、环境变量、导入的格式", "the book file, variables, what can be imported"),
    text: Phrase(
      """
      文件

      一套账是一个文件：--book 指定，否则取环境变量 BGT_BOOK，再否则为当前目录的
      book.bgt。没有其他文件，没有隐藏的设置。备份即复制该文件（先结束正在运行的命令）。

        bgt init --title 某市拨改投       新建
        bgt verify                        核对哈希链、凭证、编号、余额、指标
        bgt upgrade                       升级旧格式的账簿

      bgt import 读入文本账（.journal）、CSV、JSON，以及 hledger、Ledger、beancount
      的账本；-n 只检查不记入；重复导入不会重复入账；bgt undo 冲回一个批次。

      环境变量
        BGT_BOOK      账簿文件            BGT_LANG      zh 或 en，缺省看系统语言
        BGT_ACTOR     记账人              BGT_NOW       固定的时刻，用于重现演示
        NO_COLOR      不用颜色            COLUMNS       输出宽度
      """,
      """
      Files

      A set of books is one file: --book FILE, else the variable BGT_BOOK, else
      book.bgt in the current folder. There are no other files and no hidden settings.
      To make a backup, copy the file while no command is running.

        bgt init --title "My city"        open a new one
        bgt verify                        chain, vouchers, numbers, balances, quotas
        bgt upgrade                       bring an older book up to date

      bgt import reads journals (.journal), CSV, JSON, and journals of hledger, Ledger
      and beancount; -n only checks; a repeated import records nothing twice; bgt undo
      reverses a batch.

      Variables
        BGT_BOOK      the book file       BGT_LANG      zh or en, else from the locale
        BGT_ACTOR     who records         BGT_NOW       a fixed instant, for demos
        NO_COLOR      no colour           COLUMNS       width of the output
      """))
}
