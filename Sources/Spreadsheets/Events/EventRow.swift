import JournalText
import LedgerCore
import Portfolio

/// One row of a table being read into an event.
struct EventRow {
  let row: CSVRecord
  let header: EventHeader
  let columns: [EventColumn]
  let rows: CSVReader
  var builder: EventBuilder

  init(_ row: CSVRecord, _ header: EventHeader, _ columns: [EventColumn], _ builder: EventBuilder, _ rows: CSVReader) {
    self.row = row
    self.header = header
    self.columns = columns
    self.builder = builder
    self.rows = rows
  }

  /// Reads date and fields; the cells of a voucher's line are left alone.
  mutating func readFields() throws(Diagnostic) {
    for (index, cell) in row.cells.enumerated() where !cell.text.isEmpty {
      do throws(Diagnostic) {
        switch index < columns.count ? columns[index] : .none {
        case .kind, .line: break
        case .date: try builder.setDay(cell.text)
        case .field(let field): try builder.set(field, to: CellText.text(of: cell.text), at: cell.place)
        case .none: throw stray(column: index)
        }
      } catch {
        throw rows.located(error, at: cell.place)
      }
    }
  }

  private func stray(column: Int) -> Diagnostic {
    let name = header.name(of: column)
    if name.isEmpty {
      return Diagnostic(
        .strayText, Wording("单元格所在的列没有名称", "the cell stands in no named column"),
        hint: Wording("给该列命名，或清空单元格", "name the column or empty the cell"))
    }
    return .unknownField(name, of: builder.event.kind)
  }
}
