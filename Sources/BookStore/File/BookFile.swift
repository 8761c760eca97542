import FoundationEssentials
import GRDB
import LedgerCore

/// One connection to a book file: opening, settings, transactions, statements.
final class BookFile {
  let path: String
  let isReadOnly: Bool
  /// How the file stood when it was opened to be read without a lock; nil for a file that SQLite watches over itself.
  private let expected: BookFileAccess.State?
  private let queue: DatabaseQueue
  private let database: Database
  private var statements: [String: RowStatement] = [:]
  /// Rows that are written while this thread does something else.
  private let writing = RowWriting()

  private init(queue: DatabaseQueue, path: String, isReadOnly: Bool, expected: BookFileAccess.State? = nil) {
    self.queue = queue
    self.path = path
    self.isReadOnly = isReadOnly
    self.expected = expected
    self.database = queue.inDatabase { $0 }
  }

  /// Opens the file of an existing book.
  static func open(at path: String, readOnly: Bool, patience: Int = 10) throws(Diagnostic) -> BookFile {
    let file = try openAny(at: path, readOnly: readOnly, patience: patience)
    try file.access { () throws(Diagnostic) in try BookSchema.check(file) }
    if readOnly { try file.prepareForReading() } else { try file.prepareForWriting() }
    return file
  }

