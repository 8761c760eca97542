import ArgumentParser
import FundLedger

/// `bgt voucher`: vouchers as pages to sign.
struct VoucherCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "voucher",
    abstract: Wording("打印记账凭证：供签字的凭证页，或分录表。", "Prints vouchers as pages to sign, or as a table of their lines. 打印记账凭证"),
    discussion: Wording(
      """
      bgt voucher 12 13
      bgt voucher --event '#17'
      bgt voucher --month 2022-06 -o vouchers.html
      HTML 和 PDF 按 A5 横向打印，每页一张凭证。红字金额加括号。CSV、JSON、XLSX 和 Markdown 为全部分录的表格。
      """,
      """
      bgt voucher 12 13, bgt voucher --event '#17', bgt voucher --month 2022-06 -o vouchers.html
      HTML and PDF print on A5 across, one voucher a page. Red amounts stand in parentheses. CSV, JSON, XLSX and Markdown
      are a table of all lines.
      """))

  @OptionGroup var source: SourceOptions

  @Argument(help: ArgumentHelp("凭证编号，见 bgt register 的最后一列。", "Numbers of vouchers, as bgt register shows them in the last column."))
  var vouchers: [Int64] = []
  @Option(help: ArgumentHelp("某一事项的全部凭证，#17 或 17。", "All vouchers of an event, #17 or 17.", valueName: "number"))
  var event: String?
  @Option(help: ArgumentHelp("某月的全部凭证，2022-06。", "All vouchers of a month, 2022-06.", valueName: "month"), transform: Parsing.month)
  var month: Month?
  @Option(
    name: [.customLong("ledger"), .customLong("account-book")],
    help: ArgumentHelp(
      "只取一个账簿：fiscal 财务会计、budget 预算会计、quota 预算指标或 leverage 备查。", "Only one book: fiscal, budget, quota or leverage (default: all)."))
  var accountBook: String = "all"
  @OptionGroup var output: OutputOptions

  func validate() throws {
    let given = [!vouchers.isEmpty, event != nil, month != nil].count { $0 }
    if given != 1 { throw ValidationError(Wording("写凭证的编号，或 --event，或 --month", "give the numbers of vouchers, or --event, or --month")) }
  }

  func run() throws {
    let (books, moment) = try source.open()
    let sheets = VoucherSheets(try selection(), book: try Parsing.book(accountBook), moment: moment)
    switch try output.chosenFormat {
    case .document(.text):
      let renderer = VoucherTextRenderer(language: output.language, isColoured: output.isColoured)
      try output.writeEncoded(Array(renderer.text(of: try sheets.sheets(from: books)).utf8))
    case .document(.html): try output.write(page(of: try sheets.sheets(from: books)))
    case .pdf:
      if output.output == nil {
        throw ValidationError(Wording("PDF 不是文本；用 -o vouchers.pdf 指明文件", "a PDF is no text; name a file with -o vouchers.pdf"))
      }
      let pages = try sheets.sheets(from: books)
      try output.write(try Printer.pdf(of: page(of: pages), day: pages.map(\.day).max()))
    case .document(.csv), .document(.json), .document(.md), .document(.xlsx):
      try output.show(try sheets.document(from: books))
    }
  }

  private func page(of sheets: [VoucherSheet]) -> [UInt8] {
    Array(VoucherHTMLRenderer(language: output.language).html(of: sheets).utf8)
  }

  private func selection() throws -> VoucherSheets.Selection {
    if let month { return .month(month) }
    guard let event else { return .vouchers(vouchers) }
    guard let sequence = Int64(event.first == "#" ? String(event.dropFirst()) : event) else {
      throw ValidationError(Wording("\(event) 不是事项的编号；写作 #17 或 17", "\(event) is no number of an event; write it as #17 or 17"))
    }
    return .event(sequence)
  }
}
