import ArgumentParser
import FundLedger

/// `bgt voucher`: vouchers as pages to sign.
struct VoucherCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "voucher", abstract: "Prints vouchers as pages to sign, as text, HTML or PDF. 打印记账凭证",
    discussion: """
      bgt voucher 12 13, bgt voucher --event '#17', bgt voucher --month 2022-06 -o vouchers.html
      HTML and PDF print on A5 across, one voucher a page. Red amounts stand in parentheses.
      """)

  @OptionGroup var source: SourceOptions

  @Argument(help: "Numbers of vouchers, as bgt register shows them in the last column.")
  var vouchers: [Int64] = []
  @Option(help: ArgumentHelp("All vouchers of an event, #17 or 17.", valueName: "number"))
  var event: String?
  @Option(help: ArgumentHelp("All vouchers of a month, 2022-06.", valueName: "month"), transform: Parsing.month)
  var month: Month?
  @Option(
    name: [.customLong("ledger"), .customLong("account-book")],
    help: "Only one book: fiscal, budget, quota or leverage (default: all).")
  var accountBook: String = "all"
  @Option(help: "text, html or pdf (default: by the file's name, else text).")
  var format: String?
  @Option(name: [.short, .long], help: ArgumentHelp("Write to a file.", valueName: "file"), completion: .file())
  var output: String?
  @Option(help: "zh or en (default: from the locale).", completion: .list(["zh", "en"]), transform: Parsing.language)
  var lang: Language?
  @Option(help: "auto, always or never.")
  var color: String = "auto"

  func validate() throws {
    if !VoucherCommand.formats.contains(chosenFormat) {
      throw ValidationError("\(chosenFormat) is no format of a voucher; there are text, html and pdf")
    }
    if chosenFormat == "pdf" && output == nil { throw ValidationError("a PDF is no text; name a file with -o vouchers.pdf") }
    let given = [!vouchers.isEmpty, event != nil, month != nil].count { $0 }
    if given != 1 { throw ValidationError("give the numbers of vouchers, or --event, or --month") }
  }

  func run() throws {
    let (books, moment) = try source.open()
    let selection = try selection()
    let sheets = try VoucherSheets(selection, book: try Parsing.book(accountBook), moment: moment).sheets(from: books)
    let language = lang ?? OutputOptions.localeLanguage
    let isColoured = color == "always" || (color == "auto" && output == nil && Terminal.usesColour(1))
    let text =
      chosenFormat == "text"
      ? VoucherTextRenderer(language: language, isColoured: isColoured).text(of: sheets)
      : VoucherHTMLRenderer(language: language).html(of: sheets)
    guard let output else { return Terminal.write(text) }
    let page = Array(text.utf8)
    if chosenFormat != "pdf" { return try FileBytes.write(page, to: output) }
    try FileBytes.write(try Printer.pdf(of: page, day: sheets.map(\.day).max()), to: output)
  }

  private static let formats = ["text", "html", "pdf"]

  /// The format named, or that of the file's name; formats of reports that no voucher has are given to be refused.
  private var chosenFormat: String {
    if let format { return format }
    let suffix = output.flatMap { $0.split(separator: ".").last.map { $0.lowercased() } } ?? ""
    return ["html", "pdf", "xlsx", "csv", "json", "md"].contains(suffix) ? suffix : "text"
  }

  private func selection() throws -> VoucherSheets.Selection {
    if let month { return .month(month) }
    guard let event else { return .vouchers(vouchers) }
    guard let sequence = Int64(event.first == "#" ? String(event.dropFirst()) : event) else {
      throw ValidationError("\(event) is no number of an event; write it as #17 or 17")
    }
    return .event(sequence)
  }
}
