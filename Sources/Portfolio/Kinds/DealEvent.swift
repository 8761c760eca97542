import LedgerCore

extension EventDeclaration {
  /// Declares a deal: one investment of the programme in one company or fund.
  static let deal = EventDeclaration(
    "deal", "投资项目", .register,
    summary: "Declares one investment of a programme in one company or fund, with method, instrument and term.",
    summaryChinese: "声明项目计划对一家企业或基金的一项投资：方式、工具和期限。",
    fields: [
      Field("name", "名称", .newName(.deal), "name of the deal, as COMPANY/ROUND", "名称，如 企业/轮次").positional,
      Field("party", "被投单位", .name(.party), "company or fund invested in", "被投企业或基金").required,
      Field("programme", "项目计划", .name(.programme), "programme that invests", "出资的项目计划").required,
      Field("holder", "持股机构", .name(.party), "who holds the shares for the treasury", "受托持股机构"),
      Field(
        "method", "投资方式", .choice(Deal.Method.allCases.map { Choice($0.rawValue, $0.chinese) }),
        "one of the four methods", "四种投资方式之一"
      ).required,
      Field(
        "instrument", "投资工具", .choice(Deal.Instrument.allCases.map { Choice($0.rawValue, $0.chinese) }),
        "what is bought; partnership share of a fund, else ordinary shares when absent", "投资工具，缺省基金为合伙份额、企业为普通股"),
      Field("term", "期限", .term, "agreed term, as 5y or 18m", "约定期限，如 5y、18m"),
      Field(
        "accounting", "核算方法", .choice([Choice("equity", "权益法"), Choice("cost", "成本法")]),
        "equity or cost method; equity when absent", "权益法或成本法，缺省为权益法"),
      Field("target", "计划规模", .amount, "planned size of the whole round or fund", "本轮或基金的计划总规模"),
      Field(
        "riskiest", "劣后财政方数", .integer,
        "public investors in the riskiest tranche, ours among them; 0 when ours is not in it", "处于最劣后层级的财政方数（含我方），我方不在其中为 0"),
      Field(
        "reinvest-target", "返投目标", .multiple, "reinvestment that the contract asks for, of our money: 1.5 or 150%",
        "合同约定的返投比例（对我方出资），如 1.5 或 150%"),
      Field(
        "tracing", "穿透方法", .choice(Deal.Tracing.allCases.map { Choice($0.rawValue, $0.chinese) }),
        "how a fund's investments are traced to its partners; pro rata when absent", "基金投资穿透至出资人的方法，缺省按出资比例"),
    ],
    example: "2022-05-30 deal 力得/A party:力得 programme:拨改投 method:直接投资 instrument:普通股 term:5y",
    declare: { reader, register throws(Diagnostic) in
      register.declare(try reader.declaredDeal())
    })
}

extension EventReader {
  /// The deal that the event declares, or the known one with what is newly said of it.
  fileprivate func declaredDeal() throws(Diagnostic) -> Deal {
    let name = event.text("name") ?? ""
    let known = register.deal(named: name)
    guard let party = try partyID(), let programme = try programmeID() else {
      throw failure(.missingField, Wording("项目要写明 party（被投单位）和 programme（项目计划）", "deal needs party and programme"))
    }
    let usesEquityMethod = event.choice("accounting").map { $0 == "equity" }
    if let known {
      let isSame =
        known.party == party && known.programme == programme
        && (usesEquityMethod ?? known.usesEquityMethod) == known.usesEquityMethod
      if !isSame {
        throw failure(
          .alreadyDeclared,
          Wording(
            "\(name)已是\(register[known.programme].name)投向\(register[known.party].name)的项目",
            "\(name) is a deal of \(register[known.programme].name) with \(register[known.party].name)"),
          hint: Wording("项目的被投单位、项目计划和核算方法不变；请另设项目", "party, programme and accounting of a deal do not change; declare another deal"),
          field: "name")
      }
    }
    let term = event.integer("term").map { Int(clamping: $0) } ?? known?.termMonths ?? 0
    if term < 0 {
      throw failure(
        .badFieldValue, Wording("期限不能为负", "a term is not negative"), hint: Wording("写作 5y 或 18m", "write it as 5y or 18m"), field: "term")
    }
    if let target = event.amount("target") { try checkBase(target, "target") }
    if let count = event.integer("riskiest"), !(0...999).contains(count) {
      throw failure(
        .badFieldValue, Wording("同一批的政府出资人为 0 到 999 个", "of public investors in a tranche there are 0 to 999"),
        hint: Wording("写出个数，含我方", "count them, ours among them"),
        field: "riskiest")
    }
    if let share = event.rate("reinvest-target"), share < .zero {
      throw failure(
        .badFieldValue, Wording("百分比不能为负", "a percentage is not negative"), hint: Wording("写作 150%", "write it as 150%"),
        field: "reinvest-target")
    }
    let method = event.choice("method").flatMap { Deal.Method(rawValue: $0) } ?? known?.method ?? .direct
    if method == .injection && register[party].kind != .holder && register[party].kind != .stateFirm {
      throw failure(
        .wrongPartyKind,
        Wording(
          "直接注资的对象是持股机构，而\(register[party].name)的类型是\(register[party].kind.chinese)",
          "capital is injected into a holder; \(register[party].name) is declared as \(register[party].kind.rawValue)"),
        hint: Wording(
          "先登记：party \(register[party].name) kind:holder；或用 method:direct、guided、entrusted",
          "declare it: party \(register[party].name) kind:holder, or choose method:direct, guided or entrusted"),
        field: "method")
    }
    var deal = Deal(
      id: .none, name: name, party: party, programme: programme,
      holder: try partyID("holder") ?? known?.holder ?? .none, method: method,
      instrument: event.choice("instrument").flatMap { Deal.Instrument(rawValue: $0) } ?? known?.instrument
        ?? (register[party].kind == .fund ? .partnership : .ordinary),
      termMonths: term, usesEquityMethod: usesEquityMethod ?? known?.usesEquityMethod ?? true,
      from: min(day, known?.from ?? day), target: event.amount("target")?.minorUnits ?? known?.target ?? 0)
    deal.riskiest = event.integer("riskiest").map { Int(clamping: $0) } ?? known?.riskiest
    deal.reinvestTarget = event.rate("reinvest-target") ?? known?.reinvestTarget
    deal.tracing = event.choice("tracing").flatMap { Deal.Tracing(rawValue: $0) } ?? known?.tracing ?? .proRata
    return deal
  }
}
