import LedgerCore

/// An event as its kind's rule sees it: fields resolved against the register, positions at hand, errors with places.
public struct EventReader {
  public let event: Event
  public let register: Register
  /// The event's place in the chain.
  let sequence: Int64
  /// Whether it stands in the chain already: rules that came later than it warn and do not refuse.
  let isReplayed: Bool
  let positions: Positions
  let history: any EventHistory

  /// The day of the event.
  public var day: Day { event.effectiveDay }

  /// A diagnostic at a field of the event, or at its first line.
  public func failure(
    _ code: DiagnosticCode, _ sentence: Wording, hint: Wording = .none, field: String? = nil
  ) -> Diagnostic {
    Diagnostic(code, sentence, hint: hint, at: event.position(of: field))
  }

  /// A required amount above zero in the base commodity.
  public func positiveAmount(_ field: String = "amount") throws(Diagnostic) -> Money {
    guard let money = event.amount(field) else {
      throw failure(
        .missingField, Wording("\(event.kind.chinese)（\(event.kind.name)）要有 \(field)", "\(event.kind.name) needs \(field)"), field: field)
    }
    guard money.minorUnits > 0 else {
      throw failure(
        .notPositive, Wording("金额须大于零", "the amount must be above zero"),
        hint: Wording("更正用 reverse 冲销", "a correction is recorded with reverse"), field: field)
    }
    try checkBase(money, field)
    return money
  }

  /// A required amount of any sign.
  public func amount(_ field: String = "amount") throws(Diagnostic) -> Money {
    guard let money = event.amount(field) else {
      throw failure(
        .missingField, Wording("\(event.kind.chinese)（\(event.kind.name)）要有 \(field)", "\(event.kind.name) needs \(field)"), field: field)
    }
    return money
  }

  /// The deal named in a field, its life checked against the event's day.
  public func deal(_ field: String = "deal") throws(Diagnostic) -> Deal {
    let name = event.text(field) ?? ""
    guard let deal = register.deal(named: name) else { throw unknown(.deal, name, field) }
    if day < deal.from {
      throw failure(
        .outsideDealLife, Wording("\(name)自 \(deal.from) 起，事项日期是 \(day)", "\(name) begins on \(deal.from), the event is dated \(day)"),
        hint: Wording("把项目的登记日期提前，或更正事项的日期", "record the deal with an earlier date, or correct the date of the event"), field: field)
    }
    return deal
  }

  /// The party named in a field, or nil when the field is absent.
  public func party(_ field: String = "party") throws(Diagnostic) -> Party? {
    try partyID(field).map { register[$0] }
  }

  /// The id of the party named in a field, or nil when the field is absent.
  public func partyID(_ field: String = "party") throws(Diagnostic) -> PartyID? {
    guard let name = event.text(field) else { return nil }
    guard let id = register.partyNames.find(name) else { throw unknown(.party, name, field) }
    return PartyID(id)
  }

  /// The id of the programme named in a field, or nil when the field is absent.
  public func programmeID(_ field: String = "programme") throws(Diagnostic) -> ProgrammeID? {
    guard let name = event.text(field) else { return nil }
    guard let id = register.programmeNames.find(name) else { throw unknown(.programme, name, field) }
    return ProgrammeID(id)
  }

  /// The programme named in a field, or nil when the field is absent.
  public func programme(_ field: String = "programme") throws(Diagnostic) -> Programme? {
    try programmeID(field).map { register[$0] }
  }

  /// The envelope named in a field; it must have been opened by a budget event.
  public func envelope(_ field: String = "envelope") throws(Diagnostic) -> Envelope? {
    guard let name = event.text(field) else { return nil }
    guard let envelope = register.envelope(named: name) else { throw unknown(.envelope, name, field) }
    return envelope
  }

  /// The name of the account in a field, or nil when the field is absent; the account must be known.
  public func account(_ field: String) throws(Diagnostic) -> Account? {
    guard let name = event.text(field) else { return nil }
    guard let account = register.account(named: name) else { throw unknown(.account, name, field) }
    return account
  }

  /// How a deal stands in all that was recorded before this event.
  public func position(of deal: Deal) throws(Diagnostic) -> DealPosition { try positions.deal(deal.id) }

  /// How an envelope stands in all that was recorded before this event.
  public func position(of envelope: Envelope) throws(Diagnostic) -> EnvelopePosition {
    try positions.envelope(envelope.id)
  }

  /// The event that a field names as `#17` or by key, with all that it did.
  public func original(_ field: String = "event") throws(Diagnostic) -> RecordedEvent {
    let name = event.text(field) ?? ""
    guard let original = try history.recorded(name) else {
      throw failure(
        .unknownEvent, Wording("没有事项 \(name)", "there is no event \(name)"),
        hint: Wording("bgt print --numbers 列出每笔事项的编号", "bgt print --numbers shows every event with its number"), field: field)
    }
    return original
  }

  /// Runs arithmetic and turns an overflow into a diagnostic at the event.
  public func checked<Value>(_ body: () throws(MoneyOverflow) -> Value) throws(Diagnostic) -> Value {
    do throws(MoneyOverflow) { return try body() } catch {
      throw failure(
        .sumOverflow, Wording("金额超出 64 位最小货币单位的范围", "an amount leaves the range of 64-bit minor units"),
        hint: Wording("核对位数", "check the number of digits"))
    }
  }

  private func unknown(_ kind: EntityKind, _ name: String, _ field: String) -> Diagnostic {
    let near = register.nearestName(to: name, of: kind)
    let hint =
      near.map(Wording.didYouMean)
      ?? Wording("先用 \(kind.rawValue) 登记", "declare it first, with a \(kind.rawValue) event")
    return failure(kind.unknownCode, Wording("没有\(kind.chinese)\(name)", "\(kind.rawValue) \(name) is not known"), hint: hint, field: field)
  }
}
