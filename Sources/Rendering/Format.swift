import LedgerCore
import ReportDocument

/// The formats that documents can be written in; the raw value is what `--format` takes.
public enum Format: String, CaseIterable, Sendable {
  /// Aligned text for a terminal.
  case text
  /// Comma-separated values, one table or several.
  case csv
  /// The versioned machine form.
  case json
  /// Markdown with tables as GitHub shows them.
  case md
  /// One self-contained page, for screen and paper.
  case html
  /// A workbook for Excel and its like.
  case xlsx

  /// The format of a file by the extension of its name, `report.csv`; nil when it says nothing.
  public init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    switch fileName[fileName.index(after: dot)...].lowercased() {
    case "txt", "text": self = .text
    case "csv": self = .csv
    case "json": self = .json
    case "md", "markdown": self = .md
    case "html", "htm": self = .html
    case "xlsx": self = .xlsx
    default: return nil
    }
  }

  /// Whether amounts are always exact, so that a unit has no effect.
  public var isExact: Bool { self == .csv || self == .json }

  /// Whether the format is bytes for a program, which no terminal can show.
  public var isBinary: Bool { self == .xlsx }

  /// Whether charts are drawn.
  public var showsCharts: Bool { self == .html || self == .xlsx }

  /// What writes the format.
  public var renderer: any Renderer {
    switch self {
    case .text: TextRenderer()
    case .csv: CSVRenderer()
    case .json: JSONRenderer()
    case .md: MarkdownRenderer()
    case .html: HTMLRenderer()
    case .xlsx: XLSXRenderer()
    }
  }

  /// Writes a document in the format.
  ///
  /// - Throws: what keeps a workbook from being written.
  public func render(
    _ document: ReportDocument, _ options: RenderOptions = .init(), into output: inout ByteOutput
  ) throws(Diagnostic) {
    try renderer.render(document, options, into: &output)
  }

  /// A document in the format; text is UTF-8.
  ///
  /// - Throws: what keeps a workbook from being written.
  public func bytes(of document: ReportDocument, _ options: RenderOptions = .init()) throws(Diagnostic) -> [UInt8] {
    var output = ByteOutput()
    try renderer.render(document, options, into: &output)
    return output.bytes
  }
}
