import LedgerCore

/// The money of a row: what its columns of amounts and its word for the direction say together.
struct StatementAmount {
  /// Why the money of a row cannot be told.
  struct Flaw: Error {
    let sentence: Wording
    let column: Int
    let advice: Wording
  }

  /// What says which way the money went.
  enum Direction: Hashable {
    /// A heading, a word or the kind of list.
    case stated
    /// 借 or 贷 alone, which mean the opposite in a print of one's own account.
    case sides
    /// Nothing but the sign, or not even that.
    case sign
  }

  /// What stands in one column.
  struct Part {
    let column: StatementColumn
    let place: Int
    /// Minor units, as written.
    let value: Int64
  }

  /// Minor units, money in positive, with 借 and 贷 as a bank means them.
  private(set) var value: Int64 = 0
  private(set) var direction = Direction.stated
  private(set) var parts: [Part] = []

  /// Reads a row.
  ///
  /// - Parameter scales: decimals of each column of amounts, its unit taken in.
  /// - Throws: a flaw where a cell holds no amount or no direction, or where two columns contradict each other.
  init(_ row: SheetRow, _ layout: StatementLayout, scales: [Int], scale: Int, in sheet: Sheet) throws(Flaw) {
    for column in StatementColumn.amounts {
      guard let place = layout[column] else { continue }
      let text = row.text(place)
      if StatementCells.isBlank(text) { continue }
      guard let value = StatementCells.amount(text, scale: scales[place]) else {
        throw Flaw(
          sentence: Wording("\(text) 不是金额", "\(text) is not an amount"), column: place,
          advice: Wording("金额写作 1,234.50，小数不超过 \(scale) 位", "write amounts as 1,234.50, with at most \(scale) decimals"))
      }
      if place == layout.returnedColumn && value < 0 {
        throw Flaw(
          sentence: Wording("退回的金额 \(text) 是负数", "\(text), which came back, is below zero"), column: place,
          advice: Wording("退回的金额写正数，按收入读取", "write what came back without a minus; it is read as money in"))
      }
      parts.append(Part(column: column, place: place, value: value))
    }
    let moved = parts.filter { $0.value != 0 }
    guard let first = moved.first else { return }
    // A column of both beside those of each says the same once more.
    if let last = moved.last, moved.count > 1,
      moved.count > 2 || last.column != .amount || last.value.magnitude != first.value.magnitude || layout.returnedColumn != nil
    {
      let texts = moved.map { part in
        let heading = layout.heading(of: part.place, in: sheet)
        let name = heading.isEmpty ? part.column.mappingName : heading
        return Wording("\(name) \(row.text(part.place))", "\(row.text(part.place)) under \(name)")
      }
      throw Flaw(
        sentence: Wording("该行有 \(texts.map(\.zh).joined(separator: "、"))", "the line has \(texts.map(\.en).joined(separator: " and "))"),
        column: last.place,
        advice: Wording(
          "一行要么是收入要么是支出：更正有误的金额，或各写一行",
          "a line is money in or money out: correct the amount that is wrong, or write a line for each"))
    }
    try take(first, row, layout)
  }

  private mutating func take(_ part: Part, _ row: SheetRow, _ layout: StatementLayout) throws(Flaw) {
    switch part.column {
    case .debit, .credit: direction = .sides
    case .amount where !layout.isPaymentList: direction = .sign
    default: direction = .stated
    }
    var isIncoming = part.column == .credit || part.column == .received || (part.column == .amount && !layout.isPaymentList)
    if part.column == .amount, let flag = layout[.direction], !row.text(flag).isEmpty {
      guard let word = StatementDirection(row.text(flag)) else {
        throw Flaw(
          sentence: Wording("\(row.text(flag)) 没有说明是收是支", "\(row.text(flag)) says neither in nor out"), column: flag,
          advice: Wording("写 借、贷 或 收、付", "write 借 or 贷, 收 or 付"))
      }
      isIncoming = word.isIncoming
      direction = word.isStated ? .stated : .sides
    }
    value = isIncoming ? part.value : 0 - part.value
  }
}
