import LedgerCore

/// Rows on their way into a table, written fifty a statement: in half the time of one by one.
///
/// New rows are gathered while those before them are written: `handOver` parts the two.
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

  /// Rows as they wait.
  private struct Rows {
    /// Whole numbers as they are, texts and blobs by their length.
    var values: [Int64] = []
    /// Texts and blobs, one after the other.
    var bytes: [UInt8] = []

    mutating func removeAll() {
      values.removeAll(keepingCapacity: true)
      bytes.removeAll(keepingCapacity: true)
    }
  }

  /// Stands for NULL in an optional column.
  static let null = Int64.min
  /// Rows that one statement writes.
  private static let rowsMax = 50

  private let file: BookFile
  private let columns: [Column]
  private let sql: (head: String, row: String, tail: String)
  private var gathered = Rows()
  /// What is being written; empty otherwise.
  private var leaving = Rows()
  private var one: RowStatement?
  private var many: RowStatement?

  /// - Parameter conflict: what is to be done with rows whose key is there already, as SQL; they are refused when empty.
  init(into table: String, _ columns: [Column], onConflict conflict: String = "", in file: BookFile) {
    self.file = file
    self.columns = columns
    sql = (
      "INSERT INTO \(table)(\(columns.map(\.name).joined(separator: ", "))) VALUES ",
      "(" + columns.map { _ in "?" }.joined(separator: ", ") + ")", conflict.isEmpty ? "" : " " + conflict
    )
  }

  /// Adds the next value of a row.
  @inline(__always)
  func add(_ value: Int64) { gathered.values.append(value) }

  /// Adds the next value of a row.
  @inline(__always)
  func add(_ text: String) {
    let start = gathered.bytes.count
    gathered.bytes.append(contentsOf: text.utf8)
    gathered.values.append(Int64(gathered.bytes.count - start))
  }

  /// Adds the next value of a row.
  @inline(__always)
  func add(_ value: some Collection<UInt8>) {
    gathered.values.append(Int64(value.count))
    gathered.bytes.append(contentsOf: value)
  }

  /// Rows that wait.
  @inline(__always)
  var count: Int { gathered.values.count / columns.count }

  /// Writes all rows, in whole statements as far as they fill them.
  func flush() throws(Diagnostic) {
    try file.finishWriting()
    try handOver()
    try writeLeaving()
  }

  /// Sets the gathered rows aside to be written, and prepares what writes them; all earlier ones must be written.
  func handOver() throws(Diagnostic) {
    swap(&gathered, &leaving)
    if leaving.values.isEmpty { return }
    let count = leaving.values.count / columns.count
    if many == nil, count >= RowBatch.rowsMax {
      // Prepared at the first need: a single event does without.
      let rows = Array(repeating: sql.row, count: RowBatch.rowsMax).joined(separator: ", ")
      many = try file.statement(sql.head + rows + sql.tail)
    }
    if one == nil, count % RowBatch.rowsMax != 0 { one = try file.statement(sql.head + sql.row + sql.tail) }
  }

  /// Writes what was set aside; may run on another thread than the one that gathers.
  func writeLeaving() throws(Diagnostic) {
    defer { leaving.removeAll() }
    var start = 0
    var offset = 0
    if let many {
      let whole = columns.count * RowBatch.rowsMax
      while leaving.values.count - start >= whole {
        try write(start..<start + whole, with: many, &offset)
        start += whole
      }
    }
    guard let one else { return }
    while start < leaving.values.count {
      try write(start..<start + columns.count, with: one, &offset)
      start += columns.count
    }
  }

  private func write(_ range: Range<Int>, with statement: RowStatement, _ offset: inout Int) throws(Diagnostic) {
    var column = 0
    var place = offset
    try leaving.bytes.withUnsafeBufferPointer { bytes throws(Diagnostic) in
      for index in range {
        let value = leaving.values[index]
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
      try statement.runAside()
    }
    offset = place
  }
}
