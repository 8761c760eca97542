import LedgerCore

/// Reads a statement from the rows of a sheet: title rows, heading, lines, lines of balances and totals.
///
/// Whether the newest line stands first, and whether 借方 is money out (a bank's statement) or money in (a print of one's
/// own account), is told by the running balance; what says itself that it came in or went out stays so. Where nothing runs, the
/// lines that break are diagnosed.
public struct StatementReader {
  private let file: SheetFile
  private var sheet: Sheet
  private let mapping: RegisterMapping?
  /// The column of balances, for what is said of them; nil without one.
  private var balanceColumn: Int?
  private let commodity: Commodity
  private var scale: Int { commodity.scale }
  /// Decimals of each column of amounts, its unit taken in, so that no row asks for it.
  private var scales: [Int] = []
  private var statement = BankStatement()
  /// The currency that a row named last and that is the account's: most rows name the same.
  private var lastCurrency = ""
  private var stated = StatedFigures()
  private var payers = StatementPayers()
  private var ownAccounts = OwnAccounts(isNamed: false)
  /// What stands in each column of amounts, with its sign: red lines are taken off.
  private var columnSums: [StatementColumn: Int128] = [:]
  /// Whether it was said how days with two digits for the year are read, and that some are before 2000.
  private var hasAssumedDay = false
  private var hasEarlierDay = false

  /// Flaws beyond this many are not listed.
  private static let problemsMax = 50

  /// Reads a statement.
  ///
  /// - Parameters:
  ///   - sheet: the sheet of a workbook; the first one that holds something when nil.
  ///   - commodity: the account's.
  ///   - mapping: what stands where, for a layout of its own.
  /// - Throws: `statementColumns` when no heading is found, `unknownSheet`, `badMapping`.
  public static func read(
    _ file: SheetFile, sheet name: String? = nil, in commodity: Commodity = .renminbi, mapping: RegisterMapping? = nil
  ) throws(Diagnostic) -> BankStatement {
    let sheet = try file.sheet(named: name ?? mapping?.sheet)
    var reader = StatementReader(file: file, sheet: sheet, commodity: commodity, mapping)
    return try reader.read()
  }

  private init(file: SheetFile, sheet: Sheet, commodity: Commodity, _ mapping: RegisterMapping?) {
    self.mapping = mapping
    self.file = file
    self.sheet = sheet
    self.commodity = commodity
  }

  private mutating func read() throws(Diagnostic) -> BankStatement {
    var layout = try layout()
    layout.shortYears = sheet.shortYears
    balanceColumn = layout[.balance]
    ownAccounts = OwnAccounts(isNamed: layout.namesOwnAccount(sheet))
    statement.problems = file.problems + layout.unitFlaws(file, sheet, commodity)
    if !statement.problems.isEmpty { return statement }
    statement.remarks = layout.remarks(file, sheet)
    scales = (0...layout.lastColumn).map { scale + layout.exponent($0) }
    let titleScale = scale + layout.exponent(nil)
    statement.problems += layout.unscale(&sheet, of: file)
    for row in sheet.rows {
      if row.number < layout.lastRow { stated.readTitle(row, scale: titleScale) }
      if row.number > layout.lastRow { read(row, layout) }
      if statement.problems.count >= StatementReader.problemsMax { break }
    }
    if statement.lines.allSatisfy({ $0.amount == 0 }) && statement.problems.isEmpty {
      let isOfOthers = statement.remarks.contains { $0.code == .statementEntryLeftOut }
      statement.problems.append(
        Diagnostic(
          .statementEmpty,
          Wording(
            isOfOthers ? "\(file.name) 没有 \(commodity.code) 的明细" : "\(file.name) 有标题而没有明细",
            isOfOthers ? "\(file.name) has no line in \(commodity.code)" : "\(file.name) has a heading and no line below it"),
          hint: Wording(
            isOfOthers ? "是这个账户的对账单吗？" : "是这张工作表吗？用 --sheet 指明另一张",
            isOfOthers ? "is it the statement of this account?" : "is it the right sheet? --sheet names another")))
    }
    if statement.problems.isEmpty {
      var order = StatementOrder(statement.lines, opening: stated.opening, closing: stated.closing)
      order.settle()
      check(order)
      noteTurned(order)
      payers.settle(&statement.lines, hasPayer: layout[.payer] != nil || layout[.payerAccount] != nil)
      statement.lines.removeAll { $0.amount == 0 }
    }
    statement.number = stated.number.isEmpty ? ownAccounts.only(in: layout) : stated.number
    if let flaw = ownAccounts.flaw(file.name) { statement.problems.append(flaw) }
    statement.institution = stated.institution
    settleDays()
    return statement
  }

