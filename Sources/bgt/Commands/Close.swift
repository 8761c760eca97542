import ArgumentParser
import FundLedger

/// `bgt close`: closes a month or a year, or shows what is closed.
struct Close: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close",
    abstract: "Closes a month or a year; without a period, shows what is closed. 结账",
    discussion: """
      Periods close in order, each book by itself: a month as 2022-06, a year as 2022. A year closes all its months that are
      still open and carries its results forward, by vouchers of the rule `close` on 31 December. Nothing is recorded in a
      closed month any more, whichever way it comes in; `bgt reopen` opens the latest period again.
      A year whose envelopes still hold money is closed only with --keep: carry it over or take it back first.
      When a year is closed in all four books, its seal is printed; `bgt verify --seal` checks it later.
      """)

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The period: 2022-06 or 2022.")
  var period: String?
  @Option(
    name: [.long, .customLong("book-of-accounts")],
    help: "fiscal 财务会计, budget 预算会计, quota 预算指标 or leverage 备查 (default: all that are open).")
  var ledger: String?
  @Option(help: "Day of the closing (default: today).", transform: Parsing.day)
  var date: Day?
  @Flag(help: "Close the year although envelopes of it still hold money. 保留指标余额")
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
