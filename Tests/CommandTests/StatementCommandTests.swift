import Foundation
import Testing

@Suite("Statements on the command line")
struct StatementCommandTests {
  private static let sample = Bgt.root.appendingPathComponent("ledger-samples/liaocheng/main.journal").path
  private static let statement = Bgt.root.appendingPathComponent("ledger-samples/statements/treasury-2022.csv").path

  private func book() throws -> Bgt {
    let bgt = try Bgt()
    #expect(try bgt.run("import", StatementCommandTests.sample).code == 0)
    return bgt
  }

  private func head(_ bgt: Bgt) throws -> String { try bgt.run("verify").output }

  @Test("a dry run records nothing; a statement read twice is recorded once, overlapping parts too")
  func twice() throws {
    let bgt = try book()
    defer { bgt.remove() }
    let before = try head(bgt)
    let dry = try bgt.run("reconcile", "statement", StatementCommandTests.statement, "--dry-run")
    #expect(dry.code == 0 && dry.output.contains("对账单试读"), "\(dry.errors)")
    #expect(try head(bgt) == before)
    #expect(try bgt.run("reconcile", "statement", StatementCommandTests.statement, "--to", "2022-06-30").code == 0)
    let whole = try bgt.run("reconcile", "statement", StatementCommandTests.statement, "--format", "csv")
    #expect(whole.code == 0, "\(whole.errors)")
    let lines = try bgt.run("print", "--compact").output.split(separator: "\n").filter { $0.contains(" statement-line ") }
    #expect(lines.count == 19)
    let after = try head(bgt)
    #expect(try bgt.run("reconcile", "statement", StatementCommandTests.statement).code == 0)
    #expect(try head(bgt) == after)
  }

  @Test("confirmed matches close the items, are verified with the chain, printed and read back; reversed, they open again")
  func confirm() throws {
    let bgt = try book()
    defer { bgt.remove() }
    #expect(try bgt.run("reconcile", "statement", StatementCommandTests.statement).code == 0)
    #expect(try bgt.run("reconcile", "balance").code == 1)
    #expect(try bgt.run("reconcile", "confirm", "--score", "50").code == 0)
    let balance = try bgt.run("reconcile", "balance", "--format", "json")
    #expect(balance.code == 0 && balance.output.contains("\"isReconciled\": true"), "\(balance.output.suffix(300))")
    #expect(try bgt.run("reconcile", "2022").code == 0)
    #expect(try bgt.run("verify").code == 0)
    let printed = try bgt.run("print")
    try bgt.write(printed.output, to: "again.journal")
    #expect(try bgt.run("import", "again.journal", "--book", "again.book").code == 0)
    #expect(try bgt.run("verify", "--book", "again.book").output.split(separator: " ").last == head(bgt).split(separator: " ").last)
    try bgt.write(try bgt.run("print", "--events-only").output, to: "events.journal")
    let renumbered = try bgt.run("-f", "events.journal", "reconcile", "balance", "--format", "json")
    #expect(renumbered.code == 0 && renumbered.output.contains("\"isReconciled\": true"), "\(renumbered.errors)")
    #expect(try bgt.run("undo", "last").code == 0)
    #expect(try bgt.run("reconcile", "balance").code == 1)
    #expect(try bgt.run("verify").code == 0)
  }

  @Test("a statement that does not run is refused with its line, and leaves no trace")
  func refused() throws {
    let bgt = try book()
    defer { bgt.remove() }
    let before = try head(bgt)
    let text = try String(contentsOfFile: StatementCommandTests.statement, encoding: .utf8)
    let flawed = try bgt.write(text.replacingOccurrences(of: "\"98,000,000.00\"", with: "\"98,000,001.00\""), to: "flawed.csv")
    let run = try bgt.run("reconcile", "statement", flawed)
    #expect(run.code == 4 && run.errors.contains("flawed.csv:8:") && run.errors.contains("P1052"))
    #expect(try head(bgt) == before)
  }

  @Test("the statement of a workbook says the same as that of the text")
  func workbook() throws {
    guard let python = ["/usr/bin/python3", "/usr/local/bin/python3"].first(where: FileManager.default.isExecutableFile),
      try run(python, ["-c", "import openpyxl"]) == 0
    else { return print("openpyxl is not installed; nothing is compared") }
    let bgt = try book()
    defer { bgt.remove() }
    let target = bgt.folder.appendingPathComponent("s.xlsx").path
    let script = """
      import csv, openpyxl, sys
      book = openpyxl.Workbook(); sheet = book.active
      for row in csv.reader(open(sys.argv[1])):
          sheet.append([float(c.replace(",", "")) if c.replace(",", "").replace(".", "").isdigit() and "." in c else c or None for c in row])
      book.save(sys.argv[2])
      """
    #expect(try run(python, ["-c", script, StatementCommandTests.statement, target]) == 0)
    let text = try bgt.run("reconcile", "statement", StatementCommandTests.statement, "-n", "--format", "csv")
    let workbook = try bgt.run("reconcile", "statement", "s.xlsx", "-n", "--format", "csv")
    #expect(workbook.code == 0, "\(workbook.errors)")
    #expect(workbook.output.replacingOccurrences(of: "s.xlsx", with: "treasury-2022.csv") == text.output)
  }

  private func run(_ program: String, _ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
