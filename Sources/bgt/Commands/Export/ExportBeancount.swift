import ArgumentParser
import FundLedger

/// `bgt export beancount`: the books as a journal that beancount reads.
struct ExportBeancount: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "beancount",
    abstract: Wording("导出 beancount 账本：把凭证写成 beancount 的账本。", "The vouchers as a journal for beancount. 导出 beancount 账本"),
    discussion: Wording(
      """
      每条分录对应一条，四本账簿并列（Assets:Fiscal:X-国库存款），或以 --ledger 只取其一。科目置于所属类别之下，备查科目置于 Equity 之下；\
      账簿中的名称、代码、事项、规则和辅助核算写为元数据。用 `bean-check 文件` 核对。
      写查询条件时，只导出含符合分录的凭证，且整张凭证导出，账本因此平衡：
      bgt export beancount deal:力得 date:2022
      """,
      """
      One posting for each posting, all four books side by side (Assets:Fiscal:X-国库存款) or one by --ledger. Accounts stand
      under the root of their class, memo accounts under Equity; the name in our books, the code, the event, the rule and
      the dimensions go out as metadata. Check it with `bean-check FILE`.
      With a query, only vouchers with a posting that fits, each whole, so that the journal balances:
      bgt export beancount deal:力得 date:2022. 按条件导出时整张凭证导出。
      """))

  @OptionGroup var options: PeerExportOptions

  func run() throws { try options.write(.beancount) }
}
