/// Which of the three budgets money belongs to (资金性质).
public enum FundNature: String, CaseIterable, Sendable {
  /// 一般公共预算.
  case general
  /// 政府性基金.
  case fund
  /// 国有资本经营.
  case capital

  /// The Chinese word, accepted as well; part of the names of budget accounts.
  public var chinese: String {
    switch self {
    case .general: "一般公共预算"
    case .fund: "政府性基金"
    case .capital: "国有资本经营"
    }
  }

  static var choices: [Choice] { allCases.map { Choice($0.rawValue, $0.chinese) } }
}
