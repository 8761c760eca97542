import ArgumentParser
import FundLedger

/// `bgt report writeoffs`: the register of written-off holdings.
struct WriteOffsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "writeoffs",
    abstract: Wording("账销案存登记簿：已核销的股权及核销后收回的款项。", "Written-off holdings and what came back of them since. 账销案存登记簿"),
    discussion: Wording("核销后收回的款项用 bgt record recover 记录。", "Money that comes back afterwards is recorded with bgt record recover."))

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let (books, moment) = try source.open()
    try output.show(try WriteOffsReport(moment: moment).document(from: books))
  }
}
