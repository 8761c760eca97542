import LedgerCore
import ReportDocument

/// Vouchers as one self-contained HTML page, to look at and to print two pages of A5 a sheet of A4.
public struct VoucherHTMLRenderer: Sendable {
  private let language: Language

  /// Lines of a voucher on one page of A5 across.
  static let linesMax = 7
  /// Lines that a page shows at least, so that it looks like a voucher.
  private static let linesMin = 5

  /// A renderer in a language.
  public init(language: Language) { self.language = language }

  /// All sheets, each page of a voucher on a page of its own when printed.
  public func html(of sheets: [VoucherSheet]) -> String {
    var pages = ""
    for sheet in sheets {
      let parts = sheet.pages(linesMax: VoucherHTMLRenderer.linesMax)
      for (index, lines) in parts.enumerated() { pages += page(of: sheet, lines, number: index + 1, count: parts.count) }
    }
    let title = VoucherHTMLRenderer.escaped(VoucherWords.title[language])
    return """
      <!DOCTYPE html>
      <html lang="\(language == .zh ? "zh-CN" : "en")">
      <head>
      <meta charset="utf-8"/>
      <title>\(title)</title>
      <style>
      \(VoucherStyleSheet.text)
      </style>
      </head>
      <body>
      \(pages)</body>
      </html>

      """
  }

  private func page(of sheet: VoucherSheet, _ lines: ArraySlice<VoucherSheet.Line>, number: Int, count: Int) -> String {
    let isLast = number == count
    let filler = String(
      repeating: "<tr class=\"line\"><td></td><td></td><td></td><td></td><td></td></tr>\n",
      count: max(0, VoucherHTMLRenderer.linesMin - lines.count))
    let continued = "<tr class=\"total\"><td colspan=\"5\">\(VoucherWords.continued[language])</td></tr>\n"
    let foot = isLast ? totals(of: sheet) : continued
    let accountBook = VoucherHTMLRenderer.escaped(sheet.accountBook[language])
    let day = VoucherWords.day(sheet.day)[language]
    let attachments = VoucherWords.attachments(sheet.attachments)[language]
    let persons = [
      escaped(VoucherWords.reviewer, sheet.reviewer), escaped(VoucherWords.poster, sheet.poster),
      escaped(VoucherWords.preparer, sheet.preparer),
    ]
    let origin = sheet.origin.map { VoucherHTMLRenderer.escaped($0[language]) }.joined(separator: "<br/>")
    return """
      <section class="voucher">
      <h1>\(VoucherWords.title[language])</h1>
      \(strip("head", [escaped(VoucherWords.books, sheet.books), accountBook]))
      \(strip("head", [day, VoucherWords.number(sheet, page: number, of: count)[language], attachments]))
      <table>
      <colgroup><col class="narration"/><col class="account"/><col class="details"/>
      <col class="amount"/><col class="amount"/></colgroup>
      <thead><tr>\(headings)</tr></thead>
      <tbody>
      \(lines.map(row).joined())\(filler)\(foot)</tbody>
      </table>
      \(strip("signatures", persons))
      <div class="origin">\(origin)</div>
      </section>

      """
  }

  /// Texts side by side.
  private func strip(_ name: String, _ texts: [String]) -> String {
    "<div class=\"\(name)\">" + texts.map { "<span>\($0)</span>" }.joined() + "</div>"
  }

  private var headings: String {
    [
      VoucherWords.narration, VoucherWords.account, VoucherWords.auxiliary, VoucherWords.debit, VoucherWords.credit,
    ].map { "<th>\($0[language])</th>" }.joined()
  }

  private func row(_ line: VoucherSheet.Line) -> String {
    let first = ([line.code].filter { !$0.isEmpty } + line.account.prefix(1)).joined(separator: " ")
    let rest = line.account.dropFirst().joined(separator: ":")
    let account = [first, rest].filter { !$0.isEmpty }.map(VoucherHTMLRenderer.escaped).joined(separator: "<br/>")
    let details = line.auxiliary.map { VoucherHTMLRenderer.escaped($0[language]) }.joined(separator: "<br/>")
    let amount = cell(line.amount, line.commodity)
    let (debit, credit) = line.side == .debit ? (amount, "<td></td>") : ("<td></td>", amount)
    let narration = VoucherHTMLRenderer.escaped(line.narration)
    return "<tr class=\"line\"><td>\(narration)</td><td>\(account)</td><td>\(details)</td>" + debit + credit + "</tr>\n"
  }

  private func totals(of sheet: VoucherSheet) -> String {
    sheet.totals.map { total in
      let label = VoucherWords.total[language] + (total.capitals.map { "　\($0)" } ?? "")
      return "<tr class=\"total\"><td colspan=\"3\">\(label)</td>\(cell(total.debit, total.commodity))"
        + "\(cell(total.credit, total.commodity))</tr>\n"
    }.joined()
  }

  /// An amount, red when it is below zero: red ink has no sign.
  private func cell(_ amount: Int64, _ commodity: Commodity) -> String {
    let text = VoucherAmount.text(amount, commodity)
    return "<td class=\"amount\(amount < 0 ? " red" : "")\">\(VoucherHTMLRenderer.escaped(text))</td>"
  }

  private func escaped(_ label: Phrase, _ text: String) -> String {
    label[language] + (language == .zh ? "：" : ": ") + VoucherHTMLRenderer.escaped(text)
  }

  /// A text with the characters that HTML takes for its own written as entities.
  static func escaped(_ text: String) -> String {
    HTMLText.escaped(text)
  }
}
