import Analytics
import LedgerCore
import ReportDocument

extension ReturnsReport {
  /// The loss ratios and the turning points of the J-curve of one group.
  static func outcomes(of group: ReturnsView.Group, _ base: Commodity) -> [Figure] {
    [
      Figure(
        "lossByAmount", Phrase("损失率（金额）", "Loss ratio by amount"), .percent(group.losses.byAmount),
        definition: Phrase("低于成本的项目所损失的本金÷全部投入", "Capital lost in deals below cost ÷ all capital invested")),
      Figure(
        "lossByCount", Phrase("损失率（项目数）", "Loss ratio by count"), .percent(group.losses.byCount),
        definition: Phrase("低于成本的项目数÷已投项目数", "Deals below cost ÷ deals invested in")),
      Figure(
        "trough", Phrase("净投入最深", "Deepest net outlay"), .money(ifAny: group.turns.trough?.amount, base),
        definition: Phrase("累计净现金流的最低点", "Lowest point of the cumulative net flow")),
      Figure("troughDay", Phrase("最深日期", "Day of it"), .day(ifAny: group.turns.trough?.day)),
      Figure(
        "breakeven", Phrase("回本日期", "Breakeven"), breakeven(group.turns),
        definition: Phrase("自该日起累计净现金流不再为负", "From this day on the cumulative net flow is never below zero again")),
    ]
  }

  /// The same of every group; the whole has them among its figures.
  func outcomeTable(of view: ReturnsView, _ base: Commodity) -> Table {
    // Of one deal the ratio by count only says whether there is one by amount.
    let hasCount = grouping != .deal
    var columns = [
      Column("group", title, link: grouping.link),
      Column("lossByAmount", Phrase("损失率（金额）", "Loss by amount"), .percent(decimals: 2)),
    ]
    if hasCount { columns.append(Column("lossByCount", Phrase("损失率（项目数）", "Loss by count"), .percent(decimals: 2))) }
    columns += [
      Column("trough", Phrase("净投入最深", "Deepest net outlay"), .money), Column("troughDay", Phrase("最深日期", "Day of it"), .day),
      Column("breakeven", Phrase("回本日期", "Breakeven")),
    ]
    var table = Table("outcomes", columns: columns)
    // Cell by cell: there may be ten thousand deals.
    for group in view.groups {
      table.rows.beginRow()
      table.rows.add(group.label)
      table.rows.add(.percent(group.losses.byAmount))
      if hasCount { table.rows.add(.percent(group.losses.byCount)) }
      table.rows.add(.money(ifAny: group.turns.trough?.amount, base))
      table.rows.add(.day(ifAny: group.turns.trough?.day))
      table.rows.add(ReturnsReport.breakeven(group.turns))
    }
    return table
  }

  /// The day of breakeven, or that it is still to come; nothing where no money was ever out.
  private static func breakeven(_ turns: CurveTurns) -> Cell {
    if let day = turns.breakeven { return .day(day) }
    return turns.trough == nil ? .empty : .code("notYet", Phrase("尚未回本", "not yet"))
  }
}
