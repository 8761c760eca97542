import BookStore
import FoundationEssentials
import Glibc
import LedgerCore

/// The folder of a package while it is written: beside its place until all is well, then moved there at once.
final class PackageFolder {
  /// What is said of one file of a package.
  struct Entry {
    /// The name with its folders, `/` between them.
    let path: String
    let bytes: Int
    /// SHA-256 as 64 hexadecimal digits.
    let digest: String
  }

  private let target: String
  private let work: String
  /// The files written so far.
  private(set) var entries: [Entry] = []

  /// Begins a package.
  ///
  /// - Throws: `packageExists` when anything stands at the path but an empty folder, `storeFailed` when the folder cannot
  ///   be made.
  init(creating path: String) throws(Diagnostic) {
    var name = path
    while name.count > 1, name.hasSuffix("/") { name.removeLast() }
    (target, work) = (name, name + ".part")
    if PackageFolder.isTaken(target) {
      throw Diagnostic(
        .packageExists, Wording("\(target) 已经存在，且不是空文件夹", "\(target) exists already and is no empty folder"),
        hint: Wording("另选文件夹；审计包不覆盖任何内容", "choose another folder; a package is never written over anything"))
    }
    if FileBytes.exists(work) {
      throw Diagnostic(
        .packageExists, Wording("\(work) 是未完成的审计包，或正在写", "\(work) is left of a package that was not finished, or is being written"),
        hint: Wording("没有别的 bgt 在写时可以删去", "remove it when no other bgt writes there"))
    }
    try PackageFolder.makeFolder(work)
  }

  /// Whether something stands at a path that would be lost.
  private static func isTaken(_ path: String) -> Bool {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return false }
    guard isFolder, let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { return true }
    return !names.isEmpty
  }

  private static func makeFolder(_ path: String) throws(Diagnostic) {
    do { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) } catch {
      throw Diagnostic(
        .storeFailed, Wording("不能建立文件夹 \(path)", "the folder \(path) cannot be made"),
        hint: Wording("检查名称、权限和剩余空间", "check the name, the permissions and the space left"))
    }
  }

  /// Opens a new file of the package, its folders with it.
  func file(_ path: String) throws(Diagnostic) -> PackageFile {
    if let slash = path.lastIndex(of: "/") { try PackageFolder.makeFolder(work + "/" + path[..<slash]) }
    return try PackageFile(work + "/" + path, named: path)
  }

  /// Ends a file.
  func close(_ file: PackageFile) throws(Diagnostic) { entries.append(try file.close()) }

  /// Writes a whole small file.
  func write(_ bytes: [UInt8], to path: String) throws(Diagnostic) {
    let file = try file(path)
    try file.write(bytes)
    try close(file)
  }

  /// Moves the finished package to its place.
  func finish() throws(Diagnostic) {
    // An empty folder at the place gives way.
    rmdir(target)
    if rename(work, target) != 0 {
      let reason = Wording.systemError(errno)
      throw Diagnostic(
        .storeFailed, Wording("\(target) 写不了：", "\(target) cannot be written: ") + reason,
        hint: Wording("检查名称和权限", "check the name and the permissions"))
    }
  }

  /// Leaves nothing behind.
  func discard() { try? FileManager.default.removeItem(atPath: work) }
}
