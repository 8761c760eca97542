import ArgumentParser
import FundLedger

/// `bgt reconcile YEAR`: envelopes against commitments, budget outlay, the treasury's cash and its statements.
struct ReconcileYear: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "year",
    abstract: Wording(
      "预算对账：核对预算年度的指标、认缴、预算支出和国库资金。", "Reconciles a budget year: envelopes, commitments, budget outlay, treasury cash. 预算对账"),
    usage: Wording(
      "bgt reconcile 年度 [--explain 指标] [--as-of 日期] [--known-at 时点] [--format 格式]",
      "bgt reconcile YEAR [--explain ENVELOPE] [--as-of DATE] [--known-at EVENT] [--format FORMAT]"),
    discussion: Wording(
      """
      差异按类别列示；有未能说明的差异时退出码为 1。登记对账单后，其确认的金额列在国库资金旁。--explain 逐笔说明某一指标的支付，\
      写 all 则为全年各笔，直至事项、凭证和对账单明细。
      """,
      """
      Differences are listed with their class; exit code 1 when one of them is not explained. Once statements are recorded,
      what they confirm stands beside the treasury's cash. --explain follows every payment of an envelope, or all for
      the whole year, to its event, vouchers and lines of statements.
      """))

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: ArgumentHelp("预算年度。", "The budget year."), transform: ReconcileYear.budgetYear)
  var year: Int

  @Option(help: ArgumentHelp("逐笔列示某一指标或全部（all）指标的支付。", "Payments one by one, of one envelope or of all.", valueName: "envelope"))
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
