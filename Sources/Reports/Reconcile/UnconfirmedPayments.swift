import LedgerCore
import Portfolio
import ReportDocument

/// Payments of envelopes that no line of a statement confirms, as items of the three-way reconciliation.
struct UnconfirmedPayments {
  let register: Register
  let year: Int
  let moment: Moment
  let bank: BankLeg

  /// One item for each event and envelope; reversed payments and their reversals are none.
  func items(_ spending: [Fact]) -> [Difference] {
    let reversals = Reversals(in: spending)
    return spending.compactMap { fact in
      let envelope = register[fact.dimensions.envelope]
      guard envelope.year == year, fact.day <= moment.asOf, fact.spent != 0, !reversals.hides(fact),
        !bank.confirms(fact.sequence)
      else { return nil }
      let (kind, isExplained, reason) = verdict(fact)
      return Difference(
        day: fact.day, outlayDay: register.budgetDay(of: fact), sequence: fact.sequence, envelope: fact.dimensions.envelope,
        deal: fact.dimensions.deal, amount: fact.spent, paid: fact.spent, outlay: fact.spent, cash: fact.spent, kind: kind,
        isExplained: isExplained, reason: reason)
    }
  }

  private func verdict(_ fact: Fact) -> (Difference.Class, Bool, Phrase) {
    if fact.day > bank.last || fact.day < bank.first {
      return (
        .oneSided, true,
        Phrase("对账单只登记了 \(bank.first) 至 \(bank.last)", "statements are recorded from \(bank.first) to \(bank.last) only")
      )
    }
    if bank.last.number - fact.day.number <= OpenItems.transitDays {
      return (.inTransit, true, Phrase("银行在途，对账单截至 \(bank.last)", "on its way; the statements end on \(bank.last)"))
    }
    return (.oneSided, false, Phrase("对账单上没有勾对的支付", "no line of a statement is matched with it"))
  }
}
