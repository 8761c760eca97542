import LedgerCore
import Portfolio
import ReportDocument

/// A fund whose entry in the register was not brought up to date after the end of a year; the latest year that is due counts.
enum RegistryUpdateCheck: PolicyCheck {
  static let rule = PolicyRule.registryUpdate

  static func outcome(in books: CheckedBooks) throws(Diagnostic) -> CheckOutcome {
    var outcome = CheckOutcome()
    for fund in books.funds where fund.isHeld {
      guard let first = fund.facts.compactMap(\.entryDay).min() else { continue }
      for year in (max(first.year, books.day.year - 3)..<books.day.year).reversed() {
        let end = Day.end(ofYear: year)
        guard let requirement = fund.requirement(rule, on: end), let months = requirement.months else { continue }
        let due = end.adding(months: months)
        guard books.day > due else { continue }
        let entries = fund.facts.filter { $0.measure == .registered }
        if !entries.contains(where: { $0.day > end && $0.day <= due }) {
          let last = entries.filter { $0.day <= end }.max { $0.day < $1.day }
          outcome.findings.append(
            CheckFinding(
              requirement, fund.subject, on: due, events: last.map { [$0.sequence] } ?? fund.payments, part: "\(year)",
              Phrase("\(year) 年度的登记信息未更新", "the entry for \(year) was not updated")))
        }
        break
      }
    }
    return outcome
  }
}
