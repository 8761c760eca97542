import ArgumentParser
import FundLedger

/// `bgt balance`: what stands on the accounts.
struct Balance: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "balance",
    abstract: Wording("余额：各科目在某日或各期的余额；借方为正。", "Balances of accounts, at a day or by period; debits positive. 余额"),
    discussion: Wording(
      """
      bgt balance 国库 股权投资                       按名称的一部分选科目
      bgt balance --monthly --period 2022 deal:力得   某项目各月发生额
      bgt balance -Y --historical --tree --depth 2    各年末余额
      bgt balance --pivot region --value market       股权投资按区划，按估值
      """,
      """
      bgt balance 国库 股权投资                       accounts by a part of their names
      bgt balance --monthly --period 2022 deal:力得   what moved each month on a deal
      bgt balance -Y --historical --tree --depth 2    balances at the end of each year
      bgt balance --pivot region --value market       股权投资按区划，按估值
      """), aliases: ["bal", "余额"])

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var days: PeriodOptions
  @OptionGroup var intervals: IntervalOptions
  @OptionGroup var queries: QueryOptions

  @Option(help: ArgumentHelp("更深的科目并入这一级。", "Add deeper accounts up to this depth."))
  var depth: Int?
  @Flag(
    name: [.customLong("zero"), .customLong("empty"), .customShort("E")],
    help: ArgumentHelp("余额为零的科目也列示。", "Show accounts that are zero too. 含零余额"))
  var zero = false
  @Flag(
    name: [.long, .customShort("t")], help: ArgumentHelp("按树形列示，各科目含其下级合计。", "As a tree, each account with the sum of those below it. 树形"))
  var tree = false
  @Flag(name: [.long, .customShort("l")], help: ArgumentHelp("按列表列示（缺省）。", "As a list (the default). 列表"))
  var flat = false
  @Flag(help: ArgumentHelp("各期发生额（分期时的缺省）。", "What moved in each period (the default by period). 各期发生"))
  var change = false
  @Flag(help: ArgumentHelp("自首期起的累计发生额。", "What moved since the beginning of the first period. 累计发生"))
  var cumulative = false
  @Flag(name: [.long, .customShort("H")], help: ArgumentHelp("各期期末余额。", "What stands at the end of each period. 期末余额"))
  var historical = false
  @Flag(name: [.long, .customShort("T")], help: ArgumentHelp("加一列各期合计。", "A column that sums up the changes of all periods. 行合计"))
  var rowTotal = false
  @Flag(name: [.long, .customShort("A")], help: ArgumentHelp("加一列各期平均。", "A column with the average of the periods. 行平均"))
  var average = false
  @Flag(name: [.customLong("sort"), .customShort("S")], help: ArgumentHelp("按金额从大到小排列。", "The largest amount first. 按金额排序"))
  var sort = false
  @Flag(name: [.long, .customShort("%")], help: ArgumentHelp("金额改列为占本列合计的百分比。", "Amounts as parts of their column's total. 百分比"))
  var percent = false
  @Flag(help: ArgumentHelp("反转正负号，用于贷方余额的科目。", "Turn all signs, for accounts that stand in credit. 反转正负号"))
  var invert = false
  @Option(
    help: ArgumentHelp(
      "计价：cost 账面，market 按最近估值，或写日期，按该日的估值。",
      "cost (as booked), market (holdings at their last valuation), or a day whose valuations count. 计价"),
    completion: .list(["cost", "market"]), transform: Parsing.valuation)
  var value: BalanceValuation = .cost
  @Option(
    help:
      ArgumentHelp(
        "不按科目而按此汇总：\(Parsing.pivots)。",
        "By deal, party, programme, envelope, holder, region, industry, stage, method, book, type, kind, text, document instead of accounts. 按…汇总"
      ),
    completion: .list(Pivot.allCases.map(\.rawValue)), transform: Parsing.pivot)
  var pivot: Pivot?

  func validate() throws {
    if tree && flat { throw ValidationError(Wording("--tree 和 --flat 只能用一个", "--tree and --flat exclude each other")) }
    if [change, cumulative, historical].count(where: { $0 }) > 1 {
      throw ValidationError(
        Wording("--change、--cumulative 和 --historical 只能用一个", "--change, --cumulative and --historical exclude each other"))
    }
    if tree && pivot != nil {
      throw ValidationError(Wording("--tree 用于科目；用 --pivot 时不写", "--tree is of accounts; leave it out with --pivot"))
    }
    if let depth, depth < 1 { throw ValidationError(Wording("--depth 至少为 1", "a depth is at least 1")) }
  }

  func run() throws {
    let query = try queries.query()
    let interval = try intervals.interval(days)
    let isPlain =
      days.from == nil && days.to == nil && days.month == nil && source.asOf == nil && source.knownAt == nil
      && interval == nil && query.isEverything && pivot == nil && value == .cost && !change && !cumulative
    let (books, now) = try source.open(keeping: isPlain ? .balances : .everything)
    let (from, moment) = days.days(now)
    var report = BalanceReport(
      book: try queries.book(ledger, query), depth: depth, moment: moment, from: from ?? .always, showsZero: zero)
    report.query = query
    report.interval = interval
    report.accumulation = historical ? .historical : cumulative ? .cumulative : change ? .change : nil
    report.valuation = value
    report.layout.isTree = tree
    report.layout.pivot = pivot
    // Of one column they would say what it says, so that without periods they add nothing, as in hledger.
    report.layout.hasRowTotals = rowTotal && interval != nil
    report.layout.hasAverages = average && interval != nil
    report.layout.isSortedByAmount = sort
    report.layout.isPercent = percent
    report.layout.isInverted = invert
    try output.show(try report.document(from: books))
  }
}
