import LedgerCore

extension EventDeclaration {
  /// Declares a company, fund, bank, holder or other body.
  static let party = EventDeclaration(
    "party", "单位", .register, dating: .optional,
    summary: "Declares a company, fund, holder, bank or other body, or what is newly said of a known one.",
    summaryChinese: "声明企业、基金、持股平台、银行或其他单位，或补充已有单位的信息。",
    fields: [
      Field("name", "名称", .newName(.party), "short name", "简称").positional,
      Field("full", "全称", .text, "full name", "全称").optionalPositional,
      Field(
        "kind", "类型", .choice(Party.Kind.allCases.map { Choice($0.rawValue, $0.chinese) }),
        "what the party is; a company when absent", "单位类型，缺省为企业"),
      Field("region", "区划", .text, "GB/T 2260 or fiscal code", "行政区划或财政区划代码"),
      Field("industry", "行业", .text, "GB/T 4754 code, as C36", "国民经济行业代码，如 C36"),
      Field("code", "信用代码", .text, "unified social credit code", "统一社会信用代码"),
      Field("stage", "发展阶段", .text, "stage of the company's life", "企业发展阶段"),
      Field(
        "code-checked", "代码核对", .text, "document by which a credit code that fails its check was found right",
        "校验不符的信用代码据以核对无误的文件"),
      Field("manager", "管理人", .name(.party), "who manages the fund", "基金的管理人"),
      Field("custodian", "托管人", .name(.party), "bank that keeps the fund's money", "基金的托管银行"),
    ],
    example: "party 力得 \"力得汽车科技股份有限公司\" kind:company region:371500 industry:C36",
    declare: { reader, register throws(Diagnostic) in
      let event = reader.event
      let name = event.text("name") ?? ""
      let known = register.party(named: name)
      let kind = event.choice("kind").flatMap { Party.Kind(rawValue: $0) }
      for field in ["manager", "custodian"] where event.text(field) != nil && (kind ?? known?.kind) != .fund {
        throw reader.failure(
          .wrongPartyKind, Wording("\(name)不是基金，没有 \(field)", "\(name) is no fund and has no \(field)"),
          hint: Wording("登记为基金：kind:fund", "declare it as one: kind:fund"), field: field)
      }
      var party = Party(
        id: .none, name: name, fullName: event.text("full") ?? known?.fullName ?? "",
        kind: kind ?? known?.kind ?? .company, region: event.text("region") ?? known?.region ?? "",
        industry: event.text("industry") ?? known?.industry ?? "",
        creditCode: event.text("code") ?? known?.creditCode ?? "", stage: event.text("stage") ?? known?.stage ?? "",
        codeChecked: event.text("code-checked") ?? known?.codeChecked ?? "")
      party.fundManager = try reader.partyID("manager") ?? known?.fundManager ?? .none
      party.custodian = try reader.partyID("custodian") ?? known?.custodian ?? .none
      register.declare(
        party,
        saying: PartyTraits(
          from: event.effectiveDay, region: event.text("region"), industry: event.text("industry"),
          stage: event.text("stage")))
    },
    effect: { reader, effect throws(Diagnostic) in
      if let code = reader.event.text("code"), reader.event.text("code-checked") == nil,
        let fault = CreditCode.fault(of: code)
      {
        effect.warn(
          .failingCreditCode, Wording("统一社会信用代码 \(code) \(fault.zh)", "credit code \(code) \(fault.en)"),
          hint: Wording("少数在用代码也通不过；请核对营业执照", "a few codes in real use fail; check the licence"),
          at: reader.event.position(of: "code"))
      }
      if let region = reader.event.text("region"), !Region.isPlausible(region, on: reader.event.day) {
        effect.warn(
          .unknownRegion, Wording("区划 \(region) 不是曾经有效的六位代码", "region \(region) is no code of six digits that was in force"),
          hint: Wording("371500 是聊城市；bgt 认得其各区县的代码", "371500 is 聊城市; bgt knows the codes of its districts"),
          at: reader.event.position(of: "region"))
      }
    })
}
