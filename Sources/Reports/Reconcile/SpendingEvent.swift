import LedgerCore
import Portfolio
import ReportDocument

/// What one event did to the three sides of one envelope and deal, with what it takes to name it.
struct SpendingEvent {
  let key: SpendingSides.Key
  let sequence: Int64
  var day: Day
  /// The day on which the budget book has the outlay, or would have it.
  var outlayDay: Day
  var sides = SpendingSides.Sides()
  /// What stands on an account where the rules would not put it, minor units.
  var misplaced: Int64 = 0
  /// Numbers of the vouchers, in the order of the books.
  var numbers: [Phrase] = []
  /// The posting rule of the first voucher: `entry` for a plain one, `red` for a reversal.
  var rule = ""
  /// An account other than the treasury's that the money left, for the reason.
  var account = ""

  /// Whether the event needs a word: its sides differ or it stands on a wrong account.
  var isDifferent: Bool { !sides.agree || misplaced != 0 }

  /// Whether the event takes back all that the other did.
  func undoes(_ other: SpendingEvent) -> Bool {
    rule == "red" && key == other.key && sides.paid == 0 &- other.sides.paid && sides.outlay == 0 &- other.sides.outlay
      && sides.cash == 0 &- other.sides.cash && sides.money == 0 &- other.sides.money
      && misplaced == 0 &- other.misplaced && sequence > other.sequence
  }

  /// The named difference that the event makes.
  ///
  /// - Parameter whole: what all events on the same envelope and deal come to; where every book knows the payment, but
  ///   not with the same amount, the amount is what is wrong.
  func difference(_ register: Register, whole: SpendingSides.Sides) -> Difference {
    var kind = Difference.Class.oneSided
    var isExplained = false
    var amount =
      [sides.paid - sides.outlay, sides.paid - sides.money, sides.paid - sides.cash].max {
        $0.magnitude < $1.magnitude
      } ?? 0
    var reason = Phrase("仅部分账簿有记录：", "not every book knows it: ")
    if key.envelope.isNone || misplaced != 0 {
      kind = .wrongAccount
      amount = misplaced != 0 ? misplaced : sides.outlay
      reason =
        key.envelope.isNone
        ? Phrase("预算支出未注明指标：", "outlay without an envelope: ")
        : Phrase("记入了与指标不符的科目：", "on an account that is not the envelope's: ")
    } else if sides.paid == sides.outlay && sides.paid == sides.money {
      kind = .inTransit
      isExplained = true
      reason = Phrase("经 \(account) 支付，非国库直接支付：", "paid through \(account), not by the treasury: ")
    } else if whole.paid != 0 && whole.outlay != 0 && whole.money != 0 {
      kind = .wrongAmount
      reason = Phrase("各账簿金额不一致：", "the books have different amounts: ")
    }
    return Difference(
      day: day, outlayDay: outlayDay, sequence: sequence, number: .joined(numbers), envelope: key.envelope, deal: key.deal,
      amount: amount, paid: sides.paid, outlay: sides.outlay, cash: sides.cash, kind: kind, isExplained: isExplained,
      reason: reason + sidesPhrase(register.base))
  }

  private func sidesPhrase(_ base: Commodity) -> Phrase {
    let amounts = [sides.paid, sides.outlay, sides.cash].map { Cell.money($0, base) }
    return Phrase(
      exactly: "指标\(amounts[0])，预算会计\(amounts[1])，国库\(amounts[2])",
      "quota \(amounts[0]), budget book \(amounts[1]), treasury \(amounts[2])")
  }
}
