import LedgerCore

extension EventDeclaration {
  /// Treasury money put into the holder's account before anything is paid from it, or what of it goes back.
  ///
  /// An entity difference: the money stays the government's, so no budget outlay and no quota moves.
  static let advance = EventDeclaration(
    "advance", "拨入专户", .investment,
    summary: "The treasury puts money into the holder's account before anything is paid from it: no outlay, no quota.",
    summaryChinese: "国库向受托机构专户预拨资金，或专户余款退回国库：不列预算支出，不动指标。",
    fields: [
      .programme.positional, .amount.positional,
      Field(
        "direction", "方向", .choice([Choice("in", "拨入"), Choice("out", "退回")]),
        "out: money advanced goes back to the treasury; in when absent", "退回：预拨资金退回国库；缺省为拨入"),
      .holderAccount, .holder,
    ],
    example: "2022-01-10 advance 拨改投 2,000,000.00 CNY holder:聊城国投 doc:聊财指〔2022〕3号",
    effect: { reader, effect throws(Diagnostic) in
      let money = try reader.positiveAmount()
      let dimensions = try reader.holderDimensions()
      effect.bindings["cash"] = try reader.holderCash()
      guard reader.event.choice("direction") == "out" else {
        effect.add(.advanced, money, dimensions)
        return
      }
      let pool = try reader.positions.pool(dimensions.programme)
      let left = min(pool.advancedByDay.lowest(from: reader.day), pool.cover.lowest(from: reader.day))
      if money.minorUnits > left {
        throw reader.failure(
          .overRecycled,
          Wording(
            "该项目计划垫付未归还的只有 \(reader.text(max(0, left)))",
            "\(reader.text(max(0, left))) was advanced for the programme and did not go back yet"),
          hint: Wording("持股机构处的分红、处置款和利息用 remit 上缴", "dividends, proceeds and interest at the holder are remitted, with remit"),
          field: "amount")
      }
      effect.add(.advanceReturned, money, dimensions)
    })
}

extension EventReader {
  /// The dimensions of money at the holder that belongs to no deal: the programme, and the holder when named.
  func holderDimensions() throws(Diagnostic) -> Dimensions {
    guard let programme = try programme() else {
      throw failure(
        .missingField, Wording("\(event.kind.chinese)（\(event.kind.name)）要写明 programme（项目计划）", "\(event.kind.name) needs programme"),
        field: "programme")
    }
    return Dimensions(programme: programme.id, holder: try party("holder")?.id ?? .none)
  }
}
