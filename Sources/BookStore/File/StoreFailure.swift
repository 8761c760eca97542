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
        .bookBusy, "\(path) is being written by another process",
        hint: "wait until it is done, then try again; nothing was recorded")
    case SQLITE_NOTADB:
      Diagnostic(.notABook, "\(path) is not a book file", hint: "a journal is read with -f; bgt init makes a new book")
    case SQLITE_FULL:
      Diagnostic(.diskFull, "there is no room left for \(path)", hint: "make room on the disk; nothing was recorded")
    case SQLITE_READONLY, SQLITE_PERM:
      BookFileAccess(path: path).refusal
    case SQLITE_CORRUPT:
      Diagnostic(.bookDamaged, "\(path) is damaged: \(message)", hint: "bgt verify says where; restore a copy")
    case SQLITE_CANTOPEN where BookFileAccess(path: path).isReadable && !BookFileAccess(path: path).locked.isEmpty:
      BookFileAccess(path: path).refusal
    case SQLITE_CANTOPEN:
      Diagnostic(
        .bookMissing, "\(path) cannot be opened", hint: "check the name, and the permissions of the file and its folder"
      )
    case SQLITE_ERROR where message.contains("integer overflow"):
      Diagnostic(.sumOverflow, "a balance leaves the range of 64-bit minor units")
    case SQLITE_CONSTRAINT where message.contains("cannot store REAL"):
      Diagnostic(.sumOverflow, "a balance leaves the range of 64-bit minor units")
    default:
      Diagnostic(.storeFailed, "\(path): \(message) (SQLite \(code))", hint: "bgt verify checks the whole book")
    }
  }

  /// The diagnostic for what GRDB threw.
  static func diagnostic(_ error: any Error, path: String) -> Diagnostic {
    if let diagnostic = error as? Diagnostic { return diagnostic }
    guard let failure = error as? DatabaseError else {
      return Diagnostic(.storeFailed, "\(path): \(error)")
    }
    return diagnostic(
      code: failure.extendedResultCode.rawValue, message: failure.message ?? "unknown failure", path: path)
  }

  /// The diagnostic for rows that no version of this program writes.
  static func damaged(_ what: String) -> Diagnostic {
    Diagnostic(.bookDamaged, what, hint: "bgt verify says where the book was changed; restore a copy")
  }
}