  /// Where the columns stand; a mapping may add cells to the rows, and leave rows out.
  private mutating func layout() throws(Diagnostic) -> StatementLayout {
    if mapping?.readsPartsOfDates != true { sheet = sheet.joiningDates() }
    if let mapping {
      let mapped = try StatementMapping.apply(mapping, to: sheet, of: file)
      sheet = mapped.sheet
      return mapped.layout.counting(from1904: sheet.is1904)
    }
    if let layout = StatementLayout(sheet) { return layout.counting(from1904: sheet.is1904) }
    throw Diagnostic(
      .statementColumns, Wording("\(file.name) 没有一行写明日期和金额", "\(file.name) has no row that names a day and an amount"),
      hint: Wording(
        "对账单要有 交易日期、摘要、借方发生额、贷方发生额、余额（或 收入、支出；或 交易金额、借贷标志）这样的标题；其他标题写对照表，--map 文件",
        "a statement needs a heading such as 交易日期, 摘要, 借方发生额, 贷方发生额, 余额 (or 收入, 支出; or 交易金额, 借贷标志); for others "
          + "write a mapping, --map FILE"),
      at: SourcePosition(file: file.name, line: sheet.rows.first?.number ?? 1, column: 1))
  }

  private mutating func read(_ row: SheetRow, _ layout: StatementLayout) {
    if stated.readBalance(row, layout, scale: scale) { return }
    // Rows of remarks, signatures and page numbers have neither a day nor an amount.
    let isEmpty = StatementColumn.amounts.allSatisfy { column in
      layout[column].map { StatementCells.isBlank(row.text($0)) } ?? true
    }
    if let flaw = layout.unitContradiction(by: row, isLine: !isEmpty, file, sheet) { return statement.problems.append(flaw) }
    if isEmpty { return checkAmountless(row, layout) }
    if isForeign(row, layout) { return }
    if let stray = file.strayCell(of: row, beyond: layout.strayLimit, of: sheet) { return statement.problems.append(stray) }
    func filled(_ column: StatementColumn) -> Int? { layout[column].flatMap { row.text($0).isEmpty ? nil : $0 } }
    let dayColumn = filled(.postingDay) ?? filled(.day) ?? filled(.valueDay)
    guard let dayColumn, let cell = row[dayColumn], let day = layout.day(cell) else {
      if isHeading(row, layout) { return }
      let shown = dayColumn.map { row.text($0) } ?? ""
      return fail(
        .statementRow,
        shown.isEmpty ? Wording("该行有金额而没有日期", "the line has an amount and no day") : Wording("\(shown) 不是日期", "\(shown) is not a day"),
        dayColumn, row,
        SplitDate.lacksYear(shown)
          ? SplitDate.yearHint : Wording("日期写作 2022-06-17；合计行以 合计 开头", "write days as 2022-06-17; a line of totals begins with 合计"))
    }
    guard let amount = amount(row, layout) else { return }
    if amount.value == 0 { return checkAmountless(row, layout) }
    noteAssumedDay(cell, layout, row)
    if let column = layout[.ownAccount] { ownAccounts.add(row.text(column)) }
    var line = BankStatement.Line(day: day, amount: amount.value, row: row.number)
    line.direction = amount.direction
    line.valueDay = filled(.valueDay).flatMap { row[$0] }.flatMap(layout.day)
    if let column = layout[.balance] {
      let balance = StatedBalance(of: row, layout, scale: scales[column])
      if balance == nil && !StatementCells.isBlank(row.text(column)) {
        return fail(
          .statementRow, Wording("\(row.text(column)) 不是余额", "\(row.text(column)) is not a balance"), column, row,
          Wording("金额写作 1,234.50，带方向写作 1,234.50 贷", "write amounts as 1,234.50, or 1,234.50 贷 with a side"))
      }
      line.balance = balance?.amount
      line.balanceMayTurn = balance?.mayTurn ?? false
    }
    line.counterparty = text(.counterparty, row, layout)
    line.counterpartyAccount = text(.counterpartyAccount, row, layout)
    payers.add(
      StatementPayers.Party(name: text(.payer, row, layout), account: text(.payerAccount, row, layout)),
      StatementPayers.Party(name: text(.payee, row, layout), account: text(.payeeAccount, row, layout)), row: row.number)
    line.number = text(.number, row, layout)
    line.text = text(.text, row, layout)
    // The heading alone says it: what stands below it must say so by itself.
    if amount.parts.contains(where: { $0.place == layout.returnedColumn && $0.value != 0 }), !line.text.contains(layout.returnedWord) {
      line.text = [layout.returnedWord, line.text].filter { !$0.isEmpty }.joined(separator: " ")
    }
    line.unit = text(.unit, row, layout)
    line.function = text(.function, row, layout)
    line.economic = text(.economic, row, layout)
    statement.lines.append(line)
  }

