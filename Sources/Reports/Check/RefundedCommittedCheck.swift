import LedgerCore
import Portfolio
import ReportDocument

/// A deal of which all that was paid went back, and whose commitment was not released: it still counts in M1c and PIC.
enum RefundedCommittedCheck: PolicyCheck {
  static let rule = PolicyRule.refundedCommitted

  static func outcome(in books: CheckedBooks) throws(Diagnostic) -> CheckOutcome {
    var findings: [CheckFinding] = []
    for deal in books.deals {
      let totals = books.position(of: deal).totals
      guard totals[.refunded] > 0, totals[.committed] > 0, books.paidIn(deal) == 0 else { continue }
      let refunds = books.facts(of: deal).filter { $0.measure == .refunded }
      guard let last = refunds.map(\.day).max(), let requirement = books.requirement(rule, for: deal, on: last) else { continue }
      let (back, signed) = (books.text(totals[.refunded]), books.text(totals[.committed]))
      findings.append(
        CheckFinding(
          requirement, .deal(deal), on: last, amount: totals[.committed], events: books.events(of: deal, [.committed, .refunded]),
          Phrase(
            "实缴 \(back.zh) 已全部退回，认缴 \(signed.zh) 未解除，仍计入 M1c 和 PIC",
            "\(back.en) paid was refunded whole, \(signed.en) is still committed and counts in M1c and PIC")))
    }
    return CheckOutcome(findings)
  }
}
