import LedgerCore

extension EventDeclaration {
  /// An instalment of a signed agreement that falls into a later budget year.
  static let pledge = EventDeclaration(
    "pledge", "跨年承诺", .investment,
    summary: "Records an instalment of a signed agreement that a later year's budget has to pay: nothing is reserved "
      + "yet; a commitment or payment from an envelope of that year relieves it.",
    summaryChinese: "登记已签协议中由以后年度预算承担的分期出资：暂不占用指标，待该年度指标签约或支付时冲减。",
    fields: [
      .deal.positional, .amount.positional,
      Field("year", "预算年度", .year, "budget year that has to pay it", "承担该分期的预算年度").required,
    ],
    example: "2022-06-01 pledge 力得/A 2,000,000.00 CNY year:2023 doc:投资协议",
    effect: { reader, effect throws(Diagnostic) in
      let deal = try reader.deal()
      let money = try reader.positiveAmount()
      try reader.checkProgramme(of: deal)
      let year = try reader.laterYear(of: deal)
      try reader.addCommitted(money, on: deal, &effect)
      effect.add(.pledged, money, reader.dimensions(of: deal), traits: .ofYear(year))
    })
}

extension EventReader {
  /// The year of a pledge: later than that of the event, within the life of the programme.
  fileprivate func laterYear(of deal: Deal) throws(Diagnostic) -> Int {
    let year = Int(clamping: event.integer("year") ?? 0)
    guard year > day.year else {
      throw failure(
        .badFieldValue,
        Wording(
          "\(year) 不晚于 \(day.year)：本年预算支付的是预留，不是跨年承诺",
          "\(year) is not later than \(day.year): what this year's budget pays is reserved, not pledged"),
        hint: Wording("用 commit 记，并写 \(year) 年的指标", "record it with commit and an envelope of \(year)"), field: "year")
    }
    let programme = register[deal.programme]
    if year > programme.to.year {
      throw failure(
        .outsideProgramme,
        Wording("\(programme.name)到 \(programme.to) 为止，早于 \(year) 年", "\(programme.name) ends on \(programme.to), before \(year)"),
        hint: Wording("延长项目计划的期限，或更正年度", "declare the programme with a longer life, or correct the year"), field: "year")
    }
    return year
  }
}
