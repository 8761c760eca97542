import ArgumentParser
import FundLedger

/// `bgt reconcile statement`: reads a statement of a bank or the treasury in.
struct ReconcileStatement: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statement",
    abstract: "Records a statement of a bank or the treasury and proposes matches. 对账单登记",
    discussion: """
      CSV and XLSX as banks and treasuries write them: heading, encoding, separator, order and signs are told from the file;
      the running balance must run; what says 收入 or 支出 keeps its direction. The lines are in the currency in which the
      account is kept, and the number of the account must be that of earlier statements. XML of ISO 20022 (camt.053) and OFX,
      1.x and 2.x: booked entries in the account's currency. Lines that are recorded already are named and left out, from whatever file and form they were read, so overlapping
      statements do no harm: a line is the same when day, amount and all that both forms say agree. 重复的行会列明并略去。
      Nothing is posted. --dry-run records nothing and shows what would be proposed.
      """,
    aliases: ["对账单"])

  @OptionGroup var book: BookOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var listing: ListingOptions

  @Argument(help: ArgumentHelp("The statement: a table, camt.053 or OFX.", valueName: "statement-file"), completion: .file())
  var statement: String

  @Option(help: "Account that it is of (default: the treasury's, 国库存款).")
  var account: String?
  @Option(help: "Only lines of this day and later.", transform: Parsing.day)
  var from: Day?
  @Option(help: "Only lines of this day and earlier.", transform: Parsing.day)
  var to: Day?
  @Option(help: "Sheet of a workbook, or account number in a file of several (default: the first sheet that holds something).")
  var sheet: String?
  @Option(
    help: ArgumentHelp(
      "A mapping for a table with other headings (default: NAME.map beside NAME.csv or NAME.xlsx); see Docs/reconciliation.md.",
      valueName: "file"), completion: .file())
  var map: String?
  @Flag(help: "Leave out only lines that are recorded word for word, none that another form of the statement has. 仅略去逐字相同的行")
  var wordForWord = false
  @Flag(help: "The account has another number at its bank than earlier statements say: it was changed, or it has two. 账号已变更或另有账号")
  var newNumber = false
  @Flag(name: [.customShort("n"), .long], help: "Check everything, record nothing.")
  var dryRun = false

  func run() throws {
    let opened = dryRun ? try Book.open(at: book.path, readOnly: true) : try BookFiles.open(at: book.path)
    let file = try StatementFile(path: statement)
    let (mapping, flaws) = try file.mapping(named: map)
    if !flaws.isEmpty { throw Failure(diagnostics: flaws) }
    let read = try file.statement(
      in: opened, account: account, part: sheet, from: from, to: to, mapping: mapping, isNewNumber: newNumber, today: SystemClock.today)
    Warnings.show(read.remarks)
    if !read.problems.isEmpty {
      read.problems.forEach { Terminal.complain($0) }
      Terminal.writeError(ImportWords(language: Terminal.language, path: book.path).refusal)
      throw ExitCode(Failure(diagnostics: read.problems).exitCode)
    }
    var report = try StatementReadReport(
      events: read.events, comparedWith: opened, isWordForWord: wordForWord, listedMax: try listing.listedMax(output))
    if !dryRun {
      let (recorded, draft) = try file.record(report.eventsToRecord, in: opened)
      if let draft { return try Recorded.show(.drafted(draft), in: opened, output) }
      report.take(recorded, in: opened.register)
    }
    try output.show(try report.document(from: opened))
  }
}
