import LedgerCore

extension StatementLayout {
  /// Units and currencies of amounts that are not those of the account, or cannot be told.
  func unitFlaws(_ file: SheetFile, _ sheet: Sheet, _ commodity: Commodity) -> [Diagnostic] {
    var flaws: [Diagnostic] = []
    if let place = tableUnit.place, let message = StatementLayout.message(tableUnit.words, commodity) {
      flaws.append(StatementLayout.failure(message, file, place.row, place.column, sheet))
    }
    if let flaw = renminbi(file, sheet, commodity) { flaws.append(flaw) }
    for (column, words) in amountColumns {
      guard let message = StatementLayout.message(words, commodity), let row = headingRow(of: column, sheet) else { continue }
      flaws.append(StatementLayout.failure(message, file, row, column, sheet))
    }
    return flaws
  }

  /// That the file speaks of renminbi above the table or in the headings of amounts, and the account is in another currency.
  private func renminbi(_ file: SheetFile, _ sheet: Sheet, _ commodity: Commodity) -> Diagnostic? {
    if commodity.code == "CNY" { return nil }
    let amounts = Set(amountColumns.map(\.column))
    for row in sheet.rows.prefix(while: { $0.number <= lastRow }) {
      for cell in row.cells where !rows.contains(row.number) || amounts.contains(cell.column) {
        let text = SheetText.folded(cell.text)
        guard ["人民币", "rmb", "cny"].contains(where: { text.contains($0) }) else { continue }
        return StatementLayout.failure(
          Wording("金额是 CNY，而账户按 \(commodity.code) 记", "the amounts are in CNY, the account is kept in \(commodity.code)"), file, row,
          cell.column, sheet)
      }
    }
    return nil
  }

  /// A unit that stands below the heading, in a line of its own or beside the amounts of a row, and is another than theirs.
  func unitContradiction(by row: SheetRow, isLine: Bool, _ file: SheetFile, _ sheet: Sheet) -> Diagnostic? {
    if isLine && unreadColumns.isEmpty { return nil }
    for (index, cell) in row.cells.enumerated() where !isLine || unreadColumns.contains(cell.column) {
      guard case .text(let text) = cell.value, TableUnit.mayName(text), !isLine || text.utf8.count <= 24 else { continue }
      let next = index + 1 < row.cells.count ? row.cells[index + 1].text : ""
      let words = isLine ? UnitWords(SheetText.folded(text)) : TableUnit.words(inLine: text, next: next)
      guard case .money(let exponent)? = words?.unit, amountColumns.contains(where: { self.exponent($0.column) != exponent }) else {
        continue
      }
      let read = Set(amountColumns.map { self.exponent($0.column) }).sorted().map { HeaderUnit.name(ofExponent: $0) }
      return StatementLayout.failure(
        Wording(
          "\(SheetFile.oneLine(text))：标题下面的单位，而金额按 \(read.joined(separator: "、")) 读取",
          "\(SheetFile.oneLine(text)): a unit below the headings, the amounts are read in \(read.joined(separator: ", "))"), file, row,
        cell.column, sheet)
    }
    return nil
  }

  private static func failure(
    _ sentence: Wording, _ file: SheetFile, _ row: SheetRow, _ column: Int, _ sheet: Sheet
  ) -> Diagnostic {
    file.failure(
      .statementColumns, sentence, at: column, in: row, of: sheet,
      hint: Wording(
        "在标题上面或某一标题后面写 元、千元、万元、百万元 或 亿元；另一货币的对账单读入持有该货币的账户：--account",
        "write 元, 千元, 万元, 百万元 or 亿元 above the headings or behind one; a statement of another currency is read into the account that "
          + "holds it, which is of the currency of its balances: --account")
    )
  }

  private static func message(_ words: UnitWords, _ commodity: Commodity) -> Wording? {
    switch words.flaw {
    case .foreign(let code):
      code == commodity.code
        ? nil : Wording("金额是 \(code)，而账户按 \(commodity.code) 记", "the amounts are in \(code), the account is kept in \(commodity.code)")
    case .unclear(let text): Wording("不认识单位 \(text)", "\(text) is not a unit that is known")
    case .contradictory(let units): Wording("标题上面写了不同的单位：\(units)", "the lines above name two units: \(units)")
    case .unread, nil: words.unit == .percent ? Wording("对账单的金额不是百分数", "the amounts of a statement are not in per cent") : nil
    }
  }

  /// What is said of headings that are not read, and of words in brackets that are no unit.
  func remarks(_ file: SheetFile, _ sheet: Sheet) -> [Diagnostic] {
    var remarks: [Diagnostic] = []
    if !unread.isEmpty {
      remarks.append(
        Diagnostic(
          .columnNotRead,
          Wording(
            "\(file.name)：对账单中不认识的列：\(unread.joined(separator: "、"))",
            "\(file.name): columns of the statement that are not known: \(unread.joined(separator: ", "))"),
          hint: Wording("其内容不记录；若是可读的列，请改标题", "what they say is not recorded; rename the heading if it is one of those that are read"),
          severity: .note))
    }
    if givenUnit == nil, case .unread(let text)? = tableUnit.words.flaw, let place = tableUnit.place {
      remarks.append(
        file.failure(
          .unitAssumed, Wording("\(text) 没有写单位；金额按元读取", "\(text) names no unit; the amounts are read in yuan"), at: place.column,
          in: place.row, of: sheet, hint: Wording("若是别的单位，请写明，如（万元）", "if they are in another, write it, as （万元）"), severity: .note))
    }
    for (column, words) in amountColumns {
      guard case .unread(let text)? = words.flaw, !StatementLayout.isName(text), let row = headingRow(of: column, sheet) else { continue }
      remarks.append(
        file.failure(
          .unitAssumed,
          Wording(
            "\(text) 没有写单位；金额按 \(HeaderUnit.name(ofExponent: exponent(column))) 读取",
            "\(text) names no unit; the amounts are read in \(HeaderUnit.name(ofExponent: exponent(column)))"), at: column,
          in: row, of: sheet, hint: Wording("若是别的单位，请写明，如（万元）", "if they are in another, write it, as （万元）"), severity: .note))
    }
    return remarks
  }

  /// Whether a text in brackets is another name of the column, 支取 or Trade Amount, where a unit might stand.
  private static func isName(_ text: String) -> Bool {
    if StatementColumn.named(text) != nil { return true }
    return text.utf8.count >= 8 && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || "-'._".utf8.contains($0) }
  }

  /// Whether the heading says whose account the numbers in its column are of: 本方账号, not just 账号.
  func namesOwnAccount(_ sheet: Sheet) -> Bool {
    guard let column = self[.ownAccount] else { return false }
    let heading = heading(of: column, in: sheet)
    return ["本方", "我方", "查询"].contains { heading.contains($0) }
  }

  /// What the heading of a column says, in one line.
  func heading(of column: Int, in sheet: Sheet) -> String {
    headingRow(of: column, sheet).map { SheetFile.oneLine($0.text(column)) } ?? ""
  }

  /// The row of headings in which a column has its name.
  private func headingRow(of column: Int, _ sheet: Sheet) -> SheetRow? {
    let lower = sheet.row(rows.upperBound)
    return lower?[column] == nil ? sheet.row(rows.lowerBound) ?? lower : lower
  }
}
