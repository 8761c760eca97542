import ArgumentParser
import FundLedger

/// `bgt batches`: who recorded what, when, and out of which file.
struct Batches: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batches",
    abstract: Wording(
      "批次：列示各批次的编号、时间、经手人、来源、事项数，以及是否已撤销。", "Lists the batches: number, when, who, source, events, and whether they were undone. 批次"),
    discussion: Wording("撤销批次：bgt undo #编号。", "bgt undo #NUMBER takes one back."))

  @OptionGroup var book: BookOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let opened = try Book.open(at: book.path, readOnly: true)
    try output.show(try BatchesReport(try opened.batchStates()).document(from: opened))
  }
}
