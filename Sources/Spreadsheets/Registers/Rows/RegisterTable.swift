import LedgerCore
import Portfolio

/// A sheet read as a register: its headings, and its rows one after the other.
public final class RegisterTable {
  /// The file that it stands in.
  public let file: SheetFile
  /// The sheet in it.
  public let sheet: Sheet
  /// What register it is.
  public let kind: RegisterKind
  /// The mapping that was given, if any.
  let mapping: RegisterMapping?
  let header: RegisterHeader
  let cells: CellReading
  /// The columns of the register as numbers, and what a row may be in terms of them.
  let columns: RegisterColumns
  /// What is read from which column of the file, in the order of the columns.
  let readers: [ColumnReader]
  /// The columns of days, and those whose words choose something.
  let dayColumns, choiceColumns: Set<Int>
  /// The headings that the register knows.
  let names: HeaderNames
  /// The headings below which amounts stand, but for those whose brackets belong to the name.
  let moneyColumns: [RegisterHeader.Heading]
  /// The columns with a heading that is not read.
  let unreadColumns: [Int]
  /// The columns in which a row may say that it is void: those that are not read otherwise, and remarks.
  let voidColumns: [Int]
  /// Headings that are not known and stand above words of a column of the register, with the name of that column.
  public let takenHeadings: [(heading: String, column: RegisterColumn)]
  /// What stands in the rows of headings, by column, to know them again further down.
  let headingTexts: [Int: [String]]
  /// Sheets of the file that look like registers and are left out because the workbook hides them; noted once for a file.
  public internal(set) var hiddenSheets: [String] = []
  /// Sheets of the file that are left out because their headings do not tell which register they are; noted once for a file.
  public internal(set) var untoldSheets: [String] = []
  /// Rows that span several rows of the sheet, by the row in which they begin.
  private let spans: [MergedCells]

  /// Reads the headings of a sheet.
  ///
  /// - Parameters:
  ///   - register: the name of the register; told from the headings when nil and the mapping names none.
  ///   - sheet: the name of the sheet; the first that holds something when nil.
  /// - Throws: `unknownRegister`, `unknownSheet`, `badHeader`.
  public init(
    _ file: SheetFile, register: String? = nil, sheet wanted: String? = nil, mapping: RegisterMapping? = nil
  ) throws(Diagnostic) {
    self.file = file
    self.mapping = mapping
    let found = try file.sheet(named: wanted ?? mapping?.sheet)
    let sheet = mapping?.readsPartsOfDates == true ? found : found.joiningDates()
    let kind = try RegisterTable.kind(register ?? mapping?.register, of: sheet, in: file)
    var header = try RegisterTable.header(of: sheet, as: kind, in: file, mapping)
    self.sheet = sheet
    self.kind = kind
    let names = HeaderNames.of(kind)
    self.names = names
    takenHeadings = try WordColumns(sheet, kind, file, mapping).take(in: &header)
    self.header = header
    let columns = RegisterColumns(kind)
    self.columns = columns
    let readers = header.headings.compactMap { ColumnReader($0, in: kind, columns) }
    self.readers = readers
    dayColumns = Set(readers.filter { $0.type == .day }.map(\.column))
    choiceColumns = Set(readers.filter { if case .choice = $0.type { true } else { false } }.map(\.column))
    let ofMoney = Set(readers.filter { $0.type == .amount }.map(\.column))
    moneyColumns = header.headings.filter { ofMoney.contains($0.column) && !names.isOutright($0.name) }
    unreadColumns = header.headings.filter { [.unknown, .running].contains($0.target) }.map(\.column)
    headingTexts = Dictionary(
      grouping: sheet.rows.filter { header.rows.contains($0.number) }.flatMap(\.cells), by: \.column
    ).mapValues { $0.map(\.text) }
    cells = CellReading(
      unit: mapping?.unit ?? header.tableUnit.words.unit, dateFormat: mapping?.dateFormat, shortYears: sheet.shortYears,
      is1904: sheet.is1904)
    let firstRow = header.rows.upperBound
    spans = sheet.merges.filter { $0.first.row > firstRow && $0.last.row > $0.first.row }
    // What became of a project says nothing of the money that was paid.
    voidColumns = header.headings.filter { heading in
      heading.target == .unknown && mapping?.mentions(heading.text, at: heading.column) != true || heading.target == .column("note")
    }.filter { !$0.text.contains("项目") }.map(\.column)
    try checkHeadings()
    try checkNeeds()
  }

