import ArgumentParser
import FundLedger

/// `bgt diff-known`: what restatement changed between two moments of knowledge.
struct DiffKnown: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff-known",
    abstract: Wording(
      "重述差异：同一日的数字，先后两个时点所知有何不同。", "What restatement changed between two moments: figures of one day as known then and later. 重述差异"),
    discussion: Wording(
      """
      时点写事项（120 或 #120）、日期或 UTC 时刻。两列数字都截至 --as-of 之日，不写则为前一时点所知的最后一日。数字之下列示造成差异的事项。

        bgt diff-known 2026-01-31 2026-02-28 --as-of 2025-12-31
      """,
      """
      A moment is an event (120 or #120), a day, or an instant in UTC. The day that both columns are about is --as-of,
      else the last day that was known at the first moment. Below the figures stand the events that made the difference.

        bgt diff-known 2026-01-31 2026-02-28 --as-of 2025-12-31
      """))

  @OptionGroup var book: BookOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: ArgumentHelp("前一时点。", "The earlier moment."))
  var first: String
  @Argument(help: ArgumentHelp("后一时点。", "The later moment."))
  var second: String
  @Option(help: ArgumentHelp("数字截至之日。", "The day that the figures are of."), transform: Parsing.lastDay)
  var asOf: Day?

  func run() throws {
    let (old, new) = (try sequence(first), try sequence(second))
    if old > new {
      throw Diagnostic(
        .badUsage, Wording("前一时点（事项 \(old)）晚于后一时点（事项 \(new)）", "the first moment (event \(old)) is later than the second (event \(new))"),
        hint: Wording("先写较早的时点", "give the earlier one first"))
    }
    let before = try Book.open(at: book.path, readOnly: true, knownAt: old)
    let after = try Book.open(at: book.path, readOnly: true, knownAt: new)
    let day = try asOf ?? DiffKnownReport.day(of: before)
    let entries = try after.history(after: old, through: new, datedBy: day)
    try output.show(
      try DiffKnownReport(from: old, to: new, asOf: day, entries: entries).document(from: before, after))
  }

  private func sequence(_ text: String) throws -> Int64 { try KnownAt(parsing: text).sequence(in: book.path) }
}
