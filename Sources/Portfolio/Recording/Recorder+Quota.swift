import LedgerCore

extension Recorder {
  /// Keeps every envelope from spending more than it has, on the day of an event or any later one.
  ///
  /// What goes beyond it is refused, unless its control says otherwise or the event brings an authorised exception;
  /// then the excess becomes a fact of the event.
  ///
  /// - Parameter isExcepted: whether the exception was needed for another limit already.
  func checkQuotas(after effect: inout Effect, event: Event, isExcepted: Bool) throws(Diagnostic) {
    let facts = effect.facts
    var isSpending = false
    var isExceeded = false
    for envelope in Set(facts.map(\.dimensions.envelope)).sorted() where !envelope.isNone {
      let own = facts.filter { $0.dimensions.envelope == envelope }
      if own.allSatisfy({ EnvelopePosition.change(of: $0) >= 0 }) { continue }
      isSpending = true
      let before = try position(of: envelope)
      var after = before
      for fact in own {
        do throws(MoneyOverflow) { try after.apply(fact) } catch {
          throw Diagnostic.sumOverflow
        }
      }
      let day = own.map(\.day).min() ?? event.effectiveDay
      let free = before.lowestAvailable(from: day)
      let lowest = after.lowestAvailable(from: day)
      if lowest >= 0 { continue }
      isExceeded = true
      if lowest >= free { continue }
      let excess = Excess(
        envelope: register[envelope], free: free, amount: min(free, 0) - lowest, day: day,
        dimensions: own.first?.dimensions ?? .none)
      try record(excess, of: event, in: &effect)
    }
    if isSpending && !isExceeded && !isExcepted, event.text("override") != nil {
      effect.warn(
        .exceptionNeedless, Wording("没有超指标，不需要例外", "the envelope is not exceeded; the exception was not needed"),
        hint: Wording("不列入例外", "nothing is listed among the exceptions"), at: event.position(of: "override"))
    }
  }

  /// What an event takes beyond an envelope.
  private struct Excess {
    let envelope: Envelope
    /// What is left before the event; below zero when the envelope is exceeded already.
    let free: Int64
    /// How much further below zero it sinks.
    let amount: Int64
    let day: Day
    let dimensions: Dimensions
  }

  /// Refuses an excess, or makes it a fact with the warning that belongs to it.
  private func record(_ excess: Excess, of event: Event, in effect: inout Effect) throws(Diagnostic) {
    let moment = ControlMoment(ofKind: event.kind.name)
    let mode = moment.map { register.controlMode(of: excess.envelope, at: $0, on: event.effectiveDay) } ?? .stop
    let refusal = refusal(of: excess, event)
    let money = Money(excess.amount, register.baseID)
    func add(_ measure: Measure) {
      effect.add(measure, money, excess.dimensions)
      effect.facts[effect.facts.count - 1].sequence = effect.facts.first?.sequence ?? 0
    }
    if moment != nil, let reason = event.text("override"), let who = event.text("authorised") {
      add(.excessAuthorised)
      effect.warn(
        .exceptionRecorded, Wording("\(refusal.sentence.zh)；批准人\(who)：\(reason)", "\(refusal.message); authorised by \(who): \(reason)"),
        hint: Wording("年度报告和 bgt budget 列出该例外", "the year report and bgt budget list the exception"), at: refusal.position)
      return
    }
    switch mode {
    case .stop: throw refusal
    case .warn:
      add(.excessWarned)
      effect.warn(
        .overEnvelopeWarning, refusal.sentence,
        hint: Wording("该指标的控制方式只提醒，予以放行", "the control of the envelope lets it pass with this warning"),
        at: refusal.position)
    case .ignore: add(.excessIgnored)
    }
  }

  private func refusal(of excess: Excess, _ event: Event) -> Diagnostic {
    let scale = register.base.scale
    let free = DecimalText.format(excess.free, scale: scale, grouped: true)
    let short = DecimalText.format(excess.amount, scale: scale, grouped: true)
    return Diagnostic(
      .overEnvelope,
      Wording(
        "指标\(excess.envelope.name)自 \(excess.day) 起可用 \(free) \(register.base.code)，" + "本条超出 \(short)",
        "envelope \(excess.envelope.name) has \(free) \(register.base.code) left from \(excess.day) on; "
          + "this is \(short) too much"),
      hint: wayOut(of: excess, event),
      at: event.position(of: event.kind.index(of: "amount") != nil ? "amount" : nil))
  }
  /// What to do about an excess: what spends may be more or less or an exception; what takes money out of an envelope waits for those that
  /// spent it to be reversed.
  private func wayOut(of excess: Excess, _ event: Event) -> Wording {
    let name = excess.envelope.name
    if event.kind.name == "reverse" {
      return Wording(
        "先冲销用了该指标的事项（bgt budget \(name) 列出）：bgt reverse 编号 --reason 原因；或先追加、调剂指标",
        "first reverse what was taken from it (bgt budget \(name) lists it): bgt reverse ID --reason …; or raise the envelope before")
    }
    let usual = Wording("追加指标、从别的指标调剂，或减少金额", "raise the envelope, transfer from another one, or record a smaller amount")
    guard ControlMoment(ofKind: event.kind.name) == nil else {
      return usual + Wording("；例外要写 override:原因 和 authorised:批准人", "; an exception needs override:REASON and authorised:WHO")
    }
    return usual
      + Wording(
        "；其中有误记的，先冲销：bgt reverse 编号（bgt budget \(name) 列出）",
        "; what was taken from it by mistake is reversed first: bgt reverse ID (bgt budget \(name) lists it)")
  }
}
