import LedgerCore

extension Recorder {
  /// What says how things are and decides nothing of ours: shares after a sale or a round, entries in registers, others' money.
  private static let reports: Set<EventDeclaration> = [.register, .round, .exit, .value, .subscribe, .call, .social]

  /// Holds events to the caps that the books adopted: share held, single investment, largest holder.
  ///
  /// The share is that of the company or the fund, over all deals in it; a single investment is one deal.
  /// A commitment or payment that breaks one is refused, recorded with a warning or left to the check, as its requirement
  /// says; an authorised exception lets it pass, and the excess becomes a fact of the event, whatever the requirement does
  /// when recording. What others did, or a register says, is the case already: it is recorded with a warning.
  /// What an earlier event went beyond already is not asked of a later one that goes no further.
  /// - Parameter isReplayed: whether the event stands in a chain already, and is not refused whatever is asked today.
  /// - Returns: whether an exception was needed.
  func checkPolicies(after effect: inout Effect, event: Event, isReplayed: Bool) throws(Diagnostic) -> Bool {
    if register.requirements.enforceable.isEmpty { return false }
    let isOurs = event.kind == .commit || event.kind == .pay
    guard isOurs || Recorder.reports.contains(event.kind) else { return false }
    let exception = (reason: event.text("override"), who: event.text("authorised"))
    let isException = isOurs && exception.reason != nil && exception.who != nil
    let rules = isException ? register.requirements.enforceable : register.requirements.enforced
    if rules.isEmpty { return false }
    guard let name = event.text("deal"), let deal = register.deal(named: name) else { return false }
    var isExcepted = false
    for breach in try breaches(of: deal, event, effect.facts, rules, isException: isException) {
      let field = event.kind.index(of: breach.reach.field) == nil ? nil : breach.reach.field
      let refusal = Diagnostic(breach.code, breach.sentence(in: register), hint: breach.advice, at: event.position(of: field))
      if breach.requirement.recording == .report && !isException { continue }
      if !isOurs {
        effect.warn(
          .requirementBroken, refusal.sentence,
          hint: Wording(
            "该事项记载已发生的情况，予以记录；bgt check 会列出", "it says what is the case already, and is recorded; bgt check lists it"),
          at: refusal.position)
        continue
      }
      let isWarned = breach.requirement.recording == .warn && !isException
      if isWarned {
        effect.warn(
          .requirementBroken, refusal.sentence,
          hint: Wording("该要求只提醒，予以放行；bgt check 会列出", "the requirement lets it pass with this warning; bgt check lists it"),
          at: refusal.position)
      } else if let reason = exception.reason, let who = exception.who {
        isExcepted = true
        effect.warn(
          .requirementExcepted,
          Wording("\(refusal.sentence.zh)；批准人\(who)：\(reason)", "\(refusal.message); authorised by \(who): \(reason)"),
          hint: Wording("年度报告列出该例外", "the year report lists the exception"), at: refusal.position)
      } else {
        // An earlier program asked less, and let it pass.
        if isReplayed { continue }
        throw refusal
      }
      let dimensions = Dimensions(programme: deal.programme, deal: deal.id, party: deal.party, holder: deal.holder)
      effect.add(breach.measure(isWarned: isWarned), Money(breach.excess, register.baseID), dimensions)
      effect.facts[effect.facts.count - 1].sequence = effect.facts.first?.sequence ?? 0
    }
    return isExcepted
  }
}
