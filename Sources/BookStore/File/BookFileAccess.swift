import Glibc
import LedgerCore

/// What this user may do with a book file and with the two files that SQLite keeps beside it while it is open.
struct BookFileAccess {
  /// How a file stood at a moment: what changes when somebody writes it.
  struct State: Equatable {
    let node: UInt64
    let size: Int64
    let seconds: Int
    let nanoseconds: Int
  }

  let path: String

  /// The file that holds what was recorded last, until it is taken into the book.
  var log: String { path + "-wal" }
  /// The index of the log.
  var index: String { path + "-shm" }

  private var folder: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// How the book file stands; nil when there is none.
  var state: State? {
    guard let status = BookFileAccess.status(path) else { return nil }
    return State(
      node: UInt64(status.st_ino), size: Int64(status.st_size), seconds: status.st_mtim.tv_sec,
      nanoseconds: status.st_mtim.tv_nsec)
  }

  /// Whether this user may read the book file at all.
  var isReadable: Bool { faccessat(AT_FDCWD, path, R_OK, AT_EACCESS) == 0 }

  /// Whether the log holds nothing, so that the book file has all that is recorded.
  var isWhole: Bool { (BookFileAccess.status(log)?.st_size ?? 0) == 0 }

  /// Whether the book is to be read without any file beside it: by a guest, whose files would keep the owner out, and by whoever
  /// may not make them.
  var leavesNoTrace: Bool {
    guard let book = BookFileAccess.status(path), isWhole else { return false }
    let user = geteuid()
    return (user != 0 && book.st_uid != user) || !locked.isEmpty
  }

  /// What of the book, its folder and the files beside it this user may not write.
  var locked: [String] {
    [path, folder, log, index].filter { BookFileAccess.status($0) != nil && faccessat(AT_FDCWD, $0, W_OK, AT_EACCESS) != 0 }
  }

  /// The address under which SQLite takes the file as one that nobody changes, and makes no file beside it.
  var unchangingAddress: String {
    var text = path.hasPrefix("/") ? "file://" : "file:"
    for byte in path.utf8 {
      let isPlain = (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || "/-._~".utf8.contains(byte)
      let digits = String(byte, radix: 16, uppercase: true)
      text += isPlain ? String(UnicodeScalar(byte)) : "%" + (digits.utf8.count < 2 ? "0" : "") + digits
    }
    return text + "?immutable=1"
  }

  private static func status(_ path: String) -> stat? {
    var status = stat()
    return stat(path, &status) == 0 ? status : nil
  }
}

extension BookFileAccess {
  /// Why the book cannot be written, or not even opened, with the files that are in the way and what to do.
  var refusal: Diagnostic {
    let beside = [log, index].filter(locked.contains)
    let owned = locked.filter { $0 != log && $0 != index }
    if !beside.isEmpty && !owned.contains(path) {
      let names = beside.joined(separator: " and ")
      return Diagnostic(
        .bookReadOnly,
        Wording(
          "\(path) 只能读取：另一用户留下了 \(names)，您不能写",
          "\(path) may only be read: another user left \(names), which you may not write"),
        hint: isWhole
          ? Wording(
            "它们没有内容；没有人打开账簿时可以删去：rm \(beside.joined(separator: " "))",
            "they hold nothing; when nobody has the book open, remove them: rm \(beside.joined(separator: " "))")
          : Wording(
            "\(log) 中有最后记入的内容：请其所有者执行一条会记录的 bgt 命令，或给您两个文件的写权限",
            "\(log) holds what was recorded last: ask its owner to run any bgt command that records, or for permission to write both"))
    }
    if !isWhole && BookFileAccess.status(index) == nil {
      return Diagnostic(
        .bookReadOnly,
        Wording(
          "\(path) 在此不能读：\(log) 中有最后记入的内容，而您不能写 \(folder)",
          "\(path) cannot be read here: \(log) holds what was recorded last, and you may not write \(folder)"),
        hint: Wording("把两个文件复制到自己的文件夹再读", "copy both files to a folder of your own and read the copy"))
    }
    let names = (owned.isEmpty ? [path] : owned).joined(separator: " and ")
    return Diagnostic(
      .bookReadOnly, Wording("\(path) 只能读取：您不能写 \(names)", "\(path) may only be read: you may not write \(names)"),
      hint: Wording(
        "报告照常可用；要记录，请取得文件和文件夹的写权限",
        "reports work all the same; to record, ask for permission to write the file and its folder"))
  }
}
