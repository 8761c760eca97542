import LedgerCore

/// What was refused while files are read, so that an event which fails for want of it is counted and not reported: one mistake is one
/// error.
public final class RefusedEvents {
  /// Names and keys that a refused event would have declared.
  private var declared: Set<String> = []
  /// An event that was to move a deal or an envelope.
  private struct Touch: Hashable {
    /// Why it was refused.
    let code: DiagnosticCode
    /// Its kind; empty when it could not be told.
    let kind: String
  }

  /// Deals and envelopes that refused events speak of, each with those events.
  private var touched: [String: Set<Touch>] = [:]
  /// The kinds that only take from an envelope: without them it holds more, never less.
  private static let spending: Set<String> = ["pay", "commit", "pledge", "fee", "freeze", "lapse", "cut"]
  /// Whether a whole file is missing, so that any name may have stood in it.
  private var lacksFile = false
  /// How many events failed only because of another: they speak of what it would have declared.
  public private(set) var followUps = 0
  private var firstFollowUp: SourcePosition?
  /// How many events failed by amounts that another would have moved: whether they hold is known once that one is corrected.
  public private(set) var undecided = 0
  private var firstUndecided: SourcePosition?

  public init() {}

  /// Takes in an event that was refused, or as much of it as could be read.
  public func add(_ event: Event, refusedBy code: DiagnosticCode) {
    if let key = event.text("key") { declared.insert(key) }
    for (index, field) in event.kind.fields.enumerated() {
      guard case .text(let name) = event.values[index] else { continue }
      switch field.type {
      case .newName(let kind):
        declared.insert(name)
        if kind == .envelope { touched[name, default: []].insert(Touch(code: code, kind: event.kind.name)) }
      case .name(.deal), .name(.envelope): touched[name, default: []].insert(Touch(code: code, kind: event.kind.name))
      default: break
      }
    }
  }

  /// Takes in the words of a line of which not even the kind could be told.
  public func add(words: [String], refusedBy code: DiagnosticCode) {
    for word in words {
      declared.insert(word)
      touched[word, default: []].insert(Touch(code: code, kind: ""))
    }
  }

  /// Takes in a file that could not be read.
  public func addFile() { lacksFile = true }

  /// Whether an event failed for want of another that was refused before it; it is counted then.
  public func explains(_ error: Diagnostic, of event: Event, in register: Register) -> Bool {
    let place = error.position ?? event.position()
    switch error.code {
    case .unknownDeal, .unknownParty, .unknownProgramme, .unknownEnvelope, .unknownEvent, .unknownAccount:
      guard lacksFile || names(in: event, register).contains(where: { declared.contains($0) }) else { return false }
      followUps += 1
      firstFollowUp = firstFollowUp ?? place
      return true
    case .overEnvelope, .overHolding, .overReceivable, .overRecycled, .overCommitment, .missingShare:
      guard lacksFile || isTouched(event, error.code) else { return false }
    case .missingField: guard isTouched(event, nil) && RefusedEvents.lacksEnvelope(event) else { return false }
    case .assertionFailed: guard lacksFile || !touched.isEmpty else { return false }
    default: return false
    }
    undecided += 1
    firstUndecided = firstUndecided ?? place
    return true
  }

  /// The closing note that says how many errors were left out; nil when none was.
  public var note: Diagnostic? {
    if followUps == 0 && undecided == 0 { return nil }
    func place(_ first: SourcePosition?) -> Wording {
      first.map { Wording("，第一条在 \($0.file):\($0.line)", ", first at \($0.file):\($0.line)") } ?? .none
    }
    var message = Wording.none
    if followUps > 0 {
      let subject = followUps == 1 ? "1 more event fails" : "\(followUps) more events fail"
      message = Wording("另有 \(followUps) 条只因上面的错误而不能记", "\(subject) only because of what is refused above") + place(firstFollowUp)
    }
    if undecided > 0 {
      let subject = undecided == 1 ? "1 more event is" : "\(undecided) more events are"
      message =
        message + (followUps > 0 ? Wording("；", "; ") : .none)
        + Wording(
          "另有 \(undecided) 条未能记入，是否有误要待上面的错误更正后才能判断",
          "\(subject) refused, rightly or not, which shows once what is above is corrected") + place(firstUndecided)
    }
    return Diagnostic(
      .followUpErrors, message, hint: Wording("先更正上面的错误，再执行一次", "correct the errors above, then run again"), severity: .note)
  }

  /// Every name that an event speaks of; of an envelope also the programme in its name.
  private func names(in event: Event, _ register: Register) -> [String] {
    var names: [String] = event.lines.map { register[$0.account].name }
    for (index, field) in event.kind.fields.enumerated() {
      guard case .text(let name) = event.values[index] else { continue }
      switch field.type {
      case .name(.envelope), .newName(.envelope):
        names.append(name)
        if let parts = Register.envelopeParts(of: name) { names.append(parts.programme) }
      case .name, .event: names.append(name)
      case .events: names += EventList.references(in: name)
      default: break
      }
    }
    return names
  }

  /// Whether a deal or envelope of the event was to be moved by an event refused for another reason than a code, so that the event
  /// might hold had it been recorded.
  private func isTouched(_ event: Event, _ code: DiagnosticCode?) -> Bool {
    for (index, field) in event.kind.fields.enumerated() {
      guard case .text(let name) = event.values[index], let touches = touched[name] else { continue }
      switch field.type {
      case .name(.deal):
        if touches.contains(where: { $0.code != code && !(code == .overEnvelope && $0.kind == "pay") }) { return true }
      case .name(.envelope), .newName(.envelope):
        let helps = { (touch: Touch) in !(code == .overEnvelope && RefusedEvents.spending.contains(touch.kind)) }
        if touches.contains(where: { $0.code != code && helps($0) }) { return true }
      default: break
      }
    }
    return false
  }

  /// Whether all that an event lacks is the envelope, which an earlier event would have settled.
  private static func lacksEnvelope(_ event: Event) -> Bool {
    guard let index = event.kind.index(named: "envelope"), event.values[index].isAbsent else { return false }
    return event.kind.requiredFields.allSatisfy { !event.values[$0].isAbsent }
  }
}
