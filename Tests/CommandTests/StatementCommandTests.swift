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

  @Test("what is wrong with a statement is all said in the language of --lang, whatever the locale")
  func language() throws {
    var bgt = try book()
    defer { bgt.remove() }
    bgt.environment["BGT_LANG"] = ""
    try bgt.write("日期,收入,支出\n2022-02-30,5,\n", to: "bad.csv")
    let chinese = try bgt.run("reconcile", "statement", "bad.csv", "--lang", "zh")
    #expect(chinese.code == 4 && chinese.errors.contains("错误 P1051") && chinese.errors.hasSuffix("bgt: 未记入任何事项\n"), "\(chinese.errors)")
    let english = try bgt.run("reconcile", "statement", "bad.csv", "--lang=en")
    #expect(english.errors.contains("error P1051") && english.errors.hasSuffix("bgt: nothing was recorded\n"), "\(english.errors)")
  }

  @Test("a match by hand without a date is of the last day of what it matches, and moves no report to today")
  func matchDay() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write(
      """
      2022-06-01 * 拨入
          国库存款  10.00 CNY
          累计盈余
      2022-06-05 statement 国库存款 from:2022-06-01 received:10.00 paid:0.00 lines:1
      2022-06-03 statement-line 国库存款 10.00 CNY key:L

      """, to: "a.journal")
    #expect(try bgt.run("import", "a.journal").code == 0)
    let matched = try bgt.run("record", "match", "国库存款", "--lines", "L", "--events", "#3")
    #expect(matched.code == 0, "\(matched.errors)")
    #expect(try bgt.run("print", "--compact").output.contains("2022-06-03 match 国库存款"))
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

  @Test("the statement as camt.053 and as OFX says the same as that of the table; what is pending is named")
  func markup() throws {
    let bgt = try book()
    defer { bgt.remove() }
    func read(_ path: String) throws -> (output: String, errors: String) {
      let run = try bgt.run("reconcile", "statement", path, "-n", "--format", "csv")
      #expect(run.code == 0, "\(run.errors)")
      return (run.output.split(separator: "\n").filter { !$0.hasPrefix("statement,file,") }.joined(separator: "\n"), run.errors)
    }
    let table = try read(StatementCommandTests.statement)
    let folder = String(StatementCommandTests.statement.dropLast("csv".count))
    let camt = try read(folder + "camt053.xml")
    #expect(camt.output == table.output && camt.errors.contains("W6103") && camt.errors.contains("PDNG"))
    let ofx = try read(folder + "ofx")
    #expect(ofx.output == table.output && ofx.errors.isEmpty)
  }

  @Test(
    "the same statement in another form records nothing twice and names what is there; two equal payments stay two",
    arguments: [["csv", "ofx", "camt053.xml"], ["camt053.xml", "csv", "ofx"], ["ofx", "camt053.xml", "csv"]])
  func otherForm(_ forms: [String]) throws {
    let bgt = try book()
    defer { bgt.remove() }
    let folder = String(StatementCommandTests.statement.dropLast("csv".count))
    func count() throws -> Int {
      try bgt.run("print", "--compact").output.split(separator: "\n").count { $0.contains(" statement-line ") }
    }
    #expect(try bgt.run("reconcile", "statement", folder + forms[0], "--to", "2022-08-31").code == 0)
    let part = try count()
    #expect(part > 5 && part < 19)
    let dry = try bgt.run("reconcile", "statement", folder + forms[1], "-n", "--format", "csv")
    #expect(dry.code == 0 && dry.output.contains("knownLines,"), "\(dry.errors)")
    #expect(dry.output.split(separator: "\n").count { $0.contains("treasury-2022.\(forms[0])") } == part)
    for form in forms.dropFirst() {
      #expect(try bgt.run("reconcile", "statement", folder + form).code == 0)
      #expect(try count() == 19, "\(form)")
    }
    #expect(try bgt.run("reconcile", "confirm", "--score", "50").code == 0)
    #expect(try bgt.run("reconcile", "balance").code == 0)
    #expect(try bgt.run("verify").code == 0)
    let twice = try bgt.run("reconcile", "statement", folder + forms[1], "--word-for-word", "-n", "--format", "json")
    #expect(twice.output.contains("\"known\""), "\(twice.errors)")
  }

  @Test("two equal payments of one day in one file are recorded as two, and found again in another form")
  func repeatedPayments() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write("book \"账\" rules:plain\n\naccount assets:bank class:asset\n", to: "books.journal")
    #expect(try bgt.run("import", "books.journal").code == 0)
    try bgt.write("日期,摘要,付款金额\n2022-06-17,手续费,5.00\n2022-06-17,手续费,5.00\n2022-06-18,手续费,5.00\n", to: "bank.csv")
    let entries = (1...4).map {
      "<STMTTRN><DTPOSTED>2022061\($0 < 4 ? 7 : 8)<DTAVAIL>20220620<TRNAMT>-5.00<FITID>F\($0)<MEMO>手续费</STMTTRN>"
    }
    try bgt.write(
      "OFXHEADER:100\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>CNY<BANKACCTFROM><ACCTID>1</BANKACCTFROM>"
        + "<BANKTRANLIST><DTSTART>20220601<DTEND>20220630\n" + entries.joined(separator: "\n")
        + "</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>", to: "bank.ofx")
    func count() throws -> Int { try bgt.run("print", "--compact").output.split(separator: "\n").count { $0.contains(" statement-line ") } }
    #expect(try bgt.run("reconcile", "statement", "bank.csv", "--account", "assets:bank").code == 0)
    #expect(try count() == 3)
    // The bank's file has a third one on the day.
    #expect(try bgt.run("reconcile", "statement", "bank.ofx", "--account", "assets:bank").code == 0)
    #expect(try count() == 4)
    #expect(try bgt.run("print", "--compact").output.contains("value-day:2022-06-20"))
    #expect(try bgt.run("reconcile", "statement", "bank.csv", "--account", "assets:bank").code == 0)
    #expect(try count() == 4)
  }

  @Test("a screen lists a hundred proposals and says how many there are more; --all and other formats list all")
  func listing() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let days = (0..<120).map { "2022-0\($0 / 15 + 1)-\(10 + $0 % 15)" }
    let entries = days.enumerated().map { "\($1) * 付款\($0)\n    expenses:office  \($0 + 1).00 CNY\n    assets:bank\n" }
    try bgt.write("book \"账\" rules:plain\n\n" + entries.joined(separator: "\n"), to: "books.journal")
    try bgt.write("日期,付款金额\n" + days.enumerated().map { "\($1),\($0 + 1).00\n" }.joined(), to: "bank.csv")
    #expect(try bgt.run("import", "books.journal").code == 0)
    func count(_ options: String...) throws -> (lines: Int, rest: Bool) {
      let command = ["reconcile", "statement", "bank.csv", "-n", "--account", "assets:bank"]
      let run = try bgt.run(arguments: command + options)
      #expect(run.code == 0, "\(run.errors)")
      let lines = run.output.split(separator: "\n").count { $0.contains("#") && $0.contains("对账单") && $0.contains("2022-0") }
      return (lines, run.output.contains("另有 20 项"))
    }
    #expect(try count() == (100, true))
    #expect(try count("--all") == (120, false))
    #expect(try count("--format", "md") == (120, false))
  }

  @Test("what was reversed in the same file is not matched, however much waits to be written")
  func reversedBefore() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write(
      """
      programme 拨改投 from:2019-01-01
      party 力得 "力得汽车科技股份有限公司" kind:company
      2022-01-20 budget 2022/拨改投 1000万元
      2022-05-30 deal 力得/A party:力得 programme:拨改投 method:直接投资 term:5y
      2022-06-15 pay 力得/A 500万元 envelope:2022/拨改投 key:P1
      2022-06-16 statement-line 国库存款 -5,000,000.00 key:L1
      2022-06-17 reverse P1 reason:录错
      2022-06-17 match 国库存款 lines:L1 events:P1
      """, to: "books.journal")
    let run = try bgt.run("import", "books.journal")
    #expect(run.code != 0 && run.errors.contains("E2019"), "\(run.errors)")
  }

  @Test("a statement that was undone is recorded when it is read again, as often as it was undone")
  func undone() throws {
    let bgt = try book()
    defer { bgt.remove() }
    func read() throws -> String {
      let run = try bgt.run("reconcile", "statement", StatementCommandTests.statement, "--format", "csv")
      #expect(run.code == 0, "\(run.errors)")
      return run.output
    }
    func lastBatch() throws -> String {
      let lines = try bgt.run("batches", "--format", "csv").output.split(separator: "\n")
      return String(try #require(lines.last?.split(separator: ",").first).filter(\.isNumber))
    }
    let first = try read()
    for _ in 1...2 {
      #expect(try bgt.run("undo", try lastBatch(), "--reason", "误读").code == 0)
      #expect(try bgt.run("reconcile", "balance").code != 0, "nothing is stated any more")
      let again = try read()
      #expect(again.split(separator: "\n").count == first.split(separator: "\n").count)
      let after = try head(bgt)
      _ = try read()
      #expect(try head(bgt) == after, "what is recorded anew is known")
    }
    let lines = try bgt.run("print", "--compact").output.split(separator: "\n").filter { $0.contains(" statement-line ") }
    #expect(lines.count == 3 * 19)
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
