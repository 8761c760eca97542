import LedgerCore

extension EventDeclaration {
  /// A statement of a bank or the treasury as a whole: its days, balances and totals.
  public static let statement = EventDeclaration(
    "statement", "对账单", .general,
    summary: "A statement of a bank or the treasury on an account, dated on its last day: balances and totals. Its lines "
      + "follow as events of their own; none of them posts anything.",
    summaryChinese: "银行或国库对账单，日期为其末日：余额与合计。各行另记为对账单明细；均不生成凭证。",
    fields: [
      Field("account", "科目", .name(.account), "account of the fiscal book that the statement is of", "对账单所属的财务会计科目").positional,
      Field("from", "起始日", .day, "first day of the statement", "对账单首日").required,
      Field("opening", "期初余额", .amount, "balance before the first line; absent when the statement has none", "首行之前的余额，无余额的清单不填"),
      Field("closing", "期末余额", .amount, "balance after the last line", "末行之后的余额"),
      Field("received", "收入合计", .amount, "all that came in", "本期收入合计").required,
      Field("paid", "支出合计", .amount, "all that went out, as a positive amount", "本期支出合计，正数").required,
      Field("lines", "行数", .integer, "how many lines it has", "明细行数").required,
      Field("institution", "开户行", .text, "bank or treasury that issued it", "出具对账单的银行或国库"),
      Field("number", "账号", .text, "number of the account at the bank", "银行账号"),
      Field("file", "文件名", .text, "file that it was read from", "来源文件"),
      Field("digest", "摘要值", .text, "SHA-256 of the file", "文件的 SHA-256"),
    ],
    example: "2022-06-30 statement 国库存款 from:2022-06-01 opening:1,000.00 closing:1,500.00 received:700.00 paid:200.00 lines:3",
    effect: { reader, effect throws(Diagnostic) in
      try reader.checkHoldsMoney(try reader.statementAccount())
      let closing = try reader.checkedStatement()
      effect.add(.statementBalance, closing, .none)
    })
}

extension EventReader {
  /// Days, count and balances of a statement; the closing balance, 0 for a list without balances.
  fileprivate func checkedStatement() throws(Diagnostic) -> Money {
    guard let from = event.day("from"), from <= day else {
      throw failure(
        .badFieldValue, Wording("对账单的起始日晚于最后一日 \(day)", "the statement begins after its last day \(day)"),
        hint: Wording("日期写最后一日", "date it on its last day"), field: "from")
    }
    guard let count = event.integer("lines"), count >= 0 else {
      throw failure(.badFieldValue, Wording("对账单的笔数不能小于零", "a statement has no fewer than 0 lines"), field: "lines")
    }
    let (received, paid) = (try amount("received"), try amount("paid"))
    if received.minorUnits < 0 || paid.minorUnits < 0 {
      throw failure(
        .notPositive, Wording("收入和支出合计不能小于零", "received and paid are not below zero"),
        hint: Wording("支出写正数", "write what went out as a positive amount"), field: "paid")
    }
    let opening = event.amount("opening")
    let closing = event.amount("closing")
    for money in [paid, opening, closing].compactMap(\.self) where money.commodity != received.commodity {
      throw failure(
        .wrongCommodity, Wording("一张对账单只用一种货币", "a statement is in one commodity"),
        hint: Wording("各种货币分别记", "record one statement for each"),
        field: "received")
    }
    guard let opening, let closing else {
      if opening == nil && closing == nil { return Money(0, received.commodity) }
      throw failure(
        .missingField, Wording("对账单的期初、期末余额要么都有，要么都没有", "a statement has both balances or none"),
        field: opening == nil ? "opening" : "closing")
    }
    let reached = try checked { () throws(MoneyOverflow) in
      try opening.minorUnits.plus(received.minorUnits).minus(paid.minorUnits)
    }
    guard reached == closing.minorUnits else {
      let scale = register[received.commodity].scale
      let texts = [opening.minorUnits, received.minorUnits, paid.minorUnits, reached, closing.minorUnits].map {
        DecimalText.format($0, scale: scale, grouped: true)
      }
      throw failure(
        .statementUnbalanced,
        Wording(
          "期初 \(texts[0]) + 收入 \(texts[1]) − 支出 \(texts[2]) = \(texts[3])，不是 \(texts[4])",
          "opening \(texts[0]) + received \(texts[1]) − paid \(texts[2]) is \(texts[3]), not \(texts[4])"),
        hint: Wording("核对余额；是否缺了明细？", "check the balances; is a line missing?"), field: "closing")
    }
    return closing
  }
}
