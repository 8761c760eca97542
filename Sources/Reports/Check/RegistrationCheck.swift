import LedgerCore
import Portfolio
import ReportDocument

/// A holding that was not entered in a register within so many working days after signing, or was entered late.
///
/// Where nothing was signed in the books, the first payment shows that it was by then.
enum RegistrationCheck: PolicyCheck {
  static let rule = PolicyRule.registration

  static func outcome(in books: CheckedBooks) throws(Diagnostic) -> CheckOutcome {
    var outcome = CheckOutcome()
    for deal in books.deals where books.position(of: deal).totals[.openingPaid] == 0 {
      let facts = books.facts(of: deal)
      let (commitments, payments) = (facts.filter { $0.measure == .committed }, facts.filter(isPayment))
      guard let signed = (commitments.isEmpty ? payments : commitments).min(by: { $0.day < $1.day }),
        let requirement = books.requirement(rule, for: deal, on: signed.day), let days = requirement.days
      else { continue }
      let due = books.calendar.adding(workingDays: days, to: signed.day)
      // A fund has one entry: one made with another deal after the signing covers this one too.
      let others = (books.fund(of: deal)?.facts ?? []).filter { $0.dimensions.deal != deal.id && $0.day >= signed.day }
      let done = (facts + others).filter { $0.measure == .registered }.min { $0.day < $1.day }
      guard books.day > due, (done?.day ?? .never) > due else { continue }
      // What was given up before it could be registered needs no entry.
      if done == nil && !books.position(of: deal).isHeld(on: books.day) { continue }
      outcome.findings.append(
        CheckFinding(
          requirement, .deal(deal), on: due, events: Set([signed.sequence] + (done.map { [$0.sequence] } ?? [])).sorted(),
          begin(signed)
            + (done.map { Phrase("，\($0.day) 才登记", ", registered on \($0.day)") } ?? Phrase("，至今未登记", ", not registered"))))
    }
    if !books.calendar.knowsHolidays {
      outcome.unjudged.append(
        Phrase("工作日只扣除周末；法定节假日和调休用 --holidays 文件给出", "working days leave out weekends alone; give statutory holidays with --holidays"))
    }
    return outcome
  }

  private static func isPayment(_ fact: Fact) -> Bool { fact.measure == .paidFresh || fact.measure == .paidRecycled }

  /// What the days are counted from.
  private static func begin(_ fact: Fact) -> Phrase {
    isPayment(fact)
      ? Phrase("\(fact.day) 出资（未记认缴）", "paid on \(fact.day) (no commitment recorded)")
      : Phrase("\(fact.day) 签约", "signed on \(fact.day)")
  }
}
