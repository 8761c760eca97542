import LedgerCore

/// Rows on their way into a table, written fifty a statement: in half the time of one by one.
final class RowBatch {
  /// What a column holds.
  enum Column {
    case integer(String)
    /// A whole number, with `RowBatch.null` for NULL.
    case optionalInteger(String)
    case text(String)
    case blob(String)

    /// The column's name in the table.
    fileprivate var name: String {
      switch self {
      case .integer(let name), .optionalInteger(let name), .text(let name), .blob(let name): name
      }
    }
  }

  /// Stands for NULL in an optional column.
  static let null = Int64.min
  /// Rows that one statement writes.
  private static let rowsMax = 50

  private let file: BookFile
  private let columns: [Column]
  private let sql: (head: String, row: String)
  /// Whole numbers as they are, texts and blobs by their length.
  private var values: [Int64] = []
  /// Texts and blobs, one after the other.
  private var bytes: [UInt8] = []
  private var many: RowStatement?

  init(into table: String, _ columns: [Column], in file: BookFile) {
    self.file = file
    self.columns = columns
    sql = (
      "INSERT INTO \(table)(\(columns.map(\.name).joined(separator: ", "))) VALUES ",
      "(" + columns.map { _ in "?" }.joined(separator: ", ") + ")"
    )
  }

  /// Adds the next value of a row.
  @inline(__always)
  func add(_ value: Int64) { values.append(value) }

  /// Adds the next value of a row.
  @inline(__always)
  func add(_ text: String) {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    values.append(Int64(bytes.count - start))
  }

  /// Adds the next value of a row.
  @inline(__always)
  func add(_ value: some Collection<UInt8>) {
    values.append(Int64(value.count))
    bytes.append(contentsOf: value)
  }

  /// Rows that wait.
  @inline(__always)
  var count: Int { values.count / columns.count }

  /// Writes all rows, in whole statements as far as they fill them.
  func flush() throws(Diagnostic) {
    if values.isEmpty { return }
    let whole = columns.count * RowBatch.rowsMax
    var start = 0
    var offset = 0
    while values.count - start >= whole {
      try write(start..<start + whole, with: try prepareMany(), &offset)
      start += whole
    }
    let one = try file.statement(sql.head + sql.row)
    while start < values.count {
      try write(start..<start + columns.count, with: one, &offset)
      start += columns.count
    }
    values.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Prepared at the first need: a single event does without.
  private func prepareMany() throws(Diagnostic) -> RowStatement {
    if let many { return many }
    let rows = Array(repeating: sql.row, count: RowBatch.rowsMax).joined(separator: ", ")
    let statement = try file.statement(sql.head + rows)
    many = statement
    return statement
  }

  private func write(_ range: Range<Int>, with statement: RowStatement, _ offset: inout Int) throws(Diagnostic) {
    var column = 0
    var place = offset
    try bytes.withUnsafeBufferPointer { bytes throws(Diagnostic) in
      for index in range {
        let value = values[index]
        let parameter = Int32(truncatingIfNeeded: index - range.lowerBound + 1)
        switch columns[column] {
        case .integer: statement.bind(parameter, value)
        case .optionalInteger: value == RowBatch.null ? statement.bindNull(parameter) : statement.bind(parameter, value)
        case .text:
          statement.bind(parameter, text: UnsafeBufferPointer(rebasing: bytes[place..<place + Int(value)]))
          place += Int(value)
        case .blob:
          statement.bind(parameter, blob: UnsafeBufferPointer(rebasing: bytes[place..<place + Int(value)]))
          place += Int(value)
        }
        column = column + 1 == columns.count ? 0 : column + 1
      }
      try statement.run()
    }
    offset = place
  }
}
