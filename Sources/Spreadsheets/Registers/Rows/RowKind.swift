import LedgerCore

/// Why a row of a register is no data.
public enum RowSkip: String, Sendable {
  case total, example, heading, footer, mapping, empty

  /// The reason in words.
  public var reason: String {
    switch self {
    case .total: "a row of totals"
    case .example: "an example row"
    case .heading: "headings or a section title"
    case .footer: "a note below the table"
    case .mapping: "the mapping leaves it out"
    case .empty: "no amount or day in it that says an event"
    }
  }

  /// The reason in Chinese.
  public var chinese: String {
    switch self {
    case .total: "合计行"
    case .example: "示例行"
    case .heading: "表头或分节标题"
    case .footer: "表下说明"
    case .mapping: "按映射略过"
    case .empty: "没有可记录的金额或日期"
    }
  }
}

/// Tells rows that are no data by what they say.
enum RowKind {
  private static let footers = ["填表", "制表", "审核人", "复核", "负责人", "单位负责", "注:", "备注:", "说明:", "note:", "preparedby"]
  private static let examples = ["示例", "例:", "example"]

  /// Whether a text alone makes a row no data.
  static func isMark(_ text: String) -> Bool {
    let text = SheetText.folded(text)
    return isTotal(text) || (examples + footers).contains { text.hasPrefix($0) }
  }

  /// Why a row is no data, or nil when it may be.
  static func skip(_ row: SheetRow, of table: RegisterTable) -> RowSkip? {
    let hasTotal = row.cells.prefix(4).contains { cell in
      if case .text(let text) = cell.value { return mayBeTotal(text) && isTotal(SheetText.folded(text)) }
      return false
    }
    if hasTotal { return .total }
    guard let first = row.cells.first?.text else { return .empty }
    if begins(first, with: examples) { return .example }
    if row.cells.count <= 3, begins(first, with: footers) { return .footer }
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
    return SheetText.isBlank(first) || "过转tsgTSG".unicodeScalars.contains(first) || scalars.contains("计")
  }

  private static func isTotal(_ text: String) -> Bool { TotalLabel(ofRow: text) != nil }

  /// The headings again, as on each printed page, or a title such as 一、工业企业.
  private static func isHeading(_ row: SheetRow, of table: RegisterTable) -> Bool {
    let same = row.cells.count { cell in
      table.headingTexts[cell.column]?.contains { $0.hasSameBytes(as: cell.text) } == true
    }
    if same > 1, same * 2 > row.cells.count { return true }
    guard row.cells.count == 1, let text = row.cells.first?.text, case .text? = row.cells.first?.value else { return false }
    let numerals = "一二三四五六七八九十（(【第"
    return text.first.map { numerals.contains($0) } == true && text.contains { "、.)）】部章".contains($0) }
  }
}
