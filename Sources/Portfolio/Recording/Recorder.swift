import LedgerCore

/// Checks an event against all that was recorded before and says what it does; the one gate into every set of books.
///
/// Nothing changes until every check has passed: a refused event leaves no trace.
public final class Recorder {
  public let register: Register
  public let rules: RuleSet
  let positions: Positions
  private unowned let history: any EventHistory
  private let engine: RuleEngine

  public init(register: Register, rules: RuleSet, facts: any FactStore, history: any EventHistory) {
    self.register = register
    self.rules = rules
    self.positions = Positions(facts)
    self.history = history
    self.engine = RuleEngine(rules: rules, register: register)
  }

  /// Records an event at a place in the chain and returns what it did; the caller stores it.
  ///
  /// - Throws: the first thing that is wrong, with the place where it was written.
  public func record(_ event: Event, sequence: Int64) throws(Diagnostic) -> RecordedEvent {
    var effect = Effect(day: event.effectiveDay)
    let reader = EventReader(event: event, register: register, positions: positions, history: history)
    do throws(Diagnostic) {
      try checkFields(of: event)
      if let rule = event.kind.effect { try rule(reader, &effect) }
      for index in effect.facts.indices { effect.facts[index].sequence = sequence }
      var vouchers = effect.vouchers
      if !effect.facts.isEmpty && vouchers.isEmpty { vouchers = try engine.vouchers(for: effect, of: event) }
      try checkLife(of: vouchers, event: event)
      try checkQuotas(after: effect.facts, event: event)
      try checkPositions(after: effect.facts, event: event)
      do throws(Diagnostic) {
        try positions.apply(effect.facts)
        if let declare = event.kind.declare { try declare(reader, register) }
      } catch {
        positions.forget(effect.facts)
        throw error
      }
      return RecordedEvent(
        sequence: sequence, event: event, facts: effect.facts, vouchers: vouchers, warnings: effect.warnings,
        reverses: effect.reverses)
    } catch {
      throw error.at(event.position())
    }
  }

  /// Enters what a recorded declaration says into the register again, when a book is opened; no position is touched.
  public func restore(_ event: Event) throws(Diagnostic) {
    guard let declare = event.kind.declare else { return }
    try declare(EventReader(event: event, register: register, positions: positions, history: history), register)
  }

  /// How a deal stands after all that was recorded.
  public func position(of deal: DealID) throws(Diagnostic) -> DealPosition { try positions.deal(deal) }

  /// How an envelope stands after all that was recorded.
  public func position(of envelope: EnvelopeID) throws(Diagnostic) -> EnvelopePosition {
    try positions.envelope(envelope)
  }

  private func checkFields(of event: Event) throws(Diagnostic) {
    if event.kind.dating == .required && event.day == nil {
      throw Diagnostic(.missingDate, "\(event.kind.name) needs a date", hint: "begin with a date, as 2022-06-15")
    }
    for index in event.kind.namingFields {
      if case .text(let name) = event.values[index] { try checkName(name, event.kind.fields[index], event) }
    }
    for index in event.kind.requiredFields where event.values[index].isAbsent {
      let field = event.kind.fields[index]
      throw Diagnostic(
        .missingField, "\(event.kind.name) needs \(field.name) (\(field.chinese))",
        hint: "as in: \(event.kind.example)")
    }
  }

  /// A name stands in books for decades: it must be one line of visible text.
  private func checkName(_ name: String, _ field: Field, _ event: Event) throws(Diagnostic) {
    let isBlank = name.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
    let hasControl = name.unicodeScalars.contains { $0.value < 32 || ($0.value >= 127 && $0.value < 160) }
    if !isBlank && !hasControl && name.utf8.count <= 300 { return }
    throw Diagnostic(
      .badFieldValue, "\(field.name) (\(field.chinese)) is not a name: it is empty, too long or has control characters",
      hint: "a name is one line of text", at: event.position(of: field.name))
  }

  private func checkLife(of vouchers: [Voucher], event: Event) throws(Diagnostic) {
    for voucher in vouchers {
      for posting in voucher.postings {
        let account = register[posting.account]
        if voucher.day < account.from || voucher.day > account.to {
          throw Diagnostic(
            .outsideAccountLife,
            "account \(account.name) is open from \(account.from) to \(account.to), the voucher is dated \(voucher.day)",
            hint: "post to another account, or declare the account with a longer life")
        }
      }
    }
  }
}
