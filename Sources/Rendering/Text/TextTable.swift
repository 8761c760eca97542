import LedgerCore
import ReportDocument

/// Writes one table as aligned text.
struct TextTable {
  /// What is written.
  let table: Table
  /// Language, unit, width and colour.
  let options: RenderOptions
  /// The rows as text, as far as measuring kept them, and the widest cell of each column.
  let measured: MeasuredRows
  /// Which columns have their values at the right edge.
  private let isNumeric: [Bool]
  /// The headings in the language.
  private let headings: [String]

  /// The least width of a column of words, unless all it holds is shorter.
  private static let wordsMinimum = 8
  /// The least width of the first column, by which rows are recognised.
  private static let keyMinimum = 12
  /// A column of words that are no wider than this holds names and codes, which are better not broken.
  private static let namesMaximum = 20
  /// The same for the first column.
  private static let keysMaximum = 24
  /// The most that a column of words takes where the terminal sets no limit, so that one endless text does not pad
  /// every row.
  private static let wordsMaximum = 120
  /// How many rows are looked at to tell which columns recognise them.
  private static let keyRows = 1000
  /// Rows that each part of a folded table shows, about, before the next part shows the same ones, so that what belongs
  /// together is on one screen or the next.
  private static let foldRows = 30
  /// Rows that are looked through for the heading of a group.
  private static let groupRows = 1_000
  /// Rows that are written at once, before their text is handed on.
  private static let batchRows = 1 << 14
  /// What rules are drawn with.
  private static let rule = "─"

  /// A table, its cells measured.
  init(_ table: Table, _ text: HumanText) {
    self.table = table
    options = text.options
    measured = MeasuredRows(table, text)
    isNumeric = table.columns.map(\.isNumeric)
    headings = table.headings(text.options)
  }

  /// Writes the table, in several parts when it is too wide for the terminal.
  func write(to output: inout ByteOutput) {
    guard !table.columns.isEmpty else { return }
    let folds = ColumnLayout.folds(measures, width: options.width, keys: { keys })
    let turns = folds.count > 1 ? max((table.rows.count + TextTable.foldRows / 2) / TextTable.foldRows, 1) : 1
    let step = max((table.rows.count + turns - 1) / turns, 1)
    var isFirst = true
    for first in stride(from: 0, to: max(table.rows.count, 1), by: step) {
      for fold in folds {
        if !isFirst { output.endLine() }
        isFirst = false
        write(fold, rows: first..<min(first + step, table.rows.count), to: &output)
      }
    }
  }

  /// What the layout has to know of the columns.
  private var measures: [ColumnLayout.Measure] {
    table.columns.indices.map { index in
      let data = measured.widths[index]
      let wraps = table.columns[index].kind == .text
      let wanted = max(data, TextWidth.of(headings[index]))
      let natural = wraps && options.width == 0 ? min(wanted, TextTable.wordsMaximum) : wanted
      let heading = min(natural, max(TextWrap.longestPiece(headings[index]), 4))
      let words = min(data, index == 0 ? TextTable.keyMinimum : TextTable.wordsMinimum)
      let names = data <= (index == 0 ? TextTable.keysMaximum : TextTable.namesMaximum) ? data : words
      let whole = min(natural, max(TextWrap.headingMinimum(headings[index]), 4))
      return ColumnLayout.Measure(
        natural: natural, minimum: max(whole, wraps ? names : data), least: max(heading, wraps ? words : data),
        wraps: wraps)
    }
  }

  /// The columns that every part of a folded table repeats: what the rows are about where a column names that, the first
  /// ones up to where rows differ, as far as they take a third of the line, and the commodity when there are several.
  private var keys: [Int] {
    var keys = [0]
    var used = measures[0].minimum
    if let subject = table.columns.firstIndex(where: { $0.link != .none }), subject > 0,
      (used + ColumnLayout.gap + measures[subject].minimum) * 2 <= options.width
    {
      keys.append(subject)
      used += ColumnLayout.gap + measures[subject].minimum
    }
    for column in table.columns.indices.dropFirst() where !keys.contains(column) {
      used += ColumnLayout.gap + measures[column].minimum
      if table.columns[column].isNumeric || used * 3 > options.width || areKeys(keys) { break }
      keys.append(column)
    }
    keys.sort()
    if let commodity = table.columns.firstIndex(where: { $0.id == Table.commodityColumnID }),
      !keys.contains(commodity), varies(commodity)
    {
      keys.append(commodity)
    }
    return keys
  }

