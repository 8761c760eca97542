import LedgerCore

extension Recorder {
  /// Holds commitments and payments to the caps that the books adopted: share held, single investment, largest holder.
  ///
  /// The share is that of the company or the fund, over all deals in it; a single investment is one deal.
  /// What breaks one is refused, recorded with a warning or left to the check, as its requirement says; an authorised
  /// exception lets it pass, and the excess becomes a fact of the event, whatever the requirement does when recording.
  /// What an earlier event went beyond already is not asked of a later one that goes no further.
  /// - Returns: whether an exception was needed.
  func checkPolicies(after effect: inout Effect, event: Event) throws(Diagnostic) -> Bool {
    let exception = (reason: event.text("override"), who: event.text("authorised"))
    let isException = exception.reason != nil && exception.who != nil
    let rules = isException ? register.requirements.enforceable : register.requirements.enforced
    if rules.isEmpty || (event.kind != .commit && event.kind != .pay) { return false }
    guard let name = event.text("deal"), let deal = register.deal(named: name) else { return false }
    var isExcepted = false
    for breach in try breaches(of: deal, event, effect.facts, rules, isException: isException) {
      let refusal = Diagnostic(breach.code, breach.sentence(in: register), hint: breach.advice, at: event.position(of: breach.field))
      if breach.requirement.recording == .report && !isException { continue }
      let isWarned = breach.requirement.recording == .warn && !isException
      if !isWarned {
        guard let reason = exception.reason, let who = exception.who else { throw refusal }
        isExcepted = true
        effect.warn(
          .requirementExcepted,
          Wording("\(refusal.sentence.zh)；批准人\(who)：\(reason)", "\(refusal.message); authorised by \(who): \(reason)"),
          hint: Wording("年度报告列出该例外", "the year report lists the exception"), at: refusal.position)
      } else {
        effect.warn(
          .requirementBroken, refusal.sentence,
          hint: Wording("该要求只提醒，予以放行；bgt check 会列出", "the requirement lets it pass with this warning; bgt check lists it"),
          at: refusal.position)
      }
      let dimensions = Dimensions(programme: deal.programme, deal: deal.id, party: deal.party, holder: deal.holder)
      effect.add(breach.measure(isWarned: isWarned), Money(breach.excess, register.baseID), dimensions)
      effect.facts[effect.facts.count - 1].sequence = effect.facts.first?.sequence ?? 0
    }
    return isExcepted
  }

  /// The requirements of some rules that an event breaks, further than those before it.
  private func breaches(
    of deal: Deal, _ event: Event, _ facts: [Fact], _ asked: Set<PolicyRule>, isException: Bool
  ) throws(Diagnostic) -> [PolicyBreach] {
    let position = try position(of: deal.id)
    var breaches: [PolicyBreach] = []
    // Of the requirements of several programmes it is the one that does most about it, then the strictest; what is
    // authorised is measured by the strictest, as the check does.
    func add(
      _ rule: PolicyRule, _ amount: Int64, _ holding: CompanyShare? = nil, beyond limit: (Requirement) -> Int64?
    ) {
      guard asked.contains(rule) else { return }
      var worst: PolicyBreach?
      for programme in holding?.programmes ?? [deal.programme] {
        guard let requirement = register.requirements.inForce(rule, for: programme, on: event.effectiveDay),
          let limit = limit(requirement), amount > limit
        else { continue }
        let breach = PolicyBreach(requirement: requirement, deal: deal, holding: holding, amount: amount, limit: limit)
        if let other = worst, isException ? other.limit <= breach.limit : other.severity <= breach.severity { continue }
        worst = breach
      }
      if let worst { breaches.append(worst) }
    }
    let opened = position.totals[.openingPaid]
    var (committed, paid) = (position.totals[.committed], position.paidIn)
    for fact in facts {
      if fact.measure == .committed { committed = committed.addingReportingOverflow(fact.amount).partialValue }
      if fact.measure == .paidFresh || fact.measure == .paidRecycled {
        paid = paid.addingReportingOverflow(fact.amount).partialValue
      }
    }
    let before = Commitment.clamped(agreed: position.totals[.committed], paid: position.paidIn, paidBefore: opened)
    let after = Commitment.clamped(agreed: committed, paid: paid, paidBefore: opened)
    if after > before { add(.ticketCap, after) { $0.amount } }
    guard let share = event.rate("share"), share > position.share(on: event.effectiveDay) ?? .zero else { return breaches }
    let isFund = register[deal.party].kind == .fund
    let rules: Set<PolicyRule> = [isFund ? .fundShareCap : .shareCap, .largestHolder]
    if asked.isDisjoint(with: rules) { return breaches }
    let holding = try CompanyShare(of: deal, share, event.rate("largest"), on: event.effectiveDay, in: self)
    add(isFund ? .fundShareCap : .shareCap, holding.share, holding) { $0.rate?.partsPerBillion }
    // Whoever has more than half is the largest, whatever the others have.
    add(.largestHolder, holding.share, holding) { _ in min(holding.largestOther ?? .max, Rate.whole.partsPerBillion / 2) }
    return breaches
  }
}

