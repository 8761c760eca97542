/// How a holding is classed in what follows an investment (投后管理).
public enum RiskClass: String, CaseIterable, Sendable {
  case normal, watch, risk

  /// The Chinese word, accepted as well.
  public var chinese: String {
    switch self {
    case .normal: "正常"
    case .watch: "关注"
    case .risk: "风险"
    }
  }
}
