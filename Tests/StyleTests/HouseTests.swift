import Foundation
import Testing

/// The rules held against the project itself.
@Suite("The house")
struct HouseTests {
  private let sources: [SwiftText]
  private let tests: [SwiftText]

  init() throws {
    sources = try SourceTree.sources.get()
    tests = try SourceTree.tests.get()
  }

  /// Fails with every violation on a line of its own.
  private func expectNone(_ violations: [Violation], location: SourceLocation = #_sourceLocation) {
    let list = violations.map(\.description).joined(separator: "\n")
    #expect(violations.isEmpty, "\n\(list)", sourceLocation: location)
  }

  @Test("The walk sees the sources and the tests, this file among them")
  func walk() {
    #expect(sources.contains { $0.path == "LedgerCore/Amounts/Money.swift" })
    #expect(tests.contains { $0.path == "StyleTests/HouseTests.swift" })
  }

  @Test("No file is over 500 lines and no function over 70")
  func lengths() {
    expectNone((sources + tests).flatMap(LengthRule.check))
  }

  @Test("Half of the files have at most 100 lines")
  func median() {
    #expect(LengthRule.excessiveMedian(of: sources) == nil)
  }

  @Test("No folder holds more files side by side than the eye takes in")
  func folders() {
    expectNone(FolderRule.check(sources))
  }

  @Test("No source traps, prints, reads the clock, unwraps by force or keeps money in floating point")
  func bannedWords() {
    expectNone(sources.flatMap(BannedWord.check))
  }

  @Test("One thing has one Chinese word, that of Docs/terms.md")
  func terms() throws {
    expectNone(sources.flatMap(LostTerm.check))
    let page = try String(contentsOf: SourceTree.root.appending(path: "Docs/terms.md"), encoding: .utf8)
    for term in LostTerm.all where !page.contains(term.instead) { Issue.record("Docs/terms.md does not name \(term.instead)") }
  }

  @Test("No work is left over in comments")
  func markers() {
    expectNone((sources + tests).flatMap(MarkerRule.check))
  }

  @Test("No layer imports upwards, and packages stay in the layer that wraps them")
  func imports() {
    expectNone(sources.flatMap(ImportRule.check))
  }

  @Test("Every public declaration but stored properties has a docstring")
  func documentation() {
    let requirements = DocumentedRequirements(in: sources)
    expectNone(sources.flatMap { DocumentationRule.check($0, requirements: requirements) })
  }

  @Test("Stored properties without a docstring are listed as a warning")
  func storedProperties() {
    let violations = sources.flatMap(DocumentationRule.storedProperties)
    guard !violations.isEmpty else { return }
    let list = violations.map(\.description).joined(separator: "\n")
    Issue.record("\(violations.count) public stored properties say nothing:\n\(list)", severity: .warning)
  }

  @Test("Nothing is named a manager, a helper or a utility")
  func names() {
    expectNone((sources + tests).flatMap(NameRule.check))
  }
}
