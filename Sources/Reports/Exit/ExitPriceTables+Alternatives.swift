import LedgerCore
import Portfolio
import ReportDocument

extension ExitPriceTables {
  /// What would be due in each tier of the terms: now for that of the asked day, else on the first day of the tier.
  ///
  /// Nil when the terms have one tier only. The days are those of the first instalment that is left.
  func alternatives(part: Rate, instalment: Int64?) throws(Diagnostic) -> Table? {
    let terms = price.terms
    guard terms.tiers.count > 1, let first = price.steps.first else { return nil }
    var table = Table(
      "alternatives",
      columns: [
        Column("stretch", Phrase("持有期", "Holding period")), Column("basis", Phrase("构成", "Basis")),
        Column("on", Phrase("计算日", "Reckoned on"), .day), Column("price", Phrase("应收价款", "Price due"), .money),
        Column("remark", Phrase("说明", "Remark")),
      ])
    var start = 0
    for (index, tier) in terms.tiers.enumerated() {
      let begins = start == 0 ? first.instalment.day : first.heldSince.adding(months: start).adding(days: 1)
      let isNow = index == first.tier
      let day = isNow ? price.day : begins
      let isPast = begins < price.day && !isNow
      var cells: [Cell] = [.phrase(ExitTerms.stretch(from: start, to: tier.untilMonths)), tier.basis.cell]
      start = tier.untilMonths ?? start
      if isPast {
        cells += [.empty, .empty, .code("over", Phrase("已过", "over"))]
      } else {
        switch try pricing.price(of: deal.id, part: part, instalment: instalment, on: day, under: terms) {
        case .success(let other):
          cells += [
            .day(day), .money(other.amount, pricing.register.base),
            isNow ? .code("now", Phrase("所问之日", "the day asked for")) : .code("later", Phrase("该阶段首日", "first day of it")),
          ]
        case .failure(let obstacle):
          cells += [.day(day), .empty, .phrase(Phrase(obstacle.sentence))]
        }
      }
      table.rows.append(Row(cells))
    }
    return table
  }

  /// Every version of the terms up to the cut-off; nil when there is only one.
  func versions() -> Table? {
    let versions = pricing.register.exitTermsVersions(of: deal.id, on: pricing.known)
    if versions.count < 2 { return nil }
    var table = Table(
      "versions",
      columns: [
        Column("from", Phrase("自", "From"), .day), Column("event", Phrase("事项", "Event")),
        Column("doc", Phrase("文件", "Document")), Column("applied", Phrase("本次采用", "Applied")),
      ])
    for version in versions {
      table.add(
        .day(version.from), .text("#\(version.event)"), .text(version.document),
        version.event == price.terms.event
          ? .code("yes", Phrase("是", "yes")) : version.isEnded ? .code("ended", Phrase("终止", "ended")) : .empty)
    }
    return table
  }

  /// Rates that nobody checked, and rates of days that have not come.
  func notes(cutOff: Day) -> [Phrase] {
    var notes: [Phrase] = []
    if price.steps.contains(where: { $0.interest.parts.contains { $0.published.isUnverified } }) {
      notes.append(
        Phrase("所用利率未与公布原文核对（unverified）。", "Rates used are unverified: not checked in the official publication."))
    }
    if price.day > cutOff {
      notes.append(
        Phrase(
          "退出日晚于 \(cutOff)：未登记的利率按最近一期计，估值按最近一次计，以后的出资、分红和退出不计。",
          "The exit lies after \(cutOff): rates not recorded yet are taken as last published, the valuation as last stated; "
            + "payments, dividends and exits to come do not count."))
    }
    return notes
  }
}
