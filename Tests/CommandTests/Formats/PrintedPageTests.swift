import Foundation
import Testing

@Suite("Reports as PDF")
struct PrintedPageTests {
  private static let browser = Judge.path("chromium", "google-chrome", "google-chrome-stable", "chromium-browser")

  /// A book folder whose program finds a browser, with a folder for temporary files of its own: no path to a socket of the
  /// browser may be long.
  private func ready() throws -> Bgt {
    var bgt = try Bgt()
    let scratch = "/tmp/夹 \(bgt.folder.lastPathComponent.suffix(8))"
    try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
    bgt.environment["TMPDIR"] = scratch
    bgt.environment["BGT_BROWSER"] = PrintedPageTests.browser ?? ""
    try bgt.write(KnownAtTests.batches[0], to: "a.journal")
    return bgt
  }

  private func remove(_ bgt: Bgt) {
    try? FileManager.default.removeItem(atPath: bgt.environment["TMPDIR"] ?? "")
    bgt.remove()
  }

  private func leftovers(_ bgt: Bgt) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: bgt.environment["TMPDIR"] ?? "")
  }

  @Test(
    "the year report prints on A4 with its title, the same bytes each time, and leaves nothing behind",
    .enabled(if: browser != nil, "no browser is installed"))
  func year() throws {
    let bgt = try ready()
    defer { remove(bgt) }
    for name in ["a.pdf", "b.pdf"] {
      let run = try bgt.run("-f", "a.journal", "report", "year", "2022", "--unit", "万元", "-o", name)
      #expect(run.code == 0, "\(run.errors)")
    }
    let files = try ["a.pdf", "b.pdf"].map { try Data(contentsOf: bgt.folder.appendingPathComponent($0)) }
    #expect(files[0] == files[1])
    #expect(files[0].starts(with: Data("%PDF-".utf8)))
    #expect(try leftovers(bgt) == [])
    guard let pdfinfo = Judge.path("pdfinfo"), let pdftotext = Judge.path("pdftotext") else { return }
    let path = bgt.folder.appendingPathComponent("a.pdf").path
    let info = try Judge.run(pdfinfo, ["-isodates", path])
    #expect(info.output.contains("A4") && info.output.contains("2022 年度投资组合报告"))
    #expect(info.output.contains("CreationDate:    2022-12-31T00:00:00"))
    let text = try Judge.run(pdftotext, [path, "-"]).output
    #expect(text.contains("编制人") && text.contains("摘要") && text.contains("附录二"))
  }

  @Test(
    "the cover of a book's year report is one sheet with the lines to sign, in both languages, however long the name of the books",
    .enabled(if: browser != nil && Judge.path("pdftotext") != nil, "no browser or no pdftotext is installed"),
    arguments: ["zh", "en"])
  func cover(_ language: String) throws {
    let bgt = try ready()
    defer { remove(bgt) }
    let pdftotext = try #require(Judge.path("pdftotext"))
    let name = String(repeating: "聊城市东昌府区人民政府国有资产监督管理委员会", count: 6)
    try bgt.write("book \"\(name)\"\n" + KnownAtTests.batches[0], to: "long.journal")
    for journal in ["a.journal", "long.journal"] {
      let book = journal + ".bgt"
      let recorded = try bgt.run("import", journal, "--book", book)
      #expect(recorded.code == 0, "\(recorded.errors)")
      _ = try bgt.run("report", "year", "2022", "--book", book, "--lang", language, "-o", "c.pdf")
      let path = bgt.folder.appendingPathComponent("c.pdf").path
      let sheets = try (1...2).map { try Judge.run(pdftotext, ["-f", "\($0)", "-l", "\($0)", path, "-"]).output }
      for words in language == "zh" ? ["编制人", "复核人", "负责人"] : ["Prepared by:", "Reviewed by:", "Approved by:"] {
        #expect(sheets[0].contains(words) && !sheets[1].contains(words), "\(journal)")
      }
      #expect(sheets[1].contains(language == "zh" ? "一、摘要" : "1. Summary"))
    }
  }

  @Test("without a browser, or with one that prints nothing, there is an error, no file and nothing left behind")
  func noBrowser() throws {
    var bgt = try ready()
    defer { remove(bgt) }
    for (browser, code) in [("/no/such/browser", "U7012"), ("no-such-browser", "U7012"), ("/bin/true", "S5031"), ("/bin/false", "S5031")] {
      bgt.environment["BGT_BROWSER"] = browser
      let run = try bgt.run("-f", "a.journal", "balance", "-o", "x.pdf")
      #expect(run.code == (code == "U7012" ? 2 : 5))
      #expect(run.errors.contains(code), "\(run.errors)")
      #expect(!FileManager.default.fileExists(atPath: bgt.folder.appendingPathComponent("x.pdf").path))
      #expect(try leftovers(bgt) == [])
    }
  }

  @Test("a browser gets nothing on its command line that a user wrote")
  func commandLine() throws {
    var bgt = try ready()
    defer { remove(bgt) }
    let journal = "book --remote-debugging-port=1\n" + KnownAtTests.batches[0].replacing("力得", with: "--help")
    try bgt.write(journal, to: "b.journal")
    let spy = try bgt.write("#!/bin/sh\nprintf '%s\\n' \"$@\" > '\(bgt.folder.path)/words'\n", to: "spy")
    let path = bgt.folder.appendingPathComponent(spy).path
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    bgt.environment["BGT_BROWSER"] = path
    _ = try bgt.run("-f", "b.journal", "balance", "--format", "pdf", "-o", "./--x.pdf")
    let words = try String(contentsOf: bgt.folder.appendingPathComponent("words"), encoding: .utf8).split(separator: "\n")
    let scratch = bgt.environment["TMPDIR"] ?? ""
    for word in words where word.contains("=") { #expect(word.contains("=\(scratch)/bgt-")) }
    #expect(words.last?.hasPrefix("file:///tmp/%E5%A4%B9%20") == true)
    #expect(!words.contains { $0.contains("remote") || $0 == "--help" || $0.contains("--x.pdf") })
  }
}
