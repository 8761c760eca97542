import Glibc
import LedgerCore

/// Reads whole files into bytes, as fast as the disk gives them.
public enum FileBytes {
  /// The bytes of a file; `-` is standard input.
  ///
  /// - Throws: `fileUnreadable` with what the system says.
  public static func read(_ path: String) throws(Diagnostic) -> [UInt8] {
    let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { if descriptor != 0 { close(descriptor) } }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(path) }
    if status.st_mode & S_IFMT == S_IFDIR {
      throw Diagnostic(.fileUnreadable, Wording("\(path) 是文件夹", "\(path) is a folder"), hint: Wording("写文件名", "name a file"))
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(status.st_size) + 1)
    try fill(&bytes, from: descriptor, path)
    return bytes
  }

  /// Hands out the bytes of a file piece by piece.
  ///
  /// - Throws: `fileUnreadable` with what the system says.
  public static func read(_ path: String, _ body: ([UInt8]) -> Void) throws(Diagnostic) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(path)
      }
      if count == 0 { return }
      body(Array(chunk[..<count]))
    }
  }

  private static func fill(_ bytes: inout [UInt8], from descriptor: Int32, _ path: String) throws(Diagnostic) {
    let chunkSize = 1 << 20
    var chunk = [UInt8](repeating: 0, count: chunkSize)
    while true {
      let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, chunkSize) }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(path)
      }
      if count == 0 { return }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  /// Writes bytes to a new file that replaces the old one at once, so that a reader never sees half of it.
  ///
  /// A link stays one, and what it leads to is replaced; a device or a pipe is written to, and never replaced.
  /// - Throws: `storeFailed` with what the system says.
  public static func write(_ bytes: [UInt8], to name: String) throws(Diagnostic) {
    let path = followed(name)
    if isStream(path) { return try writeThrough(bytes, to: path) }
    let part = path + ".part"
    let descriptor = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw writeFailure(of: path, errno) }
    var number = writeAll(bytes, to: descriptor) ? 0 : errno
    // Some file systems say only now that there is no room.
    if close(descriptor) != 0 && number == 0 { number = errno }
    if number == 0 && rename(part, path) != 0 { number = errno }
    if number == 0 { return }
    // What is left of it is of use to nobody.
    unlink(part)
    throw writeFailure(of: path, number)
  }

  /// Where links lead to; the name itself where it is none.
  private static func followed(_ name: String) -> String {
    var status = stat()
    guard lstat(name, &status) == 0, status.st_mode & S_IFMT == S_IFLNK, let end = realpath(name, nil) else { return name }
    defer { free(end) }
    return String(cString: end)
  }

  /// Whether a path is a device, a pipe or a socket: something that takes bytes and is no file.
  private static func isStream(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }

  private static func writeThrough(_ bytes: [UInt8], to path: String) throws(Diagnostic) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw writeFailure(of: path, errno) }
    defer { close(descriptor) }
    if !writeAll(bytes, to: descriptor) { throw writeFailure(of: path, errno) }
  }

  /// Writes all bytes to an open descriptor; false when the system refuses.
  public static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress.map { $0 + offset }, bytes.count - offset) }
      if count < 0 && errno != EINTR { return false }
      offset += max(count, 0)
    }
    return true
  }

  /// Whether anything stands at a path.
  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether a file begins as an SQLite database does.
  public static func isDatabase(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var head = [UInt8](repeating: 0, count: 15)
    let count = head.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, 15) }
    return count == 15 && head.elementsEqual("SQLite format 3".utf8)
  }

  /// Gives a file the name of another, which it replaces as `write` does.
  ///
  /// - Throws: `storeFailed` with what the system says.
  public static func move(_ old: String, to name: String) throws(Diagnostic) {
    let new = followed(name)
    if isStream(new) {
      try writeThrough(try read(old), to: new)
      return remove(old)
    }
    guard rename(old, new) == 0 else { throw writeFailure(of: new, errno) }
  }

  /// Removes a file if it is there.
  public static func remove(_ path: String) { unlink(path) }

  /// Makes a folder that is not there yet.
  ///
  /// - Throws: `folderExists`, `storeFailed` with what the system says.
  static func makeFolder(_ path: String) throws(Diagnostic) {
    if mkdir(path, 0o755) == 0 { return }
    if errno == EEXIST {
      throw Diagnostic(
        .folderExists, Wording("\(path) 已经存在", "\(path) is there already"), hint: Wording("另写一个文件夹", "name another folder"))
    }
    throw writeFailure(of: path, errno)
  }

  /// What it means that the system refused to write, by its error number.
  public static func writeFailure(of name: String, _ number: Int32) -> Diagnostic {
    if number == ENOSPC || number == EDQUOT {
      return Diagnostic(
        .diskFull, Wording("没有空间写 \(name)", "there is no room left for \(name)"),
        hint: Wording("腾出磁盘空间后再试", "make room on the disk, then try again"))
    }
    return Diagnostic(
      .storeFailed,
      Wording("\(name) 写不了：", "\(name) cannot be written: ") + Wording.systemError(number),
      hint: Wording("检查文件夹和权限", "check the folder and the permissions"))
  }

  private static func failure(_ path: String) -> Diagnostic {
    let reason = Wording.systemError(errno)
    return Diagnostic(
      .fileUnreadable, Wording("\(path)：", "\(path): ") + reason,
      hint: Wording("检查名称和权限", "check the name and the permissions"))
  }
}
