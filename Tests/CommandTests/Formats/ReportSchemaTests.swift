import Foundation
import Testing

@Suite("The schema of JSON reports")
struct ReportSchemaTests {
  private static let file = Bgt.root.appendingPathComponent("Docs/report.schema.json")

  /// Every report of a book with figures as JSON, in files of a folder.
  private func reports(_ bgt: Bgt) throws -> [(command: String, file: URL)] {
    #expect(try bgt.run("init", "--title", "试验账").code == 0)
    for (index, batch) in KnownAtTests.batches.enumerated() {
      #expect(try bgt.run("import", try bgt.write(batch, to: "\(index).journal")).code == 0)
    }
    var files: [(String, URL)] = []
    let reports = try ReportCommands(bgt).reports.filter { $0.unknown.isEmpty && $0.hasFormats }.map(\.words)
    // Columns of periods are named by them: 2022-06, 2022Q2, 2022-W24.
    let byPeriod = ["--monthly", "--quarterly", "--weekly"].map { ["balance", $0] }
    // Events as they were recorded are no report.
    for words in reports + byPeriod where words != ["print"] {
      let name = "\(files.count).json"
      let run = try bgt.run(arguments: words + ["-o", name, "--format", "json"])
      guard run.code <= 1 else { continue }
      files.append((words.joined(separator: " "), bgt.folder.appendingPathComponent(name)))
    }
    #expect(files.count > 20)
    return files
  }

  @Test("every report is as Docs/report.schema.json says, judged here and, where installed, by jsonschema")
  func schema() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let schema = try JSONSchema(Data(contentsOf: ReportSchemaTests.file))
    let reports = try reports(bgt)
    for (command, file) in reports {
      let value = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
      #expect(try schema.problems(in: value) == [], "bgt \(command)")
      for problem in ReportSchemaTests.mistypedCells(value) { Issue.record("bgt \(command): \(problem)") }
    }
    guard Judge.hasPython("jsonschema") else { return }
    let verdict = try Judge.script("schema.py", [ReportSchemaTests.file.path] + reports.map(\.file.path))
    #expect(verdict.code == 0, "\(verdict.output)")
  }

  @Test("what is not as the schema says is found")
  func broken() throws {
    let schema = try JSONSchema(Data(contentsOf: ReportSchemaTests.file))
    for text in [
      "[]", #"{"schema": "bgt/2", "report": "x"}"#, #"{"schema": "bgt/1"}"#, #"{"schema": "bgt/1", "report": "x", "facts": {"a": 1.5}}"#,
      #"{"schema": "bgt/1", "report": "x", "tables": {"t": {"title": "", "columns": [], "rows": [{"a": {"value": 1}}], "notes": []}}}"#,
      #"{"schema": "bgt/1", "report": "x", "tables": {"t": {"title": "", "columns": [{"id": "a", "title": "", "type": "float"}], "rows": [], "notes": []}}}"#,
    ] {
      #expect(try !schema.problems(in: JSONSerialization.jsonObject(with: Data(text.utf8))).isEmpty, "\(text)")
    }
  }

  /// Cells that are not of the type of their column, and rows with cells of no column: what a schema cannot say.
  private static func mistypedCells(_ report: Any) -> [String] {
    let tables = (report as? [String: Any])?["tables"] as? [String: [String: Any]] ?? [:]
    return tables.flatMap { id, table -> [String] in
      let columns = table["columns"] as? [[String: String]] ?? []
      let types = Dictionary(columns.map { ($0["id"] ?? "", $0["type"] ?? "") }) { first, _ in first }
      return (table["rows"] as? [[String: Any]] ?? []).flatMap { row in
        row.compactMap { name, value -> String? in
          if name.hasPrefix("_") || name.hasSuffix("_commodity") { return nil }
          guard let type = types[name] else { return "\(id): no column \(name)" }
          return isFit(value, type) ? nil : "\(id).\(name): \(value) is no \(type)"
        }
      }
    }
  }

  private static func isFit(_ value: Any, _ type: String) -> Bool {
    if value is NSNull { return true }
    let text = value as? String ?? ""
    let isDecimal = text.range(of: #"^-?[0-9]+(\.[0-9]+)?$"#, options: .regularExpression) != nil
    switch type {
    case "text": return value is String
    case "day": return value is String && text.range(of: #"^\d{4}-\d\d-\d\d$"#, options: .regularExpression) != nil
    case "integer": return value is NSNumber
    case "money": return isDecimal
    // A column of indicators holds amounts and counts beside its ratios.
    default: return (value as? [String: Any])?["value"] != nil || isDecimal || value is NSNumber
    }
  }
}
