import LedgerCore

/// The rate that interest is reckoned with: a published series, or one that the terms fix.
public enum ExitRate: Hashable, Sendable {
  /// A series of the register, such as LPR-1Y.
  case series(String)
  /// A rate that does not change.
  case fixed(Rate)

  /// A rate such as `3.65%`, or else the name of a series; a number such as 3.65 counts as a name, which nobody gave a series.
  init(_ text: String) {
    if let rate = Rate(text) { self = .fixed(rate) } else { self = .series(text) }
  }

  /// As written in a journal.
  public var name: String {
    switch self {
    case .series(let name): name
    case .fixed(let rate): rate.description
    }
  }
}
