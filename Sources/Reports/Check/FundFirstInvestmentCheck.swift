import LedgerCore
import Portfolio
import ReportDocument

/// A fund that was paid into and did not invest in time, or invested late.
enum FundFirstInvestmentCheck: PolicyCheck {
  static let rule = PolicyRule.fundFirstInvestment

  static func outcome(in books: CheckedBooks) throws(Diagnostic) -> CheckOutcome {
    var outcome = CheckOutcome()
    for fund in books.funds where !fund.isOpened {
      guard let paid = fund.first(where: { $0.measure == .paidFresh || $0.measure == .paidRecycled }),
        let requirement = fund.requirement(rule, on: paid.day), let months = requirement.months
      else { continue }
      let due = paid.day.adding(months: months)
      let invested = fund.first { $0.measure == .deployed }
      guard books.day > due, (invested?.day ?? .never) > due, fund.isHeld || invested != nil else { continue }
      outcome.findings.append(
        CheckFinding(
          requirement, fund.subject, on: due, amount: invested == nil ? try fund.paidIn() : nil,
          events: Set([paid.sequence] + (invested.map { [$0.sequence] } ?? [])).sorted(),
          Phrase("\(paid.day) 起实缴，", "first paid into on \(paid.day), ")
            + (invested.map { Phrase("\($0.day) 才投资", "first invested on \($0.day)") } ?? Phrase("至今未投资", "nothing invested since"))))
    }
    return outcome
  }
}
