import Foundation
import Testing

@Suite("Docs/checks.md shows what the program says")
struct ChecksPageTests {
  /// One finding as JSON has it.
  private struct Finding: Decodable {
    struct Text: Decodable { let zh: String }
    let id: String
    let rule: String
    let severity: String
    let date: String
    let subject: String
    let amount: String?
    let what: Text
  }

  private struct Report: Decodable { let findings: [Finding] }

  /// The rows of the table below a mark, its heading left out.
  private func rows(below mark: String) throws -> [String] {
    let page = try String(contentsOf: Bgt.root.appendingPathComponent("Docs/checks.md"), encoding: .utf8)
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let start = try #require(lines.firstIndex(of: "<!-- \(mark) -->"))
    return Array(lines[(start + 3)...].prefix { $0.hasPrefix("|") })
  }

  private func findings(_ options: String...) throws -> (code: Int32, findings: [Finding]) {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let sample = Bgt.root.appendingPathComponent("ledger-samples/findings.journal").path
    let run = try bgt.run(arguments: ["-f", sample, "check", "--format", "json"] + options)
    return (run.code, try JSONDecoder().decode(Report.self, from: Data(run.output.utf8)).findings)
  }

  @Test("the table of findings is what the sample comes to, in the same order, with exit code 1")
  func sample() throws {
    let (code, findings) = try findings()
    #expect(code == 1)
    let rows = findings.map {
      "| \($0.severity) | \($0.date) | \($0.rule) | \($0.subject) | \($0.amount ?? "") | \($0.what.zh) |"
    }
    #expect(try self.rows(below: "bgt -f ledger-samples/findings.journal check") == rows)
    #expect(Set(findings.map(\.id)).count == findings.count, "ids tell findings apart")
  }

  @Test("every rule that the program lists is explained on the page and, but for the one holder and others' money, broken in the sample")
  func complete() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let lines = try bgt.run("policy", "rules", "--format", "csv").output.split(separator: "\n").dropFirst()
    let rules = Set(lines.compactMap { $0.split(separator: ",").first.map(String.init) })
    #expect(rules.count == 29)
    let unbroken = rules.subtracting(try findings().findings.map(\.rule))
    #expect(unbroken == ["holder-concentration", "fund-overinvested", "duplicate-contribution", "refunded-committed", "off-field"])
    let sample = try String(contentsOf: Bgt.root.appendingPathComponent("ledger-samples/findings.journal"), encoding: .utf8)
    let head = sample.split(separator: "\n").prefix { $0.hasPrefix(";") }.joined()
    #expect(rules.filter { head.contains($0) } == unbroken, "the sample says at its head which rules it does not break")
    let page = try String(contentsOf: Bgt.root.appendingPathComponent("Docs/checks.md"), encoding: .utf8)
    let explained = page.split(separator: "\n").filter { $0.hasPrefix("| ") }.joined()
    for rule in rules { #expect(explained.contains(rule), "\(rule)") }
  }

  @Test("the table of the built-in pack is what the pack says, all of it unverified")
  func pack() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let csv = try bgt.run("policy", "show", "national", "--format", "csv", "--lang", "zh").output
    let records = csv.split(separator: "\n").map { AccountingPageTests.fields(of: String($0)) }
    let head = try #require(records.first)
    let rows = records.dropFirst().map { record in
      let cells = ["id", "parameters", "finding", "source", "status"].map { name in
        head.firstIndex(of: name).map { record[$0] } ?? ""
      }
      return "| \(cells.joined(separator: " | ")) |"
    }
    #expect(try self.rows(below: "bgt policy show national") == rows)
    #expect(rows.allSatisfy { $0.hasSuffix("| unverified |") })
  }

  @Test("--only looks at one rule; without a breach the exit code is 0, on a day before anything was due nothing is due")
  func only() throws {
    let (code, found) = try findings("--only", "term-ending")
    #expect(code == 0 && found.map(\.id) == ["term-ending:样布纺织/A"])
    #expect(try findings("--only", "buyback-due", "--as-of", "2022-03-20").findings.isEmpty)
    #expect(try findings("--only", "buyback-due", "--as-of", "2022-03-21").findings.map(\.date) == ["2022-03-20"])
    let bgt = try Bgt()
    defer { bgt.remove() }
    let wrong = try bgt.run("check", "--only", "term-endin")
    #expect(wrong.code == 2 && wrong.errors.contains("是不是 term-ending？"))
  }
}
