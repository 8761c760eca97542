import LedgerCore

/// Checks an event against all that was recorded before and says what it does; the one gate into every set of books.
///
/// Nothing changes until every check has passed: a refused event leaves no trace.
public final class Recorder {
  public let register: Register
  let positions: Positions
  unowned let history: any EventHistory
  private let engine: RuleEngine

  public init(register: Register, facts: any FactStore, history: any EventHistory) {
    self.register = register
    self.positions = Positions(facts)
    self.history = history
    self.engine = RuleEngine(register: register)
  }

  /// Records an event at a place in the chain and returns what it did; the caller stores it.
  ///
  /// - Parameter isReplayed: whether the event stands in a chain already: rules that came later than it warn and do not refuse.
  /// - Throws: the first thing that is wrong, with the place where it was written.
  public func record(_ event: Event, sequence: Int64, isReplayed: Bool = false) throws(Diagnostic) -> RecordedEvent {
    var effect = Effect(day: event.effectiveDay)
    let reader = EventReader(
      event: event, register: register, sequence: sequence, isReplayed: isReplayed, positions: positions, history: history)
    var charts: Register.Charts?
    do throws(Diagnostic) {
      try checkFields(of: event)
      if let rule = event.kind.effect { try rule(reader, &effect) }
      for index in effect.facts.indices { effect.facts[index].sequence = sequence }
      charts = effect.opens.map { register.open($0, from: effect.day) }
      var vouchers = try vouchers(of: effect, event)
      number(&vouchers, attachments: try attachments(of: event))
      try checkPeriods(of: vouchers, effect.facts, event: event)
      try checkLife(of: vouchers, event: event)
      let isExcepted = try checkPolicies(after: &effect, event: event, isReplayed: isReplayed)
      try checkQuotas(after: &effect, event: event, isExcepted: isExcepted)
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
        reverses: effect.reverses, reversesEntry: effect.reversesEntry, opens: effect.opens)
    } catch {
      if let charts { register.restore(charts) }
      throw error.at(event.position())
    }
  }

  /// The vouchers that an event makes: its own, else those of the rules, and what they leave on an older chart.
  private func vouchers(of effect: Effect, _ event: Event) throws(Diagnostic) -> [Voucher] {
    var vouchers = effect.vouchers
    if !effect.facts.isEmpty && vouchers.isEmpty { vouchers = try engine.vouchers(for: effect, of: event) }
    return vouchers + (try carryover(of: vouchers, opening: effect.opens != nil, event: event))
  }

  /// Enters what a recorded declaration says into the register again, when a book is opened; no position is touched.
  public func restore(_ event: Event, sequence: Int64) throws(Diagnostic) {
    guard let declare = event.kind.declare else { return }
    let reader = EventReader(
      event: event, register: register, sequence: sequence, isReplayed: true, positions: positions, history: history)
    try declare(reader, register)
  }

  /// How a deal stands after all that was recorded.
  public func position(of deal: DealID) throws(Diagnostic) -> DealPosition { try positions.deal(deal) }

  /// How an envelope stands after all that was recorded.
  public func position(of envelope: EnvelopeID) throws(Diagnostic) -> EnvelopePosition {
    try positions.envelope(envelope)
  }

  /// Gives each voucher its series and the number of documents behind it.
  private func number(_ vouchers: inout [Voucher], attachments: Int64) {
    if register.numbering == .single && attachments == 0 { return }
    for index in vouchers.indices {
      vouchers[index].type = register.numbering.type(of: vouchers[index], in: register)
      vouchers[index].attachments = attachments
    }
  }

  /// How many documents an event says are attached.
  private func attachments(of event: Event) throws(Diagnostic) -> Int64 {
    guard event.kind.attachmentsField >= 0, case .integer(let count) = event.values[event.kind.attachmentsField]
    else { return 0 }
    if (0...9999).contains(count) { return count }
    throw Diagnostic(
      .badFieldValue, Wording("附件数 \(count)：应是 0 到 9999", "\(count) attachments: it is a number from 0 to 9999"),
      hint: Wording("写凭证所附单据的张数", "count the sheets behind the voucher"),
      at: event.position(of: "attachments"))
  }

  private func checkFields(of event: Event) throws(Diagnostic) {
    if event.kind.dating == .required && event.day == nil {
      throw Diagnostic(
        .missingDate, Wording("\(event.kind.chinese)（\(event.kind.name)）要有日期", "\(event.kind.name) needs a date"),
        hint: Wording("以日期开头，如 2022-06-15", "begin with a date, as 2022-06-15"))
    }
    for index in event.kind.namingFields {
      if case .text(let name) = event.values[index] { try checkName(name, event.kind.fields[index], event) }
    }
    for index in event.kind.requiredFields where event.values[index].isAbsent {
      let field = event.kind.fields[index]
      throw Diagnostic(
        .missingField,
        Wording(
          "\(event.kind.chinese)（\(event.kind.name)）要有 \(field.chinese)（\(field.name)）",
          "\(event.kind.name) needs \(field.name) (\(field.chinese))"),
        hint: Wording("例如：\(event.kind.example)", "as in: \(event.kind.example)"))
    }
  }

  /// A name stands in books for decades: it must be one line of visible text.
  private func checkName(_ name: String, _ field: Field, _ event: Event) throws(Diagnostic) {
    let isBlank = name.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
    let hasControl = name.unicodeScalars.contains { $0.value < 32 || ($0.value >= 127 && $0.value < 160) }
    if !isBlank && !hasControl && name.utf8.count <= 300 { return }
    throw Diagnostic(
      .badFieldValue,
      Wording(
        "\(field.chinese)（\(field.name)）不是名称：为空、过长或含控制字符",
        "\(field.name) (\(field.chinese)) is not a name: it is empty, too long or has control characters"),
      hint: Wording("名称是一行文字", "a name is one line of text"), at: event.position(of: field.name))
  }

  private func checkLife(of vouchers: [Voucher], event: Event) throws(Diagnostic) {
    // What a year end takes off an account that has ended is no use of it.
    for voucher in vouchers where voucher.rule != YearEndTransfer.rule {
      for posting in voucher.postings {
        let account = register[posting.account]
        if voucher.day < account.from || (voucher.day > account.to && !leavesOldChart(voucher, account)) {
          throw Diagnostic(
            .outsideAccountLife,
            Wording(
              "科目\(account.name)的使用期是 \(Day.span(account.from, account.to))，凭证日期是 \(voucher.day)",
              "account \(account.name) is open \(Day.span(account.from, account.to)), the voucher is dated \(voucher.day)"),
            hint: Wording("记入另一科目，或延长该科目的使用期", "post to another account, or declare the account with a longer life"),
            at: event.position(of: account))
        }
      }
    }
  }

  /// Whether a voucher may touch an account after its end: what a reversal posts there is carried over at once.
  private func leavesOldChart(_ voucher: Voucher, _ account: Account) -> Bool {
    let isCarried = voucher.rule == Voucher.switchRule || voucher.rule == Voucher.redRule
    return isCarried && register.timeline.periods.contains { account.to == $0.from.adding(days: -1) }
  }
}
