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
      """)

  @OptionGroup var options: PeerExportOptions

  func run() throws { try options.write(.hledger) }
}
