import ArgumentParser
import FundLedger

/// `bgt dimensions`: balances by deal, party, programme, envelope or holder.
struct DimensionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dimensions",
    abstract: Wording(
      "辅助核算：按项目、往来单位、专项、指标、受托机构之一或之二列示余额和发生额。",
      "Balances and turnover by deal, party, programme, envelope or holder, or two of them. 辅助核算"),
    discussion: Wording(
      """
      bgt dimensions deal                       项目辅助核算余额表
      bgt dimensions party envelope             往来单位 × 指标
      bgt dimensions party 股权投资 date:2022   先写维度，再写查询条件
      明细见 bgt register --deal 项目。
      """,
      """
      bgt dimensions deal              项目辅助核算余额表
      bgt dimensions party envelope    往来单位 × 指标
      bgt dimensions party 股权投资 date:2022   what fits of it: dimensions first, then the query
      For the lines behind a balance: bgt register --deal NAME. 明细见 bgt register --deal 项目。
      """), aliases: ["辅助核算"])

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var books: LedgerOptions
  @OptionGroup var days: PeriodOptions
  @OptionGroup var dimensions: DimensionOptions

  @Argument(
    help: ArgumentHelp(
      "deal 项目、party 往来单位、programme 专项、envelope 指标、holder 受托机构之一或之二（缺省为 deal），其后可写查询条件，见 Docs/queries.md。",
      "One or two of deal 项目, party 往来单位, programme 专项, envelope 指标, holder 受托机构 (default: deal), then a query; Docs/queries.md.",
      valueName: "dimensions-and-query"))
  var words: [String] = []
  @Option(
    name: .customLong("account"),
    help: ArgumentHelp("只列名称含有此文字或代码以其开头的科目；可重复。", "Only accounts whose name contains, or code begins with, this; repeatable."))
  var accounts: [String] = []
  @Option(help: ArgumentHelp("科目级次：更深的科目并入这一级。", "Add deeper accounts up to this depth. 科目级次"))
  var depth: Int?

  /// The words that name dimensions; what follows them is a query.
  private var kinds: [DimensionKind] { words.map(DimensionKind.init(named:)).prefix { $0 != nil }.compactMap(\.self) }

  func validate() throws {
    // A name by itself is most likely a mistyped dimension; accounts come after one.
    if let first = words.first, kinds.isEmpty, !first.contains(where: ":：()（）!\"' ".contains) {
      _ = try Parsing.dimension(first)
    }
    if kinds.count > 2 {
      throw ValidationError(
        Wording("余额按一个或两个维度分列，不是 \(kinds.count) 个", "balances are kept apart by one dimension or two, not \(kinds.count)"))
    }
    if kinds.count == 2 && kinds[0] == kinds[1] {
      throw ValidationError(Wording("\(kinds[0].rawValue) 写了两次", "\(kinds[0].rawValue) is named twice"))
    }
  }

  func run() throws {
    let query = try Query(Array(words.dropFirst(kinds.count)), today: SystemClock.today)
    let (entries, now) = try source.open()
    let (from, moment) = try days.period(now)
    var report = DimensionsReport(
      by: kinds.isEmpty ? [.deal] : kinds, book: try QueryOptions.book(books, query), accounts: AccountFilter(accounts),
      depth: depth, filter: dimensions.filter, moment: moment, from: from)
    report.query = query
    try output.show(try report.document(from: entries))
  }
}
