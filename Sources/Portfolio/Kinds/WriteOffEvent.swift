import LedgerCore

extension EventDeclaration {
  /// A holding written off (E10); a memo keeps it listed (账销案存).
  static let writeOff = EventDeclaration(
    "writeoff", "核销", .investment,
    summary: "Writes a holding or a part of it off; the memo of written-off holdings keeps it listed.",
    summaryChinese: "核销全部或部分股权投资，账销案存。",
    fields: [
      .deal.positional, .part,
      Field("finding", "认定意见", .text, "finding that allows it, with 容错 where granted", "核销认定意见，含容错认定"),
    ],
    example: "2024-12-20 writeoff 力得/A finding:破产清算终结，予以容错 doc:聊财资〔2024〕31号",
    effect: { reader, effect throws(Diagnostic) in
      let deal = try reader.deal()
      let position = try reader.heldPosition(of: deal)
      effect.bindEquityClass(of: reader.register[deal.party])
      let carrying = try reader.takeOut(try reader.partTaken(), of: position, deal, to: &effect)
      effect.add(.writtenOff, Money(carrying, reader.register.baseID), reader.dimensions(of: deal))
      for fact in effect.facts where fact.measure == .costOut {
        effect.add(.memoEntered, Money(fact.amount, fact.commodity), fact.dimensions)
      }
      effect.setExitWay(.writeOff)
    })
}
