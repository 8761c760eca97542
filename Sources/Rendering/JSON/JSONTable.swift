import LedgerCore
import ReportDocument

/// Writes one table of the JSON form: its columns, and its rows as objects keyed by column id.
struct JSONTable {
  /// What is written.
  let table: Table
  /// The language of titles and notes.
  let language: Language

  /// Writes the table as an object.
  func write(_ writer: inout JSONWriter, to output: inout ByteOutput) {
    writer.beginObject(to: &output)
    writer.key("title", to: &output)
    writer.string(table.title[language], to: &output)
    writer.key("columns", to: &output)
    writer.beginArray(to: &output)
    for column in table.columns { write(column, &writer, to: &output) }
    writer.endArray(to: &output)
    writer.key("rows", to: &output)
    writer.beginArray(to: &output)
    let foreign = table.columnsWithForeignMoney
    for row in table.rows where row.role != .blank { write(row, foreign, &writer, to: &output) }
    writer.endArray(to: &output)
    writer.key("notes", to: &output)
    writer.beginArray(to: &output)
    for note in table.notes where !note.isEmpty { writer.string(note[language], to: &output) }
    writer.endArray(to: &output)
    writer.endObject(to: &output)
  }

  /// Writes what a column is.
  private func write(_ column: Column, _ writer: inout JSONWriter, to output: inout ByteOutput) {
    writer.beginObject(inline: true, to: &output)
    for (name, text) in [("id", column.id), ("title", column.title[language]), ("type", column.typeName)] {
      writer.key(name, to: &output)
      writer.string(text, to: &output)
    }
    writer.endObject(to: &output)
  }

  /// Writes a row keyed by column id.
  private func write(_ row: Row, _ foreign: [Bool], _ writer: inout JSONWriter, to output: inout ByteOutput) {
    writer.beginObject(inline: true, to: &output)
    for (index, column) in table.columns.enumerated() {
      let cell = index < row.cells.count ? row.cells[index] : .empty
      writer.key(column.id, to: &output)
      writer.cell(cell, decimals: column.decimals, unit: column.unit(of: cell), language, to: &output)
      if foreign[index], case .money(_, let commodity) = cell {
        writer.key(column.id + "_commodity", to: &output)
        writer.string(commodity.code, to: &output)
      }
    }
    if row.role != .body {
      writer.key("_role", to: &output)
      writer.string(row.role.rawValue, to: &output)
    }
    if row.indent > 0 {
      writer.key("_indent", to: &output)
      writer.integer(Int64(row.indent), to: &output)
    }
    writer.endObject(to: &output)
  }
}

extension Column {
  /// The unit of a value that is of another kind than its column: a share among multiples.
  fileprivate func unit(of cell: Cell) -> String? {
    if case .ratio = kind, case .percent = cell { "percent" } else { nil }
  }

  /// What the JSON form calls the kind of the column.
  var typeName: String {
    switch kind {
    case .text: "text"
    case .money, .moneyInFull: "money"
    case .ratio: "ratio"
    case .percent: "percent"
    case .rate: "rate"
    case .day: "day"
    case .integer: "integer"
    case .mixed: "mixed"
    }
  }
}
