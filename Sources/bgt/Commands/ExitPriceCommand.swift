import ArgumentParser
import FundLedger

/// `bgt exit-price DEAL`: the price due for a holding by its exit terms.
struct ExitPriceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exit-price", abstract: "The price due for a holding by its exit terms, with every step. 退出价格",
    discussion: """
      Terms are recorded with `bgt record terms`, rates with `bgt record rate`. Without --on the price is that of the last \
      day recorded, or of --as-of, so that the same books always give the same answer; --on today takes the clock's day.
      """)

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The deal. 投资项目")
  var deal: String
  @Option(help: ArgumentHelp("Day of the exit, or today.", valueName: "date"), transform: ExitPriceCommand.day)
  var on: Day?
  @Option(help: ArgumentHelp("Part of the holding that is sold, as 50%.", valueName: "rate"), transform: Parsing.part)
  var part: Rate = .whole
  @Option(
    help: ArgumentHelp("Only this payment (specific cost), by its number, as 17.", valueName: "event"),
    transform: ExitPriceCommand.event)
  var instalment: Int64?

  func run() throws {
    let (books, moment) = try source.open()
    try output.show(
      try ExitPriceReport(deal: deal, on: on, part: part, instalment: instalment, moment: moment).document(from: books))
  }

  private static func day(_ text: String) throws -> Day {
    text == "today" || text == "今天" ? SystemClock.today : try Parsing.day(text)
  }

  private static func event(_ text: String) throws -> Int64 {
    guard let number = Int64(text.hasPrefix("#") ? text.dropFirst() : Substring(text)) else {
      throw ValidationError(Wording("\(text) 不是事项的编号；写作 17 或 \"#17\"", "\(text) is not the number of an event; write it as 17 or \"#17\""))
    }
    return number
  }
}
