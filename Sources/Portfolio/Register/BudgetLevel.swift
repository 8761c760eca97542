/// Whose money an envelope holds (级次).
public enum BudgetLevel: String, CaseIterable, Sendable {
  /// 本级: the government's own.
  case own
  /// 上级补助: granted by a superior.
  case above

  /// The Chinese word, accepted as well.
  public var chinese: String {
    switch self {
    case .own: "本级"
    case .above: "上级补助"
    }
  }

  static var choices: [Choice] { allCases.map { Choice($0.rawValue, $0.chinese) } }
}
