import Glibc
import JournalText
import LedgerCore

/// Files that a peer's journal includes, by name or by pattern.
enum PeerFiles {
  /// Reads what an `include` line names, relative to the file that has the line; several files in the order of their names.
  ///
  /// - Throws: `fileUnreadable` when a file cannot be read or a pattern fits none.
  static func load(_ pattern: String, from file: String) throws(Diagnostic) -> [(file: String, bytes: [UInt8])] {
    let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
    let isAbsolute = pattern.first == "/" || pattern.first == "~"
    let path = isAbsolute ? pattern : folder + pattern
    guard path.contains(where: { "*?[{~".contains($0) }) else { return [(path, try FileBytes.read(path))] }
    if path.contains("**") {
      throw Diagnostic(
        .peerNotSupported, Wording("不支持 \(pattern)：通配只在一个文件夹内", "\(pattern) is not supported: a pattern goes through one folder"),
        hint: Wording("每个文件夹单独写一行 include", "include each folder by a line"))
    }
    var read: [(file: String, bytes: [UInt8])] = []
    // A pattern that fits the file itself does not mean it.
    for name in names(path) where name != file { read.append((name, try FileBytes.read(name))) }
    if read.isEmpty {
      throw Diagnostic(
        .fileUnreadable, Wording("没有文件符合 \(pattern)", "no file fits \(pattern)"),
        hint: Wording("核对名称；它相对于 \(file)", "check the name; it is relative to \(file)"))
    }
    return read
  }

  private static func names(_ pattern: String) -> [String] {
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(pattern, GLOB_TILDE | GLOB_BRACE, nil, &found) == 0, let paths = found.gl_pathv else { return [] }
    return (0..<Int(found.gl_pathc)).compactMap { paths[$0].map { String(cString: $0) } }
  }
}
