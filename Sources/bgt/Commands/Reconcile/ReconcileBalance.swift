import ArgumentParser
import FundLedger

/// `bgt reconcile balance`: the balances of books and statements brought to one figure.
struct ReconcileBalance: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "balance",
    abstract: Wording(
      "余额调节表：账面与对账单余额调节一致，未达账项附类别和账龄。", "Balances of books and statements brought to one figure, open items with class and age. 余额调节表"),
    discussion: Wording("有不能随时间自行消除的未达账项时，退出码为 1。", "Exit code 1 when something is open that time alone does not settle."),
    aliases: ["余额调节表"])

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  @Option(help: ArgumentHelp("科目（缺省为有对账单的科目）。", "Account (default: the one that has statements)."))
  var account: String?

  func run() throws {
    let (books, moment) = try source.open()
    let result = try BalanceReconciliationReport(account: account, moment: moment).result(from: books)
    try output.show(result.document)
    if !result.isReconciled { throw ExitCode(Diagnostic.Class.answerIsNo.rawValue) }
  }
}
