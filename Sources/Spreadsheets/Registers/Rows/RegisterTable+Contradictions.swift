import LedgerCore

extension RegisterTable {
  /// What a row that is no data says against the headings above: another unit, or other headings of a second table.
  ///
  /// Amounts are read in the unit of the headings, or of a line above them; a line that names another one, wherever it
  /// stands, is never passed over.
  func contradiction(by row: SheetRow) -> Diagnostic? {
    if let flaw = otherHeadings(in: row) { return flaw }
    guard mapping?.unit == nil, row.cells.count <= 4 else { return nil }
    for (index, cell) in row.cells.enumerated() {
      guard case .text(let text) = cell.value, TableUnit.mayName(text) else { continue }
      let next = index + 1 < row.cells.count ? row.cells[index + 1].text : ""
      guard let words = TableUnit.words(inLine: text, next: next), isOther(words) else { continue }
      return unitContradiction(text, cell.column, row)
    }
    return nil
  }

  /// A unit beside the amounts of a row, in a column that is not read, when it is another than theirs.
  func unitBeside(_ row: SheetRow) -> Diagnostic? {
    if mapping?.unit != nil { return nil }
    for column in unreadColumns {
      guard let cell = row[column], case .text(let text) = cell.value, text.utf8.count <= 24 else { continue }
      let words = UnitWords(SheetText.folded(text))
      guard case .money? = words.unit, isOther(words) else { continue }
      return file.failure(
        .badHeader,
        Wording("该行金额旁写着 \(text)，而金额按 \(shownUnits) 读取", "\(text) beside the amounts of the row, which are read in \(shownUnits)"),
        at: column, in: row, of: sheet,
        hint: Wording(
          "把单位写在标题后面，如（\(SheetFile.oneLine(text))），或写在每个金额后面",
          "write the unit behind the heading, as （\(SheetFile.oneLine(text))）, or behind each amount"))
    }
    return nil
  }

  private func unitContradiction(_ text: String, _ column: Int, _ row: SheetRow) -> Diagnostic {
    file.failure(
      .badHeader,
      Wording(
        "\(SheetFile.oneLine(text))：标题下面的单位，而金额按 \(shownUnits) 读取",
        "\(SheetFile.oneLine(text)): a unit below the headings, the amounts are read in \(shownUnits)"), at: column, in: row,
      of: sheet,
      hint: Wording(
        "写在标题上面，或写在某一标题后面，如（万元）；另一单位的表放在单独的工作表",
        "write it above the headings or behind one, as （万元）; a table in another unit goes on a sheet of its own"))
  }

  /// Whether some column of amounts is in another unit than words say.
  private func isOther(_ words: UnitWords) -> Bool {
    if moneyColumns.isEmpty { return false }
    switch words.flaw {
    case .foreign, .unclear, .contradictory: return true
    case .unread, nil: break
    }
    guard case .money(let exponent)? = words.unit else { return false }
    return moneyColumns.contains { self.exponent(of: $0.name) != exponent }
  }

  /// The power of ten of the amounts below a heading.
  private func exponent(of heading: HeaderName) -> Int {
    guard case .money(let exponent)? = heading.unit ?? cells.unit else { return 0 }
    return exponent
  }

  /// The units in which amounts are read, in words.
  private var shownUnits: String {
    Set(moneyColumns.map { exponent(of: $0.name) }).sorted().map { HeaderUnit.name(ofExponent: $0) }.joined(separator: ", ")
  }

  /// Headings of a second table that are others than those above, or are in another unit.
  private func otherHeadings(in row: SheetRow) -> Diagnostic? {
    var known = 0
    var other: SheetCell?
    for cell in row.cells {
      guard case .text(let text) = cell.value else { continue }
      if headingTexts[cell.column]?.contains(where: { $0.hasSameBytes(as: text) }) == true {
        known += 1
        continue
      }
      let name = HeaderName(text)
      guard case .column(let column) = names.target(of: name) else { continue }
      known += 1
      let heading = header.headings.first { $0.column == cell.column }
      let isSame = heading?.target == .column(column) && (!isMoney(heading) || exponent(of: name) == heading.map { exponent(of: $0.name) })
      if !isSame, other == nil { other = cell }
    }
    guard known > 2, known * 2 > row.cells.count, let other else { return nil }
    return file.failure(
      .badHeader,
      Wording(
        "\(SheetFile.oneLine(other.text))：又一行标题，与第 \(header.rows.lowerBound) 行的不同",
        "\(SheetFile.oneLine(other.text)): a second row of headings, and not those of row \(header.rows.lowerBound)"),
      at: other.column, in: row, of: sheet,
      hint: Wording("标题或单位不同的表放在单独的工作表或文件", "put a table with other headings or units on a sheet of its own, or in a file of its own"))
  }

  private func isMoney(_ heading: RegisterHeader.Heading?) -> Bool {
    moneyColumns.contains { $0.column == heading?.column }
  }
}
