import LedgerCore

/// A statement that is put together from a file in XML or SGML: lines, balances and days as they come.
struct StatementDraft {
  /// A balance with the line of the file that states it.
  struct Balance {
    let amount: Int64
    let day: Day?
    let line: Int
  }

  let markup: StatementMarkup
  var lines: [BankStatement.Line] = []
  var opening: Balance?
  var closing: Balance?
  var from: Day?
  var to: Day?
  var number = ""
  var institution = ""
  var problems: [Diagnostic] = []
  /// Entries that are not taken in, each with the reason.
  var remarks: [Diagnostic] = []

  /// Flaws beyond this many are not listed.
  private static let problemsMax = 50

  init(_ markup: StatementMarkup) { self.markup = markup }

  /// Whether there is no use in reading on.
  var isHopeless: Bool { problems.count >= StatementDraft.problemsMax }

  /// Notes that something is wrong with a line.
  mutating func fail(_ sentence: Wording, line: Int, hint: Wording) {
    if !isHopeless { problems.append(markup.failure(.statementRow, sentence, line: line, hint: hint)) }
  }

  /// Notes that an entry is not taken in.
  mutating func leaveOut(_ what: String, line: Int, because hint: Wording) {
    remarks.append(
      markup.failure(.statementEntryLeftOut, Wording("略去：\(what)", "left out: \(what)"), line: line, hint: hint, severity: .warning))
  }

  /// The statement, oldest line first; its balances must agree with its lines.
  func statement() -> BankStatement {
    var statement = BankStatement()
    statement.number = number
    statement.institution = institution
    statement.problems = problems
    statement.remarks = remarks
    let isNewestFirst = (lines.first?.day ?? .always) > (lines.last?.day ?? .always)
    let ordered = isNewestFirst ? lines.reversed() : lines
    let places = ordered.indices.sorted { (ordered[$0].day, $0) < (ordered[$1].day, $1) }
    statement.lines = places.map { ordered[$0] }
    if let first = statement.lines.first?.day, let last = statement.lines.last?.day {
      statement.days = min(from ?? first, first)...max(to ?? last, last)
    }
    settleBalances(of: &statement)
    if statement.lines.isEmpty && statement.problems.isEmpty {
      statement.problems.append(
        Diagnostic(
          .statementEmpty,
          Wording("\(markup.name) 没有 \(markup.commodity.code) 的已记账明细", "\(markup.name) has no booked entry in \(markup.commodity.code)"),
          hint: Wording("是这个账户的对账单吗？", "is it the statement of this account?")))
    }
    return statement
  }

  /// Opening and closing balance where the file states them; a single one is completed from the lines.
  private func settleBalances(of statement: inout BankStatement) {
    let movement = lines.reduce(Int128(0)) { $0 + Int128($1.amount) }
    guard let closing else { return statement.opening = opening?.amount }
    let start = opening.map { Int128($0.amount) } ?? Int128(closing.amount) - movement
    statement.opening = Int64(exactly: start)
    if statement.opening != nil && start + movement == Int128(closing.amount) { return }
    let texts = [start + movement, Int128(closing.amount)].map {
      DecimalText.format(Int64(clamping: $0), scale: markup.commodity.scale, grouped: true)
    }
    statement.problems.append(
      markup.failure(
        .statementTotals,
        Wording(
          "按明细算得余额 \(texts[0])，对账单的期末是 \(texts[1])", "the entries lead to a balance of \(texts[0]), the statement closes with \(texts[1])"),
        line: closing.line, hint: Wording("是不是缺了明细？对账单在其日期内须完整", "are entries missing? a statement must be complete for its days")))
  }
}
