import LedgerCore

/// A row below the headings that has no amount in the columns that are known: a remark, a signature or a balance, or else a
/// line whose amount stands somewhere else, which must not be lost.
struct AmountlessRow {
  private let row: SheetRow
  private let layout: StatementLayout
  private let sheet: Sheet
  private let commodity: Commodity

  init(_ row: SheetRow, _ layout: StatementLayout, _ sheet: Sheet, _ commodity: Commodity) {
    self.row = row
    self.layout = layout
    self.sheet = sheet
    self.commodity = commodity
  }

  /// What is wrong with it; nil where it is no line, or one that says that nothing moved.
  var flaw: StatementAmount.Flaw? {
    guard let mark, !isForeign else { return nil }
    if let column = strayAmount {
      let (heading, text) = (layout.heading(of: column, in: sheet), row.text(column))
      return StatementAmount.Flaw(
        sentence: Wording(
          "\(text) 在不认识的列 \(heading) 中，认识的金额列没有金额", "\(text) stands under \(heading), which is not known, and no amount elsewhere"),
        column: column,
        advice: Wording(
          "把标题改为 收入 或 支出，或写对照表（--map 文件），如 received %\(heading)；不是收支的，删去该列",
          "call the column 收入 or 支出, or write a mapping (--map FILE), as received %\(heading); delete it when it is no money that moved"))
    }
    if saysNothingMoved { return nil }
    let isDay = mark != layout.serialColumn
    return StatementAmount.Flaw(
      sentence: isDay
        ? Wording("该行有日期而没有金额", "the line has a day and no amount")
        : Wording("该行有序号而没有金额", "the line has a running number and no amount"),
      column: mark,
      advice: Wording(
        "补上金额；没有收支的写 0.00；不是明细的行请删去，合计行以 合计 开头",
        "write its amount, 0.00 when nothing moved; delete a row that is no line; a line of totals begins with 合计"))
  }

  /// Its day, with the column where it stands; nil where no day can be read.
  var dated: (column: Int, day: Day)? {
    for column in StatementColumn.days {
      guard let place = layout[column], let cell = row[place], let day = layout.day(cell) else { continue }
      return (place, day)
    }
    return nil
  }

  /// The column of a day, or of a running number, that makes the row a line; nil for any other row.
  private var mark: Int? {
    if let dated { return dated.column }
    guard let place = layout.serialColumn, !row.text(place).isEmpty, row.text(place).utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return place
  }

  /// Whether the row is of another currency than the account's: such rows are left out.
  var isForeign: Bool {
    guard let column = layout[.currency], let code = CurrencyName.code(parts: SheetText.folded(row.text(column))) else { return false }
    return code != commodity.code
  }

  /// The first column with a heading of money that is not known in which an amount stands.
  private var strayAmount: Int? {
    layout.unreadColumns.first { column in
      let heading = SheetText.folded(layout.heading(of: column, in: sheet))
      let isMoney = ["额", "退", "冲", "amount", "refund"].contains { heading.contains($0) }
      return isMoney && !heading.contains { "号码行日名人".contains($0) } && AmountlessRow.isAmount(row.text(column))
    }
  }

  /// Whether a text is a number other than zero, with the marks that amounts have.
  private static func isAmount(_ text: String) -> Bool {
    let text = SheetText.narrowed(text)
    return text.contains { ("1"..."9").contains($0) } && text.allSatisfy { ("0"..."9").contains($0) || ",.-+()¥￥元万 ".contains($0) }
  }

  /// Whether the row states a balance only, dashes or zeros for its amounts, or nothing but its day; or is signed, or says
  /// in words that nothing moved.
  private var saysNothingMoved: Bool {
    if let balance = layout[.balance], !StatementCells.isBlank(row.text(balance)) { return true }
    if StatementColumn.amounts.contains(where: { column in layout[column].map { !row.text($0).isEmpty } ?? false }) { return true }
    let silent = Set(StatementColumn.days.flatMap { layout.all($0) } + [layout.serialColumn].compactMap(\.self))
    let others = row.cells.filter { !silent.contains($0.column) && !StatementCells.isBlank($0.text) }.map { SheetText.folded($0.text) }
    return others.allSatisfy(\.isEmpty)
      || others.contains { text in
        AmountlessRow.signatures.contains { text.hasPrefix($0) } || ["无发生", "无业务", "无交易", "无收支"].contains { text.contains($0) }
      }
  }

  /// What the words of a row of signatures begin with.
  private static let signatures = ["制表", "制单", "编制", "审核", "复核", "打印", "经办", "负责人", "单位负责人", "出具", "盖章"]
}
