import ArgumentParser
import FundLedger

/// `bgt undo`: reverses a whole batch.
struct Undo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Reverses every event of a batch in red, latest first, all or none. 撤销批次",
    discussion: """
      A batch is what one command recorded; bgt batches lists them. Declarations stay, events reversed before are left.
      When later events build on the batch, nothing is reversed and they are named. An undo is not undone: import the
      file again, or record anew.

      Each event is reversed on its own day, so that the batch counts on no day. Where money that it brought to an envelope
      was needed until later, that is the first day on which it was not; where the day lies in a closed period, today: both
      are said. --date gives all reversals one day: the batch counts until then.
      """)

  @OptionGroup var book: BookOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "Number of the batch (#17 or 17), or last.")
  var batch: String
  @Option(help: "Why (default: undo of batch #NUMBER).")
  var reason: String?
  @Option(help: "Day of all reversals (default: that of each event).", transform: Parsing.day)
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
