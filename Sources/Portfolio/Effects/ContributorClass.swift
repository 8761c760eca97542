/// Whose money a contribution is (METRICS §1: P private, O other public, L bank).
public enum ContributorClass: UInt8, CaseIterable, Sendable {
  /// 社会资本 in the narrow sense.
  case `private` = 1
  /// State firms, where the programme counts them as social capital in the wide sense.
  case stateFirm = 2
  /// Other tiers of government.
  case otherPublic = 3
  /// Banks and other lenders.
  case bank = 4

  /// The word in journals and files.
  public var name: String {
    switch self {
    case .private: "private"
    case .stateFirm: "state-firm"
    case .otherPublic: "public"
    case .bank: "bank"
    }
  }

  /// The Chinese word, accepted as well.
  public var chinese: String {
    switch self {
    case .private: "社会资本"
    case .stateFirm: "国企"
    case .otherPublic: "其他财政"
    case .bank: "银行"
    }
  }

  static var choices: [Choice] { allCases.map { Choice($0.name, $0.chinese) } }

  init?(name: String?) {
    guard let match = ContributorClass.allCases.first(where: { $0.name == name }) else { return nil }
    self = match
  }
}
