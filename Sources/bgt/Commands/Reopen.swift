import ArgumentParser
import FundLedger

/// `bgt reopen`: opens the latest closed period again.
struct Reopen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen",
    abstract: Wording("反结账：重新打开最近结账的期间，写明原因和批准人。", "Reopens the latest closed period, with a reason and who allowed it. 反结账"),
    discussion: Wording(
      """
      只能打开账簿最近结账的期间，要打开几个则从后往前逐个进行。年度结转以红字冲回。该事项留在链中：何人何时为何打开了哪个期间不会丢失，\
      该年度的封存摘要不再成立。账簿指定了批准人员的，须写其中一人。
      """,
      """
      Only the latest closed period of a book is reopened, so several go one after the other, backwards. A year's
      carry-forward is undone in red. The event stays in the chain: who reopened what, when and why is never lost, and the
      seal of the year no longer holds. When the book names supervisors, one of them must be named.
      """))

  @OptionGroup var book: BookOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: ArgumentHelp("期间：2022-06 或 2022。", "The period: 2022-06 or 2022."))
  var period: String
  @Option(
    name: [.long, .customLong("book-of-accounts")],
    help: ArgumentHelp(
      "账簿：fiscal 财务会计、budget 预算会计、quota 预算指标或 leverage 备查（缺省为最近结账期间是它的全部账簿）。",
      "fiscal 财务会计, budget 预算会计, quota 预算指标 or leverage 备查 (default: all whose latest period it is)."))
  var ledger: String?
  @Option(help: ArgumentHelp("反结账的原因。", "Why it is reopened."))
  var reason: String
  @Option(help: ArgumentHelp("批准人（缺省为记录人）。", "Who allowed it (default: who records)."))
  var by: String?
  @Option(help: ArgumentHelp("反结账日期（缺省为今天）。", "Day of the reopening (default: today)."), transform: Parsing.day)
  var date: Day?

  func run() throws {
    let ledger = try ledger.flatMap { try Parsing.book($0) }
    let opened = try BookFiles.open(at: book.path)
    let outcome = try opened.recordOne(source: "bgt reopen \(period)", again: true, today: SystemClock.today) {
      register throws(Diagnostic) in
      var event = try PeriodEvents.event("reopen", period, ledger, on: date ?? SystemClock.today, register)
      event["reason"] = .text(reason)
      event["by"] = .text(by ?? SystemClock.actor)
      return event
    }
    try PeriodEvents.show(outcome, in: opened, output)
  }
}
