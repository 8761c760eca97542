import Foundation
import Testing

/// Docs/leverage.md is worked out again; `BGT_RECORD=1 swift test --filter LeveragePage` writes its printed tables anew.
@Suite("Docs/leverage.md is what the program prints and what a pocket calculator gives")
struct LeveragePageTests {
  private static var file: URL { Bgt.root.appendingPathComponent("Docs/leverage.md") }
  private static let mark = "<!-- bgt "

  /// The lines of the page.
  private static func lines() throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The words of the command in a mark, and which table of its output is meant; nil for sums worked out by hand.
  private static func command(_ line: String) -> (words: [String], table: Int?)? {
    guard line.hasPrefix(mark) else { return nil }
    var words = line.dropFirst(mark.count).dropLast(" -->".count).split(separator: " ").map(String.init)
    guard let number = words.last, number.hasPrefix("#") else { return (words, nil) }
    words.removeLast()
    return (words, Int(number.dropFirst()))
  }

  /// What the program prints, by its arguments.
  private static func output(_ words: [String], _ format: String) throws -> String {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let paths = words.map { $0.hasPrefix("ledger-samples/") ? Bgt.root.appendingPathComponent($0).path : $0 }
    let run = try bgt.run(arguments: paths + ["--format", format, "--lang", "zh"])
    #expect(run.code == 0, "\(run.errors)")
    return run.output
  }

  /// The tables of a Markdown text, each with its heading.
  private static func tables(_ text: String) -> [[String]] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .split { !$0.hasPrefix("|") }
      .map { $0.map(String.init) }
  }

  @Test("each printed table is what its command prints")
  func printed() throws {
    var lines = try Self.lines()
    var shown = 0
    var index = 0
    while index < lines.count {
      defer { index += 1 }
      guard let (words, table) = Self.command(lines[index]), let table else { continue }
      let tables = Self.tables(try Self.output(words, "md"))
      let printed = try #require(tables.indices.contains(table - 1) ? tables[table - 1] : nil, "no table in \(lines[index])")
      let below = lines[(index + 1)...].prefix { $0.hasPrefix("|") }
      shown += 1
      if ProcessInfo.processInfo.environment["BGT_RECORD"] == "1" {
        lines.replaceSubrange(below.indices, with: printed)
      } else {
        #expect(Array(below) == printed, "\(lines[index])")
      }
    }
    #expect(shown >= 8)
    if ProcessInfo.processInfo.environment["BGT_RECORD"] == "1" {
      try lines.joined(separator: "\n").write(to: Self.file, atomically: true, encoding: .utf8)
    }
  }

  @Test("each sum worked out by hand gives its result, and the program prints the same")
  func byHand() throws {
    let lines = try Self.lines()
    var seen: Set<String> = []
    for (index, line) in lines.enumerated() {
      guard let (words, table) = Self.command(line), table == nil else { continue }
      let printed = Self.tables(try Self.output(words, "md")).flatMap { $0 }.map(Self.cells)
      for row in lines[(index + 3)...].prefix(while: { $0.hasPrefix("|") }).map(Self.cells) {
        try #require(row.count == 3)
        var sum = Sum(row[1])
        let result = sum.value()
        let value = try #require(result, "\(row[1])")
        let written = row[2].hasSuffix("%") ? String(format: "%.2f", value * 100) + "%" : String(format: "%.2f", value)
        #expect(written == row[2], "\(row[1])")
        // Code, name, numerator, denominator, value.
        let metric = printed.first { $0.first == row[0] && $0.count > 4 }
        #expect(metric?[4] == row[2], "\(row[0])")
        seen.insert(row[0])
      }
    }
    #expect(seen.count == 27, "every metric is derived: \(seen.sorted())")
  }

  private static func cells(_ line: String) -> [String] {
    line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// A sum as a pocket calculator takes it: numbers, + − × ÷ and brackets.
  private struct Sum {
    private var rest: [Character]

    init(_ text: String) { rest = Array(text.filter { $0 != " " }.reversed()) }

    /// The value of all of it; nil when it is no sum.
    mutating func value() -> Double? {
      let value = terms()
      return rest.isEmpty ? value : nil
    }

    private mutating func terms() -> Double? {
      guard var value = factors() else { return nil }
      while let sign = rest.last, sign == "+" || sign == "−" {
        rest.removeLast()
        guard let next = factors() else { return nil }
        value += sign == "+" ? next : -next
      }
      return value
    }

    private mutating func factors() -> Double? {
      guard var value = factor() else { return nil }
      while let sign = rest.last, sign == "×" || sign == "÷" {
        rest.removeLast()
        guard let next = factor() else { return nil }
        value = sign == "×" ? value * next : value / next
      }
      return value
    }

    private mutating func factor() -> Double? {
      if rest.last == "(" {
        rest.removeLast()
        let value = terms()
        return rest.popLast() == ")" ? value : nil
      }
      var digits = ""
      while let digit = rest.last, digit.isNumber || digit == "." { digits.append(rest.removeLast()) }
      return Double(digits)
    }
  }
}
