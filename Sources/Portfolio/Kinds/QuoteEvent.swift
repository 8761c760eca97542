import LedgerCore

extension EventDeclaration {
  /// What units of a commodity are worth in another, from a day on.
  static let quote = EventDeclaration(
    "quote", "市价", .register,
    summary: "Records what a commodity is worth in another from the date on: a market price or an exchange rate.",
    summaryChinese: "登记自该日起某种币种或计量单位折合另一币种的价格：市价或汇率。",
    fields: [
      Field("commodity", "币种", .name(.commodity), "commodity that is valued", "被计价的币种或计量单位").positional,
      Field("price", "价格", .amount, "what its units are worth", "折合金额").positional,
      Field("per", "单位数", .integer, "how many units that is for; one when absent", "折合金额所对应的单位数，缺省为 1"),
      Field("source", "来源", .text, "who published it", "公布机构"),
    ],
    example: "2022-12-30 quote USD 696.46 CNY per:100 source:中国外汇交易中心",
    declare: { reader, register throws(Diagnostic) in
      let code = reader.event.text("commodity") ?? ""
      guard let commodity = register.commodity(named: code) else {
        throw reader.failure(
          .wrongCommodity, Wording("没有货币或品种 \(code)", "commodity \(code) is not known"),
          hint: Wording("先设置：commodity \(code) 2", "declare it: commodity \(code) 2"), field: "commodity")
      }
      let price = try reader.amount("price")
      if price.minorUnits <= 0 { throw reader.failure(.notPositive, Wording("价格须大于零", "a price must be above zero"), field: "price") }
      if price.commodity == commodity {
        throw reader.failure(.badFieldValue, Wording("\(code) 的价格要用另一种货币", "a price of \(code) is in another commodity"), field: "price")
      }
      let per = reader.event.integer("per") ?? 1
      if per < 1 { throw reader.failure(.badFieldValue, Wording("价格对应的数量至少为 1", "a price is for one unit or more"), field: "per") }
      register.declare(
        Quote(day: reader.day, price: price, per: per, source: reader.event.text("source") ?? ""), of: commodity)
    })
}
