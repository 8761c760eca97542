import ArgumentParser
import FundLedger

/// `bgt explain`: which rule, from which source, produced a voucher.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: Wording("凭证说明：凭证由哪个事项、哪条规则生成，规则出自何处。", "Which event and which rule, from which source, produced a voucher. 凭证说明"))

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: ArgumentHelp("凭证编号，见 bgt register。", "The voucher's number as bgt register shows it."))
  var voucher: Int64

  func run() throws {
    let (books, moment) = try source.open()
    try output.show(try ExplainReport(voucher: voucher, moment: moment).document(from: books))
  }
}
