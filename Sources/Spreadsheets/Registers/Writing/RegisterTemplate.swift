import JournalText
import LedgerCore
import Portfolio

/// An empty table of a register: headings and an example row that an import leaves out; as a workbook with comments and
/// drop-downs too.
public struct RegisterTemplate {
  private let kind: RegisterKind
  private let register: Register
  private let isChinese: Bool
  /// Rows for which there are drop-downs.
  private static let rowsMax = 5000

  public init(_ kind: RegisterKind, register: Register, chinese isChinese: Bool) {
    self.kind = kind
    self.register = register
    self.isChinese = isChinese
  }

  /// Writes the workbook to a path.
  ///
  /// - Throws: `storeFailed`.
  public func write(to path: String) throws(Diagnostic) {
    let writer = try WorkbookWriter(path: path, sheet: String((isChinese ? kind.chinese : kind.name).prefix(31)))
    writer.write(kind.columns.map { column($0) }, choicesUpTo: RegisterTemplate.rowsMax)
    for (index, column) in kind.columns.enumerated() {
      let text = exampleText(index)
      if !text.isEmpty { writer.write(example(text, column), row: 1, column: index, isExample: true) }
    }
    try writer.close()
  }

  /// The table as text in UTF-8; files for spreadsheets begin with a byte order mark.
  public func csv(mark: Bool) -> [UInt8] {
    var writer = CSVWriter()
    writer.write(kind.columns.map { heading(of: $0) })
    writer.write(
      kind.columns.indices.map { index in
        let text = exampleText(index)
        return text.isEmpty ? "" : example(text, kind.columns[index]).text
      })
    return (mark ? [0xEF, 0xBB, 0xBF] : []) + writer.out.bytes
  }

  private func heading(of column: RegisterColumn) -> String {
    RegisterSheet.heading(of: column, in: kind, register: register, chinese: isChinese)
  }

  /// What the example says in a column; the first one says that it is no more than that.
  private func exampleText(_ index: Int) -> String {
    index == 0 ? (isChinese ? "示例" : "example") : kind.example[kind.columns[index].name] ?? ""
  }

  private func column(_ column: RegisterColumn) -> WorkbookWriter.Column {
    var shown = WorkbookWriter.Column(heading: heading(of: column), comment: comment(column))
    switch kind.type(of: column) {
    case .amount: shown.kind = .money
    case .rate, .multiple: shown.kind = .percent
    case .day: shown.kind = .day
    case .year, .integer: shown.kind = .integer
    case .choice(let choices): shown.choices = choices.map { isChinese ? $0.chinese : $0.name }
    default: break
    }
    return shown
  }

  private func comment(_ column: RegisterColumn) -> String {
    var text = isChinese ? column.helpChinese : column.help
    if kind.type(of: column) == .amount {
      text += isChinese ? "。单位可在表头改为（万元）或（亿元）" : "; the unit in the heading may be changed to 万元 or 亿元"
    }
    let isNeeded = kind.slots.contains { slot in
      !slot.declaresName && slot.triggers.contains(column.name) && slot.triggers.count == 1
    }
    if isNeeded { text += isChinese ? "。填写后本行记入相应事项" : "; when it is filled the row is recorded as that event" }
    return text
  }

  private func example(_ text: String, _ column: RegisterColumn) -> WrittenCell {
    switch kind.type(of: column) {
    case .amount: DecimalText.parse(text.utf8, scale: 2).map { .money($0, scale: 2) } ?? .text(text)
    case .rate: Rate(text).map { .rate($0) } ?? .text(text)
    case .multiple: Rate(multiple: text).map { .rate($0) } ?? .text(text)
    case .day: Day(text).map { .day($0) } ?? .text(text)
    default: .text(text)
    }
  }
}
