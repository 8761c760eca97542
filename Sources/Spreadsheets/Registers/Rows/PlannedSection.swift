/// A section of a table whose title says that its rows are planned, or not paid yet: 二、拟出资（尚未支付）.
struct PlannedSection {
  /// How far money of others in it has come.
  let stage: String

  private static let words = [
    "拟出资", "拟投", "拟拨付", "拟支付", "拟退出", "拟放款", "拟签", "尚未支付", "尚未出资", "尚未到位", "尚未拨付", "未支付", "未出资", "未到位", "未拨付", "未实缴",
    "待支付", "待出资", "待拨付", "待到位", "计划出资", "计划投资", "意向",
  ]

  /// Nil for a title that says nothing of the kind.
  init?(title: String) {
    let folded = SheetText.folded(title)
    guard PlannedSection.words.contains(where: { folded.contains($0) }) else { return nil }
    stage = ["认缴", "签约", "已签"].contains { folded.contains($0) } ? "认缴" : "意向"
  }

  /// Whether a row below such a title, which would be money that moved, is left out: a register that knows how far money has come says
  /// that instead, and budgets and plans are not paid.
  func leavesOut(_ row: RegisterRow) -> Bool {
    switch row.table.kind.name {
    case "investments": !row.text(row.table.columns["paid"]).isEmpty
    case "loans", "exits", "dividends": true
    default: false
    }
  }

  /// Puts in how far the money has come, where the row does not say it.
  func complete(_ row: inout RegisterRow) {
    if row.table.kind.name == "social" { row.fill(row.table.columns["stage"], with: stage) }
  }
}
