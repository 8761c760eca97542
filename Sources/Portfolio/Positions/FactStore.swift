import LedgerCore

/// Where recorded facts are kept, for folding positions of what an event touches.
public protocol FactStore: AnyObject {
  /// All facts about a deal in order of recording.
  func facts(ofDeal deal: DealID) throws(Diagnostic) -> [Fact]
  /// All facts about an envelope in order of recording.
  func facts(ofEnvelope envelope: EnvelopeID) throws(Diagnostic) -> [Fact]
  /// Facts of some measures about a programme in order of recording.
  func facts(ofProgramme programme: ProgrammeID, _ measures: Set<Measure>) throws(Diagnostic) -> [Fact]
  /// All facts of some measures in order of recording.
  func facts(of measures: Set<Measure>) throws(Diagnostic) -> [Fact]
  /// All amounts that are stored, by measure, whatever their sign.
  func grossTotals() throws(Diagnostic) -> GrossTotals
}