  /// Opens a file that is there, of whatever format, and changes nothing in how it is kept.
  static func openAny(at path: String, readOnly: Bool, patience: Int = 10) throws(Diagnostic) -> BookFile {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Diagnostic(
        .bookMissing, Wording("没有账簿 \(path)", "there is no book \(path)"),
        hint: Wording("用 --book 或 BGT_BOOK 指明；bgt init 建立新账簿", "name one with --book or BGT_BOOK; bgt init makes a new book"))
    }
    if isFolder {
      throw Diagnostic(.notABook, Wording("\(path) 是文件夹", "\(path) is a folder"), hint: Wording("写账簿文件本身", "name the book file itself"))
    }
    return try connect(to: path, readOnly: readOnly, patience: patience)
  }

  /// Makes a new file with empty tables; refuses a path at which anything but an empty file stands.
  static func create(at path: String) throws(Diagnostic) -> BookFile {
    let file: BookFile
    do throws(Diagnostic) { file = try connect(to: path, readOnly: false) } catch {
      throw error.code == .notABook ? BookSchema.exists(path) : error
    }
    try file.access { () throws(Diagnostic) in try BookSchema.checkEmpty(file) }
    try file.prepareForWriting()
    return file
  }

  /// A book that lives only as long as the connection, spilling to disk when it grows.
  static func temporary() throws(Diagnostic) -> BookFile {
    let file = try connect(to: "", readOnly: false)
    try file.access { () throws(Diagnostic) in
      try file.execute("PRAGMA journal_mode = OFF")
      try file.execute("PRAGMA synchronous = OFF")
      try BookSchema.make(in: file)
    }
    return file
  }

  private static func connect(to path: String, readOnly: Bool, patience: Int = 10) throws(Diagnostic) -> BookFile {
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(TimeInterval(patience))
    // Transactions here span calls; what is left open is rolled back by whoever opened it.
    configuration.allowsUnsafeTransactions = true
    let access = BookFileAccess(path: path)
    // Taken before the first byte is read.
    let state = access.state
    if readOnly, !path.isEmpty, access.leavesNoTrace,
      let file = try? open(access.unchangingAddress, configuration, path: path, expected: state)
    {
      return file
    }
    return try open(path, configuration, path: path, expected: nil)
  }

  private static func open(
    _ address: String, _ configuration: Configuration, path: String, expected: BookFileAccess.State?
  ) throws(Diagnostic) -> BookFile {
    do {
      let queue = try DatabaseQueue(path: address, configuration: configuration)
      let file = BookFile(queue: queue, path: path, isReadOnly: configuration.readonly, expected: expected)
      // SQLite reads the file only now.
      try file.access { () throws(Diagnostic) in _ = try file.int("PRAGMA schema_version") }
      return file
    } catch {
      throw StoreFailure.diagnostic(error, path: path)
    }
  }

  /// Refuses what was read of a file without a lock, when somebody wrote it meanwhile.
  private func checkUnchanged() throws(Diagnostic) {
    guard let expected, BookFileAccess(path: path).state != expected else { return }
    throw Diagnostic(
      .bookBusy, Wording("读取期间 \(path) 被写入", "\(path) was written while it was read"),
      hint: Wording("请重新执行；没有记录任何内容", "repeat the command; nothing was recorded"))
  }

  /// Brings all that the write-ahead log holds into the file and does without a log, so that the file stands alone.
  ///
  /// - Throws: `bookBusy` while another process has the book open.
  func leaveLog() throws(Diagnostic) {
    try access { () throws(Diagnostic) in
      let row = try newStatement("PRAGMA journal_mode = DELETE")
      let mode = try row.step() ? row.text(0) : ""
      row.reset()
      if mode != "delete" {
        throw Diagnostic(
          .bookBusy, Wording("\(path) 正被另一进程打开", "\(path) is open in another process"),
          hint: Wording("先关闭使用它的程序", "close every program that uses it first"))
      }
    }
  }

  /// Pages are read where the system has them, without a copy: reports read tens of megabytes.
  private func prepareForReading() throws(Diagnostic) {
    try access { () throws(Diagnostic) in try execute("PRAGMA mmap_size = \(BookFile.mappedMax)") }
  }

  /// Bytes of a file beyond which pages are copied again.
  private static let mappedMax = 1 << 30

  /// Write-ahead log, and every commit on the disk before it is acknowledged.
  ///
  /// GRDB sets `synchronous = NORMAL` when asked for the log itself, so both are set here.
  private func prepareForWriting() throws(Diagnostic) {
    try access { () throws(Diagnostic) in
      try execute("PRAGMA journal_mode = WAL")
      try execute("PRAGMA synchronous = FULL")
      try execute("PRAGMA cache_size = -65536")
    }
  }

  /// Runs a piece of work on the connection; may be nested.
  func access<Result>(_ body: () throws(Diagnostic) -> Result) throws(Diagnostic) -> Result {
    let result: Swift.Result<Result, Diagnostic> = queue.unsafeReentrantWrite { _ in
      do throws(Diagnostic) { return .success(try body()) } catch { return .failure(error) }
    }
    return try result.get()
  }

  /// A statement that is kept for the next time; never step two uses of the same text at once.
  func statement(_ sql: String) throws(Diagnostic) -> RowStatement {
    try writing.finish()
    if let known = statements[sql] {
      // A use that ended in an error may have left rows behind.
      known.reset()
      return known
    }
    let statement = try RowStatement(sql, in: database, path: path, after: writing)
    statements[sql] = statement
    return statement
  }

  /// A statement of its own, for rows handed to foreign code that may ask for others.
  func newStatement(_ sql: String) throws(Diagnostic) -> RowStatement {
    try writing.finish()
    return try RowStatement(sql, in: database, path: path, after: writing)
  }

  /// Waits until rows that are written on the second thread are in the file.
  func finishWriting() throws(Diagnostic) { try writing.finish() }

  /// Writes gathered rows on a second thread; the next statement asked for waits until they are in the file.
  func writeAside(_ batches: [RowBatch]) throws(Diagnostic) {
    try writing.finish()
    for batch in batches { try batch.handOver() }
    writing.begin(batches)
  }

  /// Runs SQL that gives no rows; may be several statements.
  func execute(_ sql: String) throws(Diagnostic) {
    try writing.finish()
    do { try database.execute(sql: sql) } catch { throw StoreFailure.diagnostic(error, path: path) }
  }

  /// The first column of the first row as a whole number, or nil without a row or with NULL.
  func int(_ sql: String, _ arguments: Int64...) throws(Diagnostic) -> Int64? {
    let statement = try statement(sql)
    for (index, argument) in arguments.enumerated() { statement.bind(Int32(index + 1), argument) }
    guard try statement.step() else { return nil }
    defer { statement.reset() }
    return statement.isNull(0) ? nil : statement.int(0)
  }

  /// Whether a transaction is open on the connection.
  var isInTransaction: Bool {
    writing.wait()
    return database.isInsideTransaction
  }

  /// Runs a piece of work as one transaction: all of it is on the disk at the end, or none of it.
  func transaction<Result>(_ body: () throws(Diagnostic) -> Result) throws(Diagnostic) -> Result {
    try access { () throws(Diagnostic) in
      if isInTransaction { throw Diagnostic(.storeFailed, Wording("\(path)：已有未结束的事务", "\(path): a transaction is open already")) }
      try execute("BEGIN IMMEDIATE")
      do throws(Diagnostic) {
        let result = try body()
        try execute("COMMIT")
        return result
      } catch {
        rollBack()
        throw error
      }
    }
  }

  /// Runs several readings on one and the same state of the file.
  func snapshot<Result>(_ body: () throws(Diagnostic) -> Result) throws(Diagnostic) -> Result {
    try access { () throws(Diagnostic) in
      if isInTransaction { return try body() }
      try execute("BEGIN DEFERRED")
      defer { rollBack() }
      do throws(Diagnostic) {
        let result = try body()
        try checkUnchanged()
        return result
      } catch {
        try checkUnchanged()
        throw error
      }
    }
  }

  /// Undoes the open transaction; when even that fails, SQLite undoes it at the next opening.
  private func rollBack() {
    writing.reset()
    for statement in statements.values { statement.reset() }
    guard isInTransaction else { return }
    _ = try? database.execute(sql: "ROLLBACK")
  }
}
