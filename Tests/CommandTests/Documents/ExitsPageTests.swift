import Foundation
import Testing

@Suite("Docs/exits.md shows what its commands print")
struct ExitsPageTests {
  /// A table of the page with the command and the columns that it comes from.
  struct Shown {
    let arguments: [String]
    /// The id of the table or of the list of figures.
    let part: String
    /// Columns, or figures.
    let ids: [String]
    let rows: [String]
  }

  /// Every `<!-- bgt … | PART: ID … -->` of the page with the table below it, its heading left out.
  static func tables() throws -> [Shown] {
    let page = try String(contentsOf: Bgt.root.appendingPathComponent("Docs/exits.md"), encoding: .utf8)
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return lines.indices.filter { lines[$0].hasPrefix("<!-- bgt ") }.map { index in
      let halves = lines[index].dropFirst("<!-- bgt ".count).dropLast(" -->".count).components(separatedBy: " | ")
      let part = halves[1].components(separatedBy: ": ")
      return Shown(
        arguments: halves[0].split(separator: " ").map(String.init), part: part[0],
        ids: part[1].split(separator: " ").map(String.init), rows: Array(lines[(index + 3)...].prefix { $0.hasPrefix("|") }))
    }
  }

  @Test("every table is what its command prints, to the fen", arguments: try tables().indices)
  func table(_ index: Int) throws {
    let shown = try ExitsPageTests.tables()[index]
    let bgt = try Bgt()
    defer { bgt.remove() }
    let words = shown.arguments.map {
      $0.hasPrefix("ledger-samples/") ? Bgt.root.appendingPathComponent($0).path : $0
    }
    let run = try bgt.run(arguments: words + ["--format", "json", "--lang", "zh"])
    #expect(run.code == 0, "\(run.errors)")
    let json = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let printed = try ExitsPageTests.figures(shown, json) ?? ExitsPageTests.rows(shown, json)
    #expect(shown.rows == printed)
  }

  @Test("the page has a table for each of its chapters")
  func chapters() throws {
    #expect(try ExitsPageTests.tables().count >= 10)
    #expect(try ExitsPageTests.tables().allSatisfy { !$0.rows.isEmpty && !$0.ids.isEmpty })
  }

  /// The rows of a list of figures; nil when the part is a table.
  private static func figures(_ shown: Shown, _ json: [String: Any]) throws -> [String]? {
    guard let list = (json["figures"] as? [String: Any])?[shown.part] as? [String: [String: Any]] else { return nil }
    return try shown.ids.map { id in
      let figure = try #require(list[id], "no figure \(id)")
      return "| \(figure["label"] as? String ?? "") | \(money(figure["value"] as? String ?? "")) |"
    }
  }

  private static func rows(_ shown: Shown, _ json: [String: Any]) throws -> [String] {
    let table = try #require((json["tables"] as? [String: Any])?[shown.part] as? [String: Any], "no table \(shown.part)")
    let columns = try #require(table["columns"] as? [[String: Any]])
    let types = Dictionary(uniqueKeysWithValues: columns.map { ($0["id"] as? String ?? "", $0["type"] as? String ?? "") })
    #expect(shown.ids.allSatisfy { types[$0] != nil })
    let rows = try #require(table["rows"] as? [[String: Any]])
    return rows.map { row in
      "| " + shown.ids.map { text(row[$0], type: types[$0] ?? "", id: $0) }.joined(separator: " | ") + " |"
    }
  }

  /// A value as the page writes it.
  private static func text(_ value: Any?, type: String, id: String) -> String {
    if let ratio = value as? [String: Any], let above = Double(ratio["numerator"] as? String ?? ""),
      let below = Double(ratio["denominator"] as? String ?? "")
    {
      let format = type == "percent" ? "%.2f%%" : "%.4f"
      return String(format: format, above / below * (type == "percent" ? 100 : 1))
    }
    if let number = value as? Int { return "\(number)" }
    guard let word = value as? String else { return "" }
    if type == "money" { return money(word) }
    return (id == "remittanceClass" ? incomes : words)[word] ?? word
  }

  private static let incomes = ["transfer": "产权转让"]
  private static let words = [
    "buyback": "回购", "transfer": "转让", "overdue": "逾期", "due": "未到期", "terms": "退出条款", "valuation": "估值",
  ]

  /// An amount with its thousands parted.
  private static func money(_ text: String) -> String {
    guard let point = text.firstIndex(of: ".") else { return text }
    let digits = text[..<point].drop { $0 == "-" }
    var grouped = ""
    for (offset, digit) in digits.enumerated() {
      if offset > 0 && (digits.count - offset) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    return (text.hasPrefix("-") ? "-" : "") + grouped + text[point...]
  }
}
