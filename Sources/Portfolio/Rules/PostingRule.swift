import LedgerCore

/// One posting rule: for one event kind or several, the lines that it posts in each book.
public struct PostingRule: Hashable, Sendable {
  /// One line: side, account template and the measure whose amount it takes.
  public struct Line: Hashable, Sendable {
    public let side: Side
    /// An account name, with `{…}` for what the event fills in.
    public let account: String
    public let measure: Measure
    /// Whether the line stands on its side with the opposite sign (红字).
    public let isRed: Bool
  }

  /// The id in DOMAIN's tables, such as `E1` or `Q8`.
  public let id: String
  /// The names of the event kinds that it applies to.
  public let kinds: [String]
  /// The methods of investment whose deals it applies to; empty for every event, whether about a deal or not.
  public let methods: Set<Deal.Method>
  public let title: String
  public let citation: String
  public let status: RuleSet.Status
  /// First and last day on which the rule applies.
  public let from: Day
  public let to: Day
  public let lines: [AccountBook: [Line]]
}
