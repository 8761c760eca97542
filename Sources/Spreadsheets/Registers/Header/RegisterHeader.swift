import LedgerCore

/// The row of headings of a register, one row or two, found below whatever titles stand above it.
struct RegisterHeader {
  /// One column of the file.
  struct Heading {
    let column: Int
    let text: String
    let name: HeaderName
    var target: HeaderTarget
  }

  var headings: [Heading]
  /// The rows that it takes, by their number; rows up to the last are no data.
  let rows: ClosedRange<Int>
  /// The unit of amounts that a line above says.
  let tableUnit: TableUnit

  /// Columns of the register that it has.
  var recognised: Set<String> {
    Set(headings.compactMap { if case .column(let name) = $0.target { name } else { nil } })
  }

  /// How sure it is that this is the register: its columns, and whether a title names it.
  private(set) var score = 0

  /// Whether a title names the register.
  private(set) var isNamed = false

  /// Whether a title names the register, or a heading stands in few others.
  private(set) var isTelling = false

  /// Columns that a table of any kind may have: they do not tell which it is.
  private static let everywhere: Set<String> = ["number", "evidence", "doc", "attachments", "note", "key"]

  /// Rows among which headings are looked for.
  private static let rowsMax = 60

  /// The row of headings of a sheet for a register; nil when no row has enough of its columns.
  ///
  /// - Parameter texts: the texts that were parted already, for asking about one register after the other.
  init?(
    of sheet: Sheet, as kind: RegisterKind, at wanted: Int? = nil, after skipped: Int = 0, texts: HeaderTexts = HeaderTexts()
  ) {
    let names = HeaderNames.of(kind)
    let rows = sheet.rows.filter { $0.number > skipped }.prefix(RegisterHeader.rowsMax)
    var best: (headings: [Heading], rows: ClosedRange<Int>, count: Int, rank: Int)?
    for (index, row) in rows.enumerated() where wanted == nil || row.number == wanted {
      let below = index + 1 < rows.count ? rows[rows.startIndex + index + 1] : nil
      for lower in [nil, below] where lower == nil || lower?.number == row.number + 1 {
        let headings = RegisterHeader.headings(row, lower, sheet, names, texts)
        let count = headings.count { if case .column = $0.target { true } else { false } }
        // Of one row and two with as many columns it is the one; what stands above is a title.
        // A row of nothing but units below the headings belongs to them.
        let rank = count * 2 + (lower == nil ? 1 : RegisterHeader.isOfUnits(lower, below: row, rows) ? 2 : 0)
        if count > 1, rank > best?.rank ?? 0 { best = (headings, row.number...(lower?.number ?? row.number), count, rank) }
      }
    }
    guard let best else { return nil }
    headings = best.headings
    self.rows = best.rows
    let above = rows.prefix { $0.number < best.rows.lowerBound }
    tableUnit = TableUnit(above: above)
    let titles = above.flatMap(\.cells).map { SheetText.folded($0.text) } + [SheetText.folded(sheet.name)]
    isNamed = ([kind.chinese] + kind.aliases).contains { alias in titles.contains { $0.contains(SheetText.folded(alias)) } }
    isTelling =
      isNamed
      || best.headings.contains { heading in
        switch heading.target {
        case .column(let name): !RegisterHeader.everywhere.contains(name) && HeaderNames.tells(heading.name)
        case .unread, .field: true
        default: false
        }
      }
    score = best.count * 2 + (isNamed ? 3 : 0) + headings.count { if case .unread = $0.target { true } else { false } }
  }

  /// Takes what stands in a column of the file for a column of the register.
  mutating func take(_ column: Int, as name: String) {
    for index in headings.indices where headings[index].column == column { headings[index].target = .column(name) }
  }

  /// Headings given by a mapping for a table that has none.
  init(fields: [String], as kind: RegisterKind) {
    let names = HeaderNames.of(kind)
    headings = fields.enumerated().map { index, text in
      let name = HeaderName(text)
      return Heading(column: index, text: text, name: name, target: names.target(of: name))
    }
    rows = 0...0
    tableUnit = TableUnit()
  }

  /// What a heading of two levels may be called, the most telling first: 实缴出资 over 日期 is 实缴出资日期 or 实缴日期.
  private static func candidates(_ upper: String, _ lower: String, isAlone: Bool, _ texts: HeaderTexts) -> [String] {
    if isAlone || lower.isEmpty || upper.hasSameBytes(as: lower) { return [upper] }
    if upper.isEmpty { return [lower] }
    // A unit below a heading stands for one in brackets behind it.
    if HeaderUnit(texts.name(of: lower).whole) != nil { return ["\(upper)（\(lower)）", upper + lower, lower] }
    let core = texts.core(of: upper)
    let isAmount = ["金额", "数额", "额", "amount"].contains(texts.name(of: lower).name)
    return [upper + lower, core + lower] + (isAmount ? [upper] : []) + [lower]
  }

  /// Whether a row has units in its cells and nothing else: 万元, （%）; none of them other than a heading or a line above
  /// it says, which would be a contradiction and no part of the headings.
  private static func isOfUnits(_ row: SheetRow?, below upper: SheetRow, _ rows: ArraySlice<SheetRow>) -> Bool {
    guard let row, !row.cells.isEmpty else { return false }
    let units = row.cells.map { cell -> HeaderUnit? in
      guard case .text(let text) = cell.value else { return nil }
      let folded = SheetText.folded(text)
      if folded.utf8.contains(where: { (0x30...0x39).contains($0) }) { return nil }
      return HeaderUnit(folded.filter { !"()[]【】".contains($0) })
    }
    if units.contains(nil) { return false }
    let ofTable = TableUnit(above: rows.prefix { $0.number < upper.number }).words.unit
    return zip(row.cells, units).allSatisfy { cell, unit in
      if case .money? = unit, case .money? = ofTable, unit != ofTable { return false }
      let said = HeaderName(upper.text(cell.column)).unit
      return said == nil || said == unit
    }
  }

  /// What the cells of a row, with those of the row below it, are headings of.
  private static func headings(
    _ row: SheetRow, _ lower: SheetRow?, _ sheet: Sheet, _ names: HeaderNames, _ parted: HeaderTexts
  ) -> [Heading] {
    let columns = Set(row.cells.map(\.column) + (lower?.cells.map(\.column) ?? []))
    var headings: [Heading] = []
    var group = ""
    for column in columns.sorted() {
      let upper = sheet.cell(row: row, column: column)?.text ?? ""
      let below = lower.flatMap { sheet.cell(row: $0, column: column)?.text } ?? ""
      if !upper.isEmpty { group = upper }
      let inGroup = upper.isEmpty && sheet.merges.isEmpty ? group : upper
      let texts = RegisterHeader.candidates(inGroup, below, isAlone: lower == nil, parted).filter { !$0.isEmpty }
      guard let first = texts.first else { continue }
      var found: (text: String, name: HeaderName, target: HeaderTarget) = (first, parted.name(of: first), .unknown)
      for text in texts {
        let name = parted.name(of: text)
        let target = names.target(of: name)
        if target == .unknown { continue }
        found = (text, name, target)
        break
      }
      let name = HeaderName(found.name, above: parted.name(of: upper).words)
      headings.append(Heading(column: column, text: found.text, name: name, target: found.target))
    }
    return headings
  }
}
