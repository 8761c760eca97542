import ArgumentParser
import FundLedger

/// `bgt export ledger`: the books as a journal that Ledger reads.
struct ExportLedger: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract: "The vouchers as a journal for Ledger. 导出 Ledger 账本",
    discussion: """
      One posting for each posting, all four books side by side (财务会计:国库存款) or one by --ledger. Event, book, rule, deal,
      envelope, programme, party and holder go out as metadata. Check it with `ledger -f FILE --pedantic balance`.
      With a query, only vouchers with a posting that fits, each whole, so that the journal balances:
      bgt export ledger deal:力得 date:2022. 按条件导出时整张凭证导出。
      """)

  @OptionGroup var options: PeerExportOptions

  func run() throws { try options.write(.ledger) }
}
