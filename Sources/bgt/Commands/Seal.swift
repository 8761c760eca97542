import ArgumentParser
import FundLedger

/// `bgt seal`: prints the seals of closed years again.
struct Seal: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seal",
    abstract: Wording("封账：打印已结账年度的封存摘要，即链头和余额摘要。", "Prints the seals of closed years: chain head and digest of the balances. 封账"),
    discussion: Wording(
      "另行保存的封存摘要用 `bgt verify --seal 年度=摘要` 核对。", "A seal that was kept elsewhere is checked with `bgt verify --seal YEAR=DIGEST`."))

  @OptionGroup var book: BookOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: ArgumentHelp("年度（缺省为全部已结账年度）。", "The year (default: every closed year)."))
  var year: Int?

  func run() throws {
    let opened = try Book.open(at: book.path, readOnly: true)
    try output.show(try SealReport(year: year, digest: Book.digest(of:)).document(from: opened))
  }
}
