/// Events that wait for a second person: prepared, checked, and not posted yet (未复核凭证).
public struct Draft: Hashable, Sendable {
  /// What became of it.
  public enum State: Int64, CaseIterable, Sendable {
    /// It waits.
    case open = 0
    /// It was posted.
    case approved = 1
    /// It was given up.
    case void = 2

    /// The word in JSON and CSV.
    public var name: String {
      switch self {
      case .open: "open"
      case .approved: "approved"
      case .void: "void"
      }
    }

    /// The Chinese word shown to people.
    public var chinese: String {
      switch self {
      case .open: "待复核"
      case .approved: "已复核"
      case .void: "已作废"
      }
    }
  }

  public var id: Int64
  /// The instant in UTC at which it was prepared.
  public var created: String
  /// Who prepared it (制单).
  public var preparer: String
  /// The command or file that it came from.
  public var source: String
  /// SHA-256 of the file, empty when there was none.
  public var digest: String
  /// The canonical text of its events, one after the other.
  public var text: String
  public var state: State
  /// Who approved or voided it, empty while it waits.
  public var reviewer: String
  /// The instant of that, empty while it waits.
  public var decided: String
  /// Why it was voided.
  public var reason: String
  /// The place in the chain of the batch that it was posted as, 0 when it was not.
  public var batch: Int64

  public init(
    id: Int64, created: String, preparer: String, source: String, digest: String, text: String, state: State = .open,
    reviewer: String = "", decided: String = "", reason: String = "", batch: Int64 = 0
  ) {
    self.id = id
    self.created = created
    self.preparer = preparer
    self.source = source
    self.digest = digest
    self.text = text
    self.state = state
    self.reviewer = reviewer
    self.decided = decided
    self.reason = reason
    self.batch = batch
  }
}
