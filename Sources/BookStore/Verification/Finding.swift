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

    /// The part in words; in English its name.
    public var title: Wording {
      switch self {
      case .file: Wording("文件", rawValue)
      case .schema: Wording("表结构", rawValue)
      case .rules: Wording("规则", rawValue)
      case .chain: Wording("链", rawValue)
      case .event: Wording("事项", rawValue)
      case .voucher: Wording("凭证", rawValue)
      case .posting: Wording("分录", rawValue)
      case .fact: Wording("记载", rawValue)
      case .name: Wording("名称", rawValue)
      case .projection: Wording("汇总", rawValue)
      case .draft: Wording("草稿", rawValue)
      }
    }

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
  /// What is wrong, in one sentence, in every language.
  public let sentence: Wording

  /// What is wrong, in English.
  public var message: String { sentence.en }

  /// The finding as a diagnostic of the code `bookDiffers`.
  public var diagnostic: Diagnostic {
    Diagnostic(
      .bookDiffers, wording, hint: remedy)
  }

  /// What to do about it.
  public var remedy: Wording {
    part == .projection
      ? Wording("bgt verify --rebuild 由事项重新生成", "bgt verify --rebuild makes it anew from the records")
      : Wording("请恢复备份；文件本身无法修复", "restore a copy of the book; nothing in the file mends it")
  }

  /// Where it is wrong and what, in one line.
  private var wording: Wording {
    let place = sequence.map { " #\($0)" } ?? ""
    return Wording("\(part.title.zh)\(place)：", "\(part.rawValue)\(place): ") + sentence
  }
}

extension Finding: CustomStringConvertible {
  /// Where it is wrong and what, in one line, in English.
  public var description: String { wording.en }
}