  private static func kind(_ name: String?, of sheet: Sheet, in file: SheetFile) throws(Diagnostic) -> RegisterKind {
    if let name { return try RegisterCatalog.register(named: name) }
    if let kind = RegisterGuess.kind(of: sheet) { return kind }
    let candidates = RegisterGuess.candidates(of: sheet)
    let found = candidates.filter(\.lacks.isEmpty).map(\.kind.name)
    let place = file.name + (sheet.name.isEmpty ? "" : ":\(sheet.name)")
    if found.isEmpty, !candidates.isEmpty { throw RegisterTable.lacking(candidates, place) }
    throw Diagnostic(
      .unknownRegister,
      Wording(
        found.isEmpty ? "\(place)：没有一行是台账的标题" : "\(place)：由标题看不出是哪一种台账；可能是 \(found.joined(separator: " 或 "))",
        found.isEmpty
          ? "\(place): no row of headings is that of a register"
          : "\(place): the headings do not tell which register it is; they may be those of \(found.joined(separator: " or "))"),
      hint: Wording(
        "用 --register 指明：\(RegisterCatalog.shownNames)；其他标题写对照表，--map 文件",
        "say which it is with --register: \(RegisterCatalog.shownNames); for other headings write a mapping, --map FILE"))
  }

  /// That a table would be one register or another, had it the columns that tell.
  private static func lacking(_ candidates: [RegisterGuess.Candidate], _ place: String) -> Diagnostic {
    let parts = candidates.map { candidate in
      let (kind, columns) = (candidate.kind, candidate.lacks)
      return Wording(
        "作为\(kind.chinese)（\(kind.name)）缺 \(columns.map(\.chinese).joined(separator: "、")) 中的一列",
        "to be \(kind.name) (\(kind.chinese)) it lacks a column of \(columns.map(\.name).joined(separator: ", "))")
    }
    return Diagnostic(
      .unknownRegister,
      Wording(
        "\(place)：由标题看不出是哪一种台账：\(parts.map(\.zh).joined(separator: "；"))",
        "\(place): the headings do not tell which register it is: \(parts.map(\.en).joined(separator: "; "))"),
      hint: Wording(
        "补上该列；汇总表不必导入；我方出资用 --register investments",
        "add the column; a table of sums need not be imported; what we paid is --register investments"))
  }

  private static func header(
    of sheet: Sheet, as kind: RegisterKind, in file: SheetFile, _ mapping: RegisterMapping?
  ) throws(Diagnostic) -> RegisterHeader {
    if let fields = mapping?.fields, !fields.isEmpty { return RegisterHeader(fields: fields, as: kind) }
    if let found = RegisterHeader(of: sheet, as: kind, at: mapping?.headerRow, after: mapping?.skip ?? 0) { return found }
    // Headings that the register does not know are named by the assignments of the mapping.
    if let mapping, !mapping.isEmpty,
      let row = mapping.headerRow.flatMap({ sheet.row($0) }) ?? mapping.headings(in: sheet)?.row
        ?? sheet.rows.first(where: { $0.number > mapping.skip })
    {
      return RegisterHeader(fields: (0...(row.cells.last?.column ?? 0)).map { row.text($0) }, as: kind, at: row.number)
    }
    throw RegisterTable.noHeader(kind, file)
  }

  private static func noHeader(_ kind: RegisterKind, _ file: SheetFile) -> Diagnostic {
    let names = kind.columns.prefix(8).map(\.chinese).joined(separator: "、")
    return Diagnostic(
      .badHeader,
      Wording("\(file.name)：没有一行是\(kind.chinese)（\(kind.name)）的标题", "\(file.name): no row has headings of \(kind.name) (\(kind.chinese))"),
      hint: Wording(
        "标题有 \(names) …；bgt template \(kind.name) 写出空表；其他标题写对照表",
        "it has \(names) …; bgt template \(kind.name) writes an empty one; for other headings write a mapping"))
  }

