import LedgerCore
import Portfolio

/// The vouchers that a query selects as a whole: those with a posting that fits.
///
/// What must balance by itself, such as the journal of another program, is made of whole vouchers.
public struct VoucherSelection {
  private let plan: QueryPlan
  /// Whether every voucher is selected.
  public let isEverything: Bool

  /// Makes a query ready for a source.
  ///
  /// - Parameter book: only this book; nil for all.
  /// - Throws: `unknownAccount` and its like for a name that nothing fits, or what the source throws.
  public init(_ query: Query, _ source: any LedgerSource, moment: Moment, book: AccountBook?) throws(Diagnostic) {
    plan = try QueryPlan(query, source, moment: moment, book: book)
    isEverything = query.isEverything
  }

  /// The days that every posting which fits lies in.
  public var span: DaySpan { plan.span }

  /// Whether one of a voucher's postings fits.
  public func contains(_ voucher: [PostingRow]) -> Bool { isEverything || voucher.contains(where: plan.allows) }
}
