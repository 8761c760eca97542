import LedgerCore

extension EventDeclaration {
  /// A commitment given up in whole or part; its reservation is free again (Q7 in red), or its pledge is gone.
  static let release = EventDeclaration(
    "release", "解除认缴", .investment,
    summary: "Gives up a commitment or a part of it; what was reserved for it may be spent again, what was pledged "
      + "on a later year is pledged no more. Without an envelope, what no envelope holds goes first.",
    summaryChinese: "解除全部或部分认缴，预留的指标恢复可用，跨年承诺相应减少；未指明指标的，先解除未预留部分。",
    fields: [
      .deal.positional, .amount.positional, .envelope,
      Field("year", "预算年度", .year, "budget year whose pledge is given up", "所解除跨年承诺的预算年度"),
    ],
    example: "2022-11-20 release 力得/A 1,000,000.00 CNY envelope:2022/拨改投 doc:补充协议",
    effect: { reader, effect throws(Diagnostic) in
      let deal = try reader.deal()
      let money = try reader.positiveAmount()
      if let year = try reader.pledgedYear(of: deal) {
        try reader.releasePledge(money, on: year, of: deal, &effect)
      } else {
        try reader.releaseReservation(money, of: deal, &effect)
      }
    })
}

extension EventReader {
  /// The year whose pledge is given up; nil when a reservation or a commitment without either is.
  fileprivate func pledgedYear(of deal: Deal) throws(Diagnostic) -> Int? {
    if let year = event.integer("year") {
      if event.text("envelope") == nil { return Int(clamping: year) }
      throw failure(
        .conflictingFields, Wording("release 写指标的预留或年度的承诺，不能两样都写", "release names an envelope's reservation or a year's pledge, not both"),
        hint: Wording("分两笔记录", "record one release for each"), field: "year")
    }
    let position = try position(of: deal)
    let years = position.pledges.years
    guard event.text("envelope") == nil, let first = years.first else { return nil }
    if years.count == 1 && !position.reservations.values.contains(where: { $0 > 0 }) { return first }
    let named = years.map(String.init).joined(separator: ", ")
    throw failure(
      .missingField,
      Wording("release 要写明年度或指标：\(deal.name)有 \(named) 的承诺", "release needs year or envelope: \(deal.name) has pledges on \(named)"),
      hint: Wording("写明放弃的是哪一项：year:\(first)，或持有预留的指标", "name what is given up: year:\(first), or the envelope that holds the reservation"),
      field: "year")
  }

  /// Gives up a pledge, at most what is pledged; the commitment goes as far as payments have not used it.
  fileprivate func releasePledge(
    _ money: Money, on year: Int, of deal: Deal, _ effect: inout Effect
  ) throws(Diagnostic) {
    let position = try position(of: deal)
    let pledged = position.pledges[year]
    if money.minorUnits > pledged {
      throw failure(
        .overCommitment,
        Wording("\(deal.name)对 \(year) 年的承诺是 \(text(max(0, pledged)))", "\(text(max(0, pledged))) is pledged on \(year) for \(deal.name)"),
        hint: Wording("解除不超过此数", "release at most that"), field: "amount")
    }
    let open = max(0, position.totals[.committed] - position.paidIn)
    effect.add(.committed, Money(0 - min(money.minorUnits, open), money.commodity), dimensions(of: deal))
    effect.add(.pledgeRelieved, money, dimensions(of: deal), traits: .ofYear(year))
  }

  fileprivate func releaseReservation(_ money: Money, of deal: Deal, _ effect: inout Effect) throws(Diagnostic) {
    let position = try position(of: deal)
    let left = position.totals[.committed] - position.paidIn
    if money.minorUnits > left {
      throw failure(
        .overCommitment,
        Wording("\(deal.name)签约未付的是 \(text(max(0, left)))", "\(text(max(0, left))) of the commitment on \(deal.name) is open"),
        hint: Wording("解除不超过此数；已付的钱用 refund 或 exit 记", "release at most that; money paid comes back with refund or exit"), field: "amount")
    }
    effect.add(.committed, Money(0 - money.minorUnits, money.commodity), dimensions(of: deal))
    let reserved = position.reservations.values.reduce(0) { $0 + max(0, $1) }
    // What no envelope holds is given up first: money set aside is only set free when nothing else is left.
    let unreserved = event.text("envelope") == nil ? max(0, left - reserved) : 0
    let freed = Money(max(0, money.minorUnits - unreserved), money.commodity)
    if freed.minorUnits == 0 { return }
    if let envelope = try envelope(ofDealBy: position.reservations) {
      try checkReserved(freed, from: envelope, for: deal)
      effect.add(.relieved, freed, dimensions(of: deal, envelope: envelope.id))
    } else if reserved > 0 {
      throw failure(
        .missingField,
        Wording("release 要写明 envelope（预算指标）：几个指标都有\(deal.name)的预留", "release needs envelope: several hold reservations for \(deal.name)"),
        hint: Wording("写明一个，如 envelope:2022/拨改投", "name one of them, as envelope:2022/拨改投"), field: "envelope")
    }
  }

  /// Refuses more than an envelope has reserved for a deal.
  func checkReserved(_ money: Money, from envelope: Envelope, for deal: Deal) throws(Diagnostic) {
    let reserved = max(0, try position(of: deal).reserved(in: envelope.id).lowest(from: day))
    if money.minorUnits > reserved {
      throw failure(
        .overCommitment,
        Wording("\(envelope.name)为\(deal.name)预留的是 \(text(reserved))", "\(envelope.name) has \(text(reserved)) reserved for \(deal.name)"),
        hint: Wording("改写持有预留的指标，或减少金额", "name the envelope that holds the reservation, or a smaller amount"), field: "amount")
    }
  }
}
