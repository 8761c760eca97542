import BookStore
import Glibc
import LedgerCore

/// One file of a package being written: buffered, its bytes counted and digested on the way.
final class PackageFile {
  private let path: String
  private let name: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var digest = StreamDigest()
  private var count = 0
  private var isOpen = true
  private static let bufferSize = 1 << 18

  init(_ path: String, named name: String) throws(Diagnostic) {
    (self.path, self.name) = (path, name)
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    if descriptor < 0 { throw failure() }
  }

  deinit { if isOpen && descriptor >= 0 { Glibc.close(descriptor) } }

  /// Adds bytes.
  func write(_ bytes: [UInt8]) throws(Diagnostic) {
    buffer += bytes
    if buffer.count >= PackageFile.bufferSize { try flush() }
  }

  /// Adds text.
  func write(_ text: String) throws(Diagnostic) {
    buffer += text.utf8
    if buffer.count >= PackageFile.bufferSize { try flush() }
  }

  /// Ends the file and says what it is.
  func close() throws(Diagnostic) -> PackageFolder.Entry {
    try flush()
    isOpen = false
    guard fsync(descriptor) == 0, Glibc.close(descriptor) == 0 else { throw failure() }
    return PackageFolder.Entry(path: name, bytes: count, digest: digest.hexadecimal)
  }

  private func flush() throws(Diagnostic) {
    guard FileBytes.writeAll(buffer, to: descriptor) else { throw failure() }
    digest.update(buffer)
    count += buffer.count
    buffer.removeAll(keepingCapacity: true)
  }

  private func failure() -> Diagnostic {
    let reason = Wording.systemError(errno)
    return Diagnostic(
      .storeFailed, Wording("\(path) 写不了：", "\(path) cannot be written: ") + reason,
      hint: Wording("检查文件夹、权限和剩余空间", "check the folder, the permissions and the space left"))
  }
}
