import LedgerCore

/// Brings the lines of a statement into the order and the signs in which its balance runs.
struct StatementOrder {
  /// A line whose balance is not what the lines before it come to.
  struct Break: Hashable {
    let index: Int
    /// Minor units.
    let expected: Int64
  }

  private(set) var lines: [BankStatement.Line]
  /// Balance before the first line; nil when the statement has none.
  private(set) var opening: Int64?
  private(set) var breaks: [Break] = []
  private let statedOpening: Int64?
  private let statedClosing: Int64?

  init(_ lines: [BankStatement.Line], opening: Int64?, closing: Int64?) {
    self.lines = lines
    statedOpening = opening
    statedClosing = closing
  }

  /// Chooses the order and the signs with the fewest breaks; as written and as a bank writes unless another is better.
  mutating func settle() {
    let isNewestFirst = (lines.first?.day ?? .always) > (lines.last?.day ?? .always)
    var best: (count: Int, lines: [BankStatement.Line])?
    for isReversed in isNewestFirst ? [true, false] : [false, true] {
      for isFlipped in [false, true] {
        var tried = isReversed ? lines.reversed() : lines
        if isFlipped { for index in tried.indices { tried[index].amount = 0 - tried[index].amount } }
        let isOrdered = zip(tried, tried.dropFirst()).allSatisfy { $0.day <= $1.day }
        let count = StatementOrder.breaks(in: tried, from: start(of: tried)).count + (isOrdered ? 0 : 1)
        if best.map({ count < $0.count }) ?? true { best = (count, tried) }
        if count == 0 { break }
      }
      if best?.count == 0 { break }
    }
    lines = best?.lines ?? lines
    opening = start(of: lines)
    breaks = StatementOrder.breaks(in: lines, from: opening)
  }

  /// The balance before the first line: as stated, else by the first line with a balance, else by the one stated at the end.
  private func start(of lines: [BankStatement.Line]) -> Int64? {
    if let statedOpening { return statedOpening }
    var before: Int64 = 0
    for line in lines {
      before = before.subtractingReportingOverflow(line.amount).partialValue
      if let balance = line.balance { return balance.addingReportingOverflow(before).partialValue }
    }
    return statedClosing.map { $0.addingReportingOverflow(before).partialValue }
  }

  /// Where a balance is not the one before it and the amount; each break is counted once, since the next line goes on from it.
  private static func breaks(in lines: [BankStatement.Line], from opening: Int64?) -> [Break] {
    guard var balance = opening else { return [] }
    var breaks: [Break] = []
    for (index, line) in lines.enumerated() {
      balance = balance.addingReportingOverflow(line.amount).partialValue
      guard let stated = line.balance else { continue }
      if stated != balance { breaks.append(Break(index: index, expected: balance)) }
      balance = stated
    }
    return breaks
  }
}
