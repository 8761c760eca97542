import Foundation
import Testing

@Suite("bgt saved")
struct SavedCommandTests {
  private static let sample = Bgt.root.path + "/ledger-samples/liaocheng/main.journal"

  @Test("what is saved runs on the book beside it, with further options, and changes nothing in it")
  func runs() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    #expect(try bgt.run("import", SavedCommandTests.sample, "--book", "a.bgt").code == 0)
    let head = try bgt.run("verify", "--book", "a.bgt").output
    #expect(try bgt.run("saved", "add", "--book", "a.bgt", "余额", "--", "balance", "--period", "2022", "not", "国库 or 存款").code == 0)
    let direct = try bgt.run("balance", "--book", "a.bgt", "--period", "2022", "not", "国库 or 存款", "--format", "csv")
    let saved = try bgt.run("saved", "run", "--book", "a.bgt", "余额", "--format", "csv")
    #expect(saved.output == direct.output && saved.code == 0 && saved.output.count > 200, "\(saved.errors)")
    #expect(try bgt.run("--book", "a.bgt", "saved", "run", "余额", "--format", "csv").output == direct.output)
    #expect(
      try bgt.run("saved", "run", "余额", "--book", "a.bgt", "--format", "csv").output == direct.output, "the book may stand behind the name")
    #expect(try bgt.run("saved", "run", "余额", "--format=csv", "--book=a.bgt").output == direct.output)
    #expect(try bgt.run("verify", "--book", "a.bgt").output == head)
    let file = try String(contentsOf: bgt.folder.appendingPathComponent("a.bgt.reports"), encoding: .utf8)
    #expect(file == "余额 = balance --period 2022 not \"国库 or 存款\"\n")
    #expect(try bgt.run("saved", "list", "--book", "a.bgt").output.contains("bgt balance --period 2022"))
    #expect(try bgt.run("saved", "remove", "--book", "a.bgt", "余额").code == 0)
    #expect(try bgt.run("saved", "run", "--book", "a.bgt", "余额").code == 2)
  }

  @Test(
    "what records, what runs saved reports, what names another book or is no command is not saved",
    arguments: [
      ["record", "entry"], ["import", "x.journal"], ["undo"], ["close", "2022-06"], ["saved", "run", "甲"], ["saved", "list"],
      ["balance", "--book", "b.bgt"],
      ["balance", "-f", "x"], ["balance", "--file=x"], ["blance"], ["balance", "--colour"], ["export", "audit", "x"], ["init"],
      ["switch", "holder", "--on", "2023-01-01"],
    ])
  func refused(_ words: [String]) throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let run = try bgt.run(arguments: ["saved", "add", "甲", "--"] + words)
    #expect(run.code == 2, "\(words): \(run.output)\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: bgt.folder.appendingPathComponent("book.bgt.reports").path))
  }

  @Test("each command that may record is known as one, though it also shows the books")
  func recording() throws {
    let folder = Bgt.root.appendingPathComponent("Sources/bgt")
    let words = try String(contentsOf: folder.appendingPathComponent("Support/ReportWords.swift"), encoding: .utf8)
    let files = FileManager.default.enumerator(at: folder.appendingPathComponent("Commands"), includingPropertiesForKeys: nil)
    var count = 0
    for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      guard text.contains("SourceOptions"), text.contains("BookFiles.open") || text.contains("BookFiles.create") else { continue }
      count += 1
      #expect(words.contains(file.deletingPathExtension().lastPathComponent + ".self"), "\(file.lastPathComponent) records")
    }
    #expect(count > 0)
  }

  @Test("a line that was put into the file by hand is checked again when it runs")
  func edited() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write("甲 = saved run 甲\n乙 = init\n丙 = balance -o stolen.bgt --book other.bgt\n", to: "book.bgt.reports")
    for name in ["甲", "乙", "丙"] {
      let run = try bgt.run("saved", "run", name)
      #expect(run.code == 2 && run.errors.contains("U7034"), "\(run.errors)")
    }
    #expect(!FileManager.default.fileExists(atPath: bgt.folder.appendingPathComponent("book.bgt").path))
  }

  @Test("a saved report does not write over the book")
  func output() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    #expect(try bgt.run("init").code == 0)
    #expect(try bgt.run("saved", "add", "甲", "--", "accounts").code == 0)
    let run = try bgt.run("saved", "run", "甲", "-o", "book.bgt")
    #expect(run.code == 2 && run.errors.contains("U7001"))
    #expect(try bgt.run("verify").code == 0)
  }

  @Test("another file can be named by option or environment")
  func elsewhere() throws {
    var bgt = try Bgt()
    defer { bgt.remove() }
    #expect(try bgt.run("saved", "add", "--saved", "mine.txt", "甲", "--", "accounts").code == 0)
    bgt.environment["BGT_SAVED"] = "mine.txt"
    #expect(try bgt.run("saved", "list", "--format", "csv").output.contains("bgt accounts"))
  }
}
