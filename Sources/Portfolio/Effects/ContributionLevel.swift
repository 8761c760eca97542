/// Where other people's money stands beside ours (METRICS §1).
public enum ContributionLevel: UInt8, CaseIterable, Sendable {
  /// Partner of the same fund.
  case fund = 1
  /// Investor in the same closing of the same company.
  case round = 2
  /// Investor beside a fund of ours in a company that the fund invested in.
  case project = 3
  /// Investor in a later round.
  case later = 4
  /// Lender.
  case debt = 5
  /// Investor in a round before ours.
  case earlier = 6

  /// The word in journals and files.
  public var name: String {
    switch self {
    case .fund: "fund"
    case .round: "round"
    case .project: "project"
    case .later: "later"
    case .debt: "debt"
    case .earlier: "earlier"
    }
  }

  /// The Chinese word, accepted as well.
  public var chinese: String {
    switch self {
    case .fund: "基金"
    case .round: "同轮"
    case .project: "项目"
    case .later: "后续轮"
    case .debt: "债权"
    case .earlier: "前期轮"
    }
  }

  static var choices: [Choice] { allCases.map { Choice($0.name, $0.chinese) } }

  init?(name: String?) {
    guard let match = ContributionLevel.allCases.first(where: { $0.name == name }) else { return nil }
    self = match
  }
}
