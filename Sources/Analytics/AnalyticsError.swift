import LedgerCore

/// Input that a figure cannot be computed from.
public enum AnalyticsError: Error, Hashable, Sendable {
  /// A market index must stand above zero on every day that it is needed.
  case indexNotPositive(Day)
  /// A flow lies after the day on which the rest was valued.
  case flowAfterValuation(Day)
}