  /// Whether the rows that hold data differ in some columns; the beginning of a long table speaks for the rest.
  private func areKeys(_ columns: [Int]) -> Bool {
    // Texts of their own: a part of the buffer would hold all of it.
    var seen: Set<[[UInt8]]> = []
    var differ = true
    measured.forEach(in: 0..<min(table.rows.count, TextTable.keyRows)) { row in
      differ = row.role != .body || seen.insert(columns.map { Array(row.text($0)) }).inserted
      return differ
    }
    return differ
  }

  /// Whether a column has several values in the rows that hold data.
  private func varies(_ column: Int) -> Bool {
    var first: [UInt8]?
    var varies = false
    measured.forEach(in: 0..<table.rows.count) { row in
      if row.role != .body { return true }
      if let first { varies = !row.text(column).elementsEqual(first) } else { first = Array(row.text(column)) }
      return !varies
    }
    return varies
  }

  /// Writes one part: headings, rows and rules.
  private func write(_ fold: ColumnLayout.Fold, rows: Range<Int>, to output: inout ByteOutput) {
    let total = fold.widths.reduce(0, +) + ColumnLayout.gap * (fold.widths.count - 1)
    let line = String(repeating: TextTable.rule, count: total)
    writeHeadings(fold, to: &output)
    writeRule(line, to: &output)
    writeRunningHeading(before: rows.lowerBound, width: total, to: &output)
    // As many rows at once as all cores write in a few milliseconds.
    var next = rows.lowerBound
    while next < rows.upperBound {
      let first = next
      next = min(first + TextTable.batchRows, rows.upperBound)
      let texts = ConcurrentPieces.map(next - first, least: MeasuredRows.worthwhileCount) { range in
        var text = ByteOutput()
        let some = first + range.lowerBound..<first + range.upperBound
        write(rows: some, isFirst: some.lowerBound == rows.lowerBound, fold, line, width: total, to: &text)
        return [text.bytes]
      }
      for text in texts { output.write(lines: text) }
    }
    writeRule(line, to: &output)
  }

  /// Writes some of the rows of a part, with the rules between them.
  private func write(
    rows: Range<Int>, isFirst: Bool, _ fold: ColumnLayout.Fold, _ line: String, width: Int, to output: inout ByteOutput
  ) {
    let before = isFirst ? nil : measured.last(before: rows.lowerBound) { !isBare($0, in: fold) }
    var isRuled = before == nil
    var last = before?.role ?? .header
    measured.forEach(in: rows) { row in
      if isBare(row, in: fold) { return true }
      // Sums of one kind that follow each other, such as those of debits and credits, stand together.
      if row.role == last && row.role != .blank { isRuled = true }
      last = row.role
      switch row.role {
      case .blank:
        output.endLine()
        isRuled = false
        return true
      case .subtotal, .total, .result:
        if !isRuled { writeRule(line, to: &output) }
      case .body, .header: break
      }
      if row.isHeadingAlone {
        writeHeading(row, width: width, to: &output)
      } else {
        write(row, fold, to: &output)
      }
      isRuled = false
      return true
    }
  }

  /// Writes the heading of the group that rows are in the middle of again.
  private func writeRunningHeading(before row: Int, width: Int, to output: inout ByteOutput) {
    guard row > 0, row < table.rows.count else { return }
    var reader = RowReader(table.rows)
    reader.load(row)
    if reader.role != .body || reader.indent == 0 { return }
    for above in (max(row - TextTable.groupRows, 0)..<row).reversed() {
      reader.load(above)
      if reader.role == .body || reader.role == .subtotal { continue }
      measured.forEach(in: above..<above + 1) { heading in
        if heading.isHeadingAlone { writeHeading(heading, width: width, to: &output) }
        return false
      }
      return
    }
  }

  /// Whether a part of the table shows nothing of a row of sums but what it repeats.
  private func isBare(_ row: RowText, in fold: ColumnLayout.Fold) -> Bool {
    guard row.role == .subtotal || row.role == .total || row.role == .result,
      fold.columns.count < table.columns.count
    else { return false }
    return fold.columns.allSatisfy { column in
      column == 0 || table.columns[column].id == Table.commodityColumnID || row.text(column).isEmpty
    }
  }

