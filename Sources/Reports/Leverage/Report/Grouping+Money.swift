import LedgerCore
import ReportDocument

extension Grouping {
  /// The heading of the column of groups of money: by envelope it stands with the one that pays, not with the first of its deal.
  var titleOfMoney: Phrase { self == .envelope ? Phrase("指标", "Envelope") : title }

  /// Of which day the property of companies is that makes the groups; nothing where none does.
  var noteOnDay: [Phrase] {
    if !isOfCompanies { return [] }
    let note = Phrase(
      "\(title.zh)以截至日登记的为准，以前的投资也按此列示", "\(title.en) is that of the company on the cut-off day, for earlier investments too")
    let stage = Phrase(
      "；bgt check 的投早投小和评分表以投资当日的阶段为准", "; early-stage of bgt check and the scorecard take the stage on the day of the investment")
    return [(self == .stage ? note + stage : note) + Phrase("。", ".")]
  }
}
