import LedgerCore
import ReportDocument

/// Balances with their sides, and the two rows of totals under them: debit balances and credit balances, which agree.
struct SideTotals {
  /// What a column of amounts holds.
  enum Kind { case balance, debit, credit }

  private let kinds: [Kind]
  private var debit: [Int64]
  private var credit: [Int64]

  /// Totals of columns of these kinds.
  init(_ kinds: [Kind]) {
    self.kinds = kinds
    debit = Array(repeating: 0, count: kinds.count)
    credit = debit
  }

  /// The cells of a row: a side and an amount for each balance, an amount for each turnover.
  func cells(_ amounts: [Int64], _ commodity: Commodity) -> [Cell] {
    var cells: [Cell] = []
    for (kind, amount) in zip(kinds, amounts) {
      if kind == .balance { cells.append(RegisterLines.side(of: amount)) }
      let size = kind == .balance ? RegisterLines.size(of: amount) : amount
      cells.append(amount == 0 ? .empty : .money(size, commodity))
    }
    return cells
  }

  /// Takes in a row of data; throws when a sum leaves 64 bits.
  mutating func add(_ amounts: [Int64]) throws(Diagnostic) {
    for (index, kind) in kinds.enumerated() {
      let amount = amounts[index]
      switch kind {
      case .balance:
        if amount > 0 { try debit[index].add(amount) } else { try credit[index].add(0 &- amount) }
      case .debit: try debit[index].add(amount)
      case .credit: try credit[index].add(amount)
      }
    }
  }

  /// The row of debit sums and the row of credit sums.
  func rows(_ commodity: Commodity, keys: Int) -> [Row] {
    let labels = [
      Cell.code("totalDebit", Phrase("借方合计", "Total debits")), .code("totalCredit", Phrase("贷方合计", "Total credits")),
    ]
    return zip(labels, [true, false]).map { label, isDebit in
      var cells = [label] + Array(repeating: Cell.empty, count: keys - 1)
      for (index, kind) in kinds.enumerated() {
        let amount = Cell.money(isDebit ? debit[index] : credit[index], commodity)
        switch kind {
        case .balance:
          let side = RegisterLines.side(of: isDebit ? 1 : -1)
          cells += [side, amount]
        case .debit: cells.append(isDebit ? amount : .empty)
        case .credit: cells.append(isDebit ? .empty : amount)
        }
      }
      return Row(cells, role: .total)
    }
  }
}

extension Column {
  /// The column of the side of a balance and that of its size.
  static func balance(_ id: String, _ title: Phrase) -> [Column] {
    [Column(id + "Side", Phrase("方向", "Side")), Column(id, title, .money)]
  }
}
