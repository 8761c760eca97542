import Analytics
import LedgerCore
import Portfolio
import ReportDocument

/// The returns that take valuations or a given rate: time-weighted, modified Dietz, present value; by group.
struct FurtherRates {
  /// The figures of one group, before fees and after them.
  struct Figures {
    /// The time-weighted return.
    let timeWeighted: TimeWeightedFigure
    let netTimeWeighted: TimeWeightedFigure
    /// The modified Dietz return over its days; nil when there is none.
    let dietz: Dietz?
    let netDietz: Dietz?
    /// The present value of flows and residual value at the rate asked for, minor units; nil when none is.
    let presentValue: Int64?
    let netPresentValue: Int64?
  }

  /// A modified Dietz return with the days that it covers.
  struct Dietz {
    /// Whether there is a return, or why not.
    let status: InternalRateStatus
    let rate: ReturnRate
    /// From the day of the opening value to that of the closing value.
    let days: ClosedRange<Day>

    /// The return as it may be printed, not annualised.
    var figure: RateFigure {
      RateFigure(
        rate.fraction, status: status.rawValue, remark: rate.fraction == nil ? Phrase("无法计算", "undefined") : .none,
        isAnnualised: status != .ok)
    }
  }

  /// By group; nil for a group without money.
  let figures: [Figures?]

  /// Reckons the figures of the whole and of the groups of a breakdown, all on all cores: the whole takes about as
  /// long as all groups together.
  ///
  /// - Throws: `MoneyOverflow` when a sum leaves 64 bits.
  static func all(
    of fold: ReturnsFold, _ whole: GroupReturns, _ groups: GroupReturns?, asOf day: Day, _ question: ReturnsQuestion
  ) throws(MoneyOverflow) -> (whole: FurtherRates, groups: FurtherRates) {
    let sides = [whole] + (groups.map { [$0] } ?? [])
    var openings: [[Int64]] = []
    for side in sides { openings.append(try opening(fold.entries, side, before: question.from)) }
    let (worth, wholeCount) = (openings, whole.groups.count)
    let figures = try ConcurrentPieces.map(
      sides.reduce(0) { $0 + $1.groups.count }, perCore: 4
    ) { (range) throws(MoneyOverflow) in
      var figures: [Figures?] = []
      figures.reserveCapacity(range.count)
      var first = 0
      for (side, opening) in zip(sides, worth) {
        // The part of the range that belongs to this side.
        let part = range.clamped(to: first..<first + side.groups.count)
        if !part.isEmpty {
          try FurtherRates.append(
            part.lowerBound - first..<part.upperBound - first, of: side, fold, opening, asOf: day, question, to: &figures)
        }
        first += side.groups.count
      }
      return figures
    }
    return (FurtherRates(figures: Array(figures[..<wholeCount])), FurtherRates(figures: Array(figures[wholeCount...])))
  }

  /// Reckons the figures of some groups, deal by deal anew.
  private static func append(
    _ range: Range<Int>, of groups: GroupReturns, _ fold: ReturnsFold, _ opening: [Int64], asOf day: Day,
    _ question: ReturnsQuestion, to figures: inout [Figures?]
  ) throws(MoneyOverflow) {
    var sweep = ValuationSweep(fold.entries, toleranceDays: question.toleranceDays)
    var flows: [CashFlow] = []
    for group in range {
      guard groups.groups[group] != nil else {
        figures.append(nil)
        continue
      }
      flows.removeAll(keepingCapacity: true)
      try groups.table.append(group, to: &flows)
      let values = try sweep.values(of: groups.entries.entries(of: group))
      figures.append(
        try FurtherRates.figures(of: group, groups, flows, values, opening: opening[group], asOf: day, question))
    }
  }

