import Foundation
import Testing

@Suite("Docs/returns.md can be followed with a pocket calculator")
struct ReturnsPageTests {
  /// The lines of the page.
  static func lines() throws -> [String] {
    try String(contentsOf: Bgt.root.appendingPathComponent("Docs/returns.md"), encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// Rows of a report with the command that prints them.
  struct Shown {
    let arguments: [String]
    let rows: [String]
  }

  /// Every `<!-- bgt … -->` with the rows below it; the rule under a heading is left out.
  static func tables() throws -> [Shown] {
    let lines = try lines()
    return lines.indices.filter { lines[$0].hasPrefix("<!-- bgt ") }.map { index in
      let words = lines[index].dropFirst("<!-- bgt ".count).dropLast(" -->".count).split(separator: " ").map(String.init)
      return Shown(arguments: words, rows: lines[(index + 1)...].prefix { $0.hasPrefix("|") }.filter { !$0.hasPrefix("|:--") })
    }
  }

  @Test("every row is what its command prints, in the same order", arguments: try tables().indices)
  func table(_ index: Int) throws {
    let shown = try ReturnsPageTests.tables()[index]
    let bgt = try Bgt()
    defer { bgt.remove() }
    let words = shown.arguments.map {
      $0.hasPrefix("ledger-samples/") ? Bgt.root.appendingPathComponent($0).path : $0
    }
    let run = try bgt.run(arguments: words + ["--format", "md", "--lang", "zh"])
    #expect(run.code == 0, "\(run.errors)")
    #expect(!shown.rows.isEmpty)
    var printed = run.output.split(separator: "\n").map(String.init)[...]
    for row in shown.rows {
      let place = printed.firstIndex(of: row)
      #expect(place != nil, "\(shown.arguments.joined(separator: " ")) does not print \(row)")
      if let place { printed = printed[(place + 1)...] }
    }
  }

  @Test("every sum comes out at the decimals that it is written with")
  func sums() throws {
    var count = 0
    var isSum = false
    for line in try ReturnsPageTests.lines() {
      if line.hasPrefix("```") { isSum = line == "```calc"; continue }
      if !isSum { continue }
      let sides = line.components(separatedBy: " = ")
      try #require(sides.count == 2, "\(line)")
      let value = try #require(Calculator.value(of: sides[0]), "\(line)")
      let written = try #require(Calculator.value(of: sides[1]), "\(line)")
      let decimals = sides[1].split(separator: ".").dropFirst().first?.filter(\.isNumber).count ?? 0
      let unit = pow(10, -Double(decimals)) * (sides[1].hasSuffix("%") ? 0.01 : 1)
      #expect(abs(value - written) <= unit * 0.500_001, "\(line): it is \(value)")
      count += 1
    }
    #expect(count >= 50)
  }

  @Test("the calculator knows what goes before what")
  func calculator() {
    #expect(Calculator.value(of: "−2 + 3 × 2^3 ÷ 4 − (1 − 5)") == 8)
    #expect(Calculator.value(of: "1,500 × 8%") == 120)
    #expect(Calculator.value(of: "4^(1 ÷ 2)") == 2)
    #expect(Calculator.value(of: "2 +") == nil && Calculator.value(of: "(2") == nil && Calculator.value(of: "2)") == nil)
  }
}
