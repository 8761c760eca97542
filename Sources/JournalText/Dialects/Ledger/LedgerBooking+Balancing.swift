import LedgerCore
import Portfolio

extension LedgerBooking {
  /// Books postings with costs, stated balances, virtual ones or several commodities.
  func bookCarefully(
    _ range: Range<Int>, _ transaction: PeerTransaction, into entry: inout PeerEntry
  ) throws(Diagnostic) {
    var amounts = try written(range, transaction)
    var isVirtual: [Bool] = []
    // In Ledger what is in brackets balances with the rest, in hledger by itself.
    let groups: [[PeerPosting.Kind]] = journal.syntax == .ledger ? [[.real, .balancedVirtual]] : [[.real], [.balancedVirtual]]
    for kinds in groups {
      try balance(range.filter { kinds.contains(journal.postings[$0].kind) }, range, transaction, &amounts)
    }
    for (offset, index) in range.enumerated() {
      let posting = journal.postings[index]
      if amounts[offset].isEmpty {
        throw Diagnostic(
          .twoElidedAmounts, Wording("没有金额的虚拟分录", "a virtual posting without an amount"), hint: Wording("写出金额", "write the amount"),
          at: position(posting, transaction))
      }
      for amount in amounts[offset] {
        var line = line(of: posting)
        (line.commodity, line.units) = (amount.commodity, amount.units)
        entry.lines.append(line)
        isVirtual.append(posting.kind == .virtual)
      }
    }
    try addBucket(to: &entry, &isVirtual, transaction)
    try booking.close(&entry, virtual: isVirtual)
  }

  /// An amount in minor units.
  typealias Units = (commodity: Int32, units: Int64)

  /// The amounts that are written, or follow from the balance that a posting states; none for an elided one.
  private func written(_ range: Range<Int>, _ transaction: PeerTransaction) throws(Diagnostic) -> [[Units]] {
    var amounts: [[Units]] = []
    for index in range {
      let posting = journal.postings[index]
      if !posting.isElided {
        amounts.append([(posting.commodity, try units(posting.number, posting.commodity, posting, transaction))])
      } else if posting.assertion >= 0 {
        amounts.append(try assigned(posting, range.lowerBound..<index, amounts, transaction))
      } else {
        amounts.append([])
      }
    }
    return amounts
  }

  private func units(
    _ number: PeerNumber, _ commodity: Int32, _ posting: PeerPosting, _ transaction: PeerTransaction
  ) throws(Diagnostic) -> Int64 {
    if let units = number.minorUnits(scale: booking.scale(commodity)) { return units }
    throw booking.misfit(number, commodity, at: position(posting, transaction))
  }

  /// The place of a posting.
  func position(_ posting: PeerPosting, _ transaction: PeerTransaction) -> SourcePosition {
    journal.position(
      file: transaction.file, line: posting.line, column: posting.column,
      length: journal.accounts[Int(posting.account)].name.count)
  }

  /// Works out what was left out and checks that the rest balances.
  private func balance(
    _ group: [Int], _ range: Range<Int>, _ transaction: PeerTransaction, _ amounts: inout [[Units]]
  ) throws(Diagnostic) {
    var sums = CommoditySums()
    var elided: Int?
    var hasCost = false
    for index in group {
      let posting = journal.postings[index]
      let offset = index - range.lowerBound
      if amounts[offset].isEmpty {
        if elided != nil {
          throw Diagnostic(
            .twoElidedAmounts, Wording("第二个没有金额的分录", "a second posting without an amount"),
            hint: Wording("只有一个金额可以由其余推算", "only one amount can be worked out from the others"), at: position(posting, transaction))
        }
        elided = index
        continue
      }
      do throws(MoneyOverflow) {
        if let weight = try weight(of: posting) {
          hasCost = true
          try sums.add(weight.number, of: weight.commodity)
        } else {
          for amount in amounts[offset] {
            try sums.add(ExactNumber(minorUnits: amount.units, scale: booking.scale(amount.commodity)), of: amount.commodity)
          }
        }
      } catch { throw PeerBooking.overflow(at: position(posting, transaction)) }
    }
    if let elided {
      let posting = journal.postings[elided]
      var rest: [Units] = []
      for (commodity, sum) in sums.rest {
        rest.append((commodity, try booking.units(sum.negated, of: commodity, at: position(posting, transaction))))
      }
      if rest.isEmpty { rest = [(sums.sums.first?.commodity ?? 0, 0)] }
      amounts[elided - range.lowerBound] = rest
    } else {
      try check(sums.rest, hasCost: hasCost, count: group.count, transaction)
    }
  }

  /// What a posting counts for where it has a cost; nil without one.
  private func weight(of posting: PeerPosting) throws(MoneyOverflow) -> (commodity: Int32, number: ExactNumber)? {
    guard posting.cost >= 0 else { return nil }
    let cost = journal.costs[Int(posting.cost)]
    guard var price = cost.price else { return nil }
    // Ledger balances what leaves a lot at the price of the lot, when both are of one commodity.
    if let lot = cost.lot, lot.commodity == price.commodity { price = lot }
    let number = ExactNumber(price.number)
    if price.isTotal { return (price.commodity, posting.number.mantissa < 0 ? number.magnitude.negated : number.magnitude) }
    return (price.commodity, try ExactNumber(posting.number) * number)
  }

  /// Nothing may be left, but for what lies below half a unit of the last decimal shown, or two commodities that were
  /// exchanged for each other.
  private func check(
    _ rest: [(commodity: Int32, sum: ExactNumber)], hasCost: Bool, count: Int, _ transaction: PeerTransaction
  ) throws(Diagnostic) {
    if rest.isEmpty { return }
    if rest.count == 2, !hasCost, rest[0].sum.isNegative != rest[1].sum.isNegative { return }
    if count == 1, scopeBucket(transaction) != nil { return }
    for (commodity, sum) in rest {
      let shown = journal.commodities[Int(commodity)].displayDecimals
      let half = ExactNumber(mantissa: 5, decimals: shown + 1)
      let isSmall: Bool
      do throws(MoneyOverflow) { isSmall = try sum.isAtMost(half) && sum.magnitude != half } catch { isSmall = false }
      if isSmall { continue }
      throw Diagnostic(
        .unbalanced,
        Wording(
          "交易不平，差 \(sum.trimmed) \(journal.commodities[Int(commodity)].code)",
          "the transaction is out of balance by \(sum.trimmed) \(journal.commodities[Int(commodity)].code)"),
        hint: Wording("每种货币的分录合计须为零，有成本的按成本计算", "the postings of each commodity must sum to zero, those with a cost at their cost"),
        at: journal.position(file: transaction.file, line: transaction.line, length: 10))
    }
  }

  /// The account that Ledger posts the other side of a single posting to.
  private func scopeBucket(_ transaction: PeerTransaction) -> Int32? {
    journal.buckets.last { $0.first <= transaction.first }?.account
  }

  private func addBucket(
    to entry: inout PeerEntry, _ isVirtual: inout [Bool], _ transaction: PeerTransaction
  ) throws(Diagnostic) {
    guard entry.lines.count == 1, isVirtual == [false], let bucket = scopeBucket(transaction),
      entry.lines[0].units != .min
    else { return }
    entry.lines.append(
      PeerLine(account: bucket, commodity: entry.lines[0].commodity, units: 0 &- entry.lines[0].units))
    isVirtual.append(false)
  }
}
