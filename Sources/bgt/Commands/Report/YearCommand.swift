import ArgumentParser
import FundLedger

/// `bgt report year`: the yearly portfolio report.
struct YearCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "year",
    abstract: Wording(
      "年度报告：概要、预算、持股、退出、现金流、收益、放大倍数和检查。", "Summary, budget, holdings, exits, cash flow, returns, leverage, checks of a year. 年度报告"),
    discussion: Wording(
      """
      HTML、XLSX 或 PDF 为可报送的报告，含封面、图表、股权投资附注和凭证。
      bgt report year 2022 --unit 万元 -o 2022.pdf
      """,
      """
      As HTML, XLSX or PDF the report is one to hand in: with a cover, charts, the note on equity and the vouchers.
      bgt report year 2022 --unit 万元 -o 2022.pdf
      """))

  @OptionGroup var source: SourceOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var ratios: DecimalOptions

  @Argument(help: ArgumentHelp("年度。", "The year."))
  var year: Int
  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp(
      "附上股权投资附注和凭证（缺省在 HTML、XLSX 和 PDF 中）。", "Append the note on equity and the vouchers (default: in HTML, XLSX and PDF). 附录"))
  var appendices: Bool?

  func run() throws {
    let (books, moment) = try source.open()
    let hasAppendices = try appendices ?? output.showsAppendices
    let report = YearReport(year: year, moment: moment, hasAppendices: hasAppendices)
    try output.show(ratios.applied(to: try report.document(from: books)))
  }
}
