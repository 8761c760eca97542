import BookStore
import LedgerCore
import Portfolio

/// Writes the registers: programmes, envelopes, parties, deals, rates, commodities.
struct RegisterFiles {
  let register: Register
  let folder: PackageFolder

  /// Writes all of them.
  func write() throws(Diagnostic) {
    try table(
      "programmes", ["名称", "全称", "起始", "终止", "目标"],
      register.programmes.map { programme in
        [
          programme.name, programme.fullName, text(programme.from), text(programme.to),
          programme.target?.description ?? "",
        ]
      })
    try table(
      "envelopes", ["名称", "年度", "项目计划", "资金性质", "功能分类", "经济分类"],
      register.envelopes.map { envelope in
        [
          envelope.name, "\(envelope.year)", register[envelope.programme].name, "\(envelope.nature)", envelope.function,
          envelope.economic,
        ]
      })
    try table(
      "parties", ["名称", "全称", "类型", "区划", "行业", "信用代码", "发展阶段"],
      register.parties.map { party in
        [party.name, party.fullName, party.kind.chinese, party.region, party.industry, party.creditCode, party.stage]
      })
    try table(
      "deals", ["名称", "被投单位", "项目计划", "持股机构", "投资方式", "投资工具", "期限（月）", "核算方法", "起始", "计划规模"],
      register.deals.map(deal))
    let series = register.rates.values.sorted { $0.name < $1.name }
    try table(
      "rates", ["利率", "起始", "利率值"],
      series.flatMap { series in
        series.points.map { [series.name, $0.day.description, $0.rate.description] }
      })
    try table("commodities", ["代码", "小数位"], register.commodities.map { [$0.code, "\($0.scale)"] })
  }

  private func deal(_ deal: Deal) -> [String] {
    [
      deal.name, deal.party.isNone ? "" : register[deal.party].name,
      deal.programme.isNone ? "" : register[deal.programme].name,
      deal.holder.isNone ? "" : register[deal.holder].name, deal.method.chinese, deal.instrument.chinese,
      deal.termMonths == 0 ? "" : "\(deal.termMonths)", deal.usesEquityMethod ? "权益法" : "成本法", text(deal.from),
      deal.target == 0 ? "" : DecimalText.format(deal.target, scale: register.base.scale),
    ]
  }

  private func table(_ name: String, _ columns: [String], _ rows: [[String]]) throws(Diagnostic) {
    let table = try PackageTable(folder, "registers/\(name)", columns: columns)
    for row in rows { try table.add(row) }
    try table.close()
  }

  private func text(_ day: Day) -> String { day == .always || day == .never ? "" : day.description }
}
