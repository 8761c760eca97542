import JournalText
import LedgerCore

/// A file of tables as rows of cells: text with separators or a workbook, alike for whoever reads them.
///
/// Everything about the form is told from the bytes: encoding and separator of a text, or that it is a workbook. Files
/// come from elsewhere and are bounded in size; what cannot be read is a diagnostic.
public struct SheetFile: Sendable {
  /// How a file is written.
  public enum Form: Hashable, Sendable {
    /// Text with its encoding and the byte between cells.
    case text(TextEncoding, separator: UInt8)
    /// A workbook of Office Open XML (.xlsx).
    case workbook
  }

  /// The name of the file as given, for messages.
  public let name: String
  /// How it is written.
  public let form: Form
  /// Its sheets in order, hidden ones too; a file in text is one sheet without a name.
  public let sheets: [Sheet]
  /// Rows of a text that cannot be read, such as one whose quotation mark is not closed.
  public let problems: [Diagnostic]
  /// The lines of a text, to show those with something wrong; none of a workbook.
  let lines: LineIndex

  /// Reads a file from its bytes.
  ///
  /// - Parameters:
  ///   - name: the name to show in messages.
  ///   - encoding: the encoding of a text; told from the bytes when nil.
  ///   - separator: the byte between cells of a text; told from the first lines when nil.
  ///   - today: the day on which it is read, by which years of two digits are told; all after 1999 when none is given.
  /// - Throws: `workbookForm`, `badWorkbook`, `workbookTooLarge` or `notText` when nothing of it can be read.
  public init(
    _ bytes: [UInt8], name: String, encoding: TextEncoding? = nil, separator: UInt8? = nil, today: Day = .never
  ) throws(Diagnostic) {
    self.name = name
    if bytes.starts(with: [0x50, 0x4B]) {
      form = .workbook
      sheets = try WorkbookReader(bytes, name: name).sheets().map { $0.reading(ShortYears(today: today)) }
      problems = []
      lines = LineIndex([])
      return
    }
    try ForeignForm.check(bytes, name: name)
    let decoded = try TextDecoding.utf8(bytes, file: name, encoding: encoding)
    let separator = separator ?? SeparatorGuess.separator(of: decoded.text)
    let table = TextTable(decoded.text, name: name, separator: separator)
    form = .text(decoded.encoding, separator: table.separator)
    sheets = [Sheet(rows: table.rows).reading(ShortYears(today: today))]
    problems = table.problems
    lines = LineIndex(decoded.text)
  }

  /// The sheet of a name, or the first that is not hidden and holds something when none is given.
  ///
  /// - Throws: `unknownSheet`.
  public func sheet(named wanted: String? = nil) throws(Diagnostic) -> Sheet {
    if let wanted {
      if let sheet = sheets.first(where: { $0.name == wanted }) { return sheet }
      throw Diagnostic(
        .unknownSheet, Wording("\(name) 没有工作表 \(wanted)", "\(name) has no sheet \(wanted)"),
        hint: Wording(
          form == .workbook ? "有：\(sheets.map(\.name).joined(separator: "、"))" : "文本文件是一张没有名称的表",
          form == .workbook
            ? "it has: \(sheets.map(\.name).joined(separator: ", "))" : "a file in text is one sheet without a name"))
    }
    let shown = sheets.filter { !$0.isHidden }
    return shown.first { !$0.rows.isEmpty } ?? shown.first ?? Sheet()
  }
}
