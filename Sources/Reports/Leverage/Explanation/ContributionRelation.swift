import LedgerCore
import Portfolio
import ReportDocument

/// How others' money stands to ours in time (METRICS §1), derived from its level and its day.
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
  /// A level that is stated says more than a day: money of the same closing may be paid earlier or later than ours.
  init?(_ traits: Traits, day: Day, firstPayment: Day?, months: Int) {
    if traits.level == .earlier {
      self = .before
      return
    }
    if traits.level == .fund || traits.level == .round || traits.level == nil {
      self = .sameClosing
      return
    }
    guard let first = firstPayment else { return nil }
    if day < first {
      self = .before
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
