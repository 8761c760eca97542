import LedgerCore
import Portfolio

extension InvestOrder {
  /// The events that the order consists of, for books in which the deal's position is known.
  ///
  /// - Parameter outstanding: what is committed on the deal and not yet paid, in minor units.
  /// - Throws: `unknownDeal` when the deal is new and the order does not say in whom it is.
  public func events(for register: Register, outstanding: Int64) throws(Diagnostic) -> [Event] {
    var events: [Event] = []
    let known = register.deal(named: deal)
    if known == nil {
      guard let newDeal else { throw unknownDeal(in: register) }
      if register.party(named: newDeal.party) == nil {
        events.append(try party(newDeal.party, kind: "company", in: register))
      }
      events.append(try opening(newDeal))
    }
    if let commit = try commitment(outstanding: outstanding) { events.append(commit) }
    if !isCommitmentOnly { events.append(try payment()) }
    var met: Set<String> = []
    for partner in partners {
      try add(partner, kind: "social", to: &events, met: &met, register)
    }
    for loan in loans { try add(loan, kind: "loan", to: &events, met: &met, register) }
    return events
  }

  private func opening(_ new: NewDeal) throws(Diagnostic) -> Event {
    guard let programme = new.programme ?? envelope.flatMap({ Register.envelopeParts(of: $0)?.programme }) else {
      throw Diagnostic(
        .unknownProgramme, Wording("新项目要写明项目计划", "a new deal needs its programme"),
        hint: Wording("加上 --programme 名称 或 --envelope 年度/项目计划", "add --programme NAME or --envelope YEAR/PROGRAMME"))
    }
    var event = try blank("deal")
    event["name"] = .text(deal)
    event["party"] = .text(new.party)
    event["programme"] = .text(programme)
    event["holder"] = new.holder.map { .text($0) } ?? .absent
    event["term"] = new.termMonths.map { .integer(Int64($0)) } ?? .absent
    try choose(new.method, for: "method", in: &event)
    if let instrument = new.instrument { try choose(instrument, for: "instrument", in: &event) }
    return event
  }

  /// A commitment is recorded when none is outstanding, or when the order names one.
  private func commitment(outstanding: Int64) throws(Diagnostic) -> Event? {
    if isRecycled && commitment == nil { return nil }
    if commitment == nil && outstanding >= amount.minorUnits && !isCommitmentOnly { return nil }
    var event = try blank("commit")
    event["deal"] = .text(deal)
    event["amount"] = .amount(commitment ?? amount)
    event["envelope"] = envelope.map { .text($0) } ?? .absent
    event["doc"] = doc.map { .text($0) } ?? .absent
    addException(to: &event)
    return event
  }

  private func payment() throws(Diagnostic) -> Event {
    var event = try blank("pay")
    event["deal"] = .text(deal)
    event["amount"] = .amount(amount)
    if !isRecycled { event["envelope"] = envelope.map { .text($0) } ?? .absent }
    event["share"] = share.map { .rate($0) } ?? .absent
    event["doc"] = doc.map { .text($0) } ?? .absent
    if isRecycled { try choose("recycled", for: "funding", in: &event) }
    addException(to: &event)
    return event
  }

  private func addException(to event: inout Event) {
    event["override"] = override.map { .text($0) } ?? .absent
    event["authorised"] = authorised.map { .text($0) } ?? .absent
  }

  private func add(
    _ partner: Partner, kind: String, to events: inout [Event], met: inout Set<String>, _ register: Register
  ) throws(Diagnostic) {
    if register.party(named: partner.party) == nil, met.insert(partner.party).inserted {
      let partyKind =
        kind == "loan"
        ? "bank" : partner.contributor == .stateFirm ? "state-firm" : partner.contributor == .otherPublic ? "government" : "company"
      events.append(try party(partner.party, kind: partyKind, in: register))
    }
    var event = try blank(kind)
    event["deal"] = .text(deal)
    event["amount"] = .amount(partner.money)
    event["party"] = .text(partner.party)
    event["evidence"] = evidence.map { .text($0) } ?? .absent
    event["doc"] = doc.map { .text($0) } ?? .absent
    if kind == "social" { try choose(partner.contributor.name, for: "class", in: &event) }
    events.append(event)
  }

  private func party(_ name: String, kind: String, in register: Register) throws(Diagnostic) -> Event {
    var event = try blank("party")
    event.day = nil
    event["name"] = .text(name)
    try choose(kind, for: "kind", in: &event)
    return event
  }

  private func blank(_ name: String) throws(Diagnostic) -> Event {
    guard let kind = EventCatalog.kind(named: name) else {
      throw Diagnostic(.unknownKind, Wording("没有 \(name) 这种事项", "\(name) is not an event kind"))
    }
    return Event(kind, day: day)
  }

  private func choose(_ word: String, for field: String, in event: inout Event) throws(Diagnostic) {
    guard let declared = event.kind.fields.first(where: { $0.name == field }), case .choice(let choices) = declared.type
    else { return }
    guard let index = choices.firstIndex(where: { $0.name == word || $0.chinese == word }) else {
      let words = choices.map { "\($0.name) (\($0.chinese))" }.joined(separator: ", ")
      throw Diagnostic(
        .badFieldValue, Wording("\(word) 不是\(declared.chinese)（\(field)）的值", "\(word) is not a \(field)"),
        hint: Wording("可写：\(words)", "one of: \(words)"))
    }
    event[field] = .choice(index)
  }

  private func unknownDeal(in register: Register) -> Diagnostic {
    let near = register.nearestName(to: deal, of: .deal)
    return Diagnostic(
      .unknownDeal, Wording("没有投资项目\(deal)", "deal \(deal) is not known"),
      hint: .didYouMean(
        near,
        then: Wording(
          "新项目请加 --party 名称 --method direct|entrusted|guided|injection",
          "for a new deal add --party NAME --method direct|entrusted|guided|injection")))
  }
}
