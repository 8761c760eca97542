/// Fields of budget documents.
extension Field {
  /// An envelope that the event opens when it is new.
  static let newEnvelope = Field(
    "envelope", "指标", .newName(.envelope), "budget envelope, YEAR/PROGRAMME; opened when it is new",
    "预算指标，年度/项目计划，新指标随之设立")
  /// What a budget document may say of an envelope: its keys. The codes are those of the envelope's year.
  static let codes: [Field] = [nature, function, economic, departmentEconomic, project, department]
  static let nature = Field(
    "nature", "资金性质", .choice(FundNature.choices), "which of the three budgets; general when absent", "所属预算，缺省为一般公共预算")
  static let function = Field("function", "功能分类", .text, "functional class code", "支出功能分类代码")
  static let economic = Field("economic", "经济分类", .text, "government economic class code", "政府预算支出经济分类代码")
  static let departmentEconomic = Field(
    "department-economic", "部门经济分类", .text, "department economic class code", "部门预算支出经济分类代码")
  static let project = Field("project", "项目代码", .text, "code of the project in the budget system", "预算管理一体化系统中的项目代码")
  static let department = Field("department", "主管部门", .text, "department that answers for the money", "主管部门")
  /// Whose money a budget document hands out.
  static let source = Field(
    "source", "来源", .choice(BudgetLevel.choices), "whose money it is; one's own when absent", "资金来源，缺省为本级")
  /// Why a limit is exceeded; counts only together with who authorised it.
  static let override = Field(
    "override", "例外理由", .text, "why the envelope's limit may be exceeded; needs authorised", "超出指标的理由，须同时注明授权人")
  /// Why an exit may give up principal; counts only together with who authorised it.
  static let concessionOverride = Field(
    "override", "例外理由", .text, "why principal may be given up; needs authorised", "让利触及本金的理由，须同时注明授权人")
  /// Who allowed a limit to be exceeded.
  static let authorised = Field(
    "authorised", "授权人", .text, "who authorised the exception; needs override", "批准例外的授权人，须同时注明例外理由")
}
