import LedgerCore

/// How much a set of books holds at a moment.
public struct LedgerExtent: Hashable, Sendable {
  /// How many vouchers there are.
  public var vouchers: Int64
  /// How many lines they have together.
  public var postings: Int64
  /// First and last accounting date; nil without vouchers.
  public var days: ClosedRange<Day>?

  public init(vouchers: Int64 = 0, postings: Int64 = 0, days: ClosedRange<Day>? = nil) {
    self.vouchers = vouchers
    self.postings = postings
    self.days = days
  }
}

extension LedgerSource {
  /// How many vouchers and postings there are at a moment, and on which days.
  public func extent(at moment: Moment) throws(Diagnostic) -> LedgerExtent { try extent(from: .always, at: moment) }

  /// Counts by reading every posting; a store that can count faster answers itself.
  public func extent(from first: Day, at moment: Moment) throws(Diagnostic) -> LedgerExtent {
    var extent = LedgerExtent()
    var last: Int64 = 0
    try postings(PostingQuery(moment: moment, from: first)) { row throws(Diagnostic) in
      extent.postings += 1
      if row.voucher != last || row.line == 1 { extent.vouchers += 1 }
      last = row.voucher
      let days = extent.days ?? row.day...row.day
      extent.days = min(days.lowerBound, row.day)...max(days.upperBound, row.day)
    }
    return extent
  }
}