  /// Refuses a row that is a line and has its amount in no column that is known; one that states a balance alone is a line
  /// of nothing until balances are compared, so that no amount is lost between two of them.
  private mutating func checkAmountless(_ row: SheetRow, _ layout: StatementLayout) {
    let amountless = AmountlessRow(row, layout, sheet, commodity)
    if let flaw = amountless.flaw { return fail(.statementRow, flaw.sentence, flaw.column, row, flaw.advice) }
    guard let day = amountless.dated?.day, let column = layout[.balance], !amountless.isForeign,
      let balance = StatedBalance(of: row, layout, scale: scales[column])
    else { return }
    var line = BankStatement.Line(day: day, amount: 0, row: row.number)
    (line.balance, line.balanceMayTurn) = (balance.amount, balance.mayTurn)
    statement.lines.append(line)
  }

  /// Says once how days with two digits for the year are read, and once that some are of the century before.
  private mutating func noteAssumedDay(_ cell: SheetCell, _ layout: StatementLayout, _ row: SheetRow) {
    if (hasAssumedDay && hasEarlierDay) || layout.dateFormat != nil { return }
    // Years are nearly always written in full.
    if case .text(let text) = cell.value, text.utf8.prefix(4).allSatisfy({ (0x30...0x39).contains($0) }) { return }
    guard case .text = cell.value, let short = ShortDate(SheetText.narrowed(cell.text), sheet.shortYears) else { return }
    if short.isEarlier, !hasEarlierDay {
      hasEarlierDay = true
      statement.remarks.append(
        file.failure(
          .dateAssumed,
          Wording(
            "两位年份不晚于 \(sheet.shortYears.last) 年：\(cell.text) 是 \(short.day)",
            "years of two digits are none after \(sheet.shortYears.last): \(cell.text) is \(short.day)"), at: cell.column,
          in: row, of: sheet, hint: Wording("若是别的年份，请写四位", "if another year is meant, write it with four digits"), severity: .note))
    }
    if !short.isAssumed || hasAssumedDay { return }
    hasAssumedDay = true
    statement.remarks.append(
      file.failure(
        .dateAssumed, Wording("日期按年、月、日读取：\(cell.text) 是 \(short.day)", "days are read as year, month, day: \(cell.text) is \(short.day)"),
        at: cell.column, in: row, of: sheet,
        hint: Wording(
          "若年份不在前，在对照表中写明 date-format，或年份写四位",
          "if the year does not stand first, say date-format in a mapping, or write years with four digits"), severity: .note))
  }

  /// Whether a row has the heading again, as each printed page has.
  private func isHeading(_ row: SheetRow, _ layout: StatementLayout) -> Bool {
    layout.rows.contains { number in
      guard let heading = sheet.row(number), row.cells.count > 1, row.cells.count == heading.cells.count else { return false }
      return zip(row.cells, heading.cells).allSatisfy { $0.column == $1.column && $0.text.hasSameBytes(as: $1.text) }
    }
  }

  /// Whether a row is of another currency than the account's, which is noted; true after a diagnosed flaw too.
  private mutating func isForeign(_ row: SheetRow, _ layout: StatementLayout) -> Bool {
    guard let column = layout[.currency] else { return false }
    let text = row.text(column)
    if text.isEmpty || text.hasSameBytes(as: lastCurrency) { return false }
    guard let code = CurrencyName.code(parts: SheetText.folded(text)) else {
      fail(
        .statementRow, Wording("不认识币种 \(text)", "\(text) is not a currency that is known"), column, row,
        Wording("写代码，如 CNY 或 USD", "write its code, as CNY or USD"))
      return true
    }
    if code == commodity.code {
      lastCurrency = text
      return false
    }
    let amounts = StatementColumn.amounts.compactMap { layout[$0].map { row.text($0) } }.filter { !StatementCells.isBlank($0) }
    statement.remarks.append(
      file.failure(
        .statementEntryLeftOut,
        Wording("略去：\(amounts.joined(separator: " ")) \(code) 的明细", "left out: a line of \(amounts.joined(separator: " ")) \(code)"),
        at: column, in: row, of: sheet,
        hint: Wording("账户按 \(commodity.code) 记", "the account is kept in \(commodity.code)"), severity: .warning))
    return true
  }

