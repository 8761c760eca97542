import LedgerCore

extension EventReader {
  /// Warns of money that is dated before a sale or write-off recorded already.
  ///
  /// That took a part of the cost that was booked when it was recorded, and its voucher says how much: what comes to light
  /// later was not in it and stays with what is held.
  func checkSoldBefore(_ deal: Deal, _ effect: inout Effect) throws(Diagnostic) {
    guard try position(of: deal)[.cost].isTaken(after: day) else { return }
    let sales = try positions.standingFacts(of: [deal], register.baseID)
      .filter { $0.measure == .costOut && $0.amount > 0 && $0.day > day }
      .sorted { ($0.day, $0.sequence) < ($1.day, $1.sequence) }
    guard let first = sales.first else { return }
    let (place, cost) = ("#\(first.sequence)", text(first.amount))
    let more = sales.count - 1
    let others = more == 0 ? Wording.none : Wording("，其后另有 \(more) 次", ", and \(more) more took some later")
    effect.warn(
      .paidBeforeSale,
      Wording(
        "\(place) 在 \(first.day) 已从\(deal.name)当时的账面成本中转出 \(cost)",
        "\(place) took \(cost) of the cost of \(deal.name) that was booked for \(first.day)")
        + others
        + Wording("；这笔 \(day) 的投入不在其内，全额留在账上", "; this money of \(day) was not in it and stays on the books whole"),
      hint: Wording(
        "其股权当时也已转出的：先 bgt reverse \(place) --reason 原因，记入本条后再重记；没有转出的，无须处理",
        "where its shares went too: bgt reverse \(place) --reason …, record this, and that one anew; where they stayed, nothing is to be done"
      ),
      at: event.position(of: "amount"))
  }
}
