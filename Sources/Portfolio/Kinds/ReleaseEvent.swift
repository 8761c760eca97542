import LedgerCore

extension EventDeclaration {
  /// A commitment given up in whole or part; its reservation is free again (Q7 in red).
  static let release = EventDeclaration(
    "release", "解除认缴", .investment,
    summary: "Gives up a commitment or a part of it; what was reserved for it may be spent again.",
    summaryChinese: "解除全部或部分认缴，预留的指标恢复可用。",
    fields: [.deal.positional, .amount.positional, .envelope],
    example: "2022-11-20 release 力得/A 1,000,000.00 CNY envelope:2022/拨改投 doc:补充协议",
    effect: { reader, effect throws(Diagnostic) in
      let deal = try reader.deal()
      let money = try reader.positiveAmount()
      let position = try reader.position(of: deal)
      let left = position.totals[.committed] - position.paidIn
      if money.minorUnits > left {
        throw reader.failure(
          .overCommitment, "\(reader.text(max(0, left))) of the commitment on \(deal.name) is open",
          hint: "release at most that; money paid comes back with refund or exit", field: "amount")
      }
      let negative = Money(0 - money.minorUnits, money.commodity)
      effect.add(.committed, negative, reader.dimensions(of: deal))
      if let envelope = try reader.envelope(ofDealBy: position.reservations) {
        try reader.checkReserved(money, from: envelope, for: deal)
        effect.add(.relieved, money, reader.dimensions(of: deal, envelope: envelope.id))
      } else if position.reservations.values.contains(where: { $0 > 0 }) {
        throw reader.failure(
          .missingField, "release needs envelope: several hold reservations for \(deal.name)", field: "envelope")
      }
    })
}

extension EventReader {
  /// Refuses more than an envelope has reserved for a deal.
  func checkReserved(_ money: Money, from envelope: Envelope, for deal: Deal) throws(Diagnostic) {
    let reserved = try position(of: deal).reservations[envelope.id] ?? 0
    if money.minorUnits > reserved {
      throw failure(
        .overCommitment, "\(envelope.name) has \(text(reserved)) reserved for \(deal.name)",
        hint: "name the envelope that holds the reservation, or a smaller amount", field: "amount")
    }
  }
}
