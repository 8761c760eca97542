import ArgumentParser
import FundLedger

/// `bgt export beancount`: the books as a journal that beancount reads.
struct ExportBeancount: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "beancount",
    abstract: "The vouchers as a journal for beancount. 导出 beancount 账本",
    discussion: """
      One posting for each posting, all four books side by side (Assets:Fiscal:X-国库存款) or one by --ledger. Accounts stand
      under the root of their class, memo accounts under Equity; the name in our books, the code, the event, the rule and
      the dimensions go out as metadata. Check it with `bean-check FILE`.
      With a query, only vouchers with a posting that fits, each whole, so that the journal balances:
      bgt export beancount deal:力得 date:2022. 按条件导出时整张凭证导出。
      """)

  @OptionGroup var options: PeerExportOptions

  func run() throws { try options.write(.beancount) }
}
