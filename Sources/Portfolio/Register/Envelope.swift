import LedgerCore

/// A budget envelope (预算指标): what one programme may spend in one budget year; named `YEAR/PROGRAMME`.
public struct Envelope: Hashable, Sendable {
  public var id: EnvelopeID
  public var name: String
  public var year: Int
  public var programme: ProgrammeID
  /// Which of the three budgets the money belongs to.
  public var nature: FundNature
  /// 功能分类 code, empty when unknown; codes change every year and are read with the envelope's year.
  public var function: String
  /// 政府经济分类 code, empty when unknown.
  public var economic: String

  public init(
    id: EnvelopeID, name: String, year: Int, programme: ProgrammeID, nature: FundNature = .general,
    function: String = "", economic: String = ""
  ) {
    self.id = id
    self.name = name
    self.year = year
    self.programme = programme
    self.nature = nature
    self.function = function
    self.economic = economic
  }
}
