import ArgumentParser
import FundLedger

/// `bgt reconcile YEAR`: envelopes against commitments, budget outlay, the treasury's cash and its statements.
struct ReconcileYear: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "year",
    abstract: "Reconciles a budget year: envelopes, commitments, budget outlay, treasury cash. 预算对账",
    usage: "bgt reconcile YEAR [--explain ENVELOPE] [--as-of DATE] [--known-at EVENT] [--format FORMAT]",
    discussion: """
      Differences are listed with their class; exit code 1 when one of them is not explained. Once statements are recorded,
      what they confirm stands beside the treasury's cash. --explain follows every payment of an envelope, or all for
      the whole year, to its event, vouchers and lines of statements.
      """)

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The budget year.", transform: ReconcileYear.budgetYear)
  var year: Int

  @Option(help: ArgumentHelp("Payments one by one, of one envelope or of all.", valueName: "envelope"))
  var explain: String?

  /// A year; a word is taken for a mistyped subcommand.
  private static func budgetYear(_ text: String) throws -> Int {
    if let year = Int(text) { return year }
    let names = Reconcile.configuration.subcommands.flatMap { [$0.configuration.commandName ?? ""] + $0.configuration.aliases }
    let near = Spelling.nearest(to: text, among: names.filter { !$0.isEmpty }).map(Wording.didYouMean)
    throw ValidationError(
      Wording("\(text) 不是年度；", "\(text) is no year; ")
        + (near
          ?? Wording(
            "写预算年度，如 2022，或 \(names.joined(separator: "、"))", "name a budget year, as 2022, or one of \(names.joined(separator: ", "))")))
  }

  func run() throws {
    let (books, moment) = try source.open()
    if let explain {
      let report = ReconcileTraceReport(year: year, envelope: explain == "all" ? nil : explain, moment: moment)
      return try output.show(try report.document(from: books))
    }
    let result = try ReconcileReport(year: year, moment: moment).result(from: books)
    try output.show(result.document, vouchersOf: books, at: moment)
    if !result.isReconciled { throw ExitCode(Diagnostic.Class.answerIsNo.rawValue) }
  }
}
