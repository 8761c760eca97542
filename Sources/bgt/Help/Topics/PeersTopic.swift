import FundLedger

extension HelpTopic {
  /// Journals of other programs.
  static let peers = HelpTopic(
    name: "peers", chinese: "往来软件", summary: Phrase("hledger、Ledger、beancount 的账本", "journals of hledger, Ledger and beancount"),
    text: Phrase(
      """
      hledger、Ledger、beancount

        bgt import books.hledger          也可 .ledger、.beancount；.journal 按内容判断
        bgt import books.txt --format ledger
        bgt -f books.beancount balance    不建账簿
        bgt import -n books.hledger       会记入什么，哪些不支持

      每笔交易成为一张一般凭证；按成本配平的差额记在 equity:conversion；对方写明的
      余额由本程序核对。会影响合计而不支持的写法报错，不影响的逐行警告。新账簿以对方
      科目为科目表；要用财政总会计科目，先 bgt init 再导入。

        bgt export hledger -o city.hledger
        bgt export ledger -o city.ledger
        bgt export beancount -o city.beancount

      导出后可由对方程序独立核对每个科目的余额。命令对照：bgt help hledger。
      详见 Docs/peers.md。
      """,
      """
      hledger, Ledger, beancount

        bgt import books.hledger          also .ledger, .beancount; .journal is guessed
        bgt import books.txt --format ledger
        bgt -f books.beancount balance    without a book
        bgt import -n books.hledger       what would be recorded, what is not read

      Each transaction becomes a plain voucher; what is balanced at cost goes through
      equity:conversion; balances that the journal states are checked. What would change
      sums and is not supported is an error, what changes none a warning, each with its
      line. A new book has the journal's accounts as its chart; for the official chart
      begin with bgt init.

        bgt export hledger -o city.hledger
        bgt export ledger -o city.ledger
        bgt export beancount -o city.beancount

      Any of these programs can then check the sums. bgt help hledger sets the commands
      of hledger beside ours. More: Docs/peers.md.
      """))
}
