import LedgerCore

extension Recorder {
  /// One level that may not sink below zero, with the code and the sentence of the refusal.
  private struct Level {
    let code: DiagnosticCode
    let name: String
    let before: Int64
    let after: Int64
  }

  /// Refuses an event, a reversal above all, after which a deal, an envelope or a pool would hold less than nothing.
  ///
  /// A level that was below zero already may stay there, but not sink further.
  func checkPositions(after facts: [Fact], event: Event) throws(Diagnostic) {
    if facts.isEmpty { return }
    for deal in Set(facts.map(\.dimensions.deal)).sorted() where !deal.isNone {
      let before = try position(of: deal)
      var after = before
      try fold(facts, event) { fact throws(MoneyOverflow) in
        if fact.dimensions.deal == deal { try after.apply(fact) }
      }
      try check(Recorder.levels(before, after), of: register[deal].name, event)
    }
    for envelope in Set(facts.map(\.dimensions.envelope)).sorted() where !envelope.isNone {
      let before = try position(of: envelope)
      var after = before
      try fold(facts, event) { fact throws(MoneyOverflow) in
        if fact.dimensions.envelope == envelope { try after.apply(fact) }
      }
      try check(Recorder.levels(before, after), of: event.text("envelope") ?? "the envelope", event)
    }
    for programme in Set(facts.filter { RecycledPool.measures.contains($0.measure) }.map(\.dimensions.programme))
    where !programme.isNone {
      let before = try positions.pool(programme)
      var after = before
      try fold(facts, event) { fact throws(MoneyOverflow) in
        if fact.dimensions.programme == programme { try after.apply(fact) }
      }
      try check(
        [
          Level(
            code: .overRecycled, name: "money set free to be invested again", before: before.available,
            after: after.available),
          Level(
            code: .overRecycled, name: "money recovered at the holder", before: before.unassigned,
            after: after.unassigned),
          Level(
            code: .overRecycled, name: "money advanced to the holder", before: before.advanced,
            after: after.advanced),
        ], of: register[programme].name, event)
    }
  }

  private static func levels(_ before: DealPosition, _ after: DealPosition) -> [Level] {
    var levels = [
      Level(code: .overHolding, name: "investment cost", before: before.cost, after: after.cost),
      Level(
        code: .overHolding, name: "carrying amount", before: before.carryingAmount, after: after.carryingAmount),
      Level(code: .overHolding, name: "capitalised profit", before: before.capitalised, after: after.capitalised),
      Level(
        code: .overHolding, name: "loss kept in the memo", before: before.suspendedLoss, after: after.suspendedLoss),
      Level(code: .overReceivable, name: "dividend receivable", before: before.receivable, after: after.receivable),
      Level(
        code: .overRecycled, name: "recovered money paid in", before: before.totals[.paidRecycled],
        after: after.totals[.paidRecycled]),
    ]
    for (envelope, amount) in after.reservations {
      levels.append(
        Level(code: .overCommitment, name: "reservation", before: before.reservations[envelope] ?? 0, after: amount))
    }
    for (envelope, amount) in after.paidByEnvelope {
      levels.append(
        Level(
          code: .overEnvelope, name: "payments of the envelope", before: before.paidByEnvelope[envelope] ?? 0,
          after: amount))
    }
    return levels
  }

  private static func levels(_ before: EnvelopePosition, _ after: EnvelopePosition) -> [Level] {
    [
      Level(
        code: .overEnvelope, name: "approved and not yet issued", before: before.unissued, after: after.unissued),
      Level(code: .overEnvelope, name: "frozen", before: before.frozen, after: after.frozen),
      Level(code: .overEnvelope, name: "paid", before: before.paid, after: after.paid),
    ]
  }

  private func check(_ levels: [Level], of name: String, _ event: Event) throws(Diagnostic) {
    for level in levels where level.after < 0 && level.after < level.before {
      let base = register.base
      let had = DecimalText.format(level.before, scale: base.scale, grouped: true)
      let left = DecimalText.format(level.after, scale: base.scale, grouped: true)
      throw Diagnostic(
        level.code, "\(name): \(level.name) is \(had) \(base.code) and would become \(left)",
        hint: event.kind.name == "reverse"
          ? "later events build on this one; reverse them first" : "record a smaller amount",
        at: event.position(of: event.kind.index(of: "amount") != nil ? "amount" : nil))
    }
  }

  private func fold(
    _ facts: [Fact], _ event: Event, _ body: (Fact) throws(MoneyOverflow) -> Void
  ) throws(Diagnostic) {
    for fact in facts {
      do throws(MoneyOverflow) { try body(fact) } catch {
        throw Diagnostic(
          .sumOverflow, "a sum leaves the range that the books can hold", hint: "check the number of digits",
          at: event.position())
      }
    }
  }
}
