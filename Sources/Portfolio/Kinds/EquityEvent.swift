import LedgerCore

extension EventDeclaration {
  /// Other change of an investee's equity under the equity method (E3).
  static let equity = EventDeclaration(
    "equity", "权益变动", .investment,
    summary: "Takes our part of another change of an investee's equity (not result, not dividend) into the books.",
    summaryChinese: "按权益法确认被投单位除损益、分红以外的其他权益变动中我方部分。",
    fields: [.deal.positional, .amount.optionalPositional, .ours, .ourShare],
    example: "2022-12-31 equity 力得/A 500,000.00 CNY doc:审计报告",
    effect: { reader, effect throws(Diagnostic) in
      let deal = try reader.deal()
      try reader.checkEquityMethod(of: deal)
      let position = try reader.heldPosition(of: deal)
      let part = try reader.ourPart(of: deal)
      let dimensions = reader.dimensions(of: deal)
      effect.bindEquityClass(of: reader.register[deal.party])
      if part.minorUnits < 0 {
        try reader.addLoss(part, .equityShare, isSigned: true, position, dimensions, to: &effect)
      } else {
        effect.add(.equityShare, part, dimensions)
      }
    })
}
