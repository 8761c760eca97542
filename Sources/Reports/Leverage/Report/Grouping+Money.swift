import LedgerCore
import ReportDocument

extension Grouping {
  /// The heading of the column of groups of money: by envelope it stands with the one that pays, not with the first of its deal.
  var titleOfMoney: Phrase { self == .envelope ? Phrase("指标", "Envelope") : title }
}
