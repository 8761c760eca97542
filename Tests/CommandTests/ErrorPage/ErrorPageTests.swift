import Foundation
import LedgerCore
import Testing

/// Docs/errors.md is run; `BGT_RECORD=1 swift test --filter ErrorPage` writes its outputs and its contents anew.
@Suite("Docs/errors.md")
struct ErrorPageTests {
  /// Codes that no command on an ordinary machine shows; a test shows them instead.
  static let withoutCommandMax = 7

  /// Whether every code must have its section.
  static let isComplete = true

  /// The headings of all sections, each the argument of a test.
  private static func allHeadings() -> [String] { (try? ErrorPage.read().sections.map(\.heading)) ?? [] }

  /// Runs the commands of a section in a fresh folder with its files.
  private func run(_ section: ErrorSection, of page: ErrorPage) throws -> [[ConsoleCommand]] {
    let bgt = try Bgt()
    defer { bgt.remove() }
    for file in page.sharedFiles + section.files { try bgt.write(file.text, to: file.name) }
    return try section.blocks.map { try $0.map { try $0.run(in: bgt) } }
  }

  @Test("each example prints what the page says and ends with the exit code of the page", arguments: allHeadings())
  func example(_ heading: String) throws {
    if ErrorPageTests.isRecording { return }
    let page = try ErrorPage.read()
    let section = try #require(page.sections.first { $0.heading == heading })
    for (said, found) in zip(section.blocks, try run(section, of: page)) {
      for (said, found) in zip(said, found) {
        #expect(found.lines.joined(separator: "\n") == said.lines.joined(separator: "\n"))
      }
    }
  }

  /// Whether the page is being written anew.
  private static var isRecording: Bool { ProcessInfo.processInfo.environment["BGT_RECORD"] == "1" }

  @Test("the page is written anew with what the commands print", .enabled(if: isRecording))
  func record() throws {
    let page = try ErrorPage.read()
    var outputs: [String: [[ConsoleCommand]]] = [:]
    for section in page.sections { outputs[section.heading] = try run(section, of: page) }
    try Data(page.text(withOutputs: outputs).utf8).write(to: ErrorPage.file)
  }

  @Test("each section is headed by a known code and its stable name, once, in the order of the codes")
  func headings() throws {
    let sections = try ErrorPage.read().sections
    for section in sections {
      let code = try #require(DiagnosticCode(rawValue: section.code), "\(section.heading) is no code")
      #expect(section.name == "\(code)", "\(section.code) is named \(code)")
    }
    let codes = sections.map(\.code)
    #expect(Set(codes).count == codes.count)
    for letter in Set(codes.compactMap(\.first)) {
      let ofClass = codes.filter { $0.first == letter }
      #expect(ofClass == ofClass.sorted(), "sections of class \(letter) stand in the order of their codes")
    }
  }

  @Test("each section has a title, its meaning and what to do, in English and in Chinese", arguments: allHeadings())
  func prose(_ heading: String) throws {
    let section = try #require(try ErrorPage.read().sections.first { $0.heading == heading })
    #expect(section.prose.count >= 3, "a paragraph for the title, one in English, one in Chinese")
    #expect(section.prose[0].hasPrefix("**") && section.prose[0].contains(" · "), "titles in both languages")
    #expect(section.prose[1].contains("*Do:*"), "in English, what to do")
    #expect(section.prose[2].contains("*处理：*"), "in Chinese, what to do")
  }

  @Test("each example shows its code, with a way out; the few that need a test name one", arguments: allHeadings())
  func showsCode(_ heading: String) throws {
    let section = try #require(try ErrorPage.read().sections.first { $0.heading == heading })
    if let test = section.test {
      let file = Bgt.root.appendingPathComponent(test.file)
      let text = try String(decoding: Data(contentsOf: file), as: UTF8.self)
      #expect(text.contains("\"\(test.title)\"") && text.contains(".\(section.name)"), "\(test.file) does not show it")
      return
    }
    let output = section.blocks.joined().flatMap(\.output)
    let start = try #require(
      output.firstIndex { line in ["error", "warning", "note"].contains { line.contains("\($0) \(section.code): ") } },
      "no command shows \(section.code)")
    let message = output[(start + 1)...].prefix { !$0.hasPrefix("bgt: ") }
    #expect(message.contains { $0.hasPrefix("  = ") }, "\(section.code) says nothing about the way out")
  }

  @Test("every code has a section", .enabled(if: isComplete))
  func complete() throws {
    let known = Set(try ErrorPage.read().sections.map(\.code))
    let missing = DiagnosticCode.allCases.filter { !known.contains($0.rawValue) }
    #expect(missing.isEmpty, "no section for \(missing.map { "\($0.rawValue) \($0)" })")
  }

  @Test("at most a handful of codes are left to tests of their own")
  func fewWithoutCommand() throws {
    let tests = try ErrorPage.read().sections.filter { $0.test != nil }
    #expect(tests.count <= ErrorPageTests.withoutCommandMax, "\(tests.map(\.code))")
  }

  @Test("the contents link every section under its class")
  func contents() throws {
    if ErrorPageTests.isRecording { return }
    let page = try ErrorPage.read()
    let place = try #require(page.contents)
    #expect(Array(page.lines[place]) == page.expectedContents)
  }
}
