import LedgerCore

extension EventDeclaration {
  /// Recovered money paid by the holder into the treasury: budget income, never a restored quota.
  static let remit = EventDeclaration(
    "remit", "缴回国库", .investment,
    summary: "The holder pays recovered money into the treasury: budget income, never a restored quota.",
    summaryChinese: "受托机构将收回资金缴入国库：作为预算收入，不恢复指标。",
    fields: [
      .programme.positional, .amount.positional, .dealOfMoney,
      Field(
        "class", "收入类别",
        .choice([
          Choice("dividend", "股利股息"), Choice("transfer", "产权转让"), Choice("liquidation", "清算"),
          Choice("interest", "利息收入"),
        ]),
        "income class; transfer when absent", "收入类别，缺省为产权转让"), .holderCash, .nature,
    ],
    example: "2025-07-10 remit 拨改投 6,800,000.00 CNY class:transfer doc:缴款书0007",
    effect: { reader, effect throws(Diagnostic) in
      let money = try reader.positiveAmount()
      let dimensions = try reader.recoveredDimensions(atLeast: money)
      effect.bindings["cash"] = try reader.holderCash()
      effect.bindings["nature"] = reader.incomeNature.chinese
      switch reader.event.choice("class") {
      case "dividend": effect.bindings["income"] = "股利股息"
      case "liquidation": effect.bindings["income"] = "清算"
      case "interest": effect.bindings["income"] = "利息收入"
      default: effect.bindings["income"] = "产权转让"
      }
      effect.add(.remitted, money, dimensions)
    })
}

extension EventReader {
  /// The programme, and the deal when named, whose recovered money is used; refused beyond what is at the holder.
  func recoveredDimensions(atLeast money: Money) throws(Diagnostic) -> Dimensions {
    guard let programme = try programme() else {
      throw failure(
        .missingField, Wording("\(event.kind.chinese)（\(event.kind.name)）要写明 programme（项目计划）", "\(event.kind.name) needs programme"),
        field: "programme")
    }
    let left = max(0, try positions.pool(programme.id).unassigned(from: day))
    if money.minorUnits > left {
      throw failure(
        .overRecycled,
        Wording(
          "\(programme.name)收回在持股机构处、尚未安排用途的是 \(text(left))",
          "\(text(left)) recovered by \(programme.name) is at the holder and not yet assigned"),
        hint: Wording(
          "分红和处置款收到时写明 cash（持股机构账户）才计入，利息当即计入",
          "dividends and exits count once received with cash: naming the holder's account, interest at once"),
        field: "amount")
    }
    guard event.text("deal") != nil else { return Dimensions(programme: programme.id) }
    let deal = try deal()
    guard deal.programme == programme.id else {
      throw failure(
        .outsideProgramme,
        Wording(
          "\(deal.name)属于\(register[deal.programme].name)，不属于\(programme.name)",
          "\(deal.name) belongs to \(register[deal.programme].name), not to \(programme.name)"),
        hint: Wording("写该项目计划的项目，或不写", "name a deal of the programme, or leave it out"), field: "deal")
    }
    return dimensions(of: deal)
  }

  /// The holder's account that money leaves or reaches; the treasury is none.
  func holderCash() throws(Diagnostic) -> String {
    let cash = try cash(default: CashAccount.custody)
    if CashAccount.isTreasury(cash) {
      throw failure(
        .badFieldValue, Wording("\(cash)是国库的科目，不是持股机构的账户", "\(cash) is the treasury's account, not one of the holder"),
        hint: Wording("写持股机构的账户", "name the holder's account"),
        field: "cash")
    }
    return cash
  }
}
