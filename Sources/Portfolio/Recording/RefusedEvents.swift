import LedgerCore

/// What was refused while files are read, so that an event which fails only for want of it is counted and not reported:
/// one mistake is one error.
public final class RefusedEvents {
  /// Names and keys that a refused event would have declared.
  private var declared: Set<String> = []
  /// Deals and envelopes that refused events speak of, each with the codes by which they were refused.
  private var touched: [String: Set<DiagnosticCode>] = [:]
  /// Whether a whole file is missing, so that any name may have stood in it.
  private var lacksFile = false
  /// How many events failed only because of another.
  public private(set) var followUps = 0
  private var firstFollowUp: SourcePosition?

  public init() {}

  /// Takes in an event that was refused, or as much of it as could be read.
  public func add(_ event: Event, refusedBy code: DiagnosticCode) {
    if let key = event.text("key") { declared.insert(key) }
    for (index, field) in event.kind.fields.enumerated() {
      guard case .text(let name) = event.values[index] else { continue }
      switch field.type {
      case .newName(let kind):
        declared.insert(name)
        if kind == .envelope { touched[name, default: []].insert(code) }
      case .name(.deal), .name(.envelope): touched[name, default: []].insert(code)
      default: break
      }
    }
  }

  /// Takes in the words of a line of which not even the kind could be told.
  public func add(words: [String], refusedBy code: DiagnosticCode) {
    for word in words {
      declared.insert(word)
      touched[word, default: []].insert(code)
    }
  }

  /// Takes in a file that could not be read.
  public func addFile() { lacksFile = true }

  /// Whether an event failed only because another was refused before it; it is counted then.
  public func explains(_ error: Diagnostic, of event: Event, in register: Register) -> Bool {
    let isFollowUp =
      switch error.code {
      case .unknownDeal, .unknownParty, .unknownProgramme, .unknownEnvelope, .unknownEvent, .unknownAccount:
        lacksFile || names(in: event, register).contains { declared.contains($0) }
      case .overEnvelope, .overHolding, .overReceivable, .overRecycled, .overCommitment, .missingShare:
        lacksFile || isTouched(event, except: error.code)
      case .missingField: isTouched(event, except: nil) && RefusedEvents.lacksEnvelope(event)
      case .assertionFailed: lacksFile || !touched.isEmpty
      default: false
      }
    if isFollowUp {
      followUps += 1
      firstFollowUp = firstFollowUp ?? error.position ?? event.position()
    }
    return isFollowUp
  }

  /// The closing note that says how many errors were left out; nil when none was.
  public var note: Diagnostic? {
    guard followUps > 0 else { return nil }
    let subject = followUps == 1 ? "1 more event fails" : "\(followUps) more events fail"
    let place = firstFollowUp.map { ", first at \($0.file):\($0.line)" } ?? ""
    return Diagnostic(
      .followUpErrors,
      Wording(
        "另有 \(followUps) 条只因上面的错误而不能记" + (firstFollowUp.map { "，第一条在 \($0.file):\($0.line)" } ?? ""),
        "\(subject) only because of what is refused above\(place)"),
      hint: Wording("先更正上面的错误，再执行一次", "correct the errors above, then run again"), severity: .note)
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

  /// Whether a deal or envelope of the event was to be moved by an event refused for another reason than a code.
  private func isTouched(_ event: Event, except code: DiagnosticCode?) -> Bool {
    for (index, field) in event.kind.fields.enumerated() {
      guard case .text(let name) = event.values[index] else { continue }
      switch field.type {
      case .name(.deal), .name(.envelope), .newName(.envelope):
        if touched[name]?.contains(where: { $0 != code }) == true { return true }
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
