import LedgerCore

extension EventReader {
  /// Says what a plain voucher does to an envelope in the quota book, so that no quota sinks below zero unseen.
  ///
  /// - Throws: `envelopeMissing` for a line of an envelope's account that names none, `keptByEvents` for an account of recovered
  ///   money, `wrongCommodity` for another commodity than that of the envelopes.
  func addQuotaEntries(of voucher: Voucher, _ effect: inout Effect) throws(Diagnostic) {
    var amounts: [(measure: Measure, amount: Int64)] = []
    var arrived: Int64 = 0
    for posting in voucher.postings {
      let account = register[posting.account]
      guard let place = register.quotaPlace(of: account) else { continue }
      try checkQuotaLine(posting, account, place)
      guard let measure = place.measure else { continue }
      let credit = try checked { () throws(MoneyOverflow) in try Int64(0).minus(posting.amount) }
      arrived = try checked { () throws(MoneyOverflow) in try arrived.plus(credit) }
      if let index = amounts.firstIndex(where: { $0.measure == measure }) {
        amounts[index].amount = try checked { () throws(MoneyOverflow) in try amounts[index].amount.plus(credit) }
      } else {
        amounts.append((measure, credit))
      }
    }
    let dimensions = voucher.postings.first?.dimensions ?? .none
    for (measure, amount) in [(Measure.entrySource, arrived)] + amounts where amount != 0 {
      effect.add(measure, Money(amount, register.baseID), dimensions)
      // The quota book has the voucher on the last day of its budget year where it names one.
      effect.facts[effect.facts.count - 1].day = voucher.day
    }
  }

  private func checkQuotaLine(_ posting: Posting, _ account: Account, _ place: QuotaPlace) throws(Diagnostic) {
    let line = event.position(of: account)
    if place == .recycled {
      throw Diagnostic(
        .keptByEvents, Wording("\(account.name)核算滚动资金，不能用一般凭证记", "\(account.name) holds recovered money, which only events move"),
        hint: Wording("用 recycle，或 pay … funding:recycled 记", "record it with recycle, or with pay … funding:recycled"), at: line)
    }
    if posting.dimensions.envelope.isNone {
      throw Diagnostic(
        .envelopeMissing,
        Wording(
          "\(account.name)属于预算指标账，凭证须写明指标", "\(account.name) belongs to budget envelopes, and the voucher names none"),
        hint: Wording(
          "在首行以下缩进另起一行写 envelope: 年度/项目计划；或用 budget、issue、transfer、pay 等事项记",
          "write it on a line below the first, indented, as envelope: YEAR/PROGRAMME; or record what happened with "
            + "budget, issue, transfer, pay …"),
        at: line)
    }
    if posting.commodity != register.baseID {
      throw Diagnostic(
        .wrongCommodity,
        Wording(
          "\(account.name)以 \(register.base.code) 记账，该行是 \(register[posting.commodity].code)",
          "\(account.name) is kept in \(register.base.code), the line is in \(register[posting.commodity].code)"),
        hint: Wording("金额写 \(register.base.code)", "write the amount in \(register.base.code)"), at: line)
    }
  }
}