  /// What the columns of a kind say, each text once.
  private func text(_ column: StatementColumn, _ row: SheetRow, _ layout: StatementLayout) -> String {
    let places = layout.all(column)
    guard let first = places.first else { return "" }
    let text = row.text(first)
    if places.count == 1 { return StatementCells.isBlank(text) ? "" : text }
    var parts: [String] = []
    for place in places {
      let part = row.text(place)
      if !StatementCells.isBlank(part) && !parts.contains(part) { parts.append(part) }
    }
    return parts.joined(separator: " ")
  }

  /// The amount of a row; nil after a diagnosed flaw.
  private mutating func amount(_ row: SheetRow, _ layout: StatementLayout) -> StatementAmount? {
    do throws(StatementAmount.Flaw) {
      let amount = try StatementAmount(row, layout, scales: scales, scale: scale, in: sheet)
      for part in amount.parts { columnSums[part.column, default: 0] += Int128(part.value) }
      return amount
    } catch {
      fail(.statementRow, error.sentence, error.column, row, error.advice)
      return nil
    }
  }

  /// Says what only the balance tells: that 借 is money in, or that amounts without a sign went out.
  private mutating func noteTurned(_ order: StatementOrder) {
    guard order.isTurned, order.breaks.isEmpty else { return }
    let hasSides = order.lines.contains { $0.direction == .sides || $0.balanceMayTurn }
    statement.remarks.append(
      Diagnostic(
        .statementTurned,
        hasSides
          ? Wording(
            "\(file.name)：借按收入、贷按支出读取，如自己账的打印件；只有这样余额才连续",
            "\(file.name): 借 is read as money in and 贷 as money out, as in a print of one's own account; only so do its balances run")
          : Wording(
            "\(file.name)：没有正负或方向的金额按支出读取；只有这样余额才连续",
            "\(file.name): amounts without a sign or direction are read as money out; only so do its balances run"),
        hint: Wording("标题写作 收入、支出，或 借方（收入）、贷方（支出），就不会弄错", "headings such as 收入 and 支出, or 借方（收入） and 贷方（支出）, leave no doubt"),
        severity: .note))
  }

  /// Takes the lines in their order and says where the balance does not run.
  private mutating func check(_ order: StatementOrder) {
    statement.lines = order.lines
    statement.opening = order.opening
    for broken in order.breaks.prefix(20) {
      let line = order.lines[broken.index]
      guard let row = sheet.row(line.row) else { continue }
      let texts = [broken.expected, line.balance ?? 0, line.balance.map { $0 &- broken.expected } ?? 0].map {
        DecimalText.format($0, scale: scale, grouped: true)
      }
      fail(
        .statementBalanceBroken,
        Wording(
          "余额应为 \(texts[0])，对账单是 \(texts[1])（相差 \(texts[2])）",
          "the balance should be \(texts[0]), the statement has \(texts[1]) (\(texts[2]) apart)"),
        balanceColumn, row, Wording("前面是不是缺了明细，或金额有误？", "is a line missing before it, or is an amount wrong?"))
    }
    guard order.breaks.isEmpty else { return }
    if let flaw = stated.disagreement(with: order, columnSums: columnSums, scale: scale) {
      statement.problems.append(
        Diagnostic(
          .statementTotals, flaw.sentence,
          hint: Wording("是不是缺了明细？对账单在其日期内须完整", "are lines missing? a statement must be complete for its days"),
          at: file.position(of: flaw.column, in: flaw.row, of: sheet)))
    }
  }

  private mutating func settleDays() {
    guard let first = statement.lines.map(\.day).min(), let last = statement.lines.map(\.day).max() else { return }
    let (from, to) = (stated.period.from, stated.period.to)
    statement.days = min(from ?? first, first)...max(to ?? last, last)
    guard from == nil || to == nil, let row = stated.period.unread, let days = statement.days else { return }
    statement.remarks.append(
      file.failure(
        .statementDaysUnread,
        Wording(
          "该行的对账单日期读不出；按 \(days.lowerBound) 至 \(days.upperBound) 计",
          "the days of the statement cannot be read in this row; it is taken to cover \(days.lowerBound) to \(days.upperBound)"),
        at: row.cells.first?.column, in: row, of: sheet,
        hint: Wording("写作 起止日期：2023-01-01 至 2023-12-31", "write them as 起止日期：2023-01-01 至 2023-12-31"), severity: .warning))
  }

  private mutating func fail(_ code: DiagnosticCode, _ sentence: Wording, _ column: Int?, _ row: SheetRow, _ hint: Wording) {
    statement.problems.append(file.failure(code, sentence, at: column, in: row, of: sheet, hint: hint))
  }
}
