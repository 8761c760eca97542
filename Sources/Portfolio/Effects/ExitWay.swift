/// How a holding or a part of it left the books: sold, written off or given away (report F of DOMAIN §7).
public enum ExitWay: UInt8, CaseIterable, Sendable {
  /// Sold to another investor.
  case transfer = 1
  /// Sold on a stock exchange.
  case market = 2
  /// Bought back by shareholders, management or the company.
  case buyback = 3
  /// Paid out of what the company or fund left.
  case liquidation = 4
  /// Written off.
  case writeOff = 5
  /// Given away without payment.
  case handover = 6

  /// The word in journals and files.
  public var name: String { "\(self)" }

  /// The Chinese word, accepted as well.
  public var chinese: String {
    switch self {
    case .transfer: "转让"
    case .market: "上市减持"
    case .buyback: "回购"
    case .liquidation: "清算"
    case .writeOff: "核销"
    case .handover: "无偿划转"
    }
  }

  /// The ways of a sale, which an exit may name; the others are events of their own.
  public static let sales: [ExitWay] = [.transfer, .market, .buyback, .liquidation]

  static var choices: [Choice] { sales.map { Choice($0.name, $0.chinese) } }

  init?(name: String?) {
    guard let match = ExitWay.allCases.first(where: { $0.name == name }) else { return nil }
    self = match
  }
}
