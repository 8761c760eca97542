import Foundation
import FundLedger
import Testing

@Suite("Saved reports")
struct SavedReportsTests {
  private func file(_ text: String?) throws -> String {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("saved-\(UUID().uuidString)").path
    if let text { try Data(text.utf8).write(to: URL(fileURLWithPath: path)) }
    return path
  }

  @Test(
    "words with blanks, quotes and signs come back as they were",
    arguments: [
      ["balance"], ["register", "deal:力得/A", "amount:>100万"], ["balance", "(a or b) not 'c d'"], ["x", "", "\"", "\\", "a#b", "it's"],
      ["a  b", "\\\"", "'"],
    ])
  func words(_ words: [String]) {
    #expect(CommandWords.words(of: CommandWords.line(words)[...]) == words)
  }

  @Test("a line is parted as a shell would, and nothing is expanded")
  func line() {
    #expect(CommandWords.words(of: " balance  'a b' \"c \\\" d\" e\\ f $HOME ") == ["balance", "a b", "c \" d", "e f", "$HOME"])
    #expect(CommandWords.words(of: "balance 'a") == nil)
    #expect(CommandWords.words(of: "balance \\") == nil)
  }

  @Test("what is added is there when the file is read again; remarks stay where they are")
  func roundTrip() throws {
    let path = try file("# 每月的报表\n\n月报 = balance --monthly\n# 另\n")
    defer { try? FileManager.default.removeItem(atPath: path) }
    var saved = try SavedReports(reading: path)
    try saved.add(.init(name: "存款", words: ["register", "存款", "date:本月 to today"]), replacing: false)
    try saved.add(.init(name: "月报", words: ["balance", "--quarterly"]), replacing: true)
    try saved.write()
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text == "# 每月的报表\n\n月报 = balance --quarterly\n# 另\n存款 = register 存款 \"date:本月 to today\"\n")
    #expect(try SavedReports(reading: path).reports == saved.reports)
  }

  @Test("a name that is taken is not written over, one that is not there is not removed")
  func names() throws {
    let path = try file("月报 = balance\n")
    defer { try? FileManager.default.removeItem(atPath: path) }
    var saved = try SavedReports(reading: path)
    let taken = #expect(throws: Diagnostic.self) { try saved.add(.init(name: "月报", words: ["accounts"]), replacing: false) }
    #expect(taken?.code == .savedReportExists)
    let unknown = #expect(throws: Diagnostic.self) { try saved.remove("月表") }
    #expect(unknown?.code == .savedReportUnknown && unknown?.hint.contains("月报") == true)
    for name in ["", "a b", "-x", "a=b", "a\"b", String(repeating: "x", count: 65)] {
      #expect(throws: Diagnostic.self) { try saved.add(.init(name: name, words: ["balance"]), replacing: false) }
    }
    #expect(saved.reports.map(\.name) == ["月报"])
  }

  @Test(
    "a line that is no report is refused with its place",
    arguments: ["月报", "= balance", "a b = balance", "月报 =", "月报 = balance 'a", "x = accounts\nx = balance"])
  func refused(_ text: String) throws {
    let path = try file("# 一\n" + text + "\n")
    defer { try? FileManager.default.removeItem(atPath: path) }
    let found = #expect(throws: Diagnostic.self) { try SavedReports(reading: path) }
    #expect(found?.code == .badSavedReport && found?.position?.line == 1 + text.split(separator: "\n").count)
  }

  @Test("without a file there are none, and none is made by looking")
  func missing() throws {
    let path = try file(nil)
    #expect(try SavedReports(reading: path).reports.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}
