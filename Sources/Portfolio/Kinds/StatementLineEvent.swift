import LedgerCore

extension EventDeclaration {
  /// One line of a statement as the bank or treasury wrote it.
  public static let statementLine = EventDeclaration(
    "statement-line", "对账单明细", .general,
    summary: "One line of a statement as the bank or treasury wrote it; it posts nothing and waits to be matched.",
    summaryChinese: "对账单的一行，照银行或国库所列；不生成凭证，待勾对。",
    fields: [
      Field("account", "科目", .name(.account), "account that the statement is of", "对账单所属科目").positional,
      Field("amount", "金额", .amount, "money that came in, positive, or went out, negative", "收入为正，支出为负").positional,
      Field("balance", "余额", .amount, "balance after the line", "本行之后的余额"),
      Field("counterparty", "对方户名", .text, "name of the other side", "对方户名"),
      Field("counterparty-account", "对方账号", .text, "account number of the other side", "对方账号"),
      Field("number", "流水号", .text, "number that the bank or treasury gave it: serial number, payment order", "流水号、支付令号"),
      Field("text", "摘要", .text, "what the line says it is about", "摘要、用途"),
      Field("unit", "预算单位", .text, "budget unit of a treasury payment", "国库支付的预算单位"),
      Field("function", "功能分类", .text, "functional class of a treasury payment", "国库支付的功能分类科目"),
      Field("economic", "经济分类", .text, "economic class of a treasury payment", "国库支付的经济分类科目"),
      Field("value-day", "起息日", .day, "day from which the money bears interest, where it is not that of the line", "起息日，与本行日期不同时填"),
    ],
    example: "2022-06-17 statement-line 国库存款 -5,000,000.00 CNY counterparty:力得汽车科技股份有限公司 number:ZF0617001",
    effect: { reader, effect throws(Diagnostic) in
      try reader.checkHoldsMoney(try reader.statementAccount())
      let money = try reader.amount()
      if money.minorUnits == 0 {
        throw reader.failure(
          .badFieldValue, Wording("金额为零的明细没有变动", "a line of 0 moves nothing"), hint: Wording("请删去", "leave it out"), field: "amount")
      }
      if let balance = reader.event.amount("balance"), balance.commodity != money.commodity {
        throw reader.failure(.wrongCommodity, Wording("余额和金额是两种货币", "balance and amount are in two commodities"), field: "balance")
      }
      effect.add(.statementLine, money, .none)
    })
}
