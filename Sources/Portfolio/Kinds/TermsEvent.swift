import LedgerCore

extension EventDeclaration {
  /// What was agreed on the price and the time of an exit, from the date on; posts nothing.
  static let terms = EventDeclaration(
    "terms", "退出条款", .investment,
    summary: "States a deal's exit terms from the date on: what is due by holding period, rate, days, floor, term; "
      + "later terms replace them from their own date.",
    summaryChinese: "登记自该日起执行的退出条款：各持有阶段的应收价款、利率、计息天数、保底和期限；以后的条款自其日期起取代之。",
    fields: [
      .deal.positional,
      Field(
        "tiers", "分段", .text, "what is due by holding period, as \"3y principal; 5y interest LPR-1Y; value\"",
        "各持有阶段的价款构成，如“3年 本金；5年 本息 LPR-1Y；估值”（另有 孰高）"),
      Field(
        "free", "免息期", .term, "principal alone is due within it, with interest after it; instead of tiers",
        "免息期内只收本金，期满后收本息；代替分段"),
      Field("rate", "利率", .text, "series as LPR-1Y, or a fixed rate as 3.65%", "利率名称如 LPR-1Y，或固定利率如 3.65%"),
      Field(
        "rate-date", "利率日", .choice(ExitTerms.RateDate.allCases.map { Choice($0.rawValue, $0.chinese) }),
        "whose day's rate counts: entry, exit, every day's own (period), each anniversary's (year); exit when absent",
        "按哪一日的利率：投入日、退出日、分段（各日各率）、每年（满年日），缺省为退出日"),
      Field("spread", "加点", .rate, "added to the rate", "在利率上加点"),
      Field(
        "compounding", "计息方式", .choice([Choice("simple", "单利"), Choice("compound", "复利")]),
        "simple, or compound by years; simple when absent", "单利，或按年复利；缺省为单利"),
      Field(
        "days", "天数", .choice(EventReader.exitDayCounts.map { Choice($0.word, $0.word) }),
        "day count; act/365 when absent", "天数惯例，缺省为 act/365"),
      Field(
        "interest", "计息期", .choice([Choice("whole", "全期"), Choice("after", "期后")]),
        "over the whole term or after the free period only; whole when absent", "全期计息或免息期后计息，缺省为全期"),
      Field(
        "holding", "持有期", .choice([Choice("instalment", "分笔"), Choice("first", "首笔")]),
        "each instalment's own holding period, or that of the first payment; instalment when absent",
        "各笔出资分别计算持有期，或均自首笔起算；缺省为分笔"),
      Field(
        "dividends", "分红", .choice([Choice("kept", "不抵扣"), Choice("deducted", "抵扣")]),
        "whether dividends received are taken off the price; kept when absent", "已收分红是否抵扣价款，缺省为不抵扣"),
      Field(
        "floor", "保底", .choice([Choice("principal", "本金"), Choice("none", "无")]),
        "whether the price is never below the principal; principal when absent", "价款是否不低于本金，缺省为不低于"),
      Field("term", "期限", .term, "agreed term; that of the deal when absent", "约定期限，缺省为项目的期限"),
      Field(
        "ended", "终止", .choice([Choice("no", "否"), Choice("yes", "是")]),
        "yes: no terms hold from the date on, as when they were recorded by mistake or given up",
        "是：自该日起不再执行任何退出条款（误登或解除）"),
    ],
    example: "2022-06-15 terms 力得/A free:3y rate:LPR-1Y rate-date:exit interest:whole doc:投资协议第八条",
    declare: { reader, register throws(Diagnostic) in register.declare(try reader.exitTerms()) },
    effect: { reader, effect throws(Diagnostic) in
      _ = try reader.exitTerms()
      if reader.event.text("doc") == nil {
        effect.warn(
          .termsWithoutDocument, Wording("退出条款没有写明依据文件", "the terms name no document"),
          hint: Wording("用 doc: 写明约定条款的协议", "add doc: with the agreement that states them"),
          at: reader.event.position())
      }
    })
}

extension EventReader {
  /// The day counts that terms may name.
  static let exitDayCounts: [(word: String, convention: DayCount)] = [
    ("act/365", .actual365Fixed), ("act/360", .actual360), ("30/360", .thirty360ISDA),
  ]

  /// The fields that state a condition of an exit.
  private static let conditionFields = [
    "tiers", "free", "rate", "rate-date", "spread", "compounding", "days", "interest", "holding", "dividends", "floor", "term",
  ]

  /// What a `terms` event says.
  fileprivate func exitTerms() throws(Diagnostic) -> ExitTerms {
    var terms = ExitTerms(deal: try deal().id, from: day, event: sequence)
    terms.document = event.text("doc") ?? ""
    if event.choice("ended") == "yes" {
      terms.isEnded = true
      let other = EventReader.conditionFields.first { event[$0] != .absent }
      guard let other else { return terms }
      throw failure(
        .conflictingFields, Wording("终止的条款不再写条件", "terms that end state no conditions"),
        hint: Wording("不写 \(other)，或写 ended:no", "leave out \(other), or write ended:no"), field: other)
    }
    terms.rate = event.text("rate").map { ExitRate($0) }
    terms.tiers = try tiers(rate: terms.rate)
    terms.rateDate = event.choice("rate-date").flatMap { ExitTerms.RateDate(rawValue: $0) } ?? .exit
    terms.spread = event.rate("spread") ?? .zero
    terms.isCompound = event.choice("compounding") == "compound"
    terms.dayCount =
      EventReader.exitDayCounts.first { $0.word == event.choice("days") }?.convention ?? .actual365Fixed
    terms.bearsWholeTerm = event.choice("interest") != "after"
    terms.isPerInstalment = event.choice("holding") != "first"
    terms.deductsDividends = event.choice("dividends") == "deducted"
    terms.hasFloor = event.choice("floor") != "none"
    terms.termMonths = event.integer("term").map { Int(clamping: $0) } ?? 0
    if terms.termMonths < 0 {
      throw failure(
        .badFieldValue, Wording("期限不能为负", "a term is not negative"), hint: Wording("写作 5y 或 18m", "write it as 5y or 18m"), field: "term")
    }
    try check(terms)
    return terms
  }

