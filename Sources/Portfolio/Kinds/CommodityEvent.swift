import LedgerCore

extension EventDeclaration {
  /// Declares a commodity with the decimals of its minor unit.
  static let commodity = EventDeclaration(
    "commodity", "币种", .register, dating: .optional,
    summary: "Declares a currency or unit with the number of decimals that its amounts have.",
    summaryChinese: "声明币种或计量单位及其小数位数。",
    fields: [
      Field("code", "代码", .newName(.commodity), "code written after amounts", "写在金额后的代码").positional,
      Field("decimals", "小数位", .integer, "decimals of the minor unit, 0 to 9", "最小单位的小数位数，0 至 9").positional,
      Field("name", "名称", .text, "name shown to people", "名称").optionalPositional,
    ],
    example: "commodity CNY 2 人民币",
    declare: { reader, register throws(Diagnostic) in
      let code = reader.event.text("code") ?? ""
      let scale = Int(clamping: reader.event.integer("decimals") ?? 2)
      guard (0...Commodity.scaleMax).contains(scale) else {
        throw reader.failure(
          .badFieldValue, Wording("小数位数为 0 到 \(Commodity.scaleMax)", "decimals must be 0 to \(Commodity.scaleMax)"), field: "decimals")
      }
      // A common currency that nothing was recorded in yet may still have other decimals.
      if let known = register.commodities.first(where: { $0.code == code }), known.scale != scale {
        throw reader.failure(
          .alreadyDeclared, Wording("\(code) 已定为 \(known.scale) 位小数", "\(code) has \(known.scale) decimals already"),
          hint: Wording("已记的金额不能改变含义；请另用代码", "amounts that are recorded cannot change their meaning; choose another code"),
          field: "decimals"
        )
      }
      register.declare(Commodity(code: code, scale: scale, name: reader.event.text("name") ?? ""))
    })
}