  /// Writes a rule over the whole width of the part.
  private func writeRule(_ line: String, to output: inout ByteOutput) {
    output.write(line, options.colour ? .dim : .plain)
    output.endLine()
  }

  /// Writes the headings, on as many lines as the longest needs.
  private func writeHeadings(_ fold: ColumnLayout.Fold, to output: inout ByteOutput) {
    let cells = zip(fold.columns, fold.widths).map { TextWrap.balanced(headings[$0], width: $1) }
    let height = cells.map(\.count).max() ?? 1
    for line in 0..<height {
      var spaces = 0
      for (position, lines) in cells.enumerated() {
        // Short headings stand at the bottom, next to their data.
        let index = line - (height - lines.count)
        let text = index >= 0 ? lines[index] : ""
        let padding = fold.widths[position] - TextWidth.of(text)
        let isRight = isNumeric[fold.columns[position]]
        if isRight { spaces += padding }
        if !text.isEmpty {
          output.write(byte: 0x20, count: spaces)
          output.write(text, options.colour ? .bold : .plain)
          spaces = 0
        }
        spaces += (isRight ? 0 : padding) + ColumnLayout.gap
      }
      output.endLine()
    }
  }

  /// Writes a heading between the rows over all columns of the part.
  private func writeHeading(_ row: RowText, width: Int, to output: inout ByteOutput) {
    let text = String(decoding: row.text(0), as: UTF8.self)
    let indent = min(row.indent, max(width - 4, 0))
    for line in TextWrap.lines(text, width: max(width - indent, 1)) {
      output.write(byte: 0x20, count: line.isEmpty ? 0 : indent)
      output.write(line, options.colour ? .bold : .plain)
      output.endLine()
    }
  }

  /// Writes a row, on one line when it fits.
  private func write(_ row: RowText, _ fold: ColumnLayout.Fold, to output: inout ByteOutput) {
    let fits = zip(fold.columns, fold.widths).allSatisfy { row.width($0) <= $1 }
    if fits {
      var spaces = 0
      for (column, width) in zip(fold.columns, fold.widths) {
        let indent = column == 0 ? row.indent : 0
        spaces += indent
        write(
          row.text(column), cells: row.width(column) - indent, in: width - indent, column: column, row.role,
          spaces: &spaces, to: &output)
      }
      output.endLine()
    } else {
      writeWrapped(row, fold, to: &output)
    }
  }

  /// Writes a row of which some cells take several lines.
  private func writeWrapped(_ row: RowText, _ fold: ColumnLayout.Fold, to output: inout ByteOutput) {
    let indent = min(row.indent, max(fold.widths[0] - 4, 0))
    let cells = zip(fold.columns, fold.widths).map { column, width in
      let text = String(decoding: row.text(column), as: UTF8.self)
      guard table.columns[column].kind == .text else { return [text] }
      return TextWrap.lines(text, width: max(column == 0 ? width - indent : width, 1))
    }
    for line in 0..<(cells.map(\.count).max() ?? 1) {
      var spaces = indent
      for (position, lines) in cells.enumerated() {
        let text = line < lines.count ? lines[line] : ""
        write(
          Array(text.utf8)[...], cells: TextWidth.of(text), in: fold.widths[position] - (position == 0 ? indent : 0),
          column: fold.columns[position], row.role, spaces: &spaces, to: &output)
      }
      output.endLine()
    }
  }

  /// Writes one line of one cell; spaces are owed until text follows, so that no line ends in them.
  private func write(
    _ text: ArraySlice<UInt8>, cells: Int, in width: Int, column: Int, _ role: Row.Role, spaces: inout Int,
    to output: inout ByteOutput
  ) {
    let isRight = isNumeric[column]
    let padding = width - cells
    spaces += isRight ? padding : 0
    if !text.isEmpty {
      output.write(byte: 0x20, count: spaces)
      output.write(text, options.colour ? style(of: text, isRight, role) : .plain)
      spaces = 0
    }
    spaces += (isRight ? 0 : padding) + ColumnLayout.gap
  }

  /// The looks of a cell.
  private func style(of text: ArraySlice<UInt8>, _ isNumeric: Bool, _ role: Row.Role) -> TextStyle {
    let isNegative = isNumeric && text.first == UInt8(ascii: "-")
    switch role {
    case .body, .blank: return isNegative ? .red : .plain
    case .header, .subtotal, .total, .result: return isNegative ? .boldRed : .bold
    }
  }
}
