import FoundationEssentials
import LedgerCore
import Testing

@testable import Portfolio

@Suite("Docs/rules.md")
struct RuleDocumentTests {
  private func page() throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return String(decoding: try Data(contentsOf: root.appending(path: "Docs/rules.md")), as: UTF8.self)
  }

  @Test("names every measure, and every blank that a built-in rule uses")
  func complete() throws {
    let page = try page()
    for measure in Measure.allCases { #expect(page.contains("`\(measure.name)`"), "\(measure.name)") }
    for rule in try RuleSet.builtIn("fiscal-2022").rules {
      for line in rule.lines.values.joined() where line.account.contains("{") {
        let blank = line.account.drop { $0 != "{" }.prefix { $0 != "}" } + "}"
        #expect(page.contains("`\(blank)`"), "\(rule.id): \(blank)")
      }
    }
  }

  @Test("the file that it shows reads")
  func example() throws {
    let text = try #require(try page().split(separator: "```json\n", maxSplits: 1).last?.split(separator: "```").first)
    let error = #expect(throws: Diagnostic.self) { try RuleSet(reading: Array(text.utf8)) }
    // The example is cut short: it is refused for the accounts that it leaves out, and for nothing else.
    #expect(error?.message.contains("is no account of the") == true, "\(error?.message ?? "")")
  }
}
