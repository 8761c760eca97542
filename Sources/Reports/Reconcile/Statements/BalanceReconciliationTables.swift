import LedgerCore
import Portfolio
import ReportDocument

/// The tables of a reconciliation of balances.
struct BalanceReconciliationTables {
  let sides: AccountSides
  let open: OpenItems
  let balances: BalanceReconciliation

  private var commodity: Commodity { sides.register[sides.commodity] }

  private func money(_ amount: Int64) -> Cell { .money(amount, commodity) }

  /// The answer with the figures that it rests on.
  func result(_ openCount: Int) throws(Diagnostic) -> FigureList {
    let answer: Cell =
      openCount == 0
      ? .code("reconciled", Phrase("已对平", "reconciled")) : .code("open", Phrase("未对平", "not reconciled"))
    let lines = sides.lines.filter { $0.day <= sides.day }
    return FigureList(
      "result",
      [
        Figure("result", Phrase("结论", "Result"), answer), Figure("open", Phrase("未说明事项", "Open"), .count(openCount)),
        Figure("explained", Phrase("已说明事项", "Explained"), .count(open.items.count(where: \.isExplained))),
        Figure("difference", Phrase("调节前差额", "Difference before"), money(try difference())),
        Figure("lines", Phrase("对账单行数", "Lines"), .count(lines.count)),
        Figure("matched", Phrase("其中已勾对", "Of them matched"), .count(lines.count { sides.holds($0.match) })),
        Figure("covered", Phrase("对账单覆盖", "Covered by statements"), .text("\(sides.first) – \(sides.day)")),
      ])
  }

  private func difference() throws(Diagnostic) -> Int64 {
    try Diagnostic.onOverflow { () throws(MoneyOverflow) in try (balances.bankBalance ?? balances.statedBalance).minus(balances.bookBalance)
    }
  }

  /// The balance that a statement states; where none does for the day, what the lines come to, which is said.
  private var statedBalance: (String, Phrase, Int64) {
    if let bank = balances.bankBalance { return ("statedBalance", Phrase("对账单余额", "Balance of the statement"), bank) }
    if balances.isComputed {
      return ("computedBalance", Phrase("对账单明细推算余额", "Balance computed from the lines"), balances.statedBalance)
    }
    return ("statedBalance", Phrase("对账单余额", "Balance of the statement"), balances.statedBalance)
  }

  /// Both sides beside each other, as the form has them.
  func balanceTable() throws(Diagnostic) -> Table {
    var table = Table(
      "balances",
      columns: [
        Column("book", Phrase("账簿", "Books")), Column("bookAmount", Phrase("金额", "Amount"), .money),
        Column("statement", Phrase("对账单", "Statement")), Column("statementAmount", Phrase("金额", "Amount"), .money),
      ])
    func row(_ left: (String, Phrase, Int64)?, _ right: (String, Phrase, Int64)?, _ role: Row.Role = .body) {
      table.add(
        left.map { .code($0.0, $0.1) } ?? .empty, left.map { money($0.2) } ?? .empty, right.map { .code($0.0, $0.1) } ?? .empty,
        right.map { money($0.2) } ?? .empty, role: role)
    }
    row(
      ("bookBalance", Phrase("账面余额", "Balance of the books"), balances.bookBalance),
      statedBalance)
    if let missing = try balances.missing {
      row(nil, ("missing", Phrase("加：明细与所载余额之差（缺页或重复）", "plus: what the lines differ from it by"), missing))
    }
    row(
      ("statedIn", Phrase("加：银行已收、账面未收", "plus: received, not booked"), balances.statedIn),
      ("bookedIn", Phrase("加：账面已收、银行未收", "plus: booked in, not at the bank"), balances.bookedIn))
    row(
      ("statedOut", Phrase("减：银行已付、账面未付", "less: paid, not booked"), balances.statedOut),
      ("bookedOut", Phrase("减：账面已付、银行未付", "less: booked out, not at the bank"), balances.bookedOut))
    if balances.correctionCount > 0 {
      row(("correction", Phrase("加：更正账面金额错（按对账单）", "plus: amounts booked wrong, put right"), balances.correction), nil)
    }
    if balances.before != 0 {
      row(("before", Phrase("\(sides.first) 前未核对差额", "not compared before \(sides.first)"), balances.before), nil)
    }
    row(
      ("adjustedBook", Phrase("调节后余额", "Adjusted balance"), try balances.adjustedBook),
      ("adjustedStatement", Phrase("调节后余额", "Adjusted balance"), try balances.adjustedStatement), .result)
    if balances.proposedCount > 0 {
      let sum = DecimalText.format(balances.proposed, scale: commodity.scale, grouped: true)
      table.notes.append(
        Phrase(
          "建议勾对而未确认的 \(balances.proposedCount) 项两边都有（各合计 \(sum)），不作调节。",
          "\(EnglishCount.of(balances.proposedCount, "item")) proposed and not confirmed stand on both sides (\(sum) on each) and are not "
            + "adjusted."))
    }
    return table
  }

