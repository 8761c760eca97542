import LedgerCore
import ReportDocument

/// A statement whose balance is not what the lines before it come to: lines are missing, or some stand twice.
struct StatementGap {
  let head: StatementHead
  /// The day after or before which it is.
  let day: Day
  /// What the lines come to, minor units.
  let expected: Int64
  /// What the statement says.
  let stated: Int64

  /// The gap in words.
  func phrase(_ commodity: Commodity) -> Phrase {
    let texts = [stated, expected].map { Cell.money($0, commodity) }
    return Phrase(
      exactly: "#\(String(head.sequence)) 在 \(day.description) 的余额为\(texts[0])，明细合计为\(texts[1])：对账单缺页或重复。",
      "#\(String(head.sequence)) has a balance of \(texts[0]) on \(day.description), the lines come to \(texts[1]): lines are missing or stand twice."
    )
  }

  /// The gaps between the statements of an account.
  static func all(in sides: AccountSides) throws(Diagnostic) -> [StatementGap] {
    guard sides.hasBalances else { return [] }
    var gaps: [StatementGap] = []
    for (index, head) in sides.heads.enumerated() {
      guard let opening = head.opening, let closing = head.closing else { continue }
      if index > 0 {
        let expected = try balance(sides, before: head.from)
        if expected != opening { gaps.append(StatementGap(head: head, day: head.from, expected: expected, stated: opening)) }
      }
      let expected = try balance(sides, before: head.to.adding(days: 1))
      if expected != closing { gaps.append(StatementGap(head: head, day: head.to, expected: expected, stated: closing)) }
    }
    return gaps
  }

  private static func balance(_ sides: AccountSides, before day: Day) throws(Diagnostic) -> Int64 {
    var sum = sides.statedOpening
    for line in sides.lines where line.day < day { try sum.add(line.amount) }
    return sum
  }
}
