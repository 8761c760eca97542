/// How many persons a voucher needs before it is posted.
public enum Approval: String, CaseIterable, Sendable {
  /// Whoever records posts.
  case one
  /// One person prepares (制单), another one reviews (复核).
  case two

  /// The Chinese name, accepted wherever the name is.
  public var chinese: String {
    switch self {
    case .one: "一人"
    case .two: "两人"
    }
  }

  /// The words of the field `approval`.
  static var choices: [Choice] { allCases.map { Choice($0.rawValue, $0.chinese) } }
}
