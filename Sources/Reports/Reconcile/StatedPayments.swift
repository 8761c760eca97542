import LedgerCore
import Portfolio
import ReportDocument

/// Payments of envelopes that no line of a statement confirms, or that one confirms under another class than the
/// envelope's, and payments and returns of the statements that no event matches, as items of the three-way reconciliation.
struct StatedPayments {
  let register: Register
  let year: Int
  let moment: Moment
  let bank: BankLeg

  /// One item for each event and envelope, and for each line; reversed payments and their reversals are none.
  func items(_ spending: [Fact], _ source: any LedgerSource) throws(Diagnostic) -> [Difference] {
    let reversals = Reversals(in: spending)
    let own = spending.filter { fact in
      register[fact.dimensions.envelope].year == year && fact.day <= moment.asOf && fact.spent != 0 && !reversals.hides(fact)
    }
    let isOpen = bank.hasOpenLines(in: year) || own.contains { bank.lines(of: $0.sequence).isEmpty }
    let open: (books: [Int64: [OpenItem]], lines: [OpenItem]) =
      isOpen ? try bank.openItems(source, moment: moment) : (books: [:], lines: [])
    let payments = own.compactMap { fact -> Difference? in
      let envelope = register[fact.dimensions.envelope]
      let lines = bank.lines(of: fact.sequence)
      let found =
        lines.isEmpty
        ? verdict(fact, open.books[fact.sequence] ?? []) : lines.lazy.compactMap { StatedPayments.wrongClass($0, envelope) }.first
      guard let (kind, isExplained, reason) = found else { return nil }
      return Difference(
        day: fact.day, outlayDay: register.budgetDay(of: fact), sequence: fact.sequence, envelope: fact.dimensions.envelope,
        deal: fact.dimensions.deal, amount: fact.spent, paid: fact.spent, outlay: fact.spent, cash: fact.spent, kind: kind,
        isExplained: isExplained, reason: reason)
    }
    return payments + unmatched(open.lines, spending)
  }

  /// Lines of the year by which money was paid or came back and that no event matches. What is proposed with the payment of an
  /// envelope, or differs from one in its amount, is an item on that side already.
  private func unmatched(_ items: [OpenItem], _ spending: [Fact]) -> [Difference] {
    let known = Set(spending.lazy.map(\.sequence))
    return items.compactMap { item in
      guard item.day.year == year, item.amount < 0 || item.kind == .returned, !item.others.contains(where: known.contains) else {
        return nil
      }
      let words = [item.number, item.about].filter { !$0.isEmpty }.joined(separator: " ")
      let paid = 0 &- item.amount
      return Difference(
        day: item.day, outlayDay: item.day, sequence: item.sequence, number: .plain(words), envelope: .none, deal: .none,
        amount: paid, paid: 0, outlay: 0, cash: 0, stated: paid, kind: item.kind, isExplained: item.isExplained, reason: item.reason)
    }
  }

  /// What is wrong with the classes under which a treasury paid; nil when nothing is, or when it names none.
  private static func wrongClass(_ line: StatedLine, _ envelope: Envelope) -> (Difference.Class, Bool, Phrase)? {
    let classes = [
      ("function", [envelope.function], Phrase("功能分类", "functional class")),
      ("economic", [envelope.economic, envelope.departmentEconomic], Phrase("经济分类", "economic class")),
    ]
    for (field, codes, name) in classes {
      let known = codes.filter { !$0.isEmpty }
      guard !known.isEmpty, let text = line.event.text(field), text.contains(where: \.isNumber),
        !known.contains(where: { text.contains($0) })
      else { continue }
      return (
        .wrongAccount, false,
        Phrase("对账单 #\(line.sequence) 的", "line #\(line.sequence): ") + name
          + Phrase("为 \(text)，指标为 \(known[0])", " \(text), that of the envelope is \(known[0])")
      )
    }
    return nil
  }

  /// What an unconfirmed payment is: what the reconciliation of its account's balances says; what that does not list lies beyond
  /// the statements, is on its way, or known to one side only.
  private func verdict(_ fact: Fact, _ items: [OpenItem]) -> (Difference.Class, Bool, Phrase) {
    if let item = items.first(where: { $0.amount == 0 &- fact.spent }) ?? items.first { return (item.kind, item.isExplained, item.reason) }
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