  private func tiers(rate: ExitRate?) throws(Diagnostic) -> [ExitTier] {
    guard let text = event.text("tiers") else {
      guard let free = event.integer("free") else { return [ExitTier(basis: rate == nil ? .principal : .interest)] }
      guard free > 0 else {
        throw failure(
          .badFieldValue, Wording("免息期须大于零", "a free period is above zero"), hint: Wording("写作 3y，或不写", "write it as 3y, or leave it out"),
          field: "free")
      }
      return [ExitTier(untilMonths: Int(clamping: free), basis: .principal), ExitTier(basis: .interest)]
    }
    if event.integer("free") != nil {
      throw failure(
        .conflictingFields, Wording("分档已按持有期规定应收内容，不能再写免息期", "tiers say what is due by holding period; they exclude a free period"),
        hint: Wording("把免息期写成第一档：\"3y principal; interest\"", "write the free period as the first tier: \"3y principal; interest\""),
        field: "free")
    }
    guard let tiers = ExitTier.list(text) else {
      throw failure(
        .badFieldValue, Wording("\(text.prefix(60)) 不是分档", "\(text.prefix(60)) is not a list of tiers"),
        hint: Wording(
          "每档写期限、应收内容（principal 本金、interest 本息、value 价值、higher 孰高）和自己的利率；" + "最后一档没有期限：\"3y principal; 5y interest LPR-1Y; value\"",
          "each tier has an end, what is due (principal, interest, value or higher) and a rate of its own if any; "
            + "the last has no end: \"3y principal; 5y interest LPR-1Y; value\""), field: "tiers")
    }
    return tiers
  }

  private func check(_ terms: ExitTerms) throws(Diagnostic) {
    let bearing = terms.tiers.filter(\.basis.bearsInterest)
    if bearing.contains(where: { $0.rate == nil }) && terms.rate == nil {
      throw failure(
        .missingField, Wording("计息的条款要有利率", "terms with interest need a rate"),
        hint: Wording("写 rate:LPR-1Y，或固定利率 rate:3.65%", "add rate:LPR-1Y, or a fixed rate as rate:3.65%"),
        field: "rate")
    }
    if bearing.isEmpty && (terms.rate != nil || event.rate("spread") != nil) {
      throw failure(
        .conflictingFields, Wording("写了利率，但没有计息的档", "there is a rate, but no tier bears interest"),
        hint: Wording("不写利率，或加一档 interest", "leave the rate out, or add a tier of interest"),
        field: terms.rate == nil ? "spread" : "rate")
    }
    if !terms.bearsWholeTerm && terms.freeMonths == 0 {
      throw failure(
        .conflictingFields, Wording("免息期后计息要先有免息期", "interest after the free period needs a free period"),
        hint: Wording("加上 free:3y，或写 interest:whole", "add free:3y, or write interest:whole"), field: "interest")
    }
    for case .fixed(let rate)? in [terms.rate] + terms.tiers.map(\.rate) where rate < .zero || rate > .whole {
      throw failure(
        .badFieldValue, Wording("年利率在 0 % 到 100 % 之间，不是 \(rate)", "a yearly rate lies between 0 % and 100 %, not at \(rate)"),
        hint: Wording("写作 3.65%", "write it as 3.65%"),
        field: "rate")
    }
    if terms.spread > .whole || terms.spread < Rate(partsPerBillion: -Rate.whole.partsPerBillion) {
      throw failure(
        .badFieldValue,
        Wording("加点在 -100 % 到 100 % 之间，不是 \(terms.spread)", "a spread lies between -100 % and 100 %, not at \(terms.spread)"),
        hint: Wording("写作 0.5%", "write it as 0.5%"),
        field: "spread")
    }
    for name in terms.series where register.rates[name] == nil {
      if let flaw = Rate.flaw(of: name) { throw failure(flaw.code, flaw.sentence, hint: flaw.advice, field: field(of: name, in: terms)) }
      let near = Spelling.nearest(to: name, among: register.rates.keys.sorted())
      throw failure(
        .unknownRateSeries, Wording("没有利率 \(name)", "no rate of \(name) is known"),
        hint: near.map(Wording.didYouMean)
          ?? Wording("先记利率：2022-08-22 rate \(name) 3.65% source:来源", "record its rates first: 2022-08-22 rate \(name) 3.65% source:WHO"),
        field: field(of: name, in: terms))
    }
  }

  /// The field in which a series stands.
  private func field(of series: String, in terms: ExitTerms) -> String { terms.rate == .series(series) ? "rate" : "tiers" }
}
