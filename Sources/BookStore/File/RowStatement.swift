import GRDB
import GRDBSQLite
import LedgerCore

/// A prepared statement, bound and stepped without a detour: bulk writing and reading depend on it.
final class RowStatement {
  /// Keeps the handle alive.
  private let owner: Statement
  private let handle: OpaquePointer
  private let path: String
  /// Rows that may be on their way over the same connection.
  private let writing: RowWriting

  init(_ sql: String, in database: Database, path: String, after writing: RowWriting) throws(Diagnostic) {
    self.writing = writing
    do { owner = try database.makeStatement(sql: sql) } catch { throw StoreFailure.diagnostic(error, path: path) }
    handle = owner.sqliteStatement
    self.path = path
  }

  deinit { writing.wait() }

  /// Binds a whole number to a parameter, counted from 1.
  @inline(__always)
  func bind(_ index: Int32, _ value: Int64) { sqlite3_bind_int64(handle, index, value) }

  /// Binds NULL to a parameter.
  func bindNull(_ index: Int32) { sqlite3_bind_null(handle, index) }

  /// Binds text that must stay in place until the statement has run.
  @inline(__always)
  func bind(_ index: Int32, text: UnsafeBufferPointer<UInt8>) {
    guard let start = text.baseAddress, !text.isEmpty else { return bindEmpty(index) }
    start.withMemoryRebound(to: CChar.self, capacity: text.count) {
      _ = sqlite3_bind_text(handle, index, $0, Int32(clamping: text.count), nil)
    }
  }

  /// Binds text, copied into memory that the statement keeps for the next time.
  func bind(_ index: Int32, copying text: String) {
    var text = text
    text.withUTF8 { bytes in
      guard let start = bytes.baseAddress, !bytes.isEmpty else { return bindEmpty(index) }
      start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
        _ = sqlite3_bind_text(handle, index, $0, Int32(clamping: bytes.count), RowStatement.transient)
      }
    }
  }

  /// Tells SQLite to copy what it is given (SQLITE_TRANSIENT, a macro that Swift does not see).
  private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  /// Binds bytes that must stay in place until the statement has run.
  @inline(__always)
  func bind(_ index: Int32, blob: UnsafeBufferPointer<UInt8>) {
    // No bytes are not NULL.
    guard let start = blob.baseAddress, !blob.isEmpty else { return _ = sqlite3_bind_zeroblob(handle, index, 0) }
    sqlite3_bind_blob(handle, index, start, Int32(clamping: blob.count), nil)
  }

  /// Binds bytes, copied into memory that the statement keeps for the next time.
  func bind(_ index: Int32, copying bytes: [UInt8]) {
    // No bytes are not NULL.
    if bytes.isEmpty { return _ = sqlite3_bind_zeroblob(handle, index, 0) }
    bytes.withUnsafeBytes { _ = sqlite3_bind_blob(handle, index, $0.baseAddress, Int32(clamping: $0.count), RowStatement.transient) }
  }

  private func bindEmpty(_ index: Int32) { sqlite3_bind_text(handle, index, "", 0, nil) }

  /// Runs a statement that gives no rows.
  @inline(__always)
  func run() throws(Diagnostic) {
    try writing.finish()
    try runAside()
  }

  /// Runs a statement that gives no rows, on whichever thread has the connection.
  @inline(__always)
  func runAside() throws(Diagnostic) {
    let code = sqlite3_step(handle)
    if code != SQLITE_DONE && code != SQLITE_ROW { throw failure() }
    sqlite3_reset(handle)
  }

  /// Goes to the next row; false after the last one, when the statement is ready to be bound again.
  @inline(__always)
  func step() throws(Diagnostic) -> Bool {
    try writing.finish()
    let code = sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    if code != SQLITE_DONE { throw failure() }
    sqlite3_reset(handle)
    return false
  }

  /// Leaves the remaining rows, so that the statement holds no lock.
  func reset() {
    writing.wait()
    sqlite3_reset(handle)
  }

  private func failure() -> Diagnostic {
    let connection = sqlite3_db_handle(handle)
    let code = sqlite3_extended_errcode(connection)
    let message = sqlite3_errmsg(connection).map { String(cString: $0) } ?? ""
    sqlite3_reset(handle)
    return StoreFailure.diagnostic(code: code, message: message, path: path)
  }

  /// A column as a whole number, counted from 0; zero for NULL and for what is no number.
  @inline(__always)
  func int(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  /// Whether a column is NULL.
  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  /// The bytes of a text or blob column, valid until the next step.
  func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
    guard let start = sqlite3_column_blob(handle, column) else { return UnsafeBufferPointer(start: nil, count: 0) }
    let count = Int(sqlite3_column_bytes(handle, column))
    return UnsafeBufferPointer(start: start.assumingMemoryBound(to: UInt8.self), count: count)
  }

  /// A text column; bytes that are no UTF-8 are replaced.
  func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

  /// How many columns a row has.
  var columnCount: Int32 { sqlite3_column_count(handle) }

  /// Type and value of a column, for comparing rows that may hold anything.
  func value(_ column: Int32) -> RowValue {
    switch sqlite3_column_type(handle, column) {
    case SQLITE_INTEGER: .integer(int(column))
    case SQLITE_TEXT: .text(Array(bytes(column)))
    case SQLITE_BLOB: .blob(Array(bytes(column)))
    case SQLITE_NULL: .null
    default: .other
    }
  }
}

extension RowStatement {
  /// Whether a column holds the same as that of another row, type included.
  func equals(_ other: RowStatement, _ column: Int32) -> Bool {
    let type = sqlite3_column_type(handle, column)
    guard type == sqlite3_column_type(other.handle, column) else { return false }
    switch type {
    case SQLITE_INTEGER: return int(column) == other.int(column)
    case SQLITE_TEXT, SQLITE_BLOB: return bytes(column).elementsEqual(other.bytes(column))
    case SQLITE_NULL: return true
    default: return false
    }
  }
}