  private static func figures(
    of group: Int, _ groups: GroupReturns, _ flows: [CashFlow], _ values: [CashFlow], opening: Int64, asOf day: Day,
    _ question: ReturnsQuestion
  ) throws(MoneyOverflow) -> Figures {
    let fees = groups.fees[group]
    let linked = TimeWeightedReturn(
      flows: flows, valuations: values, through: day, toleranceDays: question.toleranceDays)
    let gross = TimeWeightedFigure(linked)
    let net =
      fees.isEmpty || linked.isTotalLoss
      ? gross
      : TimeWeightedFigure(
        TimeWeightedReturn(
          flows: flows, valuations: values, fees: fees, through: day, toleranceDays: question.toleranceDays))
    let closing = groups.residual(of: group)
    let days = FurtherRates.days(opening, closing, flows, from: question.from, to: day)
    func dietz(_ fees: [CashFlow]) -> Dietz? {
      days.flatMap { FurtherRates.dietz(opening, closing, flows, fees, from: question.from, over: $0) }
    }
    let grossDietz = dietz([])
    func value(afterFees: Bool) throws(MoneyOverflow) -> Int64? {
      guard let rate = question.rate else { return nil }
      return PresentValue.xnpv(rate: rate, of: try groups.series(of: group, asOf: day, afterFees: afterFees))
    }
    return Figures(
      timeWeighted: gross, netTimeWeighted: net, dietz: grossDietz, netDietz: fees.isEmpty ? grossDietz : dietz(fees),
      presentValue: try value(afterFees: false), netPresentValue: try value(afterFees: true))
  }

  /// What each group was worth at the end of the day before a period; nothing without one.
  private static func opening(
    _ entries: ReturnEntries, _ groups: GroupReturns, before first: Day?
  ) throws(MoneyOverflow) -> [Int64] {
    var worth = Array(repeating: Int64(0), count: groups.groups.count)
    guard let first, !worth.isEmpty else { return worth }
    var states = ReturnsFold.unpaid(entries)
    for entry in entries.deals {
      if entry.day >= first { break }
      try states[Int(entry.deal)].apply(entry)
    }
    for (deal, state) in states.enumerated() {
      let group = Int(groups.places[deal])
      worth[group] = try worth[group].plus(state.residual)
    }
    return worth
  }

  /// The days of the opening and the closing value; where nothing was held before, from the first flow on, and where
  /// money came back and nothing is left, until the last: no capital is at work after it.
  private static func days(
    _ opening: Int64, _ closing: Int64, _ flows: [CashFlow], from first: Day?, to cutOff: Day
  ) -> ClosedRange<Day>? {
    let begin = opening != 0 ? first?.adding(days: -1) : flows.first { $0.day >= first ?? .always }?.day
    var last = cutOff
    if closing == 0, let end = flows.last, end.amount > 0, end.day > begin ?? .never { last = end.day }
    return begin.flatMap { $0 < last ? $0...last : nil }
  }

  /// The return of a period; a fee that was paid before its first flow counts on the day of that.
  private static func dietz(
    _ opening: Int64, _ closing: Int64, _ flows: [CashFlow], _ fees: [CashFlow], from first: Day?,
    over days: ClosedRange<Day>
  ) -> Dietz? {
    let start = first ?? .always
    // What was lost whole before fees is lost whole after them.
    if opening == 0 && closing == 0 && !flows.contains(where: { $0.amount > 0 && $0.day >= start }) {
      return Dietz(status: .totalLoss, rate: ReturnRate(-1), days: days)
    }
    // Nearly always there is no first day and no fee.
    var inside = first == nil ? flows : flows.filter { $0.day >= start }
    for fee in fees where fee.day >= start { inside.append(CashFlow(min(max(fee.day, days.lowerBound), days.upperBound), fee.amount)) }
    let rate = ModifiedDietz.rate(opening: opening, closing: closing, flows: inside, over: days)
    return Dietz(status: rate == nil ? .undefined : .ok, rate: ReturnRate(rate), days: days)
  }
}
