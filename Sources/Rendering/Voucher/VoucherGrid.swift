import LedgerCore
import ReportDocument

/// The ruled columns of a voucher's page in text: narration, account, details, debit, credit.
struct VoucherGrid {
  /// Cells of each column.
  private let widths: [Int]
  /// Cells of the whole page.
  let width: Int

  private static let pageWidth = 80
  private static let amountMin = 12
  private static let wordsMin = 36

  /// Columns wide enough for every amount of a voucher; the words share what is left of 80 cells.
  init(_ sheet: VoucherSheet) {
    var amount = VoucherGrid.amountMin
    for line in sheet.lines { amount = max(amount, TextWidth.of(VoucherAmount.text(line.amount, line.commodity))) }
    for total in sheet.totals {
      for sum in [total.debit, total.credit] {
        amount = max(amount, TextWidth.of(VoucherAmount.text(sum, total.commodity)))
      }
    }
    let words = max(VoucherGrid.wordsMin, VoucherGrid.pageWidth - 6 - 2 * amount)
    let (narration, details) = (words * 3 / 10, words * 3 / 10)
    widths = [narration, words - narration - details, details, amount, amount]
    width = words + 2 * amount + 6
  }

  /// A ruled line, with what stands at its left end, at the four places between the columns, and at its right end.
  func rule(_ left: String, _ joints: String, _ right: String) -> String {
    var text = left
    for (width, joint) in zip(widths, joints.map { String($0) } + [""]) {
      text += String(repeating: "─", count: width) + joint
    }
    return text + right
  }

  /// The lines of one row; amounts stand at the right edge, `style` may colour a cell.
  func row(_ cells: [[String]], style: (Int, String) -> String = { $1 }) -> [String] {
    let wrapped = zip(cells, widths).map { texts, width in texts.flatMap { TextWrap.lines($0, width: width) } }
    let height = max(1, wrapped.map(\.count).max() ?? 1)
    return (0..<height).map { line in
      var text = "│"
      for (index, width) in widths.enumerated() {
        let cell = wrapped[index].indices.contains(line) ? wrapped[index][line] : ""
        text += style(index, index > 2 ? TextWidth.paddedLeft(cell, to: width) : TextWidth.padded(cell, to: width)) + "│"
      }
      return text
    }
  }

  /// A row whose first three columns are one.
  func totalRow(_ label: String, _ debit: String, _ credit: String, style: (String) -> String) -> [String] {
    let wide = widths[0] + widths[1] + widths[2] + 2
    return TextWrap.lines(label, width: wide).enumerated().map { index, text in
      let amounts = [debit, credit].map { style(TextWidth.paddedLeft(index == 0 ? $0 : "", to: widths[3])) }
      return "│" + TextWidth.padded(text, to: wide) + "│" + amounts.joined(separator: "│") + "│"
    }
  }

  /// A row that is one cell.
  func wideRow(_ text: String) -> [String] { ["│" + TextWidth.padded(text, to: width - 2) + "│"] }
}
