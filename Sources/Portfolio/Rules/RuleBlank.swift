/// The blanks of account templates and what each of them can stand for.
public enum RuleBlank {
  /// What the blanks stand for whose values are known beforehand; `{cash}` is any account that holds money.
  public static let values: [String: [String]] = [
    "class": ["投资基金", "企业", "国际金融组织"], "nature": FundNature.allCases.map(\.chinese),
    "budget": FundNature.allCases.map { budget(of: $0.chinese) }, "income": ["股利股息", "产权转让", "清算", "利息收入"],
    "stage": ["认缴", "实缴"], "contributor": ContributorClass.allCases.map(\.chinese),
  ]

  /// Every account name that a template can come to; none when it has a blank that stands for any account.
  public static func names(of template: String) -> [String] {
    var names = [template]
    for (blank, values) in RuleBlank.values where template.contains("{\(blank)}") {
      names = names.flatMap { name in values.map { RuleEngine.fill(name, [blank: $0]) } }
    }
    return names.filter { !$0.contains("{") }
  }

  /// A template with the blanks of a budget filled in.
  public static func filled(_ template: String, nature: FundNature) -> String {
    RuleEngine.fill(template, completed(["nature": nature.chinese]))
  }

  /// What an event fills in, with the blanks that follow from others.
  static func completed(_ bindings: [String: String]) -> [String: String] {
    guard let nature = bindings["nature"] else { return bindings }
    var completed = bindings
    completed["budget"] = budget(of: nature)
    return completed
  }

  /// The full name of a budget, as the accounts of a system with one set of accounts begin: 政府性基金预算.
  static func budget(of nature: String) -> String { nature.hasSuffix("预算") ? nature : nature + "预算" }
}
