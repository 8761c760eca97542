import LedgerCore

/// What a statement says of itself outside its lines: days, account, balances and totals.
struct StatedFigures {
  private(set) var opening: StatedBalance?
  private(set) var closing: StatedBalance?
  /// The days that it says it covers.
  private(set) var period = StatementPeriod()
  private(set) var number = ""
  private(set) var institution = ""
  /// Totals with their place: columns of money out and in.
  private var totals: [Total] = []
  /// Totals of a month, which are those of the whole when all lines are of one.
  private var monthTotals: [Total] = []
  private typealias Total = (column: StatementColumn, amount: Int64, place: Int, row: SheetRow)
  private var closingRow: (row: SheetRow, column: Int?)?

  /// Reads a row above the heading: `账号：…`, `起止日期：2022-06-01 至 2022-06-30`, `期初余额：1,000.00`.
  mutating func readTitle(_ row: SheetRow, scale: Int) {
    for (index, cell) in row.cells.enumerated() {
      let text = SheetText.narrowed(cell.text)
      let parts = text.split(separator: ":", maxSplits: 1).map { SheetText.trimmed(String($0)) }
      guard let label = parts.first.map({ HeaderName($0).name }) else { continue }
      // The value stands behind the colon, or in the next cell.
      let next = index + 1 < row.cells.count ? row.cells[index + 1].text : ""
      let value = parts.count > 1 && !parts[1].isEmpty ? parts[1] : next
      if ["开户行", "开户银行", "开户机构", "出具单位", "bank"].contains(label) { institution = value }
      switch StatementLabel(label) {
      case .opening: opening = StatedBalance(value, scale: scale) ?? opening
      case .closing: closing = StatedBalance(value, scale: scale) ?? closing
      case .total, .month, .part, nil: break
      }
      if let found = AccountNumber(in: text, next: next) { number = found.text }
    }
    period.read(row)
  }

  /// Reads a row of a balance or of totals below the heading; false when it is neither.
  mutating func readBalance(_ row: SheetRow, _ layout: StatementLayout, scale: Int) -> Bool {
    let labels = row.cells.prefix(6).compactMap { StatementLabel($0.text) }
    if labels.isEmpty { return false }
    let column = layout[.balance]
    let balance = StatedBalance(of: row, layout, scale: scale + layout.exponent(column))
    if labels.contains(.opening) {
      // Only the first page begins the statement.
      if opening == nil { opening = balance ?? lastAmount(row, scale, layout) }
      return true
    }
    if labels.contains(.closing) {
      closing = balance ?? lastAmount(row, scale, layout)
      closingRow = (row, column)
      return true
    }
    let isWhole = !labels.contains(.part)
    for role in StatementColumn.amounts where isWhole && layout[.direction] == nil {
      guard let place = layout[role],
        let amount = StatementCells.amount(row.text(place), scale: scale + layout.exponent(place))
      else { continue }
      if labels.contains(.month) { monthTotals.append((role, amount, place, row)) } else { totals.append((role, amount, place, row)) }
    }
    return true
  }

  private func lastAmount(_ row: SheetRow, _ scale: Int, _ layout: StatementLayout) -> StatedBalance? {
    row.cells.reversed().lazy.compactMap { StatedBalance($0.text, scale: scale + layout.exponent($0.column)) }.first
  }

  /// What the statement states and its lines do not come to; nil when all agrees.
  ///
  /// - Parameter columnSums: what stands in each column, red lines taken off.
  func disagreement(
    with order: StatementOrder, columnSums: [StatementColumn: Int128], scale: Int
  ) -> (sentence: Wording, row: SheetRow, column: Int?)? {
    let sum = order.lines.reduce(Int128(0)) { $0 + Int128($1.amount) }
    func text(_ amount: Int128) -> String {
      DecimalText.format(Int64(clamping: amount), scale: scale, grouped: true)
    }
    if let closing = order.closing, let opening = order.opening, let closingRow, Int128(opening) + sum != Int128(closing) {
      return (
        Wording(
          "按明细算得余额 \(text(Int128(opening) + sum))，对账单的期末是 \(text(Int128(closing)))",
          "the lines lead to a balance of \(text(Int128(opening) + sum)), the statement closes with \(text(Int128(closing)))"),
        closingRow.row, closingRow.column
      )
    }
    let incoming = order.lines.reduce(Int128(0)) { $0 + Int128(max($1.amount, 0)) }
    let outgoing = incoming - sum
    let isOneMonth = Set(order.lines.map(\.day.month)).count == 1 && Set(monthTotals.map(\.row.number)).count == 1
    for total in totals + (isOneMonth ? monthTotals : []) {
      let known: [UInt128] =
        switch total.column {
        case .amount: [sum.magnitude, UInt128(incoming + outgoing)]
        case .paid: [UInt128(outgoing)]
        case .received: [UInt128(incoming)]
        // A total of a print of one's own account may stand in either column.
        default: [UInt128(incoming), UInt128(outgoing)]
        }
      // A bank adds red lines up with their sign, in the column in which they stand.
      if columnSums[total.column] == Int128(total.amount) { continue }
      if known.contains(total.amount.magnitude.asWide) { continue }
      return (
        Wording(
          "对账单合计 \(text(Int128(total.amount)))，明细收入 \(text(incoming))、支出 \(text(outgoing))",
          "the statement adds up to \(text(Int128(total.amount))), the lines to \(text(incoming)) in and \(text(outgoing)) out"),
        total.row, total.place
      )
    }
    return nil
  }
}

extension UInt64 {
  fileprivate var asWide: UInt128 { UInt128(self) }
}
