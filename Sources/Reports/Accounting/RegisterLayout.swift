import LedgerCore
import ReportDocument

/// How the lines of a register are laid out.
public struct RegisterLayout: Hashable, Sendable {
  /// What stands in the place of accounts; nil for accounts.
  public var pivot: Pivot?
  /// Names of accounts are cut to so many parts; nil for whole names.
  public var depth: Int?
  /// Whether the running column is the average of the amounts so far instead of their sum.
  public var hasAverages = false
  /// Whether the running total begins with nothing, not with what was before the period.
  public var startsFromZero = false
  /// Whether the other lines of the vouchers are shown that have a line which fits.
  public var isRelated = false
  /// Whether periods in which nothing moved are shown.
  public var showsEmpty = false

  public init() {}

  /// The column of accounts, or of what stands in their place.
  var column: Column {
    guard let pivot else { return Column("account", Phrase("科目", "Account")) }
    // The commodity has a column of its own already, and so has the narration.
    return Column(pivot == .commodity ? "pivot" : pivot.rawValue, pivot.title)
  }

  /// The columns of the running total: a side and a size, or the average so far.
  var runningColumns: [Column] {
    if hasAverages { return [Column("average", Phrase("平均", "Average"), .money)] }
    return [Column("side", Phrase("方向", "Side")), Column("balance", Phrase("余额", "Balance"), .money)]
  }

  /// Whether the register runs from nothing: averages are those of the lines shown.
  var isFromZero: Bool { startsFromZero || hasAverages }
}
