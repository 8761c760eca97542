import LedgerCore
import ReportDocument

/// Amounts as a voucher shows them: grouped, red ones in parentheses where there is no red.
enum VoucherAmount {
  /// An amount with its commodity's code unless it is renminbi; red in parentheses.
  static func text(_ amount: Int64, _ commodity: Commodity, inParentheses: Bool = true) -> String {
    var text = DecimalText.format(amount, scale: commodity.scale, grouped: true)
    if commodity.code != Commodity.renminbi.code { text += " " + commodity.code }
    guard amount < 0, inParentheses else { return text }
    return "(" + text.dropFirst() + ")"
  }
}
