import Foundation
import Testing

@Suite("Docs/accounting.md shows the sample's own vouchers")
struct AccountingPageTests {
  /// A table of the page with the command that it comes from.
  struct Shown {
    let arguments: [String]
    let rows: [String]
  }

  /// Every `<!-- bgt … -->` of the page with the table below it, its heading left out.
  static func tables() throws -> [Shown] {
    let page = try String(contentsOf: Bgt.root.appendingPathComponent("Docs/accounting.md"), encoding: .utf8)
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return lines.indices.filter { lines[$0].hasPrefix("<!-- bgt ") }.map { index in
      let words = lines[index].dropFirst("<!-- bgt ".count).dropLast(" -->".count).split(separator: " ").map(String.init)
      return Shown(arguments: words, rows: Array(lines[(index + 3)...].prefix { $0.hasPrefix("|") }))
    }
  }

  @Test("every table is what its command prints, to the fen", arguments: try tables().indices)
  func table(_ index: Int) throws {
    let shown = try AccountingPageTests.tables()[index]
    let bgt = try Bgt()
    defer { bgt.remove() }
    let words = shown.arguments.map {
      $0.hasPrefix("ledger-samples/") ? Bgt.root.appendingPathComponent($0).path : $0
    }
    let run = try bgt.run(arguments: words + ["--format", "csv", "--lang", "zh"])
    #expect(run.code == 0, "\(run.errors)")
    #expect(shown.rows == AccountingPageTests.rows(of: run.output, arguments: shown.arguments))
  }

  @Test("the page has a table for each of its chapters")
  func chapters() throws {
    #expect(try AccountingPageTests.tables().count >= 15)
    #expect(try AccountingPageTests.tables().allSatisfy { !$0.rows.isEmpty })
  }

  /// The rows of a journal or of a statement as the page writes them.
  private static func rows(of csv: String, arguments: [String]) -> [String] {
    let records = csv.split(separator: "\n").map { fields(of: String($0)) }
    guard let head = records.first else { return [] }
    let single = arguments.firstIndex(of: "--ledger").map { arguments[$0 + 1] } ?? ""
    return records.dropFirst().map { record in
      let row = Dictionary(zip(head, record)) { first, _ in first }
      func cell(_ name: String) -> String { row[name] ?? "" }
      if let item = row["item"] { return "| \(item) | \(money(cell("amount"))) |" }
      let book = books[row["book"] ?? single] ?? ""
      return "| \(cell("date")) | \(book) | \(cell("number")) | \(cell("account")) | \(money(cell("debit"))) | "
        + "\(money(cell("credit"))) |"
    }
  }

  private static let books = [
    "fiscal": "fiscal 财务会计", "budget": "budget 预算会计", "quota": "quota 预算指标", "leverage": "leverage 备查",
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

  /// The fields of a line of CSV, quotes taken off.
  static func fields(of line: String) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line where character != "\r" && character != "\u{FEFF}" {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}