  /// One column of the register stands in one column of the file.
  private func checkHeadings() throws(Diagnostic) {
    var seen: [String: String] = [:]
    for heading in header.headings {
      guard case .column(let name) = heading.target, mapping?.assigns(name) != true else { continue }
      if let other = seen.updateValue(heading.text, forKey: name) {
        throw Diagnostic(
          .repeatedField,
          Wording(
            "\(file.name)：标题 \(other) 和 \(heading.text) 都对应 \(name)",
            "\(file.name): the headings \(other) and \(heading.text) both stand for \(name)"),
          hint: Wording(
            "改其中一个的名称，或在对照表中写明用哪一个：\(name) %\(heading.text)",
            "rename one of them, or say which counts in a mapping: \(name) %\(heading.text)"))
      }
    }
  }

  /// Headings that are not recorded, with the reason; empty reasons are unknown headings.
  public var unreadHeadings: [(heading: String, reason: String, chinese: String)] {
    header.headings.compactMap { heading in
      switch heading.target {
      case .unread(let reason, let chinese): (heading.text, reason, chinese)
      case .unknown: mapping?.mentions(heading.text) == true ? nil : (heading.text, "", "")
      default: nil
      }
    }
  }

  /// The rows below the headings that the workbook hides.
  public var hiddenRows: [Int] { sheet.hiddenRows.filter { $0 > header.rows.upperBound } }

  /// The columns of running numbers.
  public var runningColumns: Set<Int> { Set(header.headings.filter { $0.target == .running }.map(\.column)) }

  /// The last column that has a heading.
  var lastColumn: Int { header.headings.map(\.column).max() ?? 0 }

  /// The rows below the headings.
  var rows: some Sequence<SheetRow> { sheet.rows.lazy.filter { [header] in $0.number > header.rows.upperBound } }

  /// The cell of a column; of cells merged down the rows the value counts for each, unless it is an amount.
  func cell(_ column: Int, of row: SheetRow, repeats: Bool) -> SheetCell? {
    row[column] ?? mergedCell(column, of: row, repeats: repeats)
  }

  /// What counts for a cell that is empty itself: the value of the merged cells that it is one of.
  func mergedCell(_ column: Int, of row: SheetRow, repeats: Bool) -> SheetCell? {
    guard repeats, !spans.isEmpty,
      let span = spans.first(where: { $0.contains(column: column, row: row.number) })
    else { return nil }
    return sheet.row(span.first.row)?[span.first.column]
  }

  /// Whether a row has a day, in a cell of its own or one merged down to it.
  func saysDay(_ row: SheetRow) -> Bool { dayColumns.contains { cell($0, of: row, repeats: true) != nil } }

  /// A diagnostic at a cell of a row.
  func located(_ diagnostic: Diagnostic, _ column: Int?, _ row: SheetRow) -> Diagnostic {
    if let position = diagnostic.position, position.file != file.name || !position.lineText.isEmpty { return diagnostic }
    var copy = diagnostic
    // Events of a workbook keep row and column of their cells as their place.
    let given = diagnostic.position.flatMap { position in
      row.cells.first { Int($0.place.line) == position.line && Int($0.place.column) == position.column }?.column
    }
    copy.position = file.position(of: column ?? given, in: row, of: sheet)
    return copy
  }

  /// A diagnostic about an event, at the cell that it was read from.
  public func located(_ diagnostic: Diagnostic, of event: RegisterEvent) -> Diagnostic {
    located(diagnostic, nil, event.row)
  }

  /// A diagnostic that knows only line and column, with the cell and the row to show.
  public func placed(_ diagnostic: Diagnostic) -> Diagnostic {
    guard let position = diagnostic.position, position.file == file.name, position.lineText.isEmpty,
      let row = sheet.row(position.line)
    else { return diagnostic }
    return located(diagnostic, nil, row)
  }
}

extension RegisterHeader {
  /// Headings of a row of which the register knows too few.
  init(fields: [String], as kind: RegisterKind, at row: Int) {
    let plain = RegisterHeader(fields: fields, as: kind)
    headings = plain.headings.filter { !$0.text.isEmpty }
    rows = row...row
    tableUnit = TableUnit()
  }
}
