import LedgerCore
import ReportDocument

/// A workbook for Excel and its like: a sheet for each section, numbers as numbers, totals as formulas, charts that can
/// be edited.
///
/// Cells hold exact values, whatever the unit shows of them; what a spreadsheet could not hold exactly is written as
/// text and said beneath the table. Docs/formats.md describes the sheets. The same document has the same bytes.
public struct XLSXRenderer: Renderer {
  /// A renderer of workbooks.
  public init() {}

  /// Writes the workbook to a file of its own for a moment, since the library knows only files, and hands it on.
  ///
  /// - Throws: `workbookTooLong` when a section has more rows than a sheet, `workbookFailed` with what the library says,
  ///   `diskFull` when the folder for temporary files has no room.
  public func render(
    _ document: ReportDocument, _ options: RenderOptions, into output: inout ByteOutput
  ) throws(Diagnostic) {
    let file = try ScratchFile()
    defer { file.remove() }
    let workbook = try Workbook(at: file.path, rowCount: document.tables.reduce(0) { $0 + $1.rows.count })
    workbook.describe(document, options.language)
    var page = WorkbookPage(document, HumanText(options: options), workbook)
    try page.write()
    try workbook.close()
    try file.read(into: &output)
  }
}
