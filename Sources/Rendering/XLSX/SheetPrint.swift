import CXLSXWriter
import LedgerCore
import ReportDocument

/// How a sheet is printed: A4 across, as wide as the paper, with page numbers and what identifies the report.
enum SheetPrint {
  /// Characters that the foot of a page may have.
  private static let footMax = 250
  /// A4 among the papers of Excel.
  private static let paper: UInt8 = 9

  /// Sets a sheet up.
  static func setUp(_ sheet: Sheet, _ document: ReportDocument, _ text: HumanText) {
    worksheet_gridlines(sheet.pointer, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
    worksheet_set_landscape(sheet.pointer)
    worksheet_set_paper(sheet.pointer, paper)
    worksheet_fit_to_pages(sheet.pointer, 1, 0)
    worksheet_set_margins(sheet.pointer, 0.4, 0.4, 0.5, 0.6)
    worksheet_center_horizontally(sheet.pointer)
    let page = Phrase("第 &P 页，共 &N 页", "Page &P of &N")[text.options.language]
    let known = ["knownAt", "chainHead"].compactMap { id in document.facts.first { $0.id == id } }.map { fact in
      fact.label[text.options.language] + " " + text.string(fact.value, HumanText.Style())
    }
    // A number right behind the size of the type would be read as part of it.
    let foot = known.joined(separator: "  ").map { $0 == "&" ? "&&" : String($0) }.joined()
    let whole = "&L&8 \(foot)&R&8 \(page)"
    let isShort = whole.unicodeScalars.count <= footMax
    sheet.setFoot(isShort ? whole : "&R&8 \(page)")
  }
}
