import LedgerCore

/// Where the heading of a statement's table stands and what its columns say.
struct StatementLayout {
  /// Where what a column says stands, from left to right; one list for each kind of column.
  private var places = Array(repeating: [Int](), count: StatementColumn.allCases.count)
  /// What the headings of amounts say of their unit, by column.
  private var units: [Int: UnitWords] = [:]
  /// What stands above the table of the unit of all amounts.
  private(set) var tableUnit = TableUnit()
  /// Headings that are not known.
  private(set) var unread: [String] = []
  /// Their columns.
  private(set) var unreadColumns: [Int] = []
  /// Headings of money that came back, with what is said of its unit: money in where the other amounts went out.
  private var returned: [(place: Int, heading: HeaderName)] = []
  /// The column of money that came back, where the heading has one beside what was paid.
  private(set) var returnedColumn: Int?
  /// What its heading calls that: 退回, 冲正.
  private(set) var returnedWord = ""
  /// The column of running numbers.
  private(set) var serialColumn: Int?
  /// The rows of the heading.
  private(set) var rows = 0...0
  /// The last column with a heading.
  private(set) var lastColumn = 0

  /// The unit of amounts whose heading says none, where a mapping gives it.
  private(set) var givenUnit: HeaderUnit?
  /// How a mapping says that days are written.
  private(set) var dateFormat: DateFormat?
  /// What years of two digits stand for.
  var shortYears = ShortYears()
  /// Whether numbers of days count from 1904.
  private var is1904 = false
  /// Cells beyond this column stand under no heading.
  private(set) var strayLimit = 0

  /// The last row of the heading.
  var lastRow: Int { rows.upperBound }

  /// A heading is looked for in so many rows.
  private static let rowsMax = 60

  /// Finds the heading of a sheet; nil when no row, nor two together, names a day and an amount.
  init?(_ sheet: Sheet) {
    for (index, row) in sheet.rows.prefix(StatementLayout.rowsMax).enumerated() {
      let next = index + 1 < sheet.rows.count ? sheet.rows[index + 1] : nil
      let layouts = [next.flatMap { StatementLayout(row, over: $0, in: sheet) }, StatementLayout(row)]
      if let found = layouts.lazy.compactMap(\.self).first(where: { $0.hasDay && $0.hasAmounts }) {
        self = found
        settleReturned()
        tableUnit = TableUnit(above: sheet.rows.prefix(index))
        return
      }
    }
    return nil
  }

  /// The heading of a sheet that a mapping says more of: where the mapping puts it, else the row that has the headings which it
  /// names, else where one is found, else the first row that counts.
  init(_ sheet: Sheet, _ mapping: RegisterMapping, headings: SheetRow?) {
    if !mapping.fields.isEmpty {
      self.init(fields: mapping.fields)
      return
    }
    var below = sheet
    below.rows.removeAll { $0.number <= mapping.skip }
    let found = StatementLayout(below)
    if let row = mapping.headerRow.flatMap({ sheet.row($0) }) ?? headings, found?.rows.contains(row.number) != true {
      self.init(row)
      settleReturned()
      tableUnit = TableUnit(above: sheet.rows.prefix { $0.number < row.number })
    } else if let found {
      self = found
    } else {
      self.init(below.rows.first ?? SheetRow(number: 0, cells: []))
    }
  }

  /// The headings of a table that has none.
  private init(fields: [String]) {
    for (column, name) in fields.enumerated() where !name.isEmpty { take([name], column, UnitWords()) }
  }

  /// What one row of headings says.
  private init(_ row: SheetRow) {
    for cell in row.cells { take([cell.text], cell.column, UnitWords()) }
    rows = row.number...row.number
  }

  /// What two rows of headings say together: 发生额 over 借方 and 贷方, 对方信息 over 户名 and 账号. Nil when the second row
  /// is no row of headings.
  private init?(_ row: SheetRow, over below: SheetRow, in sheet: Sheet) {
    guard below.number == row.number + 1, below.cells.allSatisfy({ StatementLayout.mayBeHeading($0) }) else { return nil }
    // A line that names the unit is no heading of the columns below it.
    let texts = row.cells.map(\.text).filter { !$0.isEmpty }
    if texts.count == 1, let line = texts.first, TableUnit.words(inLine: line) != nil, StatementLayout(below).hasAmounts { return nil }
    var group = ""
    // A title above a row of headings is no part of the heading.
    var (isHeading, needsUpper) = (false, false)
    for column in Set(row.cells.map(\.column) + below.cells.map(\.column)).sorted() {
      let lower = below.text(column)
      let own = sheet.cell(row: row, column: column)?.text ?? ""
      if !own.isEmpty { group = own }
      // Without merged cells a heading counts for those to the right of it that have something below.
      let upper = own.isEmpty && sheet.merges.isEmpty && !lower.isEmpty ? group : own
      let words = HeaderName(upper).words
      if lower.isEmpty || upper == lower {
        if take([upper], column, UnitWords()) != nil { needsUpper = true }
      } else if HeaderUnit(SheetText.folded(lower)) != nil {
        guard take([upper], column, UnitWords(SheetText.folded(lower))) != nil else { continue }
        (isHeading, needsUpper) = (true, true)
      } else if let found = take(StatementLayout.names(upper, lower), column, words) {
        isHeading = true
        if found != lower || words.unit != nil { needsUpper = true }
      }
    }
    guard isHeading, needsUpper else { return nil }
    rows = row.number...below.number
  }

  /// Whether a cell may be a heading: it holds a text without digits, and no balance or total.
  private static func mayBeHeading(_ cell: SheetCell) -> Bool {
    guard case .text(let text) = cell.value, StatementLabel(text) == nil else { return false }
    return !text.utf8.contains { (0x30...0x39).contains($0) }
  }

