/// The columns of a table that a plain voucher has beside its fields: one row is one line of the voucher.
public enum EntryColumn: String, CaseIterable, Sendable {
  /// Rows that follow each other with the same text here are one voucher.
  case voucher
  /// Name or code of the line's account.
  case account
  /// Amount of the line, debit positive.
  case amount
  /// Amount of a line that debits, in place of `amount`.
  case debit
  /// Amount of a line that credits, in place of `amount`.
  case credit
  /// Remark on the line.
  case lineNote = "line-note"

  /// The columns of the line itself that are written; the others are only read.
  public static let written: [EntryColumn] = [.account, .amount, .lineNote]

  /// The Chinese name, accepted wherever the name is.
  public var chinese: String {
    switch self {
    case .voucher: "凭证号"
    case .account: "科目"
    case .amount: "金额"
    case .debit: "借方金额"
    case .credit: "贷方金额"
    case .lineNote: "分录备注"
    }
  }

  /// The column with an English or Chinese name, or nil.
  public init?(named name: String) {
    guard let column = EntryColumn.allCases.first(where: { $0.rawValue == name || $0.chinese == name }) else {
      return nil
    }
    self = column
  }
}