  /// The open items and their ages.
  func openTables() throws(Diagnostic) -> [Block] {
    if open.items.isEmpty { return [.note(Phrase("两边一致，无未达。", "Both sides agree; nothing is open."))] }
    var table = Table(
      "open",
      columns: [
        Column("date", Phrase("日期", "Date"), .day), Column("side", Phrase("哪方", "Side")),
        Column("event", Phrase("编号", "Number")), Column("number", Phrase("凭证／流水号", "Voucher, document")),
        Column("about", Phrase("对方、摘要", "About")), Column("amount", Phrase("金额", "Amount"), .money),
        Column("days", Phrase("天数", "Days"), .integer), Column("class", Phrase("类别", "Class")),
        Column("state", Phrase("状态", "State")), Column("reason", Phrase("说明", "Reason")),
      ])
    for item in open.items {
      table.add(
        .day(item.day), item.side.cell, .text("#\(item.sequence)"), .text(item.number), .text(item.about), money(item.amount),
        .integer(Int64(sides.day.number - item.day.number)), .code(item.kind.rawValue, item.kind.phrase),
        item.isExplained ? .code("explained", Phrase("已说明", "explained")) : .code("open", Phrase("未说明", "open")),
        .phrase(item.reason))
    }
    return [.table(table), .table(try ages())]
  }

  /// How long items have been open, by side.
  private func ages() throws(Diagnostic) -> Table {
    var table = Table(
      "ages", title: Phrase("账龄", "Ages"),
      columns: [
        Column("age", Phrase("天数", "Days")), Column("statementCount", Phrase("对账单笔数", "Lines"), .integer),
        Column("statementAmount", Phrase("对账单净额", "Net of lines"), .money),
        Column("bookCount", Phrase("账簿笔数", "Events"), .integer), Column("bookAmount", Phrase("账簿净额", "Net of events"), .money),
      ])
    let limits: [(String, ClosedRange<Int32>)] = [("0–10", 0...10), ("11–30", 11...30), ("31–90", 31...90), (">90", 91...Int32.max)]
    func cells(_ items: [OpenItem]) throws(Diagnostic) -> [Cell] {
      var cells: [Cell] = []
      for side in [OpenItem.Side.statement, .books] {
        let own = items.filter { $0.side == side }
        var sum: Int64 = 0
        for item in own { try sum.add(item.amount) }
        cells += [.count(own.count), money(sum)]
      }
      return cells
    }
    for (label, limit) in limits {
      let own = open.items.filter { limit.contains(sides.day.number - $0.day.number) }
      table.rows.append(Row([.text(label)] + (try cells(own))))
    }
    table.rows.append(Row([.phrase(.total)] + (try cells(open.items)), role: .total))
    return table
  }

  /// The statements that the lines come from, with what does not join up.
  func statements(_ gaps: [StatementGap]) -> [Block] {
    var table = Table(
      "statements",
      columns: [
        Column("event", Phrase("编号", "Number")), Column("from", Phrase("自", "From"), .day), Column("to", Phrase("至", "To"), .day),
        Column("opening", Phrase("期初余额", "Opening"), .money), Column("received", Phrase("收入", "Received"), .money),
        Column("paid", Phrase("支出", "Paid"), .money), Column("closing", Phrase("期末余额", "Closing"), .money),
        Column("lines", Phrase("行数", "Lines"), .integer), Column("file", Phrase("文件", "File")),
        Column("digest", Phrase("文件摘要", "Digest")),
      ])
    for head in sides.heads {
      table.add(
        .text("#\(head.sequence)"), .day(head.from), .day(head.to), .money(ifAny: head.opening, commodity), money(head.received),
        money(head.paid), .money(ifAny: head.closing, commodity), .integer(head.lines), .text(head.file),
        .text(String(head.digest.prefix(16))))
    }
    table.notes = gaps.map { $0.phrase(commodity) }
    return [.table(table)]
  }
}
