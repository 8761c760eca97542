import ArgumentParser
import FundLedger

/// `bgt history`: who recorded what about something, when and why.
struct History: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: Wording(
      "经手记录：关于某一项目、指标、单位、科目或事项，何人何时记录了什么、为何。", "Who recorded what about a deal, envelope, party, account or event, when and why. 经手记录"),
    discussion: Wording(
      """
      按记录先后列示，附批次、来源、文号、原因、冲销，追溯记录的加标记。

        bgt history 力得/A          项目；也可写专项、单位、科目或其代码
        bgt history 2022/拨改投     指标
        bgt history '#17'           事项，及冲销它的事项
        bgt history v:12            凭证所出的事项
      """,
      """
      In order of recording, with batch, source, document, reason, reversals, and a mark for what was dated back.

        bgt history 力得/A          a deal; also a programme, a party, an account or its code
        bgt history 2022/拨改投      an envelope
        bgt history '#17'          an event with what reverses it
        bgt history v:12           the event behind a voucher
      """))

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: ArgumentHelp("名称、科目代码、#事项、v:凭证 或唯一键。", "A name, an account code, #EVENT, v:VOUCHER or a key.", valueName: "id"))
  var subject: String

  func run() throws {
    if !source.files.isEmpty {
      throw Diagnostic(
        .badUsage, Wording("文本账没有由谁记录的信息", "a journal has no record of who recorded it"), hint: Wording("先导入账簿", "import it into a book"))
    }
    let (book, moment) = try source.openBook()
    let entries = try book.history(of: try book.subjects(named: subject))
    try output.show(try HistoryReport(of: subject, entries, moment: moment).document(from: book))
  }
}