  /// The names by which a heading under another may be known; a number under a heading of its own is not that of the account.
  private static func names(_ upper: String, _ lower: String) -> [String] {
    let joined = [upper + lower, core(of: upper) + lower]
    let isOwnAccount = !upper.isEmpty && StatementColumn.named(lower)?.column == .ownAccount
    return isOwnAccount ? joined : joined + [lower]
  }

  /// What a heading above others says, without words that say nothing: 对方 of 对方信息.
  private static func core(of upper: String) -> String {
    let name = HeaderName(upper).name
    for tail in ["信息", "情况", "资料"] where name.hasSuffix(tail) { return String(name.dropLast(tail.count)) }
    return name
  }

  /// Takes in a column by the first of its names that is known, and returns that name; nil when none is.
  @discardableResult
  private mutating func take(_ names: [String], _ place: Int, _ above: UnitWords) -> String? {
    guard let shown = names.last(where: { !$0.isEmpty }) else { return nil }
    lastColumn = max(lastColumn, place)
    strayLimit = lastColumn
    guard let name = names.first(where: { StatementColumn.named($0) != nil }),
      let (column, own) = StatementColumn.named(name), self[column] == nil || column.isRepeatable
    else {
      if ["序号", "行号", "#", "no", "no."].contains(SheetText.folded(shown)) {
        serialColumn = serialColumn ?? place
        return nil
      }
      unread.append(SheetFile.oneLine(shown))
      unreadColumns.append(place)
      if let heading = names.lazy.map({ HeaderName($0) }).first(where: { StatementColumn.returnedNames.contains($0.name) }) {
        returned.append((place, HeaderName(heading, above: above)))
      }
      return nil
    }
    places[column.rawValue].append(place)
    if StatementColumn.amounts.contains(column) || column == .balance {
      var words = own
      if words.unit == nil { words.add(above) }
      units[place] = words
    }
    return name
  }

  /// Reads what came back as money in, where all other amounts went out: in a list of payments, or beside 支出 alone.
  private mutating func settleReturned() {
    guard let (place, heading) = returned.first, returned.count == 1, self[.paid] != nil || isPaymentList,
      ![.received, .credit, .debit].contains(where: { self[$0] != nil }), self[.paid] == nil || self[.amount] == nil
    else { return }
    places[StatementColumn.received.rawValue] = [place]
    units[place] = heading.words
    returnedColumn = place
    returnedWord = StatementColumn.returnedWords.first { heading.name.contains($0) } ?? "退回"
    guard let index = unreadColumns.firstIndex(of: place) else { return }
    unreadColumns.remove(at: index)
    unread.remove(at: index)
  }

  /// Forgets what headings say where a mapping says it: all days of a mapping that gives one, all amounts of one that gives
  /// an amount.
  mutating func clear(for mapped: Set<StatementColumn>) {
    var columns = mapped
    if !mapped.isDisjoint(with: StatementColumn.days) { columns.formUnion(StatementColumn.days) }
    if !mapped.isDisjoint(with: StatementColumn.amounts) { columns.formUnion(StatementColumn.amounts + [.direction]) }
    for column in columns {
      if column == .received { returnedColumn = nil }
      for place in places[column.rawValue] { units[place] = nil }
      places[column.rawValue] = []
    }
  }

  /// Puts a column where a mapping takes it from.
  mutating func set(_ column: StatementColumn, at place: Int, words: UnitWords) {
    places[column.rawValue] = [place]
    lastColumn = max(lastColumn, place)
    if StatementColumn.amounts.contains(column) || column == .balance { units[place] = words }
  }

  /// Takes in what a mapping says of the whole table.
  mutating func isMapped(by mapping: RegisterMapping) {
    givenUnit = mapping.unit
    dateFormat = mapping.dateFormat
    if givenUnit != nil { tableUnit = TableUnit() }
    unread.removeAll { mapping.mentions($0) }
    if mapping.takesColumnsByNumber { strayLimit = .max - 1 }
  }

  /// The same layout, in a workbook whose numbers of days count from 1904 or from 1900.
  func counting(from1904: Bool) -> StatementLayout {
    var layout = self
    layout.is1904 = from1904
    return layout
  }

  /// The day of a cell, in the format that a mapping gives.
  func day(_ cell: SheetCell) -> Day? {
    dateFormat.flatMap { $0.day(cell.text, shortYears) } ?? StatementCells.day(cell, shortYears, is1904: is1904)
  }

  var hasDay: Bool { self[.day] != nil || self[.postingDay] != nil || self[.valueDay] != nil }
  var hasAmounts: Bool { StatementColumn.amounts.contains { self[$0] != nil } }

  /// The first column of a kind.
  subscript(column: StatementColumn) -> Int? { places[column.rawValue].first }

  /// All columns of a kind.
  func all(_ column: StatementColumn) -> [Int] { places[column.rawValue] }

  /// The columns of amounts with what is said of their unit, from left to right.
  var amountColumns: [(column: Int, words: UnitWords)] { units.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }

  /// The power of ten that the amounts of a column are multiplied by: 4 for one in 万元.
  func exponent(_ column: Int?) -> Int {
    if let column, case .money(let exponent)? = units[column]?.unit { return exponent }
    if case .money(let exponent)? = givenUnit ?? tableUnit.words.unit { return exponent }
    return 0
  }

  /// Whether it is a list of payments of a treasury, whose amounts went out.
  var isPaymentList: Bool {
    self[.balance] == nil && self[.direction] == nil && self[.amount] != nil
      && (self[.unit] != nil || self[.function] != nil || self[.economic] != nil)
  }
}
