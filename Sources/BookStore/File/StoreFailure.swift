import GRDB
import GRDBSQLite
import LedgerCore

/// Turns what SQLite refuses into diagnostics.
enum StoreFailure {
  /// No event, voucher or number of a book comes near this; a file in which one is larger was edited.
  static let numberMax: Int64 = 1 << 53

  /// The diagnostic for a result code of SQLite.
  static func diagnostic(code: Int32, message: String, path: String) -> Diagnostic {
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED:
      Diagnostic(
        .bookBusy, Wording("\(path) 正被另一进程写入", "\(path) is being written by another process"),
        hint: Wording("等它写完再试；没有记录任何内容", "wait until it is done, then try again; nothing was recorded"))
    case SQLITE_NOTADB:
      Diagnostic(
        .notABook, Wording("\(path) 不是账簿文件", "\(path) is not a book file"),
        hint: Wording("文本账用 -f 读；bgt init 建立新账簿", "a journal is read with -f; bgt init makes a new book"))
    case SQLITE_FULL:
      Diagnostic(
        .diskFull, Wording("没有空间写 \(path)", "there is no room left for \(path)"),
        hint: Wording("腾出磁盘空间；没有记录任何内容", "make room on the disk; nothing was recorded"))
    case SQLITE_READONLY, SQLITE_PERM:
      BookFileAccess(path: path).refusal
    case SQLITE_CORRUPT:
      Diagnostic(
        .bookDamaged, Wording("\(path) 已损坏：\(message)", "\(path) is damaged: \(message)"),
        hint: Wording("bgt verify 指出位置；请恢复备份", "bgt verify says where; restore a copy"))
    case SQLITE_CANTOPEN where BookFileAccess(path: path).isReadable && !BookFileAccess(path: path).locked.isEmpty:
      BookFileAccess(path: path).refusal
    case SQLITE_CANTOPEN:
      Diagnostic(
        .bookMissing, Wording("\(path) 打不开", "\(path) cannot be opened"),
        hint: Wording("检查名称以及文件和文件夹的权限", "check the name, and the permissions of the file and its folder")
      )
    case SQLITE_ERROR where message.contains("integer overflow"):
      Diagnostic.sumOverflow
    case SQLITE_CONSTRAINT where message.contains("cannot store REAL"):
      Diagnostic.sumOverflow
    default:
      Diagnostic(
        .storeFailed, .plain("\(path): \(message) (SQLite \(code))"), hint: Wording("bgt verify 检查整个账簿", "bgt verify checks the whole book")
      )
    }
  }

  /// The diagnostic for what GRDB threw.
  static func diagnostic(_ error: any Error, path: String) -> Diagnostic {
    if let diagnostic = error as? Diagnostic { return diagnostic }
    guard let failure = error as? DatabaseError else {
      return Diagnostic(.storeFailed, .plain("\(path): \(error)"))
    }
    return diagnostic(
      code: failure.extendedResultCode.rawValue, message: failure.message ?? "unknown failure", path: path)
  }

  /// The diagnostic for rows that no version of this program writes.
  static func damaged(_ what: Wording) -> Diagnostic {
    Diagnostic(
      .bookDamaged, what, hint: Wording("bgt verify 指出账簿在何处被改动；请恢复备份", "bgt verify says where the book was changed; restore a copy")
    )
  }
}
