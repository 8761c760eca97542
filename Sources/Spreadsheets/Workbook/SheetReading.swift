import LedgerCore
import Portfolio

/// The cells of one sheet of a workbook as they are read.
final class SheetReading: XMLReceiver {
  private(set) var rows: [SheetRow] = []
  private(set) var merges: [MergedCells] = []
  /// The numbers of rows that are hidden and hold something.
  private(set) var hiddenRows: [Int] = []
  /// Cells with a value so far.
  private(set) var cells = 0
  private let limit: Int
  private let values: CellValues
  private var row = SheetRow(number: 0, cells: [])
  private var column = -1
  private var type = CellType.number
  private var style = 0
  private var bytes: [UInt8] = []
  private var isInside = false
  private var isHidden = false
  private var isValue = false
  private var isReading = false
  private var hasFormula = false
  /// Whether rows or cells do not stand in order, so that they are sorted at the end.
  private var isUnordered = false

  /// - Parameter limit: how many cells may still be read.
  init(values: CellValues, limit: Int) {
    self.values = values
    self.limit = limit
  }

  var isFull: Bool { cells > limit || bytes.count > WorkbookLimits.textBytesMax || merges.count > 1 << 16 }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case .cell where isInside: beginCell(attributes)
    case .value where isInside: isValue = true
    case .text where isInside: isValue = !isReading
    case .row where isInside: beginRow(attributes)
    case .formula where isInside: hasFormula = true
    case .reading: isReading = true
    case .sheetData: isInside = true
    case .mergedCell:
      if let merged = attributes.text(.reference).flatMap({ MergedCells($0) }) { merges.append(merged) }
    default: break
    }
  }

  func end(_ name: XMLName) {
    switch name {
    case .cell where isInside: endCell()
    case .value, .text: isValue = false
    case .row where isInside: endRow()
    case .reading: isReading = false
    case .sheetData: isInside = false
    default: break
    }
  }

  func text(_ piece: UnsafeBufferPointer<UInt8>) { if isValue { bytes += piece } }

  private func beginRow(_ attributes: XMLAttributes) {
    let number = attributes.integer(.address) ?? row.number + 1
    if number <= row.number || number > WorkbookLimits.rowsMax { isUnordered = true }
    row = SheetRow(number: number, cells: [])
    isHidden = attributes.isTrue(.hidden)
    row.cells.reserveCapacity(rows.last?.cells.count ?? 8)
    column = -1
  }

  private func endRow() {
    guard !row.cells.isEmpty, row.number <= WorkbookLimits.rowsMax else { return }
    rows.append(row)
    if isHidden { hiddenRows.append(row.number) }
  }

  private func beginCell(_ attributes: XMLAttributes) {
    let next = attributes.bytes(.address).flatMap { CellAddress.parse($0)?.column } ?? column + 1
    if next <= column { isUnordered = true }
    column = next
    type = attributes.bytes(.cellType).map { CellType($0) } ?? .number
    style = attributes.integer(.style) ?? 0
    bytes.removeAll(keepingCapacity: true)
    hasFormula = false
  }

  private func endCell() {
    guard column < WorkbookLimits.columnsMax, let value = values.value(bytes, type, style, hasFormula) else { return }
    cells += 1
    row.cells.append(
      SheetCell(
        column: column, value: value,
        place: FieldPlace(line: Int32(clamping: row.number), column: Int32(clamping: column + 1), length: 1)))
  }

  /// The rows from top to bottom, cells from left to right, each once.
  func sorted() -> [SheetRow] {
    guard isUnordered else { return rows }
    var found: [Int: [Int: SheetCell]] = [:]
    for row in rows {
      for cell in row.cells { found[row.number, default: [:]][cell.column] = cell }
    }
    return found.sorted { $0.key < $1.key }.map { number, cells in
      SheetRow(number: number, cells: cells.values.sorted { $0.column < $1.column })
    }
  }
}

extension XMLName {
  static let hidden = XMLName("hidden")
  static let sheetData = XMLName("sheetData")
  static let row = XMLName("row")
  static let cell = XMLName("c")
  static let value = XMLName("v")
  static let formula = XMLName("f")
  static let address = XMLName("r")
  static let cellType = XMLName("t")
  static let style = XMLName("s")
  static let mergedCell = XMLName("mergeCell")
  static let reference = XMLName("ref")
}
