/// How a check speaks of what breaks a requirement (检查环节).
public enum FindingMode: String, CaseIterable, Sendable {
  /// A breach: the answer of the check is no.
  case breach
  /// A warning.
  case warn
  /// Something to know.
  case note
  /// Nothing: the requirement is not asked for from its day on.
  case off

  /// The Chinese word, accepted as well.
  public var chinese: String {
    switch self {
    case .breach: "违规"
    case .warn: "警告"
    case .note: "提示"
    case .off: "不检查"
    }
  }

  static var choices: [Choice] { allCases.map { Choice($0.rawValue, $0.chinese) } }
}
