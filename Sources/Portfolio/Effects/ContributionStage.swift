/// How far other people's money has come (METRICS §1).
public enum ContributionStage: UInt8, CaseIterable, Sendable {
  case announced = 1
  case signed = 2
  case paid = 3
  case returned = 4

  /// The word in journals and files.
  public var name: String {
    switch self {
    case .announced: "announced"
    case .signed: "signed"
    case .paid: "paid"
    case .returned: "returned"
    }
  }

  /// The Chinese word, accepted as well.
  public var chinese: String {
    switch self {
    case .announced: "意向"
    case .signed: "认缴"
    case .paid: "实缴"
    case .returned: "退回"
    }
  }

  static var choices: [Choice] { allCases.map { Choice($0.name, $0.chinese) } }

  init?(name: String?) {
    guard let match = ContributionStage.allCases.first(where: { $0.name == name }) else { return nil }
    self = match
  }
}
