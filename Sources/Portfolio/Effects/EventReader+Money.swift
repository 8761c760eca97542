import LedgerCore

extension EventReader {
  /// A required amount of any sign in the base commodity, in which the programme is budgeted and measured.
  func baseAmount(_ field: String = "amount") throws(Diagnostic) -> Money {
    let money = try amount(field)
    try checkBase(money, field)
    return money
  }

  /// Refuses an amount in another commodity than that of the books.
  func checkBase(_ money: Money, _ field: String) throws(Diagnostic) {
    guard money.commodity != register.baseID else { return }
    throw failure(
      .wrongCommodity,
      Wording(
        "\(event.kind.chinese)（\(event.kind.name)）用 \(register.base.code) 记，不用 \(register[money.commodity].code)",
        "\(event.kind.name) is recorded in \(register.base.code), not in \(register[money.commodity].code)"),
      hint: Wording("按当日汇率折算；原币金额写在备注里", "convert the amount at the rate of the day; keep the original amount in a note"), field: field)
  }

  /// An amount as text with its separators, for messages.
  func text(_ minorUnits: Int64) -> String {
    DecimalText.format(minorUnits, scale: register.base.scale, grouped: true) + " " + register.base.code
  }

  /// The account that money leaves or reaches: the field `cash`, else the one that the kind names.
  func cash(default name: String) throws(Diagnostic) -> String {
    guard let account = try account("cash") else { return name }
    guard account.book == .fiscal else {
      throw failure(
        .accountWrongBook,
        Wording(
          "\(account.name)是\(account.book.chinese)的科目，不是资金账户",
          "\(account.name) is an account of the \(account.book.name) book, not one that holds money"),
        hint: Wording("写财务会计的科目，如 国库存款 或 其他财政存款", "name an account of the fiscal book, as 国库存款 or 其他财政存款"), field: "cash")
    }
    // A chart may call the treasury or the holder's account by another name; what the money is does not change.
    for name in [CashAccount.treasury, CashAccount.custody] where register.account(named: name)?.id == account.id {
      return name
    }
    return account.name
  }

  /// A share between 0 and 100 %, or nil when the field is absent.
  func share(_ field: String = "share") throws(Diagnostic) -> Rate? {
    guard let share = event.rate(field) else { return nil }
    guard share >= .zero && share <= .whole else {
      throw failure(
        .badFieldValue, Wording("股比在 0 % 到 100 % 之间，不是 \(share)", "a share lies between 0 % and 100 %, not at \(share)"),
        hint: Wording("写作 8.5%", "write it as 8.5%"), field: field)
    }
    return share
  }

  /// Our part of what happened at an investee: the whole of it times the share held, or what `ours` says.
  func ourPart(of deal: Deal) throws(Diagnostic) -> Money {
    if event.amount("ours") != nil {
      if event.amount("amount") != nil || event.rate("share") != nil {
        throw failure(
          .conflictingFields, Wording("ours 已是我方部分，不再写整体金额和股比", "ours is our part already; it excludes an amount of the whole and a share"),
          hint: Wording("写整个企业的金额，或 ours:金额，只写一样", "give the amount of the whole company or ours:AMOUNT, not both"), field: "ours")
      }
      return try baseAmount("ours")
    }
    let whole = try baseAmount()
    let stated = try share()
    let held = try position(of: deal).share(on: day)
    guard let share = stated ?? held else {
      throw failure(
        .missingShare, Wording("\(day) 时\(deal.name)的股比未知", "the share held in \(deal.name) is not known on \(day)"),
        hint: Wording("加上 share:8.5%，或用 ours:金额 写我方部分", "add share:8.5%, or give our part as ours:AMOUNT"))
    }
    return Money(try checked { () throws(MoneyOverflow) in try share.of(whole.minorUnits) }, whole.commodity)
  }

  /// Our part of something that must be above zero.
  func ourPositivePart(of deal: Deal) throws(Diagnostic) -> Money {
    let money = try ourPart(of: deal)
    guard money.minorUnits > 0 else {
      throw failure(
        .notPositive, Wording("我方部分须大于零", "our part must be above zero"),
        hint: Wording("更正用 reverse 冲销", "a correction is recorded with reverse"),
        field: event.amount("ours") != nil ? "ours" : "amount")
    }
    return money
  }
}
