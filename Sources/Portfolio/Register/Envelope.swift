import LedgerCore

/// A budget envelope (预算指标): what one programme may spend in one budget year; named `YEAR/PROGRAMME`.
///
/// Its keys are those of a quota record: year, document, project, classes, nature, level and department. The codes are
/// read with the year, since the classification has a new book every year.
public struct Envelope: Hashable, Sendable {
  public var id: EnvelopeID
  public var name: String
  public var year: Int
  public var programme: ProgrammeID
  /// 文号 of the event that opened it, empty when that named none; further documents are those of its events.
  public var document: String
  /// Which of the three budgets the money belongs to.
  public var nature: FundNature
  /// 功能分类 code, empty when unknown.
  public var function: String
  /// 政府经济分类 code, empty when unknown.
  public var economic: String
  /// 部门经济分类 code, empty when unknown.
  public var departmentEconomic: String
  /// 项目代码 in the budget system, empty when unknown.
  public var project: String
  /// 主管部门, empty when unknown.
  public var department: String
  /// Whose money opened it; a later document may add money of the other level, which its sources tell apart.
  public var level: BudgetLevel

  public init(
    id: EnvelopeID, name: String, year: Int, programme: ProgrammeID, document: String = "",
    nature: FundNature = .general, function: String = "", economic: String = "", departmentEconomic: String = "",
    project: String = "", department: String = "", level: BudgetLevel = .own
  ) {
    self.id = id
    self.name = name
    self.year = year
    self.programme = programme
    self.document = document
    self.nature = nature
    self.function = function
    self.economic = economic
    self.departmentEconomic = departmentEconomic
    self.project = project
    self.department = department
    self.level = level
  }
}
