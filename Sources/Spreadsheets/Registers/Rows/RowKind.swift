import LedgerCore

/// Why a row of a register is no data.
public enum RowSkip: String, Sendable {
  case total, brought, carried, breakdown, example, heading, footer, mapping, void, planned, empty

  /// The reason in words.
  public var reason: String {
    switch self {
    case .total: "a row of totals"
    case .brought: "brought forward, nothing that happened now"
    case .carried: "carried on, nothing that happened now"
    case .breakdown: "a part of the row above (其中), not added again"
    case .example: "an example row"
    case .heading: "headings or a section title"
    case .footer: "a note below the table"
    case .mapping: "the mapping leaves it out"
    case .void: "it says that it is void or cancelled"
    case .planned: "its section is of what is planned or not paid yet"
    case .empty: "no amount or day in it that says an event"
    }
  }

  /// The reason in Chinese.
  public var chinese: String {
    switch self {
    case .total: "合计行"
    case .brought: "承前、上年结转的数，非本期"
    case .carried: "过次、结转下年的数，非本期"
    case .breakdown: "上一行的其中项，不另计"
    case .example: "示例行"
    case .heading: "表头或分节标题"
    case .footer: "表下说明"
    case .mapping: "按对照表略过"
    case .void: "注明已作废、取消或终止"
    case .planned: "所在分节为拟投或尚未支付"
    case .empty: "没有可记录的金额或日期"
    }
  }

  /// Whether somebody has to say what is to become of such a row.
  public var isOpen: Bool { self == .void || self == .planned }
}

/// Tells rows that are no data by what they say.
enum RowKind {
  private static let footers = ["填表", "制表", "审核人", "复核", "负责人", "单位负责", "注:", "备注:", "说明:", "note:", "preparedby"]
  private static let examples = ["示例", "例:", "example"]

  /// Whether a text alone makes a row no data.
  static func isMark(_ text: String) -> Bool {
    let text = SheetText.folded(text)
    return TotalLabel(ofRow: text) != nil || BreakdownRows.isMark(text) || (examples + footers).contains { text.hasPrefix($0) }
  }

  /// What a row of totals or of what is carried over calls itself; nil for any other row. A row that names something first and has a
  /// day, such as a payment out of 上年结转, is something that happened.
  static func label(of row: SheetRow, in table: RegisterTable) -> (text: String, label: TotalLabel)? {
    for cell in row.cells.prefix(4) {
      guard case .text(let text) = cell.value, mayBeTotal(text), let label = TotalLabel(ofRow: SheetText.folded(text)) else { continue }
      if label.isCarry, table.choiceColumns.contains(cell.column) || (table.saysDay(row) && !isFirst(cell, of: row, in: table)) { continue }
      return (cell.text, label)
    }
    return nil
  }

  /// Whether nothing but a number or a day stands before a cell.
  private static func isFirst(_ cell: SheetCell, of row: SheetRow, in table: RegisterTable) -> Bool {
    let numbers = table.runningColumns
    return row.cells.prefix { $0.column != cell.column }.allSatisfy { numbers.contains($0.column) || table.dayColumns.contains($0.column) }
  }

  /// Why a row is no data, or nil when it may be.
  static func skip(_ row: SheetRow, of table: RegisterTable) -> RowSkip? {
    if let (_, label) = label(of: row, in: table) {
      return label == .brought ? .brought : label == .carried ? .carried : .total
    }
    guard let first = row.cells.first?.text else { return .empty }
    if begins(first, with: examples) { return .example }
    if row.cells.count <= 3, begins(first, with: footers) { return .footer }
    if table.voidColumns.contains(where: { column in row[column].map { VoidWords.isVoid($0.text) } ?? false }) { return .void }
    if isHeading(row, of: table) { return .heading }
    return nil
  }

  /// Whether a text begins with one of some words.
  private static func begins(_ text: String, with words: [String]) -> Bool {
    let folded = SheetText.folded(text)
    return words.contains { folded.utf8.starts(with: $0.utf8) }
  }

  /// Whether a text may be a word for totals: most texts are told from it at once.
  private static func mayBeTotal(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first else { return false }
    if SheetText.isBlank(first) || "tsgbcoTSGBCO".unicodeScalars.contains(first) { return scalars.count <= lengthMax }
    return scalars.count <= lengthMax && scalars.contains { "计页转余结数".unicodeScalars.contains($0) }
  }

  /// No word for totals is longer, blanks and remarks and all.
  private static let lengthMax = 60

  /// The headings again, as on each printed page, or a title such as 一、工业企业.
  private static func isHeading(_ row: SheetRow, of table: RegisterTable) -> Bool {
    let same = row.cells.count { cell in
      table.headingTexts[cell.column]?.contains { $0.hasSameBytes(as: cell.text) } == true
    }
    if same > 1, same * 2 > row.cells.count { return true }
    guard row.cells.count == 1, let text = row.cells.first?.text, case .text? = row.cells.first?.value else { return false }
    if text.count <= lengthMax, PlannedSection(title: text) != nil { return true }
    let numerals = "一二三四五六七八九十（(【第"
    return text.first.map { numerals.contains($0) } == true && text.contains { "、.)）】部章".contains($0) }
  }
}
