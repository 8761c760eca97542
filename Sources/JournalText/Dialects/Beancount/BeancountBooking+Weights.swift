import LedgerCore
import Portfolio

extension BeancountBooking {
  /// What a posting counts for in the balance of its transaction.
  private typealias Weight = (commodity: Int32, number: ExactNumber)

  /// The voucher of a transaction: lots chosen, left-out amounts worked out, the balance checked.
  func entry(of transaction: BeancountTransaction, _ directive: BeancountDirective) throws(Diagnostic) -> PeerEntry {
    var entry = PeerEntry(
      day: directive.day, status: PeerEntry.status(of: transaction.flag) ?? .cleared, code: transaction.code,
      narration: transaction.narration, note: transaction.words.joined(separator: "\n"), file: directive.file,
      line: directive.line)
    var sums = CommoditySums()
    var elided: BeancountPosting?
    for posting in transaction.postings {
      guard let number = posting.number else {
        if elided != nil {
          throw Diagnostic(
            .twoElidedAmounts, Wording("第二个没有金额的分录", "a second posting without an amount"),
            hint: Wording("只有一个金额可以由其余推算", "only one amount can be worked out from the others"), at: position(posting, directive))
        }
        elided = posting
        continue
      }
      guard let units = number.minorUnits(scale: booking.scale(posting.commodity)) else {
        throw booking.misfit(number, posting.commodity, at: position(posting, directive))
      }
      entry.lines.append(line(of: posting, posting.commodity, units))
      for weight in try weights(of: posting, number, directive) {
        do throws(MoneyOverflow) { try sums.add(weight.number, of: weight.commodity) } catch {
          throw PeerBooking.overflow(at: position(posting, directive))
        }
      }
    }
    if let elided {
      try fill(elided, sums, transaction, directive, &entry)
    } else {
      try check(sums, transaction, directive)
    }
    try booking.close(&entry)
    return entry
  }

  private func line(of posting: BeancountPosting, _ commodity: Int32, _ units: Int64) -> PeerLine {
    PeerLine(
      account: posting.account, commodity: commodity, units: units, line: posting.line, column: posting.column,
      note: posting.words.isEmpty ? nil : posting.words.joined(separator: " "))
  }

  /// The amounts of the posting that names none.
  private func fill(
    _ posting: BeancountPosting, _ sums: CommoditySums, _ transaction: BeancountTransaction,
    _ directive: BeancountDirective, _ entry: inout PeerEntry
  ) throws(Diagnostic) {
    try PeerBooking.exactly(at: position(posting, directive)) {
      var isFilled = false
      for (commodity, sum) in sums.rest {
        var missing = sum.negated
        let tolerance = try tolerance(of: commodity, transaction)
        // As many decimals as the others show.
        if !tolerance.isZero {
          missing = missing.rounded(to: try (tolerance * ExactNumber(mantissa: 2, decimals: 0)).trimmed.decimals)
        }
        if missing.isZero { continue }
        isFilled = true
        let units = try booking.units(missing, of: commodity, at: position(posting, directive))
        entry.lines.append(line(of: posting, commodity, units))
      }
      if !isFilled { entry.lines.append(line(of: posting, sums.sums.first?.commodity ?? 0, 0)) }
    }
  }

  /// What may be left of a commodity: half a unit of the last decimal that its amounts show, at their coarsest.
  private func tolerance(of commodity: Int32, _ transaction: BeancountTransaction) throws(MoneyOverflow) -> ExactNumber {
    var fewest: Int?
    for posting in transaction.postings where posting.commodity == commodity {
      guard let number = posting.number, number.decimals > 0 else { continue }
      fewest = min(fewest ?? number.decimals, number.decimals)
    }
    let code = journal.commodities[Int(commodity)].code
    let given = options.tolerances[code] ?? options.tolerances["*"] ?? .zero
    guard let fewest else { return given }
    let inferred = try ExactNumber(mantissa: 1, decimals: fewest) * options.multiplier
    return try given.isAtMost(inferred) ? inferred : given
  }

  private func check(
    _ sums: CommoditySums, _ transaction: BeancountTransaction, _ directive: BeancountDirective
  ) throws(Diagnostic) {
    for (commodity, sum) in sums.rest {
      let isSmall: Bool
      do throws(MoneyOverflow) { isSmall = try sum.isAtMost(tolerance(of: commodity, transaction)) } catch { isSmall = false }
      if isSmall { continue }
      throw Diagnostic(
        .unbalanced,
        Wording(
          "交易不平，差 \(sum.trimmed) \(journal.commodities[Int(commodity)].code)",
          "the transaction is out of balance by \(sum.trimmed) \(journal.commodities[Int(commodity)].code)"),
        hint: Wording("各分录合计须为零，有成本或价格的按其计算", "the postings must sum to zero, those with a cost or price at that"),
        at: journal.position(file: directive.file, line: directive.line, length: 10))
    }
  }

  /// What a posting counts for: at cost, else at its price, else as it is; its lots move.
  private func weights(
    of posting: BeancountPosting, _ number: PeerNumber, _ directive: BeancountDirective
  ) throws(Diagnostic) -> [Weight] {
    let units = ExactNumber(number)
    if let cost = posting.cost { return try lotWeights(of: posting, units, cost, directive) }
    guard let price = posting.price else { return [(posting.commodity, units)] }
    let of = ExactNumber(price.number)
    if price.isTotal { return [(price.commodity, units.isNegative ? of.magnitude.negated : of.magnitude)] }
    return try PeerBooking.exactly(at: position(posting, directive)) { [(price.commodity, try units * of)] }
  }
}
