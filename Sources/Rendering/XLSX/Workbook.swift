import CXLSXWriter
import Glibc
import LedgerCore
import ReportDocument

/// A workbook of libxlsxwriter while it is written; every failure of the library is kept and thrown when it is closed.
final class Workbook {
  /// The workbook in C.
  let pointer: UnsafeMutablePointer<lxw_workbook>
  /// How cells look, each look once.
  let formats: WorkbookFormats
  /// The sheets so far.
  private(set) var sheets: [Sheet] = []
  private var firstFailure = LXW_NO_ERROR
  private var isClosed = false

  /// Workbooks of more rows are written row by row to disk; smaller ones in memory, so that charts carry their values.
  private static let rowsInMemoryMax = 20_000
  /// How many times the room of its rows a workbook needs in the folder for temporary files.
  private static let roomFactor = 2

  /// A new workbook at a path.
  ///
  /// - Throws: `workbookFailed` when there is no memory for it.
  init(at path: String, rowCount: Int) throws(Diagnostic) {
    let folder = strdup(ScratchFile.folder)
    defer { free(folder) }
    var options = lxw_workbook_options()
    options.constant_memory = rowCount > Workbook.rowsInMemoryMax ? 1 : 0
    options.tmpdir = folder
    guard let pointer = workbook_new_opt(path, &options) else {
      throw Workbook.failure(LXW_ERROR_MEMORY_MALLOC_FAILED)
    }
    self.pointer = pointer
    formats = WorkbookFormats(pointer)
  }

  deinit { if !isClosed { lxw_workbook_free(pointer) } }

  /// Adds a sheet after the others; its name must be one of `SheetNames`.
  ///
  /// - Throws: `workbookFailed` when the library refuses the name.
  func addSheet(_ name: String, columns: [SheetColumn]) throws(Diagnostic) -> Sheet {
    guard let sheet = workbook_add_worksheet(pointer, name) else {
      throw Workbook.failure(LXW_ERROR_PARAMETER_VALIDATION)
    }
    sheets.append(Sheet(sheet, name: name, columns: columns, in: self))
    return sheets[sheets.count - 1]
  }

  /// Keeps what the library says to a call.
  func note(_ status: lxw_error) {
    if status != LXW_NO_ERROR && firstFailure == LXW_NO_ERROR { firstFailure = status }
  }

  /// Says what the workbook is: its title, the report, the chain head; as created counts the day that it stands at, so
  /// that the same report has the same bytes tomorrow.
  func describe(_ document: ReportDocument, _ language: Language) {
    let chainHead = document.facts.first { $0.id == "chainHead" }?.value
    let head: String = if case .text(let digest)? = chainHead { digest } else { "" }
    let texts = [document.title[language], document.id, head].map { (text: String) in strdup(text) }
    defer { texts.forEach { free($0) } }
    var properties = lxw_doc_properties()
    properties.title = texts[0]
    properties.subject = texts[1]
    properties.comments = texts[2]
    properties.created = time_t((document.day ?? Workbook.dayOfNone).number) * 86_400
    note(workbook_set_properties(pointer, &properties))
  }

  /// What counts as the day of a document that names none: the first of 2000.
  private static let dayOfNone = Day(number: 10_957)

  /// Writes the file.
  ///
  /// - Throws: `workbookFailed` with the first thing that went wrong, `diskFull` when there is no room.
  func close() throws(Diagnostic) {
    try checkRoom()
    isClosed = true
    let status = workbook_close(pointer)
    let number = errno
    note(status)
    if firstFailure == LXW_NO_ERROR { return }
    if number == ENOSPC || number == EDQUOT { throw ScratchFile.failure(number) }
    throw Workbook.failure(firstFailure)
  }

  /// The library does not notice that its temporary files were cut, so that is looked at here.
  private func checkRoom() throws(Diagnostic) {
    var written = 0
    for sheet in sheets {
      guard let file = sheet.pointer.pointee.optimize_tmpfile else { continue }
      if fflush(file) != 0 || ferror(file) != 0 { throw ScratchFile.failure(errno == 0 ? ENOSPC : errno) }
      written += max(ftell(file), 0)
    }
    if let free = ScratchFile.freeBytes, free < written * Workbook.roomFactor { throw ScratchFile.failure(ENOSPC) }
  }

  /// What the library says, as a diagnostic.
  static func failure(_ status: lxw_error) -> Diagnostic {
    let reason = lxw_strerror(status).map { Wording.plain(String(cString: $0)) } ?? Wording("原因不明", "unknown reason")
    return Diagnostic(
      .workbookFailed, Wording("工作簿写不了：", "the workbook cannot be written: ") + reason,
      hint: Wording("腾出临时文件夹的空间，或用 --format csv", "make room in the folder for temporary files, or choose --format csv"))
  }
}
