import LedgerCore

extension EventDeclaration {
  /// Says what an account must hold at the end of a day; a difference stops the import.
  static let assert = EventDeclaration(
    "assert", "断言", .general,
    summary: "States the balance of an account at the end of a day; refused when the books say otherwise.",
    summaryChinese: "声明科目在某日终了的余额；与账面不符则拒绝。",
    fields: [
      Field("account", "科目", .name(.account), "account whose balance is stated", "科目").positional,
      Field("balance", "余额", .amount, "balance, debit positive", "余额，借方为正").positional,
    ],
    example: "2022-12-31 assert 其他财政存款 1,000.00 CNY",
    effect: { reader, effect throws(Diagnostic) in
      guard let account = try reader.account("account") else { return }
      let stated = try reader.amount("balance")
      let actual = try reader.history.balance(of: account.id, stated.commodity, asOf: reader.day)
      if actual == stated.minorUnits { return }
      let scale = reader.register[stated.commodity].scale
      let code = reader.register[stated.commodity].code
      throw reader.failure(
        .assertionFailed,
        Wording(
          "\(account.name)在 \(reader.day) 的余额是 \(DecimalText.format(actual, scale: scale, grouped: true)) \(code)，"
            + "不是 \(DecimalText.format(stated.minorUnits, scale: scale, grouped: true))",
          "\(account.name) holds \(DecimalText.format(actual, scale: scale, grouped: true)) \(code) on \(reader.day), "
            + "not \(DecimalText.format(stated.minorUnits, scale: scale, grouped: true))"),
        hint: Wording("bgt register \(account.name) 可看余额由哪些事项变动而来", "bgt register \(account.name) shows what moved it"), field: "balance")
    })
}
