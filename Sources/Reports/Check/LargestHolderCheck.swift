import LedgerCore
import Portfolio
import ReportDocument

/// The state as the largest holder of a company or the largest partner of a fund.
enum LargestHolderCheck: PolicyCheck {
  static let rule = PolicyRule.largestHolder

  static func outcome(in books: CheckedBooks) throws(Diagnostic) -> CheckOutcome {
    var outcome = CheckOutcome()
    var unknown = 0
    for deal in books.held where deal.method != .injection {
      if books.isFund(deal) {
        if let finding = try fund(deal, books) { outcome.findings.append(finding) }
        continue
      }
      let position = books.position(of: deal)
      guard let share = position.share(on: books.day), let mark = position.mark(.shareHeld, asOf: books.day) else { continue }
      let other = position.mark(.largestOther, asOf: books.day)
      guard let requirement = books.requirement(rule, for: deal, on: mark.day) else { continue }
      let half = Rate(partsPerBillion: Rate.whole.partsPerBillion / 2)
      if other == nil && share <= half { unknown += 1 }
      guard share.partsPerBillion > min(other?.amount ?? .max, half.partsPerBillion) else { continue }
      let theirs = other.map { Rate(partsPerBillion: $0.amount).description }
      outcome.findings.append(
        CheckFinding(
          requirement, .deal(deal), on: mark.day, events: Set([mark.sequence, other?.sequence ?? mark.sequence]).sorted(),
          theirs.map { Phrase("持股 \(share)，他方最大 \($0)", "\(share) is held, the next largest has \($0)") }
            ?? Phrase("持股 \(share)，过半数", "\(share) is held, more than half")))
    }
    if unknown > 0 {
      outcome.unjudged.append(
        Phrase(
          "\(unknown) 个项目未登记他方最大持股（largest）", "\(unknown) deals do not say the largest share of another (largest)"))
    }
    return outcome
  }

  /// A fund in which nobody committed more than we did.
  private static func fund(_ deal: Deal, _ books: CheckedBooks) throws(Diagnostic) -> CheckFinding? {
    let partners = try FundPartners(deal, in: books)
    let since = books.firstPaid(deal) ?? deal.from
    guard let largest = partners.partners.first, partners.own > largest.amount,
      let requirement = books.requirement(rule, for: deal, on: since)
    else { return nil }
    return CheckFinding(
      requirement, .deal(deal), on: since, amount: partners.own,
      Phrase(
        "认缴最多，其次 \(books.text(largest.amount).zh)", "the most is committed, the next partner has \(books.text(largest.amount).en)"))
  }
}
