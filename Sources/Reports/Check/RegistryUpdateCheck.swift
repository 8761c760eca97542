import LedgerCore
import Portfolio
import ReportDocument

/// A fund whose entry in the register was not brought up to date after the end of a year; the latest year that is due counts.
enum RegistryUpdateCheck: PolicyCheck {
  static let rule = PolicyRule.registryUpdate

  static func outcome(in books: CheckedBooks) throws(Diagnostic) -> CheckOutcome {
    var outcome = CheckOutcome()
    for deal in books.held where books.isFund(deal) {
      guard let first = books.firstPaid(deal) else { continue }
      for year in (max(first.year, books.day.year - 3)..<books.day.year).reversed() {
        let end = Day.end(ofYear: year)
        guard let requirement = books.requirement(rule, for: deal, on: end), let months = requirement.months else { continue }
        let due = end.adding(months: months)
        guard books.day > due else { continue }
        let entries = books.facts(of: deal).filter { $0.measure == .registered && $0.day > end && $0.day <= due }
        if entries.isEmpty {
          let last = books.facts(of: deal).filter { $0.measure == .registered && $0.day <= end }.max { $0.day < $1.day }
          outcome.findings.append(
            CheckFinding(
              requirement, .deal(deal), on: due, events: last.map { [$0.sequence] } ?? books.payments(into: deal), part: "\(year)",
              Phrase("\(year) 年度的登记信息未更新", "the entry for \(year) was not updated")))
        }
        break
      }
    }
    return outcome
  }
}
