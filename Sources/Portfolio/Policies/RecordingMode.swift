/// What happens when something that breaks a requirement is recorded (记录环节); the strictest first.
public enum RecordingMode: String, CaseIterable, Sendable {
  /// It is refused, unless an authorised exception lets it pass.
  case refuse
  /// It is recorded with a warning.
  case warn
  /// It is recorded; only the check reports it.
  case report

  /// The Chinese word, accepted as well.
  public var chinese: String {
    switch self {
    case .refuse: "拒绝"
    case .warn: "警告"
    case .report: "仅报告"
    }
  }

  static var choices: [Choice] { allCases.map { Choice($0.rawValue, $0.chinese) } }
}
