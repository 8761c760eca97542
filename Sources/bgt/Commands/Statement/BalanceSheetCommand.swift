import ArgumentParser
import FundLedger

/// `bgt statement balance-sheet`: assets, liabilities and net assets.
struct BalanceSheetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "balance-sheet",
    abstract: Wording("资产负债表：年初和某日的资产、负债和净资产。", "Assets, liabilities and net assets at the beginning of the year and on a day. 资产负债表"),
    aliases: ["资产负债表"])

  @Argument(help: ArgumentHelp("年度，即其最后一日。", "A year, for its last day."))
  var year: Int?
  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var ledger: LedgerOptions

  @Option(help: ArgumentHelp("列示的科目级次。", "Levels of accounts that are shown. 科目级次"))
  var depth: Int = 2
  @Flag(inversion: .prefixedNo, help: ArgumentHelp("列示较年初的增减额和增减率。", "Difference and change since the beginning of the year. 增减"))
  var compare = true

  func run() throws {
    var (books, moment) = try source.open()
    if let year {
      guard let last = Day(year: year, month: 12, day: 31) else { throw ValidationError(Wording("\(year) 不是年份", "\(year) is not a year")) }
      moment.asOf = min(moment.asOf, last)
    }
    let book = try ledger.book(default: .fiscal) ?? .fiscal
    try output.show(
      try BalanceSheetReport(book: book, depth: depth, moment: moment, compares: compare).document(from: books))
  }
}
