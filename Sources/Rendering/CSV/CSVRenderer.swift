import LedgerCore
import ReportDocument

/// Comma-separated values, for spreadsheets and scripts alike.
///
/// - A document with **one** table is a plain CSV: the first record holds the column ids, the others the rows.
/// - A document with **several** tables or lists puts them below each other. Each begins with a header record of its own,
///   every record begins with a field that names its table, and that field of a header record is `table`. So a
///   spreadsheet shows blocks with headings, and `awk -F, '$1=="holdings"'` picks the rows of one. All records have the
///   same number of fields.
/// - A list of figures is a table of the columns `figure,label,value,commodity,status`.
/// - Ids are the same in every language; amounts are plain and exact (`1234.50`), never in 万元; percentages are fractions.
/// - A column of rates is followed by `<id>_status`; a column with amounts that are not renminbi, in a table without a
///   column `commodity`, by `<id>_commodity`.
/// - Header rows become a first column `group` of the rows below them. Subtotals, totals and blank lines are left out,
///   so that columns can be summed; `RenderOptions.csvTotals` keeps the sums.
///
/// Title, definitions, facts, paragraphs, notes and charts have no place in CSV.
public struct CSVRenderer: Renderer {
  /// A renderer of CSV.
  public init() {}

  /// Writes the tables and figure lists of a document.
  public func render(_ document: ReportDocument, _ options: RenderOptions, into output: inout ByteOutput) {
    let blocks = document.sections.flatMap { section in
      section.blocks.compactMap { block in
        switch block {
        case .table(let table): CSVBlock(table)
        case .figures(let list): CSVBlock(list)
        case .paragraph, .statement, .note, .chart: nil
        }
      }
    }
    var writer = CSVWriter(forExcel: options.bom)
    writer.begin(&output)
    let isSeveral = blocks.count > 1
    let fieldCount = blocks.map(\.fieldCount).max() ?? 0
    for block in blocks {
      block.write(options, named: isSeveral, fieldCount: fieldCount, &writer, to: &output)
    }
  }
}
