import Glibc
import LedgerCore

/// A folder for temporary files that only this user can enter, until it is removed with all that is in it.
struct ScratchFolder {
  /// Where it is.
  let path: String

  /// Bytes that the path of the parent may have: a browser puts a socket below it, whose path the system limits to 107.
  private static let parentMax = 36

  /// Makes an empty folder in `TMPDIR`, or in `/tmp` when there is none or its path is too long.
  ///
  /// - Throws: `browserFailed` with what the system says.
  init() throws(Diagnostic) {
    let wished = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    let isFit = wished.hasPrefix("/") && wished.utf8.count <= ScratchFolder.parentMax
    var name = Array("\(isFit ? wished : "/tmp")/bgt-XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil, let whole = realpath(name, nil) else {
      let reason = Wording.systemError(errno)
      throw Diagnostic(
        .browserFailed, Wording("不能建立临时文件夹：", "no folder for temporary files can be made: ") + reason,
        hint: Wording("用 TMPDIR 指明可以写入的文件夹", "name a folder that can be written to in TMPDIR"))
    }
    defer { free(whole) }
    path = String(cString: whole)
  }

  /// The path of a file in the folder.
  func path(_ name: String) -> String { "\(path)/\(name)" }

  /// Removes the folder and everything in it; links are removed, not followed.
  func remove() {
    for _ in 0..<ScratchFolder.triesMax {
      ScratchFolder.remove(path, depth: 0)
      if access(path, F_OK) != 0 { return }
      // Something that was stopped a moment ago may have written once more.
      usleep(ScratchFolder.pause)
    }
  }

  private static let triesMax = 5
  private static let pause: UInt32 = 20_000
  /// No browser builds deeper folders.
  private static let depthMax = 64

  /// Removes a file or a folder with all that is in it.
  private static func remove(_ path: String, depth: Int) {
    if unlink(path) == 0 || depth > depthMax { return }
    guard let folder = opendir(path) else { return }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != "." && name != ".." { names.append(name) }
    }
    closedir(folder)
    for name in names { remove("\(path)/\(name)", depth: depth + 1) }
    rmdir(path)
  }
}
