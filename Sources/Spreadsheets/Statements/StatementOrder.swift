import LedgerCore

/// Brings the lines of a statement into the order in which its balance runs, and tells what 借 and 贷 mean where nothing else
/// says which way money went.
///
/// What a heading or a word states, 收入 and 支出, stays as it is, whatever the balance: where it does not run then, a line is
/// missing or an amount is wrong.
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
  /// The balance that the statement states at its end.
  private(set) var closing: Int64?
  private(set) var breaks: [Break] = []
  /// Whether 借 is money in and 贷 money out, or amounts without a sign went out, as the balance shows.
  private(set) var isTurned = false
  private let statedOpening: StatedBalance?
  private let statedClosing: StatedBalance?

  init(_ lines: [BankStatement.Line], opening: StatedBalance?, closing: StatedBalance?) {
    self.lines = lines
    // Amounts with a minus among them have their signs; without any they may all have gone out.
    if lines.contains(where: { $0.direction == .sign && $0.amount < 0 }) {
      for index in lines.indices where lines[index].direction == .sign { self.lines[index].direction = .stated }
    }
    statedOpening = opening
    statedClosing = closing
  }

  /// Chooses the order and the meaning of 借 and 贷 with the fewest breaks; as written and as a bank writes unless another is better.
  mutating func settle() {
    let isNewestFirst = (lines.first?.day ?? .always) > (lines.last?.day ?? .always)
    let mayTurn =
      lines.contains { $0.direction != .stated || $0.balanceMayTurn } || statedOpening?.mayTurn == true || statedClosing?.mayTurn == true
    var best: (flaws: Flaws, lines: [BankStatement.Line], isTurned: Bool)?
    for isReversed in isNewestFirst ? [true, false] : [false, true] {
      for isTurned in mayTurn ? [false, true] : [false] {
        var tried = isReversed ? lines.reversed() : lines
        if isTurned { for index in tried.indices { tried[index].turn() } }
        let flaws = Flaws(tried, StatementOrder.breaks(in: tried, from: start(of: tried, isTurned)).count)
        if best.map({ flaws < $0.flaws }) ?? true { best = (flaws, tried, isTurned) }
        if flaws == .none { break }
      }
      if best?.flaws == Flaws.none { break }
    }
    lines = best?.lines ?? lines
    isTurned = best?.isTurned ?? false
    opening = start(of: lines, isTurned)
    closing = StatementOrder.amount(statedClosing, isTurned)
    breaks = StatementOrder.breaks(in: lines, from: opening)
  }

  /// What speaks against a reading.
  private struct Flaws: Hashable {
    /// Balances that do not run, and days out of order.
    var count: Int
    /// Whether most balances whose side is stated are below zero: 借 in a print of one's own account is what is there, and not
    /// what was overdrawn.
    var isOverdrawn: Bool

    static let none = Flaws(count: 0, isOverdrawn: false)

    private init(count: Int, isOverdrawn: Bool) {
      self.count = count
      self.isOverdrawn = isOverdrawn
    }

    init(_ lines: [BankStatement.Line], _ breaks: Int) {
      let isOrdered = zip(lines, lines.dropFirst()).allSatisfy { $0.day <= $1.day }
      count = breaks + (isOrdered ? 0 : 1)
      let sided = lines.filter(\.balanceMayTurn).compactMap(\.balance)
      isOverdrawn = sided.count { $0 < 0 } > sided.count { $0 > 0 }
    }

    static func < (left: Flaws, right: Flaws) -> Bool {
      (left.count, left.isOverdrawn ? 1 : 0) < (right.count, right.isOverdrawn ? 1 : 0)
    }
  }

  private static func amount(_ balance: StatedBalance?, _ isTurned: Bool) -> Int64? { isTurned ? balance?.turned.amount : balance?.amount }

  /// The balance before the first line: as stated, else by the first line with a balance, else by the one stated at the end.
  private func start(of lines: [BankStatement.Line], _ isTurned: Bool) -> Int64? {
    if let stated = StatementOrder.amount(statedOpening, isTurned) { return stated }
    var before: Int64 = 0
    for line in lines {
      before = before.subtractingReportingOverflow(line.amount).partialValue
      if let balance = line.balance { return balance.addingReportingOverflow(before).partialValue }
    }
    return StatementOrder.amount(statedClosing, isTurned).map { $0.addingReportingOverflow(before).partialValue }
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

extension BankStatement.Line {
  /// Takes 借 and 贷 as a print of one's own account means them.
  fileprivate mutating func turn() {
    if direction != .stated { amount = 0 - amount }
    if balanceMayTurn { balance = balance.map { 0 - $0 } }
  }
}
