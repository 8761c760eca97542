import LedgerCore

extension EventReader {
  /// What a sale takes of a holding: a part of all of it, or of one instalment.
  struct Taking {
    /// The part of everything that has no instalments: adjustment, other equity, share, worth.
    var part: Ratio
    /// The cost of one instalment; nil for the part of the whole cost.
    var cost: Int64?
    /// The instalment at specific cost, by its place in the chain; nil at average cost.
    var instalment: Int64?
  }

  /// The payments into a deal, with what is left of each on the day of the event.
  func instalments(of deal: Deal) throws(Diagnostic) -> Instalments {
    Instalments(try positions.facts(of: deal.id), on: day)
  }

  /// What an exit takes: at average cost the part of everything, at specific cost the part of one instalment.
  func taking(of deal: Deal, _ position: DealPosition) throws(Diagnostic) -> Taking {
    let part = try partTaken()
    let isNamed = event.text("instalment") != nil
    if event.choice("cost") == "average" && isNamed {
      throw failure(
        .conflictingFields, Wording("平均成本对各期一并计算", "average cost takes of all instalments alike"),
        hint: Wording("不写 instalment，或写 cost:specific", "leave instalment out, or write cost:specific"),
        field: "instalment")
    }
    guard isNamed || event.choice("cost") == "specific" else {
      return Taking(part: Ratio(part.partsPerBillion, over: Rate.whole.partsPerBillion))
    }
    let lot = try instalment(of: deal)
    let cost = try checked { () throws(MoneyOverflow) in try part.of(lot.principal) }
    let held = position[.cost].base(on: day)
    guard cost > 0, held > 0, cost <= held else {
      throw failure(
        .overHolding,
        Wording("该期成本 \(text(cost)) 大于所持的 \(text(held))", "\(text(cost)) of the instalment is more than the \(text(held)) that is held"),
        field: "instalment")
    }
    return Taking(part: Ratio(cost, over: held), cost: cost, instalment: lot.event)
  }

  /// The instalment that an exit at specific cost names; the only one when it names none.
  private func instalment(of deal: Deal) throws(Diagnostic) -> Instalment {
    let lots = try instalments(of: deal).lots
    let left = lots.map { "#\($0.event) (\($0.day), \(text($0.principal)))" }.joined(separator: ", ")
    guard event.text("instalment") != nil else {
      if lots.count == 1 { return lots[0] }
      throw failure(
        .missingField,
        Wording("\(deal.name)有 \(lots.count) 期出资；个别计价要写明一期", "\(deal.name) has \(lots.count) instalments; specific cost needs one of them"),
        hint: Wording("写 instalment:#编号；余下的是 \(left)", "name it: instalment:#NUMBER; left are \(left)"), field: "cost")
    }
    let original = try original("instalment")
    if let lot = lots.first(where: { $0.event == original.sequence }) { return lot }
    throw failure(
      .notAnInstalment,
      Wording(
        "#\(original.sequence) 不是\(deal.name)在 \(day) 还有余额的出资",
        "#\(original.sequence) is no payment into \(deal.name) of which anything is left on \(day)"),
      hint: Wording(left.isEmpty ? "各期都没有余额" : "余下的是 \(left)", left.isEmpty ? "nothing is left of any" : "left are \(left)"),
      field: "instalment")
  }
}
