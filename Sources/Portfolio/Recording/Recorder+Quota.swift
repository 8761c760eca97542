import LedgerCore

extension Recorder {
  /// Refuses an event after which an envelope could spend less than nothing, on its day or any later one.
  func checkQuotas(after facts: [Fact], event: Event) throws(Diagnostic) {
    for envelope in Set(facts.map(\.dimensions.envelope)).sorted() where !envelope.isNone {
      let own = facts.filter { $0.dimensions.envelope == envelope }
      if own.allSatisfy({ EnvelopePosition.change(of: $0) >= 0 }) { continue }
      let before = try position(of: envelope)
      var after = before
      for fact in own {
        do throws(MoneyOverflow) { try after.apply(fact) } catch {
          throw Diagnostic(.sumOverflow, "the envelope's sums leave the range of 64-bit minor units")
        }
      }
      let day = own.map(\.day).min() ?? event.effectiveDay
      let lowest = after.lowestAvailable(from: day)
      if lowest < 0 && lowest < before.lowestAvailable(from: day) {
        throw overEnvelope(register[envelope], before, lowest, day, event)
      }
    }
  }

  private func overEnvelope(
    _ envelope: Envelope, _ before: EnvelopePosition, _ lowest: Int64, _ day: Day, _ event: Event
  ) -> Diagnostic {
    let scale = register.base.scale
    let free = DecimalText.format(before.lowestAvailable(from: day), scale: scale, grouped: true)
    let short = DecimalText.format(0 &- lowest, scale: scale, grouped: true)
    return Diagnostic(
      .overEnvelope,
      "envelope \(envelope.name) has \(free) \(register.base.code) left from \(day) on; this is \(short) too much",
      hint: "raise the envelope, transfer from another one, or record a smaller amount",
      at: event.position(of: event.kind.index(of: "amount") != nil ? "amount" : nil))
  }
}
