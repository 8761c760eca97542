import LedgerCore
import Portfolio
import ReportDocument

/// A fund that was approved and not set up in time, neither registered nor paid into, or set up late.
enum FundSetupCheck: PolicyCheck {
  static let rule = PolicyRule.fundSetup

  static func outcome(in books: CheckedBooks) throws(Diagnostic) -> CheckOutcome {
    var outcome = CheckOutcome()
    for fund in books.funds {
      guard let approval = fund.first(where: { $0.measure == .decided }),
        let requirement = fund.requirement(rule, on: approval.day), let months = requirement.months
      else { continue }
      let due = approval.day.adding(months: months)
      let done = fund.facts.compactMap(setUp).min { ($0.day, $0.event) < ($1.day, $1.event) }
      guard books.day > due, (done?.day ?? .never) > due else { continue }
      outcome.findings.append(
        CheckFinding(
          requirement, fund.subject, on: due, amount: done == nil ? approval.amount : nil,
          events: Set([approval.sequence] + (done.map { [$0.event] } ?? [])).sorted(),
          Phrase("\(approval.day) 批准，", "approved on \(approval.day), ")
            + (done.map { Phrase("\($0.day) 才设立", "set up on \($0.day)") }
              ?? Phrase("至今未登记也未出资", "neither registered nor paid into"))))
    }
    return outcome
  }

  /// The day from which a fact shows that the fund is there: an entry in the register, or a payment.
  private static func setUp(by fact: Fact) -> (day: Day, event: Int64)? {
    let day = fact.measure == .registered ? fact.day : fact.entryDay
    return day.map { ($0, fact.sequence) }
  }
}
