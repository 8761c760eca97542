import ArgumentParser
import FundLedger

/// `bgt exit-price DEAL`: the price due for a holding by its exit terms.
struct ExitPriceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exit-price",
    abstract: Wording("退出价格：按退出条款计算应得价款，列示每一步。", "The price due for a holding by its exit terms, with every step. 退出价格"),
    discussion: Wording(
      """
      退出条款用 `bgt record terms` 记录，利率用 `bgt record rate` 记录。不写 --on 时，价格截至最后记录之日或 --as-of，\
      同一账簿所得总是相同；--on today 取系统时钟的当日。
      """,
      """
      Terms are recorded with `bgt record terms`, rates with `bgt record rate`. Without --on the price is that of the last \
      day recorded, or of --as-of, so that the same books always give the same answer; --on today takes the clock's day.
      """))

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: ArgumentHelp("投资项目。", "The deal. 投资项目"))
  var deal: String
  @Option(help: ArgumentHelp("退出日期，或 today。", "Day of the exit, or today.", valueName: "date"), transform: ExitPriceCommand.day)
  var on: Day?
  @Option(
    help: ArgumentHelp("出售的比例，如 50%。", "Part of the holding that is sold, as 50%.", valueName: "rate"), transform: Parsing.part)
  var part: Rate = .whole
  @Option(
    help: ArgumentHelp("只算此笔出资（个别计价），写事项编号，如 17。", "Only this payment (specific cost), by its number, as 17.", valueName: "event"),
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
