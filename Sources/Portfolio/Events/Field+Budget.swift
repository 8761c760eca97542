/// Fields of budget documents.
extension Field {
  /// An envelope that the event opens when it is new.
  static let newEnvelope = Field(
    "envelope", "指标", .newName(.envelope), "budget envelope, YEAR/PROGRAMME; opened when it is new",
    "预算指标，年度/项目计划，新指标随之设立")
  /// What a budget document may say of a new envelope.
  static let codes: [Field] = [nature, function, economic]

  static let nature = Field(
    "nature", "资金性质", .choice(FundNature.choices), "which of the three budgets; general when absent", "所属预算，缺省为一般公共预算")
  static let function = Field("function", "功能分类", .text, "functional class code", "支出功能分类代码")
  static let economic = Field("economic", "经济分类", .text, "government economic class code", "政府预算支出经济分类代码")
}
