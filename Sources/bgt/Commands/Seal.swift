import ArgumentParser
import FundLedger

/// `bgt seal`: prints the seals of closed years again.
struct Seal: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seal",
    abstract: "Prints the seals of closed years: chain head and digest of the balances. 封账",
    discussion: "A seal that was kept elsewhere is checked with `bgt verify --seal YEAR=DIGEST`.")

  @OptionGroup var book: BookOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The year (default: every closed year).")
  var year: Int?

  func run() throws {
    let opened = try Book.open(at: book.path, readOnly: true)
    try output.show(try SealReport(year: year, digest: Book.digest(of:)).document(from: opened))
  }
}
