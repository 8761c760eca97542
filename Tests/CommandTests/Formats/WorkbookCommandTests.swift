import Foundation
import Testing

@Suite("Reports as workbooks", .enabled(if: Judge.hasPython("openpyxl"), "openpyxl is not installed"))
struct WorkbookCommandTests {
  @Test("every report opens as a workbook, and its first sheet carries its title and the chain head")
  func everyReport() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    #expect(try bgt.run("init", "--title", "试验账").code == 0)
    for (index, batch) in KnownAtTests.batches.enumerated() {
      #expect(try bgt.run("import", try bgt.write(batch, to: "\(index).journal")).code == 0)
    }
    var files: [String] = []
    for report in try ReportCommands(bgt).reports where report.unknown.isEmpty && report.hasFormats {
      // Events as they were recorded are no report.
      if report.words == ["print"] { continue }
      let name = "\(files.count).xlsx"
      let run = try bgt.run(arguments: report.words + ["-o", name])
      if run.code <= 1 { files.append(bgt.folder.appendingPathComponent(name).path) }
    }
    #expect(files.count > 20)
    let script = """
      import sys, openpyxl
      for path in sys.argv[1:]:
          book = openpyxl.load_workbook(path)
          text = ' '.join(str(cell.value) for row in book.worksheets[0].iter_rows(max_row=12) for cell in row if cell.value)
          print(len(book.worksheets), bool(book.worksheets[0]['A1'].value), '链头' in text)
      """
    let verdict = try Judge.python(["-c", script] + files)
    #expect(verdict.code == 0)
    let lines = verdict.output.split(separator: "\n")
    #expect(lines.count == files.count)
    for (line, file) in zip(lines, files) { #expect(line.hasSuffix("True True"), "\(file)") }
  }

  @Test("a workbook on standard output is the one in a file, to the byte")
  func redirected() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let journal = try bgt.write(KnownAtTests.batches[0], to: "a.journal")
    #expect(try bgt.run(arguments: ["-f", journal, "balance", "-o", "a.xlsx"]).code == 0)
    let binary = try Bgt.binary.path
    let shell = "'\(binary)' -f a.journal balance --lang zh --format xlsx > b.xlsx"
    let folder = bgt.folder.path
    #expect(try Judge.run("/bin/sh", ["-c", "cd '\(folder)' && \(shell)"]).code == 0)
    let files = try ["a.xlsx", "b.xlsx"].map { try Data(contentsOf: bgt.folder.appendingPathComponent($0)) }
    #expect(files[0] == files[1])
  }
}
