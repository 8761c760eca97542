/// Whose policy a requirement is; a narrower one goes before a wider one.
public enum PolicyLevel: String, CaseIterable, Sendable {
  /// 国家.
  case nation
  /// 省级.
  case province
  /// 市级及以下.
  case city
  /// The books' own.
  case own

  /// The Chinese word, accepted as well.
  public var chinese: String {
    switch self {
    case .nation: "国家"
    case .province: "省级"
    case .city: "市级"
    case .own: "自定"
    }
  }

  static var choices: [Choice] { allCases.map { Choice($0.rawValue, $0.chinese) } }

  /// 0 for the widest.
  var narrowness: Int { PolicyLevel.allCases.firstIndex(of: self) ?? 0 }
}
