import LedgerCore

extension EventReader {
  /// How much of a deal's pledge on an envelope's year an amount relieves: all that is pledged, at most the amount.
  func relievedPledge(_ amount: Int64, of deal: Deal, from envelope: Envelope) throws(Diagnostic) -> Int64 {
    min(amount, max(0, try position(of: deal).pledges[envelope.year]))
  }

  /// Warns when a document leaves a budget year with less free money than what is pledged on it.
  ///
  /// - Parameters:
  ///   - envelope: one of that year.
  ///   - money: what the document adds to what is free.
  ///   - countsUnissued: whether money that is approved and not yet issued counts as free.
  func warnOfPledges(
    on envelope: Envelope, adding money: Money, countsUnissued: Bool, _ effect: inout Effect
  ) throws(Diagnostic) {
    let (year, programme) = (envelope.year, envelope.programme)
    let pledged = try positions.pledges(programme)[year]
    guard pledged > 0 else { return }
    var free = Int128(money.minorUnits)
    for other in register.envelopes where other.year == year && other.programme == programme {
      let position = try position(of: other)
      free += Int128(position.available) + (countsUnissued ? Int128(position.unissued) : 0)
    }
    guard free < Int128(pledged) else { return }
    effect.warn(
      .pledgeUncovered,
      Wording(
        "\(register[programme].name) \(year) 年已承诺 \(text(pledged))，可用 \(text(Int64(clamping: free)))",
        "\(text(pledged)) is pledged on \(year) of \(register[programme].name), \(text(Int64(clamping: free))) is there"),
      hint: Wording(
        "bgt budget \(year) 列出承诺；追加批复或下达，或另定分期",
        "bgt budget \(year) shows the pledges; approve or issue more, or agree on other instalments"),
      at: event.position(of: "amount"))
  }
}

extension Traits {
  /// Traits that say nothing but a budget year.
  static func ofYear(_ year: Int) -> Traits {
    var traits = Traits()
    traits.year = year
    return traits
  }
}
