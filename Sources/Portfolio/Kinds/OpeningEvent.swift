import LedgerCore

extension EventDeclaration {
  /// How a deal stood when the books began in the middle of its life (期初建账).
  static let opening = EventDeclaration(
    "opening", "期初建账", .investment,
    summary: "States how a deal stood when the books began: its carrying amount by detail, what was paid and came back before.",
    summaryChinese: "建账时投资项目的期初数：账面余额各明细，以及建账前累计实缴和收回。",
    fields: [
      .deal.positional,
      Field("cost", "投资成本", .amount, "investment cost then held", "期初投资成本").positional,
      Field("adjustment", "损益调整", .amount, "adjustment by results, negative after losses", "期初损益调整，累计亏损为负"),
      Field("other-equity", "其他权益变动", .amount, "other equity changes; signed", "期初其他权益变动，可为负"),
      Field("capitalised", "收益转增投资", .amount, "profit turned into capital", "期初收益转增投资"),
      Field("receivable", "应收股利", .amount, "dividend declared and not yet received", "期初应收股利"),
      Field("suspended", "未确认投资损失", .amount, "losses kept in the memo, below a carrying amount of zero", "期初未确认投资损失（备查）"),
      .share,
      Field("paid", "累计实缴", .amount, "all that was paid in until then; the cost when absent", "建账前累计实缴，缺省为投资成本"),
      Field("since", "首次出资日", .day, "day of the first payment; the day of the event when absent", "首次出资日期，缺省为建账日"),
      Field("received", "累计收回", .amount, "dividends and proceeds received until then", "建账前累计收回的股利和退出价款"),
    ],
    example: "2022-01-01 opening 力得/A 5,000,000.00 CNY adjustment:320,000.00 share:8.5% since:2020-06-15 received:100,000.00",
    effect: { reader, effect throws(Diagnostic) in
      let deal = try reader.deal()
      let dimensions = reader.dimensions(of: deal)
      try reader.checkNothingBefore(of: deal)
      effect.bindEquityClass(of: reader.register[deal.party])
      let since = reader.event.day("since") ?? reader.day
      if since > reader.day {
        throw reader.failure(
          .badFieldValue, Wording("首次出资 \(since) 晚于期初", "the first payment of \(since) is later than the opening"),
          hint: Wording("以后的出资用 pay 记", "later payments are pay events"),
          field: "since")
      }
      let base = reader.register.baseID
      effect.add(.openingSince, Money(Int64(since.number), base), dimensions)
      let cost = try reader.stated("cost", isSigned: false)
      for (field, measure, isSigned) in OpeningMeasures.details {
        let money = try reader.stated(field, isSigned: isSigned)
        if money.minorUnits != 0 && OpeningMeasures.ofEquityMethod.contains(measure) {
          try reader.checkEquityMethod(of: deal)
        }
        effect.add(measure, money, dimensions)
      }
      let paid = reader.event.amount("paid") == nil ? cost : try reader.stated("paid", isSigned: false)
      effect.add(.openingPaid, paid, dimensions)
      try reader.addShare(of: deal, to: &effect)
    })
}

/// The measures of an opening by the fields that state them.
private enum OpeningMeasures {
  static let details: [(field: String, measure: Measure, isSigned: Bool)] = [
    ("cost", .openingCost, false), ("adjustment", .openingAdjustment, true),
    ("other-equity", .openingOtherEquity, true), ("capitalised", .openingCapitalised, false),
    ("receivable", .openingReceivable, false), ("suspended", .openingSuspended, false),
    ("received", .openingReceived, false),
  ]

  static let ofEquityMethod: Set<Measure> = [.openingAdjustment, .openingOtherEquity, .openingSuspended]
}

extension EventReader {
  /// Refuses an opening of a deal of which the books know more already.
  fileprivate func checkNothingBefore(of deal: Deal) throws(Diagnostic) {
    let position = try position(of: deal)
    let isOpened = position.totals[.openingCost] != 0 || position.totals[.openingPaid] != 0
    if !isOpened && !position.isHeld && position.paidIn == 0 && position.receivable == 0 { return }
    throw failure(
      .alreadyOpened,
      Wording(
        isOpened ? "\(deal.name)已经记过期初" : "账上已有\(deal.name)的出资或持股",
        isOpened ? "\(deal.name) was opened already" : "the books know payments or a holding of \(deal.name) already"),
      hint: Wording("期初是项目的第一笔事项；要更正请冲销", "the opening is the first event of a deal; to correct it, reverse it"), field: "deal")
  }

  /// An amount in the base commodity, zero when the field is absent.
  fileprivate func stated(_ field: String, isSigned: Bool) throws(Diagnostic) -> Money {
    guard event.amount(field) != nil else { return Money(0, register.baseID) }
    let money = try baseAmount(field)
    if money.minorUnits < 0 && !isSigned {
      throw failure(.notPositive, Wording("\(field) 不能小于零", "\(field) is not below zero"), field: field)
    }
    return money
  }
}