/// A cap that an event goes beyond.
private struct PolicyBreach {
  let requirement: Requirement
  let deal: Deal
  /// What is held of the company after the event; nil where the cap is one of money.
  let holding: CompanyShare?
  /// What there is after the event, and what there may be: minor units, or parts per billion of a share.
  let amount: Int64
  let limit: Int64

  /// What comes first: refused before warned before reported, then the lower limit.
  var severity: (Int, Int64) {
    (RecordingMode.allCases.firstIndex(of: requirement.recording) ?? 0, limit)
  }

  /// How far it goes beyond.
  var excess: Int64 { amount - limit }

  var code: DiagnosticCode {
    switch requirement.rule {
    case .ticketCap: .overTicketCap
    case .largestHolder: .becomesLargestHolder
    default: .overShareCap
    }
  }

  /// The field that says too much.
  var field: String { requirement.rule == .ticketCap ? "amount" : "share" }

  func sentence(in register: Register) -> Wording {
    let share = Rate(partsPerBillion: amount)
    let held = holding?.name ?? deal.name
    switch requirement.rule {
    case .ticketCap:
      let (money, cap) = (text(amount, register), text(limit, register))
      return Wording(
        "\(deal.name)达到 \(money)，超过单笔投资上限 \(cap)", "\(deal.name) comes to \(money), beyond the \(cap) of a single investment") + source
    case .largestHolder:
      return Wording("持有\(held)的 \(share)，成为第一大股东", "with \(share) of \(held) the state is its largest holder") + source
    default:
      let cap = Rate(partsPerBillion: limit)
      return Wording("持有\(held)的 \(share)，超过上限 \(cap)", "\(share) of \(held) is beyond the cap of \(cap)") + source
    }
  }

  /// Where the requirement stands, and whether anybody read it there.
  private var source: Wording {
    let (citation, status) = (requirement.citation, requirement.status)
    return citation.isEmpty ? .none : Wording("（\(citation)，\(status.chinese)）", " (\(citation), \(status.rawValue))")
  }

  var advice: Wording {
    Wording(
      "减少股比或金额；例外要写 override:原因 和 authorised:批准人",
      "take a smaller share or amount; an exception needs override:REASON and authorised:WHO")
  }

  func measure(isWarned: Bool) -> Measure {
    switch requirement.rule {
    case .ticketCap: isWarned ? .ticketCapWarned : .ticketCapAuthorised
    case .largestHolder: isWarned ? .largestHolderWarned : .largestHolderAuthorised
    default: isWarned ? .shareCapWarned : .shareCapAuthorised
    }
  }

  private func text(_ amount: Int64, _ register: Register) -> String {
    DecimalText.format(amount, scale: register.base.scale, grouped: true) + " " + register.base.code
  }
}
