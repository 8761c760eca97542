import LedgerCore

extension EventDeclaration {
  /// A published rate from a day on, such as LPR-1Y.
  static let rate = EventDeclaration(
    "rate", "利率", .register,
    summary: "Records a published rate that holds from the date on, such as LPR-1Y.",
    summaryChinese: "登记自该日起执行的公布利率，如 LPR-1Y。",
    fields: [
      Field("series", "利率名称", .text, "name of the series", "利率系列名称").positional,
      Field("rate", "利率", .rate, "yearly rate", "年利率").positional,
      Field("source", "来源", .text, "who published it", "公布机构"),
      Field(
        "status", "核对状态", .choice([Choice("verified", "已核对"), Choice("unverified", "未核对")]),
        "whether it was checked in the official text", "是否已与正式文本核对"),
    ],
    example: "2022-08-22 rate LPR-1Y 3.65% source:全国银行间同业拆借中心",
    declare: { reader, register throws(Diagnostic) in
      guard let series = reader.event.text("series"), let rate = reader.event.rate("rate") else {
        throw reader.failure(.missingField, Wording("rate 要写明利率名称和利率", "rate needs series and rate"))
      }
      register.declare(
        RatePoint(
          day: reader.day, rate: rate, source: reader.event.text("source") ?? "",
          isUnverified: reader.event.choice("status") == "unverified"), of: series)
    })
}
