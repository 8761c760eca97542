import Portfolio

/// What a finding is about.
public struct CheckSubject: Hashable, Sendable {
  /// The kinds of things, as machines get them.
  public enum Kind: String, Sendable { case deal, party, programme, envelope, industry, books }

  public let kind: Kind
  public let name: String

  static func deal(_ deal: Deal) -> CheckSubject { CheckSubject(kind: .deal, name: deal.name) }
  static func party(_ party: Party) -> CheckSubject { CheckSubject(kind: .party, name: party.name) }
  static func programme(_ programme: Programme) -> CheckSubject { CheckSubject(kind: .programme, name: programme.name) }
  static func envelope(_ envelope: Envelope) -> CheckSubject { CheckSubject(kind: .envelope, name: envelope.name) }
  static func industry(_ code: String) -> CheckSubject { CheckSubject(kind: .industry, name: code) }
}
