import LedgerCore
import ReportDocument

/// One table of a CSV file, with the columns that machines need beside those that people see.
struct CSVBlock {
  /// What is written.
  private let table: Table
  /// Whether header rows ask for a column `group`.
  private let hasGroups: Bool
  /// Which columns need their commodity beside them.
  private let foreign: [Bool]

  /// A table as it is.
  init(_ table: Table) {
    self.table = table
    hasGroups = table.rows.roles.contains(.header)
    foreign = table.columnsWithForeignMoney
  }

  /// A list of figures as a table of one figure a row.
  init(_ list: FigureList) {
    let columns = ["figure", "label", "value", "commodity", "status"].map { Column($0, .plain($0)) }
    var table = Table(list.id, columns: columns)
    for figure in list.figures {
      var commodityCode: Cell = .empty
      var status: Cell = .empty
      if case .money(_, let commodity) = figure.value { commodityCode = .text(commodity.code) }
      if case .rate(let rate) = figure.value { status = .text(rate.flatStatus) }
      table.add(.text(figure.id), .phrase(figure.label), figure.value, commodityCode, status)
    }
    self.init(table)
  }

  /// How many fields a record has.
  var fieldCount: Int {
    table.columns.count + (hasGroups ? 1 : 0) + foreign.count { $0 } + table.columns.count { $0.isRate }
  }

  /// Writes header and rows; `named` puts the table's id before every record, and fills all up to `fieldCount`.
  func write(
    _ options: RenderOptions, named: Bool, fieldCount: Int, _ writer: inout CSVWriter, to output: inout ByteOutput
  ) {
    let filler = named ? fieldCount - self.fieldCount : 0
    if named { writer.field("table", to: &output) }
    writeHeader(&writer, to: &output)
    endRecord(filler, &writer, to: &output)
    var groups = RowGroups()
    var row = RowReader(table.rows)
    for index in table.rows.indices {
      row.load(index)
      switch row.role {
      case .blank: continue
      case .header:
        let isAlone = row.isEmptyBeyondFirst
        groups.begin(
          MachineText.string(row.cell(row.next()), decimals: 2, language: options.language), indent: row.indent, isAlone: isAlone)
        continue
      case .subtotal, .total:
        groups.endSum(indent: row.indent)
        if !options.csvTotals { continue }
      case .body, .result: break
      }
      if named { writer.field(table.id, to: &output) }
      if hasGroups { writer.field(groups.heading(ofRowAt: row.indent), to: &output) }
      write(&row, options.language, &writer, to: &output)
      endRecord(filler, &writer, to: &output)
    }
  }

  /// Writes the ids of the columns, with those that machines need in addition.
  private func writeHeader(_ writer: inout CSVWriter, to output: inout ByteOutput) {
    if hasGroups { writer.field("group", to: &output) }
    for (index, column) in table.columns.enumerated() {
      writer.field(column.id, to: &output)
      if column.isRate { writer.field(column.id + "_status", to: &output) }
      if foreign[index] { writer.field(column.id + "_commodity", to: &output) }
    }
  }

  /// Writes the fields of a row in the order of the header.
  private func write(_ row: inout RowReader, _ language: Language, _ writer: inout CSVWriter, to output: inout ByteOutput) {
    for (index, column) in table.columns.enumerated() {
      let item = row.next()
      writer.field(isWords: writer.forExcel && row.cell(item).isText, to: &output) {
        MachineText.append(item, of: row, decimals: column.decimals, language: language, to: &$0)
      }
      if column.isRate {
        if case .rate(let rate) = row.cell(item) { writer.field(rate.flatStatus, to: &output) } else { writer.field("", to: &output) }
      }
      if foreign[index] {
        if case .money(_, let commodity) = row.cell(item) {
          writer.field(commodity.code, to: &output)
        } else {
          writer.field("", to: &output)
        }
      }
    }
  }

  /// Ends a record after empty fields that make it as long as the others.
  private func endRecord(_ filler: Int, _ writer: inout CSVWriter, to output: inout ByteOutput) {
    for _ in 0..<max(filler, 0) { writer.field("", to: &output) }
    writer.endRecord(&output)
  }
}

extension Column {
  /// Whether the column holds rates, which come with a status.
  var isRate: Bool {
    if case .rate = kind { true } else { false }
  }
}
