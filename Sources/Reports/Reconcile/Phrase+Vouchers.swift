import LedgerCore
import Portfolio
import ReportDocument

extension Phrase {
  /// The number of a voucher behind the name of its book: 预算会计记-12, budget 记-12.
  static func voucher(_ row: PostingRow) -> Phrase {
    Phrase("\(row.book.chinese)\(row.label)", "\(row.book.name) \(row.label)")
  }

  /// Several one after the other.
  static func joined(_ phrases: [Phrase]) -> Phrase {
    Phrase(phrases.map(\.zh).joined(separator: " "), phrases.map(\.en).joined(separator: ", "))
  }
}
