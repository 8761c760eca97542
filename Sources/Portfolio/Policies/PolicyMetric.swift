/// A figure that scorecards and performance tables judge; reports compute it from the books.
///
/// Each has one definition, in the report that computes it; pack files and journals name it by its raw value.
public enum PolicyMetric: String, CaseIterable, Sendable {
  // Shares and multiples.
  case socialShare = "social-share"
  case reinvestment
  case privateFirms = "private-firms"
  case earlyStage = "early-stage"
  case meanTerm = "mean-term"
  case paidShare = "paid-share"
  case idleShare = "idle-share"
  case internalRate = "internal-rate"
  case assetGrowth = "asset-growth"
  case executionRate = "execution-rate"
  case leverage
  case registrationShare = "registration-share"
  case evidenceShare = "evidence-share"
  case feeShare = "fee-share"
  case lossShare = "loss-share"
  // Amounts.
  case invested
  case returned
  case loans
  // Numbers.
  case deals
  /// What no ledger knows, such as the satisfaction of those served.
  case satisfaction

  /// How its values are written.
  public enum Measure: String, Sendable {
    case percent, times, years, money, count

    /// Whether they are shares or rates, which are written in per cent.
    var isShare: Bool { self == .percent }
  }

  /// How its values are written.
  public var measure: Measure {
    switch self {
    case .leverage: .times
    case .meanTerm: .years
    case .invested, .returned, .loans: .money
    case .deals: .count
    default: .percent
    }
  }

  /// Whether less is better.
  public var isCost: Bool { self == .idleShare || self == .feeShare || self == .lossShare }

  /// The Chinese name, accepted as well.
  public var chinese: String {
    switch self {
    case .socialShare: "社会资本占比"
    case .reinvestment: "返投比例"
    case .privateFirms: "民营企业占比"
    case .earlyStage: "投早投小占比"
    case .meanTerm: "平均投资期限"
    case .paidShare: "出资完成比例"
    case .idleShare: "闲置资金占比"
    case .internalRate: "内部收益率"
    case .assetGrowth: "资产增值率"
    case .executionRate: "预算执行率"
    case .leverage: "社会资本放大倍数"
    case .registrationShare: "登记完成率"
    case .evidenceShare: "证据覆盖率"
    case .feeShare: "管理费率"
    case .lossShare: "损失率"
    case .invested: "当年出资额"
    case .returned: "当年收回资金"
    case .loans: "带动贷款"
    case .deals: "当年投资项目数"
    case .satisfaction: "服务对象满意度"
    }
  }

  /// The English name.
  public var english: String {
    switch self {
    case .socialShare: "share of social capital"
    case .reinvestment: "local reinvestment"
    case .privateFirms: "share of private firms"
    case .earlyStage: "share of early-stage"
    case .meanTerm: "mean term of investments"
    case .paidShare: "paid of what is committed"
    case .idleShare: "idle money"
    case .internalRate: "internal rate of return"
    case .assetGrowth: "growth of assets"
    case .executionRate: "execution of the budget"
    case .leverage: "multiplier M1"
    case .registrationShare: "holdings registered"
    case .evidenceShare: "evidence coverage"
    case .feeShare: "fees"
    case .lossShare: "loss ratio"
    case .invested: "invested in the year"
    case .returned: "returned in the year"
    case .loans: "loans that followed"
    case .deals: "deals of the year"
    case .satisfaction: "satisfaction of those served"
    }
  }

  static var choices: [Choice] { allCases.map { Choice($0.rawValue, $0.chinese) } }
}
