import ArgumentParser
import FundLedger

/// `bgt close`: closes a month or a year, or shows what is closed.
struct Close: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close",
    abstract: Wording("结账：月度或年度结账；不写期间则列示已结账的期间。", "Closes a month or a year; without a period, shows what is closed. 结账"),
    discussion: Wording(
      """
      期间依次结账，各账簿分别进行：月度如 2022-06，年度如 2022。年结先结清当年未结的月份，再按规则 `close` 以 12 月 31 日的凭证结转本年结果。\
      已结账的月份不论以何种方式都不能再记入；`bgt reopen` 重新打开最近的期间。
      指标尚有余额的年度，须写 --keep 才能年结；请先结转或收回。
      四本账簿都年结后，打印该年度的封存摘要，日后可用 `bgt verify --seal` 核对。
      """,
      """
      Periods close in order, each book by itself: a month as 2022-06, a year as 2022. A year closes all its months that are
      still open and carries its results forward, by vouchers of the rule `close` on 31 December. Nothing is recorded in a
      closed month any more, whichever way it comes in; `bgt reopen` opens the latest period again.
      A year whose envelopes still hold money is closed only with --keep: carry it over or take it back first.
      When a year is closed in all four books, its seal is printed; `bgt verify --seal` checks it later.
      """))

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: ArgumentHelp("期间：2022-06 或 2022。", "The period: 2022-06 or 2022."))
  var period: String?
  @Option(
    name: [.long, .customLong("book-of-accounts")],
    help: ArgumentHelp(
      "账簿：fiscal 财务会计、budget 预算会计、quota 预算指标或 leverage 备查（缺省为全部未结账的）。",
      "fiscal 财务会计, budget 预算会计, quota 预算指标 or leverage 备查 (default: all that are open)."))
  var ledger: String?
  @Option(help: ArgumentHelp("结账日期（缺省为今天）。", "Day of the closing (default: today)."), transform: Parsing.day)
  var date: Day?
  @Flag(help: ArgumentHelp("指标尚有余额时也予年结，余额保留。", "Close the year although envelopes of it still hold money. 保留指标余额"))
  var keep = false

  func run() throws {
    guard let period else {
      let (books, moment) = try source.open(keeping: .balances)
      return try output.show(try PeriodsReport(moment: moment).document(from: books))
    }
    if !source.files.isEmpty {
      throw Diagnostic(
        .badUsage, Wording("结账要有账簿；文本账只供读取", "close needs a book; a journal is only read"),
        hint: Wording("写 --book 文件，或把事项写进文本账", "give --book FILE, or add the event to the journal"))
    }
    let book = try ledger.flatMap { try Parsing.book($0) }
    let opened = try BookFiles.open(at: source.book.path)
    let outcome = try opened.recordOne(source: "bgt close \(period)", again: true, today: SystemClock.today, keepsQuota: keep) {
      register throws(Diagnostic) in
      try PeriodEvents.event("close", period, book, on: date ?? SystemClock.today, register)
    }
    try PeriodEvents.show(outcome, in: opened, output)
  }
}
