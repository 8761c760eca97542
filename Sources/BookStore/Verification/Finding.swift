import LedgerCore

/// One thing in which a book file is not what its events make of it.
public struct Finding: Hashable, Sendable {
  /// Where something is wrong.
  public enum Part: String, Sendable, CaseIterable {
    /// SQLite's own structure.
    case file
    /// Tables, indexes and triggers.
    case schema
    case rules
    /// The order and digests of the events.
    case chain
    /// An event that cannot be read or would not be recorded.
    case event
    case voucher, posting, fact
    /// Ids of names and dimensions.
    case name
    /// Balances, numbers, counts and look-ups; `bgt verify --rebuild` makes them anew.
    case projection
    /// What waits for a second person, and what became of it.
    case draft

    /// Whether a difference here means that an event, or what was made of it, is no longer what was recorded.
    public var isOfEvents: Bool {
      switch self {
      case .chain, .event, .voucher, .posting, .fact, .name: true
      case .file, .schema, .rules, .projection, .draft: false
      }
    }
  }

  /// Where it is wrong.
  public let part: Part
  /// The event that it is about, nil when it is about none.
  public let sequence: Int64?
  /// What is wrong, in one sentence.
  public let message: String

  /// The finding as a diagnostic of the code `bookDiffers`.
  public var diagnostic: Diagnostic {
    Diagnostic(
      .bookDiffers, .plain("\(self)"),
      hint: part == .projection
        ? Wording("bgt verify --rebuild 由记录重新生成", "bgt verify --rebuild makes it anew from the records")
        : Wording("请恢复备份；文件本身无法修复", "restore a copy of the book; nothing in the file mends it"))
  }
}

extension Finding: CustomStringConvertible {
  /// Where it is wrong and what, in one line.
  public var description: String {
    "\(part.rawValue)\(sequence.map { " #\($0)" } ?? ""): \(message)"
  }
}
