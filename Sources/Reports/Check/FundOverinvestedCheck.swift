import LedgerCore
import Portfolio
import ReportDocument

/// Funds of ours that invested more than all their partners paid in: calls are missing, or money was borrowed or invested
/// again.
enum FundOverinvestedCheck: PolicyCheck {
  static let rule = PolicyRule.fundOverinvested

  static func outcome(in books: CheckedBooks) throws(Diagnostic) -> CheckOutcome {
    var outcome = CheckOutcome()
    let funds = Dictionary(grouping: books.deals.filter(books.isFund)) { $0.party }
    for deal in books.deals where books.isFund(deal) {
      // One finding a fund, with the first of its deals; what a sub-fund got stands with the fund that invested in it.
      guard let deals = funds[deal.party], deals.first?.id == deal.id, deals.contains(where: { books.paidIn($0) > 0 }),
        let requirement = books.requirement(rule, for: deal, on: books.day)
      else { continue }
      var (paid, invested) = (Int64(0), Int64(0))
      for deal in deals {
        let position = books.position(of: deal)
        try paid.add(books.paidIn(deal))
        try paid.add(position.partnersPaid)
        try invested.add(position.totals[.deployed])
      }
      if invested <= paid { continue }
      if deals.contains(where: { books.position(of: $0).totals[.openingPaid] != 0 }) {
        outcome.unjudged.append(
          Phrase("\(deal.name)：建账前的缴款未逐笔登记，投出是否超过实缴无从判断", "\(deal.name): what was paid in before the books began is not known"))
        continue
      }
      let investments = deals.flatMap { books.facts(of: $0) }.filter { $0.measure == .deployed }
      outcome.findings.append(
        CheckFinding(
          requirement, .deal(deal), on: investments.map(\.day).max() ?? books.day, amount: invested &- paid,
          events: investments.map(\.sequence),
          Phrase(
            "投出 \(books.text(invested).zh)，各方实缴 \(books.text(paid).zh)",
            "invested \(books.text(invested).en), paid in \(books.text(paid).en) by all partners")))
    }
    return outcome
  }
}
