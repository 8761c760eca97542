import ArgumentParser
import FundLedger

/// `bgt register`: what moved the accounts, line by line.
struct RegisterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register",
    abstract: Wording("明细账：逐笔列示发生额和余额，或按期间列示。", "What moved the accounts, line by line with a running balance, or by period. 明细账"),
    discussion: Wording(
      """
      bgt register 国库 --month 2022-06 --month-totals    明细账，含本月合计
      bgt register deal:力得 'amount:>=100万'             某项目 100 万元以上的分录
      bgt register 国库 --related date:2022               同一凭证的对方分录
      bgt register 投资收益 --quarterly --average         各季合计及累计平均
      """,
      """
      bgt register 国库 --month 2022-06 --month-totals    明细账，含本月合计
      bgt register deal:力得 'amount:>=100万'              lines about a deal, of a million and more
      bgt register 国库 --related date:2022                the other lines of the vouchers
      bgt register 投资收益 --quarterly --average          sums by quarter with their average so far
      """), aliases: ["reg", "明细账"])

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var days: PeriodOptions
  @OptionGroup var intervals: IntervalOptions
  @OptionGroup var dimensions: DimensionOptions
  @OptionGroup var queries: QueryOptions

  @Flag(help: ArgumentHelp("附本月合计、本年累计。", "With totals of each month and of the year so far. 本月合计、本年累计"))
  var monthTotals = false
  @Option(help: ArgumentHelp("科目级次：科目名称只写到这一级。", "Cut names of accounts to this depth. 科目级次"))
  var depth: Int?
  @Flag(
    name: [.long, .customShort("H")], help: ArgumentHelp("余额含期初余额（缺省）。", "The balance begins with what was before (the default). 含期初余额"))
  var historical = false
  @Flag(help: ArgumentHelp("余额自零累计。", "The balance begins with zero. 自零累计"))
  var cumulative = false
  @Flag(
    name: [.long, .customShort("A")], help: ArgumentHelp("不列余额，列示至该行为止的平均数。", "The average of the lines so far instead of the balance. 平均"))
  var average = false
  @Flag(
    name: [.long, .customShort("r")],
    help: ArgumentHelp("列示符合条件的分录在同一凭证中的对方分录。", "The other lines of the vouchers that have a line which fits. 对方分录"))
  var related = false
  @Flag(name: [.customLong("empty"), .customShort("E")], help: ArgumentHelp("无发生额的期间也列示。", "Show periods in which nothing moved. 含无发生期间"))
  var empty = false
  @Option(
    help:
      ArgumentHelp(
        "不按科目而按此列示：\(Parsing.pivots)。",
        "By deal, party, programme, envelope, holder, region, industry, stage, method, book, type, kind, text, document instead of accounts. 按…列示"
      ),
    transform: Parsing.pivot)
  var pivot: Pivot?

  func validate() throws {
    if historical && cumulative {
      throw ValidationError(Wording("--historical 和 --cumulative 只能用一个", "--historical and --cumulative exclude each other"))
    }
    if let depth, depth < 1 { throw ValidationError(Wording("--depth 至少为 1", "a depth is at least 1")) }
    if monthTotals && (average || intervals.every != nil || days.month?.interval != nil) {
      throw ValidationError(
        Wording("--month-totals 用于逐笔；用 --average 或分期时不写", "--month-totals is of lines; leave it out with --average or by period"))
    }
  }

  func run() throws {
    let query = try queries.query()
    let (books, now) = try source.open()
    let (from, moment) = days.days(now)
    var report = RegisterReport(
      book: try queries.book(ledger, query), filter: dimensions.filter, moment: moment, from: from ?? .always,
      hasMonthTotals: monthTotals)
    report.query = query
    report.interval = try intervals.interval(days)
    report.layout.pivot = pivot
    report.layout.depth = depth
    report.layout.hasAverages = average
    report.layout.startsFromZero = cumulative
    report.layout.isRelated = related
    report.layout.showsEmpty = empty
    try output.show(try report.document(from: books))
  }
}
