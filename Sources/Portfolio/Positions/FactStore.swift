import LedgerCore

/// Where recorded facts are kept, for folding positions of what an event touches.
public protocol FactStore: AnyObject {
  /// All facts about a deal in order of recording.
  func facts(ofDeal deal: DealID) throws(Diagnostic) -> [Fact]
  /// All facts about an envelope in order of recording.
  func facts(ofEnvelope envelope: EnvelopeID) throws(Diagnostic) -> [Fact]
  /// Facts about recovered money (`RecycledPool.measures`) of a programme in order of recording.
  func facts(ofPool programme: ProgrammeID) throws(Diagnostic) -> [Fact]
}
