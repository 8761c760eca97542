import ArgumentParser
import FundLedger

/// `bgt export hledger`: the books as a journal that hledger reads.
struct ExportHledger: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hledger",
    abstract: "The vouchers as a journal for hledger. 导出 hledger 账本",
    discussion: """
      One posting for each posting, all four books side by side (财务会计:国库存款) or one by --ledger. Event, book, rule, deal,
      envelope, programme, party and holder go out as tags. Check it with `hledger -f FILE check --strict`.
      With a query, only vouchers with a posting that fits, each whole, so that the journal balances:
      bgt export hledger deal:力得 date:2022. 按条件导出时整张凭证导出。
      """)

  @OptionGroup var options: PeerExportOptions

  func run() throws { try options.write(.hledger) }
}
