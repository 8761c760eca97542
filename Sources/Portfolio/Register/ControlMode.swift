/// What happens when a commitment or payment goes beyond its envelope (控制方式).
public enum ControlMode: String, CaseIterable, Sendable {
  /// It is refused.
  case stop
  /// It is recorded with a warning.
  case warn
  /// It is recorded; only reports show it.
  case ignore

  /// The Chinese word, accepted as well.
  public var chinese: String {
    switch self {
    case .stop: "禁止"
    case .warn: "提示"
    case .ignore: "不控制"
    }
  }

  static var choices: [Choice] { allCases.map { Choice($0.rawValue, $0.chinese) } }

  init?(name: String?) {
    guard let match = ControlMode.allCases.first(where: { $0.rawValue == name }) else { return nil }
    self = match
  }
}
