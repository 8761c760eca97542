import Glibc
import LedgerCore

/// A file written piece by piece beside its place and moved there when it is whole, so that a reader never sees half of it.
public final class StreamedFile {
  private let path: String
  private let descriptor: Int32
  private var isFinished = false
  private var part: String { path + ".part" }

  /// Begins the file.
  ///
  /// - Throws: `storeFailed` or `diskFull` with what the system says.
  public init(_ path: String) throws(Diagnostic) {
    self.path = path
    descriptor = open(path + ".part", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    if descriptor < 0 { throw FileBytes.writeFailure(of: path, errno) }
  }

  deinit {
    guard descriptor >= 0, !isFinished else { return }
    close(descriptor)
    unlink(part)
  }

  /// Adds a piece.
  ///
  /// - Throws: `storeFailed` or `diskFull` with what the system says.
  public func write(_ bytes: [UInt8]) throws(Diagnostic) {
    guard FileBytes.writeAll(bytes, to: descriptor) else { throw FileBytes.writeFailure(of: path, errno) }
  }

  /// Puts the file into its place.
  ///
  /// - Throws: `storeFailed` with what the system says.
  public func finish() throws(Diagnostic) {
    guard rename(part, path) == 0 else { throw FileBytes.writeFailure(of: path, errno) }
    isFinished = true
    close(descriptor)
  }
}
