import ArgumentParser
import FundLedger

/// `bgt plan`: the yearly plan of investments against what was made of it.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: Wording("年度投资计划：与决策、签约、出资对照。", "The plan of investments of a year against what was decided, signed and paid. 年度投资计划"),
    discussion: Wording(
      """
      列入计划：
        bgt record plan 制动器生产线 500万元 --date 2022-01-10 --programme 拨改投 --leverage 3
      调整，注明投资项目：
        bgt record plan-change 制动器生产线 600万元 --date 2022-05-30 --deal 力得/A
      撤销：
        bgt record plan-withdraw 制动器生产线 --date 2022-09-30 --reason 尽职调查未通过
      截至某日的情况：
        bgt plan 2022 --as-of 2022-03-31
      投资计划台账用 bgt import 读入；bgt template plans 写空白台账。
      """,
      """
      bgt record plan 制动器生产线 500万元 --date 2022-01-10 --programme 拨改投 --leverage 3     列入计划
      bgt record plan-change 制动器生产线 600万元 --date 2022-05-30 --deal 力得/A              调整，注明投资项目
      bgt record plan-withdraw 制动器生产线 --date 2022-09-30 --reason 尽职调查未通过          撤销
      bgt plan 2022 --as-of 2022-03-31                                                         as it stood on a day
      A register of plans is read by bgt import; bgt template plans writes an empty one.
      """),
    aliases: ["投资计划"])

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: ArgumentHelp("计划年度。", "The year of the plan."))
  var year: Int

  func run() throws {
    let (books, moment) = try source.open()
    try output.show(
      try PlanReport(year: year, moment: moment).document(from: books), vouchersOf: books, at: moment)
  }
}
