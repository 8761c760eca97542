import ArgumentParser
import FundLedger

/// `bgt undo`: reverses a whole batch.
struct Undo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: Wording("撤销批次：红字冲销批次的全部事项，后记的先冲，要么全部冲销，要么都不冲销。", "Reverses every event of a batch in red, latest first, all or none. 撤销批次"),
    discussion: Wording(
      """
      一条命令所记录的为一个批次，见 bgt batches。声明保留，已冲销的事项不再冲销。其后的事项依赖该批次时不作冲销，并列明这些事项。\
      撤销不能再撤销：请重新导入文件，或重新记录。

      各事项在其日期冲销，该批次因此在任何一日都不计入。它带给指标的资金在其后仍被使用的，在不再被使用的首日冲销；日期在已结账期间的，\
      在今天冲销；两者都会注明。写 --date 则全部在该日冲销，此前仍计入。
      """,
      """
      A batch is what one command recorded; bgt batches lists them. Declarations stay, events reversed before are left.
      When later events build on the batch, nothing is reversed and they are named. An undo is not undone: import the
      file again, or record anew.

      Each event is reversed on its own day, so that the batch counts on no day. Where money that it brought to an envelope
      was needed until later, that is the first day on which it was not; where the day lies in a closed period, today: both
      are said. --date gives all reversals one day: the batch counts until then.
      """))

  @OptionGroup var book: BookOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: ArgumentHelp("批次编号（#17 或 17），或 last（最近一批）。", "Number of the batch (#17 or 17), or last."))
  var batch: String
  @Option(help: ArgumentHelp("原因（缺省为 undo of batch #编号）。", "Why (default: undo of batch #NUMBER)."))
  var reason: String?
  @Option(help: ArgumentHelp("全部冲销的日期（缺省为各事项的日期）。", "Day of all reversals (default: that of each event)."), transform: Parsing.day)
  var date: Day?

  func run() throws {
    let opened = try BookFiles.open(at: book.path)
    let batch = try opened.batch(named: batch)
    let why = reason ?? Wording("撤销批次 #\(batch.sequence)", "undo of batch #\(batch.sequence)")[Terminal.language]
    let outcome = try BatchUndo(
      batch, reason: why, day: date ?? SystemClock.today, staysOnDays: date == nil
    ).run(in: opened)
    if let draft = outcome.draft { return try Recorded.show(.drafted(draft), in: opened, output) }
    var parts: [RecordedPart] = []
    for case .recorded(let event, let numbers, let first) in outcome.reversals {
      parts.append(RecordedPart(event, numbers: numbers, firstVoucher: first))
    }
    let report = UndoReport(
      batch: batch, reversals: parts, kinds: outcome.reversed.map(\.kind), kept: outcome.kept, skipped: outcome.skipped)
    try output.show(try report.document(from: opened))
  }
}
