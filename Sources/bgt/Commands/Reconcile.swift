import ArgumentParser
import FundLedger

/// `bgt reconcile`: envelopes against commitments, budget outlay and the treasury's cash.
struct Reconcile: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Reconciles a budget year: envelopes, commitments, budget outlay, treasury cash. 预算对账",
    discussion: "Differences are listed with their class; exit code 1 when one of them is not explained.")

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The budget year.")
  var year: Int

  func run() throws {
    let (books, moment) = try source.open()
    let result = try ReconcileReport(year: year, moment: moment).result(from: books)
    try output.show(result.document)
    if !result.isReconciled { throw ExitCode(Diagnostic.Class.answerIsNo.rawValue) }
  }
}
