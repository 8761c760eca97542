import LedgerCore
import ReportDocument

/// Vouchers as pages of text, 80 columns wide unless an amount needs more; red amounts stand in parentheses.
public struct VoucherTextRenderer: Sendable {
  private let language: Language
  private let isColoured: Bool

  /// Lines of a voucher on one page; longer ones go on with the next.
  static let linesMax = 8

  /// A renderer in a language.
  public init(language: Language, isColoured: Bool = false) {
    self.language = language
    self.isColoured = isColoured
  }

  /// All sheets one below the other, two empty lines between pages.
  public func text(of sheets: [VoucherSheet]) -> String {
    var pages: [String] = []
    for sheet in sheets {
      let parts = sheet.pages(linesMax: VoucherTextRenderer.linesMax)
      for (index, lines) in parts.enumerated() {
        pages.append(page(of: sheet, lines, number: index + 1, count: parts.count))
      }
    }
    return pages.joined(separator: "\n\n")
  }

  private func page(of sheet: VoucherSheet, _ lines: ArraySlice<VoucherSheet.Line>, number: Int, count: Int) -> String {
    let grid = VoucherGrid(sheet)
    var rows = head(of: sheet, width: grid.width, page: number, count)
    rows.append(grid.rule("┌", "┬┬┬┬", "┐"))
    rows += grid.row([
      [VoucherWords.narration[language]], [VoucherWords.account[language]], [VoucherWords.auxiliary[language]],
      [VoucherWords.debit[language]], [VoucherWords.credit[language]],
    ])
    for line in lines {
      rows.append(grid.rule("├", "┼┼┼┼", "┤"))
      rows += grid.row(cells(of: line)) { index, text in index > 2 && line.amount < 0 ? red(text) : text }
    }
    if number == count {
      rows += totals(of: sheet, grid)
      rows.append(grid.rule("└", "──┴┴", "┘"))
    } else {
      rows.append(grid.rule("├", "┴┴┴┴", "┤"))
      rows += grid.wideRow(VoucherWords.continued[language])
      rows.append(grid.rule("└", "────", "┘"))
    }
    rows.append(signatures(of: sheet, width: grid.width))
    for phrase in sheet.origin { rows += TextWrap.lines(phrase[language], width: grid.width) }
    return rows.map { $0 + "\n" }.joined()
  }

  private func head(of sheet: VoucherSheet, width: Int, page: Int, _ count: Int) -> [String] {
    let title = VoucherWords.title[language]
    let indent = String(repeating: " ", count: max(0, (width - TextWidth.of(title)) / 2))
    let right =
      VoucherWords.number(sheet, page: page, of: count)[language] + "   "
      + VoucherWords.attachments(sheet.attachments)[language]
    let colon = language == .zh ? "：" : ": "
    let books = VoucherWords.books[language] + colon + sheet.books
    return [
      indent + title, indent + String(repeating: "═", count: TextWidth.of(title)),
      VoucherTextRenderer.ends(sheet.books.isEmpty ? "" : books, sheet.accountBook[language], width),
      VoucherTextRenderer.ends(VoucherWords.day(sheet.day)[language], right, width),
    ]
  }

  private func cells(of line: VoucherSheet.Line) -> [[String]] {
    let amount = [VoucherAmount.text(line.amount, line.commodity)]
    let first = (line.code.isEmpty ? [] : [line.code]) + line.account.prefix(1)
    let rest = line.account.dropFirst().joined(separator: ":")
    return [
      [line.narration], [first.joined(separator: " ")] + (rest.isEmpty ? [] : [rest]),
      line.auxiliary.map { $0[language] }, line.side == .debit ? amount : [], line.side == .credit ? amount : [],
    ]
  }

  private func totals(of sheet: VoucherSheet, _ grid: VoucherGrid) -> [String] {
    var rows: [String] = []
    for (index, total) in sheet.totals.enumerated() {
      rows.append(grid.rule("├", index == 0 ? "┴┴┼┼" : "──┼┼", "┤"))
      let label = VoucherWords.total[language] + (total.capitals.map { "  " + $0 } ?? "")
      let isRed = total.debit < 0
      rows += grid.totalRow(
        label, VoucherAmount.text(total.debit, total.commodity), VoucherAmount.text(total.credit, total.commodity)
      ) { isRed ? red($0) : $0 }
    }
    return rows
  }

  private func signatures(of sheet: VoucherSheet, width: Int) -> String {
    let colon = language == .zh ? "：" : ": "
    let names = [
      (VoucherWords.reviewer, sheet.reviewer), (VoucherWords.poster, sheet.poster), (VoucherWords.preparer, sheet.preparer),
    ].map { $0[language] + colon + $1 }
    return names.prefix(2).map { TextWidth.padded($0, to: width / 3) + " " }.joined() + names[2]
  }

  private func red(_ text: String) -> String { isColoured ? "\u{1B}[31m" + text + "\u{1B}[0m" : text }

  /// One text at the left edge, the other one at the right.
  private static func ends(_ left: String, _ right: String, _ width: Int) -> String {
    left + String(repeating: " ", count: max(1, width - TextWidth.of(left) - TextWidth.of(right))) + right
  }
}
