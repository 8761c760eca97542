import LedgerCore

extension Recorder {
  /// One level that may not sink below zero on the day of an event or on any later one.
  private struct Level {
    let code: DiagnosticCode
    let name: Wording
    let sum: DatedSum
    /// What the event changes it by.
    let change: Int64
  }

  /// Refuses an event, a reversal above all, after which a deal, an envelope or a pool would hold less than nothing.
  ///
  /// A level that was below zero already may stay there, but not sink further.
  func checkPositions(after facts: [Fact], event: Event) throws(Diagnostic) {
    guard let day = facts.map(\.day).min() else { return }
    for deal in Set(facts.map(\.dimensions.deal)).sorted() where !deal.isNone {
      let own = facts.filter { $0.dimensions.deal == deal }
      try check(levels(of: try position(of: deal), own), of: register[deal].name, day, event)
    }
    try checkSales(after: facts, event: event)
    for envelope in Set(facts.map(\.dimensions.envelope)).sorted() where !envelope.isNone {
      let own = facts.filter { $0.dimensions.envelope == envelope }
      try check(try levels(of: envelope, own), of: envelopeName(envelope, event), day, event)
    }
    let pooled = facts.filter { RecycledPool.measures.contains($0.measure) && !$0.dimensions.programme.isNone }
    for programme in Set(pooled.map(\.dimensions.programme)).sorted() {
      let own = pooled.filter { $0.dimensions.programme == programme }
      try check(levels(of: try positions.pool(programme), own), of: register[programme].name, day, event)
    }
  }

  /// An envelope that this very event opens is not in the register yet.
  private func envelopeName(_ envelope: EnvelopeID, _ event: Event) -> String {
    Int(envelope.rawValue) <= register.envelopes.count
      ? register[envelope].name : event.text("envelope") ?? "the envelope"
  }

  private func levels(of position: DealPosition, _ facts: [Fact]) -> [Level] {
    var changes = Array(repeating: Int64(0), count: DealLevel.allCases.count)
    var envelopes: [EnvelopeID: (reserved: Int64, paid: Int64)] = [:]
    for fact in facts {
      for change in DealLevel.changes(by: fact.measure) { changes[change.level.rawValue] &+= change.sign &* fact.amount }
      let own = (DealPosition.reserved(by: fact), DealPosition.paid(by: fact))
      if own == (0, 0) { continue }
      let before = envelopes[fact.dimensions.envelope] ?? (0, 0)
      envelopes[fact.dimensions.envelope] = (before.reserved &+ own.0, before.paid &+ own.1)
    }
    var levels = pledges(of: position, facts)
    for level in DealLevel.allCases where changes[level.rawValue] < 0 {
      guard let refusal = level.refusal else { continue }
      levels.append(
        Level(code: refusal.code, name: refusal.name, sum: position[level], change: changes[level.rawValue]))
    }
    for (envelope, change) in envelopes {
      levels.append(
        Level(
          code: .overCommitment, name: Wording("预留", "reservation"), sum: position.reserved(in: envelope), change: change.reserved))
      levels.append(
        Level(
          code: .overEnvelope, name: Wording("该指标的支付", "payments of the envelope"), sum: position.paid(from: envelope),
          change: change.paid))
    }
    return levels
  }

  /// What is pledged has a budget year and no day of its own.
  private func pledges(of position: DealPosition, _ facts: [Fact]) -> [Level] {
    var changes: [Int: Int64] = [:]
    for fact in facts where ProgrammePledges.measures.contains(fact.measure) {
      changes[fact.traits.year, default: 0] &+= fact.measure == .pledged ? fact.amount : 0 &- fact.amount
    }
    return changes.map { year, change in
      var sum = DatedSum()
      sum.add(position.pledges[year], on: .always)
      return Level(code: .overCommitment, name: Wording("\(year) 年的承诺", "pledge on \(year)"), sum: sum, change: change)
    }
  }

  private func levels(of envelope: EnvelopeID, _ facts: [Fact]) throws(Diagnostic) -> [Level] {
    let position = try position(of: envelope)
    var change = EnvelopePosition.Levels()
    for fact in facts {
      let own = EnvelopePosition.levels(of: fact)
      change.unissued &+= own.unissued
      change.frozen &+= own.frozen
      change.paid &+= own.paid
      change.signed &+= own.signed
      change.carried &+= own.carried
      change.lapsed &+= own.lapsed
    }
    let levels = [
      Level(
        code: .overEnvelope, name: Wording("已批复未下达", "approved and not yet issued"), sum: position.unissuedByDay,
        change: change.unissued),
      Level(code: .overEnvelope, name: Wording("冻结", "frozen"), sum: position.frozenByDay, change: change.frozen),
      Level(code: .overEnvelope, name: Wording("已支付", "paid"), sum: position.paidByDay, change: change.paid),
    ]
    if change.signed >= 0 && change.carried >= 0 && change.lapsed >= 0 { return levels }
    let further = try positions.levels(of: envelope)
    return levels + [
      Level(code: .overEnvelope, name: Wording("签约未付", "signed and not paid"), sum: further.signed, change: change.signed),
      Level(code: .overEnvelope, name: Wording("已结转", "carried over"), sum: further.carried, change: change.carried),
      Level(code: .overEnvelope, name: Wording("已收回", "taken back"), sum: further.lapsed, change: change.lapsed),
    ]
  }

  private func levels(of pool: RecycledPool, _ facts: [Fact]) -> [Level] {
    var change: (free: Int64, recovered: Int64, advanced: Int64, cover: Int64) = (0, 0, 0, 0)
    for fact in facts {
      let own = RecycledPool.levels(of: fact)
      change.free &+= own.free
      change.recovered &+= own.recovered
      change.advanced &+= own.advanced
      change.cover &+= own.cover
    }
    return [
      Level(code: .overRecycled, name: Wording("可再投资的收回资金", "money set free to be invested again"), sum: pool.free, change: change.free),
      Level(
        code: .overRecycled, name: Wording("持股机构处的收回资金", "money recovered at the holder"), sum: pool.recovered, change: change.recovered),
      Level(
        code: .overRecycled, name: Wording("垫付持股机构的资金", "money advanced to the holder"), sum: pool.advancedByDay, change: change.advanced),
      Level(
        code: .overRecycled, name: Wording("持股机构处扣除费用后的资金", "money at the holder, fees taken off,"), sum: pool.cover, change: change.cover),
    ]
  }

  private func check(_ levels: [Level], of name: String, _ day: Day, _ event: Event) throws(Diagnostic) {
    for level in levels where level.change < 0 {
      let lowest = level.sum.lowest(from: day)
      if lowest &+ level.change >= 0 { continue }
      let base = register.base
      let had = DecimalText.format(lowest, scale: base.scale, grouped: true)
      let left = DecimalText.format(lowest &+ level.change, scale: base.scale, grouped: true)
      throw Diagnostic(
        level.code,
        Wording(
          "\(name)：自 \(day) 起\(level.name.zh)是 \(had) \(base.code)，将变为 \(left)",
          "\(name): \(level.name.en) is \(had) \(base.code) from \(day) on and would become \(left)"),
        hint: Wording(
          event.kind.name == "reverse" ? "以后的事项以本笔为基础；先冲销它们" : "减少金额或更正日期；以后各日的余额也要够",
          event.kind.name == "reverse"
            ? "later events build on this one; reverse them first"
            : "record a smaller amount, or correct the date; what stands on a later day counts too"),
        at: event.position(of: event.kind.index(of: "amount") != nil ? "amount" : nil))
    }
  }
}
