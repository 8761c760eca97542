import ArgumentParser
import FundLedger

/// `bgt export hledger`: the books as a journal that hledger reads.
struct ExportHledger: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hledger",
    abstract: Wording("导出 hledger 账本：把凭证写成 hledger 的账本。", "The vouchers as a journal for hledger. 导出 hledger 账本"),
    discussion: Wording(
      """
      每条分录对应一条，四本账簿并列（财务会计:国库存款），或以 --ledger 只取其一。事项、账簿、规则、项目、指标、专项、单位和受托机构写为标签。\
      用 `hledger -f 文件 check --strict` 核对。
      写查询条件时，只导出含符合分录的凭证，且整张凭证导出，账本因此平衡：
      bgt export hledger deal:力得 date:2022
      """,
      """
      One posting for each posting, all four books side by side (财务会计:国库存款) or one by --ledger. Event, book, rule, deal,
      envelope, programme, party and holder go out as tags. Check it with `hledger -f FILE check --strict`.
      With a query, only vouchers with a posting that fits, each whole, so that the journal balances:
      bgt export hledger deal:力得 date:2022. 按条件导出时整张凭证导出。
      """))

  @OptionGroup var options: PeerExportOptions

  func run() throws { try options.write(.hledger) }
}
