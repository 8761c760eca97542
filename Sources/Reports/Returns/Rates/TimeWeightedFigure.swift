import Analytics
import LedgerCore
import ReportDocument

/// A time-weighted return as a report keeps it: flat, since there may be one for each of ten thousand groups, and copies
/// of flat values count no references.
struct TimeWeightedFigure {
  /// Whether there is a return, or why not.
  let status: TimeWeightedReturn.Status
  private let rate: ReturnRate
  private let isAnnualised: Bool
  /// The first of the days that were linked, or of those that have no valuation, and how many there are.
  private let firstDays: InlineArray<6, Day>
  private let dayCount: Int
  private let lastDay: Day

  /// What a report says of a return.
  init(_ found: TimeWeightedReturn) {
    status = found.status
    rate = ReturnRate(found.rate)
    isAnnualised = found.isAnnualised
    let days = found.status == .valuationMissing ? found.missing : found.valuationDays
    firstDays = InlineArray { $0 < days.count ? days[$0] : .never }
    dayCount = days.count
    lastDay = days.last ?? .never
  }

  /// The rate as it may be printed.
  var figure: RateFigure {
    RateFigure(rate.fraction, status: status.rawValue, remark: remark, isAnnualised: status != .ok || isAnnualised)
  }

  private var remark: Phrase {
    switch status {
    case .ok: isAnnualised ? .none : Phrase("（期间）", "(period)")
    case .undefined: Phrase("无法计算", "undefined")
    case .valuationMissing: Phrase("缺估值", "not valued")
    case .noCapital: Phrase("无本金", "no capital")
    }
  }

  /// The valuation days that were linked, or the first flow that has none near to it.
  var daysPhrase: Phrase {
    if dayCount == 0 { return .none }
    if status == .valuationMissing {
      let (first, more) = (firstDays[0].description, dayCount - 1)
      return Phrase(
        more > 0 ? "\(first)等\(dayCount)天没有估值" : "\(first)没有估值",
        "no valuation near \(first)" + (more > 0 ? " and \(EnglishCount.of(more, "more day"))" : ""))
    }
    let isCut = dayCount > firstDays.count
    let shown = (0..<(isCut ? firstDays.count - 2 : dayCount)).map { firstDays[$0].description }
    let (zh, en) = (shown.joined(separator: "、"), shown.joined(separator: ", "))
    if !isCut { return Phrase(zh, en) }
    return Phrase(zh + "…\(lastDay)（共\(dayCount)天）", en + " … \(lastDay) (\(dayCount) days)")
  }
}
