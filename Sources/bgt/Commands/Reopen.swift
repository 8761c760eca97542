import ArgumentParser
import FundLedger

/// `bgt reopen`: opens the latest closed period again.
struct Reopen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen",
    abstract: "Reopens the latest closed period, with a reason and who allowed it. 反结账",
    discussion: """
      Only the latest closed period of a book is reopened, so several go one after the other, backwards. A year's
      carry-forward is undone in red. The event stays in the chain: who reopened what, when and why is never lost, and the
      seal of the year no longer holds. When the book names supervisors, one of them must be named.
      """)

  @OptionGroup var book: BookOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The period: 2022-06 or 2022.")
  var period: String
  @Option(
    name: [.long, .customLong("book-of-accounts")],
    help: "fiscal 财务会计, budget 预算会计, quota 预算指标 or leverage 备查 (default: all whose latest period it is).")
  var ledger: String?
  @Option(help: "Why it is reopened.")
  var reason: String
  @Option(help: "Who allowed it (default: who records).")
  var by: String?
  @Option(help: "Day of the reopening (default: today).", transform: Parsing.day)
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
