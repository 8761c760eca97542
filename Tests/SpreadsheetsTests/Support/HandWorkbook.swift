import LedgerCore

@testable import Spreadsheets

/// A workbook put together from the XML of its parts.
struct HandWorkbook {
  /// Name and `sheetData` of each sheet, with what follows it.
  var sheets: [(name: String, xml: String)] = []
  var shared: [String] = []
  /// Format codes; the style of index n + 1 has the n-th.
  var formats: [String] = []
  var workbookProperties = ""
  var sheetAttributes = ""

  /// A workbook of one sheet.
  static func sheet(_ data: String, shared: [String] = [], formats: [String] = []) -> HandWorkbook {
    HandWorkbook(sheets: [("表1", "<sheetData>\(data)</sheetData>")], shared: shared, formats: formats)
  }

  /// The parts in order.
  var parts: [(name: String, text: String)] {
    let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    var list = ""
    var relations = ""
    var parts: [(name: String, text: String)] = []
    for (index, sheet) in sheets.enumerated() {
      list += #"<sheet name="\#(sheet.name)" sheetId="\#(index + 1)" r:id="r\#(index)" \#(sheetAttributes)/>"#
      relations += #"<Relationship Id="r\#(index)" Type="\#(relation)/worksheet" Target="worksheets/s\#(index).xml"/>"#
      parts.append(("xl/worksheets/s\(index).xml", "<worksheet>\(sheet.xml)</worksheet>"))
    }
    relations += #"<Relationship Id="t" Type="\#(relation)/sharedStrings" Target="/xl/sharedStrings.xml"/>"#
    relations += #"<Relationship Id="y" Type="\#(relation)/styles" Target="../xl/styles.xml"/>"#
    let codes = formats.enumerated().map { #"<numFmt numFmtId="\#($0 + 200)" formatCode="\#($1)"/>"# }.joined()
    let styles = formats.indices.map { #"<xf numFmtId="\#($0 + 200)"/>"# }.joined()
    return [
      (
        "_rels/.rels", #"<Relationships><Relationship Id="d" Type="\#(relation)/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
      ),
      ("xl/workbook.xml", #"<workbook xmlns:r="\#(relation)">\#(workbookProperties)<sheets>\#(list)</sheets></workbook>"#),
      ("xl/_rels/workbook.xml.rels", "<Relationships>\(relations)</Relationships>"),
      ("xl/sharedStrings.xml", "<sst>\(shared.map { "<si>\($0)</si>" }.joined())</sst>"),
      ("xl/styles.xml", #"<styleSheet><numFmts>\#(codes)</numFmts><cellXfs><xf numFmtId="0"/>\#(styles)</cellXfs></styleSheet>"#),
    ] + parts
  }

  /// The workbook in bytes.
  var bytes: [UInt8] { StoredArchive.of(parts) }

  /// The rows of its first sheet as values.
  func values() throws(Diagnostic) -> [[SheetValue]] {
    try SheetFile(bytes, name: "x.xlsx").sheet().rows.map { $0.cells.map(\.value) }
  }
}
