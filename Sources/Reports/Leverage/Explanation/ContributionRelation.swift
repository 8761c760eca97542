import LedgerCore
import Portfolio
import ReportDocument

/// How others' money stands to ours in time (METRICS §1), derived from its level and its day (`MoneyTiming`).
enum ContributionRelation: Equatable {
  /// Before ours.
  case before
  /// In the same fund or closing.
  case sameClosing
  /// At most so many months after our first payment.
  case within(months: Int)
  /// Later than that.
  case later

  /// The relation of money; nil where there is no payment of ours to compare with.
  ///
  /// Partners of a fund are in the same fund whenever they pay; others' money is dated against ours.
  init?(
    _ traits: Traits, day: Day, firstPayment: Day?, months: Int, _ standing: MoneyTiming.Standing = .beside
  ) {
    let isPartner = traits.level == .fund || traits.level == .round || traits.level == nil
    if traits.level == .earlier || standing == .before {
      self = .before
      return
    }
    if isPartner && (standing == .beside || standing == .besideFund) {
      self = .sameClosing
      return
    }
    guard let first = firstPayment else { return nil }
    if day < first {
      self = traits.level == .later ? .before : .within(months: months)
    } else {
      self = LaterMoney.isSubsequent(day, to: first, within: months) ? .within(months: months) : .later
    }
  }

  /// The words that people read.
  var phrase: Phrase {
    switch self {
    case .before: Phrase("先于我方", "before ours")
    case .sameClosing: Phrase("同一交割", "same closing")
    case .within(let months): Phrase("\(months)个月内", "within \(months) months")
    case .later: Phrase("更晚", "later")
    }
  }
}
