import Glibc
import LedgerCore

/// A file in the folder for temporary files that no other process knows, until it is removed.
struct ScratchFile {
  /// Where it is.
  let path: String

  /// Bytes that are read at once.
  private static let pieceSize = 1 << 15

  /// The folder for temporary files: `TMPDIR`, else `/tmp`.
  static var folder: String {
    guard let value = getenv("TMPDIR"), value[0] != 0 else { return "/tmp" }
    return String(cString: value)
  }

  /// Makes an empty file that only this user can read.
  ///
  /// - Throws: `workbookFailed` with what the system says.
  init() throws(Diagnostic) {
    var name = Array("\(ScratchFile.folder)/bgt-XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw ScratchFile.failure(errno) }
    close(descriptor)
    path = name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
  }

  /// Removes the file.
  func remove() { unlink(path) }

  /// Hands the content on piece by piece.
  ///
  /// - Throws: `workbookFailed` with what the system says.
  func read(into output: inout ByteOutput) throws(Diagnostic) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw ScratchFile.failure(errno) }
    defer { close(descriptor) }
    var piece = [UInt8](repeating: 0, count: ScratchFile.pieceSize)
    while true {
      let count = piece.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw ScratchFile.failure(errno) }
      if count == 0 { return }
      output.write(piece[..<count])
      output.finish()
    }
  }

  /// Bytes that may still be written to the folder; nil when the system does not say.
  static var freeBytes: Int? {
    var status = statvfs()
    guard statvfs(folder, &status) == 0 else { return nil }
    return Int(clamping: UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize)).partialValue)
  }

  /// What it means that the system refused.
  static func failure(_ number: Int32) -> Diagnostic {
    if number == ENOSPC || number == EDQUOT {
      return Diagnostic(
        .diskFull, Wording("\(folder) 没有剩余空间", "there is no room left in \(folder)"),
        hint: Wording("腾出磁盘空间，或用 TMPDIR 指明另一文件夹", "make room on the disk, or name another folder in TMPDIR"))
    }
    return Diagnostic(
      .workbookFailed,
      Wording("\(folder) 的临时文件不能使用：", "a temporary file in \(folder) cannot be used: ") + Wording.systemError(number),
      hint: Wording("用 TMPDIR 指明可以写入的文件夹", "name a folder that can be written to in TMPDIR"))
  }
}
