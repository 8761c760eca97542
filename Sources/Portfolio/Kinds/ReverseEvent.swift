import LedgerCore

extension EventDeclaration {
  /// Red reversal (红字冲销): the only correction of what is recorded.
  static let reverse = EventDeclaration(
    "reverse", "冲销", .general,
    summary: "Reverses an earlier event: the same accounts and sides in red, linked to the original.",
    summaryChinese: "红字冲销以前的事项：科目、方向相同，金额为负，与原事项相连。",
    fields: [
      Field("event", "事项", .event, "event to reverse, #NUMBER or its key", "被冲销的事项，#编号或唯一键").positional,
      Field("reason", "原因", .text, "why it is reversed", "冲销原因").required,
    ],
    example: "2022-07-01 reverse #17 reason:金额录错",
    effect: { reader, effect throws(Diagnostic) in
      let original = try reader.original()
      let kind = original.event.kind
      if kind.name == "reverse" || (original.facts.isEmpty && original.vouchers.isEmpty) {
        throw reader.failure(
          .notReversible, "#\(original.sequence) is a \(kind.name) event with nothing to reverse",
          hint: "record the event anew as it should be", field: "event")
      }
      if reader.day < original.event.effectiveDay {
        throw reader.failure(
          .notReversible, "#\(original.sequence) is dated \(original.event.effectiveDay), after its reversal",
          hint: "date the reversal on that day or later")
      }
      if let other = try reader.history.reversal(of: original.sequence) {
        throw reader.failure(
          .alreadyReversed, "#\(original.sequence) was reversed already, by #\(other)", field: "event")
      }
      effect.reverses = original.sequence
      for fact in original.facts {
        var red = fact
        red.day = effect.day
        red.amount = try reader.checked { () throws(MoneyOverflow) in try Int64(0).minus(fact.amount) }
        red.reverses = original.sequence
        effect.facts.append(red)
      }
      for voucher in original.vouchers {
        effect.vouchers.append(try reader.redVoucher(of: voucher, original: original.sequence))
      }
    })
}

extension EventReader {
  /// The same lines on the same sides with the opposite sign.
  fileprivate func redVoucher(of original: Voucher, original sequence: Int64) throws(Diagnostic) -> Voucher {
    var postings = original.postings
    for index in postings.indices {
      let amount = postings[index].amount
      postings[index].amount = try checked { () throws(MoneyOverflow) in try Int64(0).minus(amount) }
    }
    return Voucher(
      book: original.book, day: day, rule: "red", narration: "冲销#\(sequence) \(original.narration)",
      postings: postings)
  }
}
