import LedgerCore

extension InternalRate {
  /// The money-weighted return of dated money: Σ aᵢ·(1 + r)^(−tᵢ) = 0, tᵢ in years from the earliest flow.
  ///
  /// Flows of one day are netted exactly and days that net to zero drop out. Over fewer than 365 days the rate is that
  /// of the whole span, and `annualRate` extrapolates. A loss of everything is only known when the last flow states a
  /// value of 0; payments with nothing after them are `undefined`.
  ///
  /// - Parameters:
  ///   - flows: in any order; negative was paid out.
  ///   - dayCount: how days become years; XIRR is defined with act/365F.
  public static func xirr(of flows: [CashFlow], by dayCount: DayCount = .actual365Fixed) -> InternalRate {
    xirr(of: TimedFlows(flows, by: dayCount))
  }

  /// The money-weighted return of amounts that are not in minor units.
  public static func xirr(of flows: [DatedFlow], by dayCount: DayCount = .actual365Fixed) -> InternalRate {
    xirr(of: TimedFlows(flows, by: dayCount))
  }

  /// The internal rate of amounts one period apart, the first at time 0; the rate is per period.
  public static func periodic(_ amounts: [Double]) -> InternalRate {
    let flows = TimedFlows(times: amounts.indices.map(Double.init), amounts: amounts)
    return InternalRate(of: flows, basis: .perPeriod)
  }

  private static func xirr(of flows: TimedFlows) -> InternalRate {
    InternalRate(of: flows, basis: flows.xirrBasis)
  }
}

extension TimedFlows {
  /// What the rate of dated flows refers to: the year, or the whole span when it is under 365 days.
  var xirrBasis: RateBasis { isUnderOneYear == true ? .wholeSpan : .perYear }

  /// The same where times are days over 365: from the first to the last amount that is not zero.
  var datedBasis: RateBasis { (span * 365).rounded() < 365 ? .wholeSpan : .perYear }
}
