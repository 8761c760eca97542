import LedgerCore
import Spreadsheets

/// A table of a package: CSV in UTF-8 with a byte order mark, and the same rows as XML when it is one of the standard's.
final class PackageTable {
  private let folder: PackageFolder
  private let csv: PackageFile
  private let xml: PackageFile?
  private let name: String
  private let columns: [String]
  private var writer = CSVWriter(separator: UInt8(ascii: ","))
  private static let chunkSize = 1 << 16

  /// Begins a table; `path` has no ending.
  init(_ folder: PackageFolder, _ path: String, columns: [String], hasXML: Bool = false) throws(Diagnostic) {
    self.folder = folder
    self.columns = columns
    name = path.split(separator: "/").last.map(String.init) ?? path
    csv = try folder.file(path + ".csv")
    xml = hasXML ? try folder.file(path + ".xml") : nil
    try csv.write("\u{FEFF}")
    writer.write(columns)
    try xml?.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<\(name)表>\n")
  }

  /// Adds a row.
  func add(_ cells: [String]) throws(Diagnostic) {
    writer.write(cells)
    if writer.out.bytes.count >= PackageTable.chunkSize { try csv.write(writer.take()) }
    guard let xml else { return }
    var text = "  <\(name)>"
    for (column, cell) in zip(columns, cells) where !cell.isEmpty {
      text += "<\(column)>\(PackageTable.escaped(cell))</\(column)>"
    }
    try xml.write(text + "</\(name)>\n")
  }

  /// Ends the table.
  func close() throws(Diagnostic) {
    try csv.write(writer.take())
    try folder.close(csv)
    guard let xml else { return }
    try xml.write("</\(name)表>\n")
    try folder.close(xml)
  }

  /// A text as it stands between two tags; characters that XML cannot hold become spaces.
  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x26 || $0 == 0x3C || $0 == 0x3E }) else { return text }
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\t", "\n": escaped.unicodeScalars.append(scalar)
      default: escaped.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
      }
    }
    return escaped
  }
}
