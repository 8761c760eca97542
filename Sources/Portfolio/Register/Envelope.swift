import LedgerCore

/// A budget envelope (预算指标): what one programme may spend in one budget year; named `YEAR/PROGRAMME`.
public struct Envelope: Hashable, Sendable {
  public var id: EnvelopeID
  public var name: String
  public var year: Int
  public var programme: ProgrammeID

  public init(id: EnvelopeID, name: String, year: Int, programme: ProgrammeID) {
    self.id = id
    self.name = name
    self.year = year
    self.programme = programme
  }
}
