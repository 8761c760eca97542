/// The series that a voucher is numbered in (凭证字): one for all, or by whether money came, went or stayed.
public enum VoucherType: UInt8, CaseIterable, Sendable, Comparable {
  /// 记: the only series of books that keep one.
  case general = 1
  /// 收: money came in.
  case receipt = 2
  /// 付: money went out, or moved between accounts that hold money.
  case payment = 3
  /// 转: no money moved.
  case transfer = 4

  /// The word in commands, JSON and CSV.
  public var name: String {
    switch self {
    case .general: "general"
    case .receipt: "receipt"
    case .payment: "payment"
    case .transfer: "transfer"
    }
  }

  /// The character that stands before the number.
  public var chinese: String {
    switch self {
    case .general: "记"
    case .receipt: "收"
    case .payment: "付"
    case .transfer: "转"
    }
  }

  /// The character with a dash, as in `记-12`.
  public var prefix: String {
    switch self {
    case .general: "记-"
    case .receipt: "收-"
    case .payment: "付-"
    case .transfer: "转-"
    }
  }

  /// A number of the series as it is shown, `记-12`.
  public func label(_ number: Int64) -> String { "\(prefix)\(number)" }

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
