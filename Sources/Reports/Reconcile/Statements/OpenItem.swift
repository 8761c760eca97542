import LedgerCore
import ReportDocument

/// One item that only one side has on the day: a line of the statement or an event of the books.
struct OpenItem {
  /// Which side has it.
  enum Side: String {
    case statement, books

    /// The side as a value of a fixed list.
    var cell: Cell {
      self == .statement
        ? .code(rawValue, Phrase("对账单", "statement")) : .code(rawValue, Phrase("账簿", "books"))
    }
  }

  let side: Side
  /// The event's place in the chain.
  let sequence: Int64
  let day: Day
  /// Voucher numbers, or the number that the bank gave.
  let number: String
  /// Whom or what it is about.
  let about: String
  /// Minor units, money that came in positive.
  let amount: Int64
  var kind = Difference.Class.oneSided
  /// Whether the other side has it too, and only a confirmation is missing: no balance takes it in.
  var isOnBothSides = false
  /// The items of the other side that it is proposed with, or that have it with another amount.
  var others: [Int64] = []
  /// What the books are to be corrected by where the other side has it with another amount, on the item of the books; minor units.
  var correction: Int64?
  /// Whether time alone settles it.
  var isExplained = false
  var reason = Phrase.none

  init(_ line: StatedLine) {
    side = .statement
    sequence = line.sequence
    day = line.day
    number = line.number
    about = [line.counterparty, line.text].filter { !$0.isEmpty }.joined(separator: " ")
    amount = line.amount
  }

  init(_ entry: AccountEntry) {
    side = .books
    sequence = entry.sequence
    day = entry.day
    number = entry.numbers.joined(separator: " ")
    about = entry.narration
    amount = entry.amount
  }
}
