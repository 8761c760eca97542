/// A section of a table whose title says that its rows are planned, or not paid yet: 二、拟出资（尚未支付）.
struct PlannedSection {
  /// How far money of others in it has come.
  let stage: String
  /// Whether the title is about the money of others: it says nothing of ours.
  private let isOfOthers: Bool

  private static let words = [
    "拟出资", "拟投资", "拟拨付", "拟支付", "拟放款", "拟签约", "尚未支付", "尚未出资", "尚未到位", "尚未拨付", "未支付", "未出资", "未到位", "未拨付", "未实缴", "待支付",
    "待出资", "待拨付", "待到位",
  ]
  /// With these a title speaks of what was paid too, of projects in a plan, or of what is held and to be sold.
  private static let others = ["已支付", "已出资", "已拨付", "已到位", "已实缴", "部分", "尾款", "退出", "年度计划"]

  /// Nil for a title that says nothing of the kind.
  init?(title: String) {
    let folded = SheetText.folded(title)
    guard PlannedSection.words.contains(where: { folded.contains($0) }), !PlannedSection.others.contains(where: { folded.contains($0) })
    else {
      return nil
    }
    isOfOthers = ["社会资本", "合作方", "其他股东", "他方"].contains { folded.contains($0) }
    stage = ["认缴", "签约", "已签"].contains { folded.contains($0) } ? "认缴" : "意向"
  }

  /// Whether a row below such a title, which would be money that moved, is left out: a register that knows how far money has come says
  /// that instead, and budgets and plans are not paid.
  func leavesOut(_ row: RegisterRow) -> Bool {
    switch row.table.kind.name {
    case "investments": !isOfOthers && !row.text(row.table.columns["paid"]).isEmpty
    case "loans", "exits", "dividends": true
    default: false
    }
  }

  /// Puts in how far the money has come, where the row does not say it.
  func complete(_ row: inout RegisterRow) {
    if row.table.kind.name == "social" { row.fill(row.table.columns["stage"], with: stage) }
  }
}
