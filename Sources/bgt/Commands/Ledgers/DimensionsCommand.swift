import ArgumentParser
import FundLedger

/// `bgt dimensions`: balances by deal, party, programme, envelope or holder.
struct DimensionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dimensions",
    abstract: "Balances and turnover by deal, party, programme, envelope or holder, or two of them. 辅助核算",
    discussion: """
      bgt dimensions deal              项目辅助核算余额表
      bgt dimensions party envelope    往来单位 × 指标
      For the lines behind a balance: bgt register --deal NAME. 明细见 bgt register --deal 项目。
      """, aliases: ["辅助核算"])

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var books: LedgerOptions
  @OptionGroup var days: PeriodOptions
  @OptionGroup var dimensions: DimensionOptions

  @Argument(
    help: "One or two of deal 项目, party 往来单位, programme 专项, envelope 指标, holder 受托机构 (default: deal).",
    transform: Parsing.dimension)
  var kinds: [DimensionKind] = []
  @Option(
    name: .customLong("account"), help: "Only accounts whose name contains, or code begins with, this; repeatable.")
  var accounts: [String] = []
  @Option(help: "Add deeper accounts up to this depth. 科目级次")
  var depth: Int?

  func validate() throws {
    if kinds.count > 2 { throw ValidationError("balances are kept apart by one dimension or two, not \(kinds.count)") }
    if kinds.count == 2 && kinds[0] == kinds[1] { throw ValidationError("\(kinds[0].rawValue) is named twice") }
  }

  func run() throws {
    let (entries, now) = try source.open()
    let (from, moment) = try days.period(now)
    try output.show(
      try DimensionsReport(
        by: kinds.isEmpty ? [.deal] : kinds, book: books.book(default: .fiscal), accounts: AccountFilter(accounts),
        depth: depth, filter: dimensions.filter, moment: moment, from: from
      ).document(from: entries))
  }
}
