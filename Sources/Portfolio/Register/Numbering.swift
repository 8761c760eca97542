import LedgerCore

/// How the vouchers of a set of books are told apart in numbering.
public enum Numbering: String, CaseIterable, Sendable {
  /// One series 记.
  case single
  /// 收, 付 and 转 in the fiscal book; the other books keep 记.
  case cash

  /// The Chinese name, accepted wherever the name is.
  public var chinese: String {
    switch self {
    case .single: "统一"
    case .cash: "收付转"
    }
  }

  /// The words of the field `numbering`.
  static var choices: [Choice] { allCases.map { Choice($0.rawValue, $0.chinese) } }

  /// The series of a voucher.
  func type(of voucher: Voucher, in register: Register) -> VoucherType {
    guard self == .cash, voucher.book == .fiscal else { return .general }
    return Numbering.cashType(of: voucher, in: register)
  }

  /// 收 when accounts that hold money are debited net, 付 when they are credited net or only pass money among
  /// themselves, 转 when none is touched. What counts is the column of a line, not its sign, so that a red voucher
  /// stands in the series of its original.
  private static func cashType(of voucher: Voucher, in register: Register) -> VoucherType {
    var sums: [CommodityID: Int128] = [:]
    for posting in voucher.postings where register[posting.account].holdsCash {
      let size = Int128(posting.amount.magnitude)
      sums[posting.commodity, default: 0] += posting.side == .debit ? size : 0 - size
    }
    if sums.isEmpty { return .transfer }
    return sums.values.contains { $0 < 0 } || sums.values.allSatisfy { $0 == 0 } ? .payment : .receipt
  }
}
