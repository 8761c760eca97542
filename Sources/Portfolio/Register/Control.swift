import LedgerCore

/// How strictly envelopes are kept from a day on: all of them, those of a programme, or one.
public struct Control: Hashable, Sendable {
  /// The programme whose envelopes it is about; none for all.
  public var programme: ProgrammeID
  /// The envelope that it is about; none for all of the programme.
  public var envelope: EnvelopeID
  /// The first day on which it holds.
  public var from: Day
  /// What it says of commitments; nil when it says nothing.
  public var commit: ControlMode?
  /// What it says of payments; nil when it says nothing.
  public var pay: ControlMode?

  /// What it says of a moment.
  public func mode(at moment: ControlMoment) -> ControlMode? { moment == .commit ? commit : pay }

  /// How narrowly it is meant: the narrower of two controls counts.
  var narrowness: Int { !envelope.isNone ? 2 : !programme.isNone ? 1 : 0 }

  /// Whether it is about an envelope.
  func covers(_ other: Envelope) -> Bool {
    (envelope.isNone || envelope == other.id) && (programme.isNone || programme == other.programme)
  }
}
