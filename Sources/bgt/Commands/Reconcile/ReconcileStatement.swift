import ArgumentParser
import FundLedger

/// `bgt reconcile statement`: reads a statement of a bank or the treasury in.
struct ReconcileStatement: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statement",
    abstract: Wording("对账单登记：登记银行或国库的对账单，并提出勾对建议。", "Records a statement of a bank or the treasury and proposes matches. 对账单登记"),
    discussion: Wording(
      """
      银行和国库所出的 CSV 和 XLSX：表头、编码、分隔符、次序和正负由文件判断；余额须逐行相符；写明收入或支出的，方向照旧。\
      明细的币种为科目的币种，账号须与以前的对账单相同。ISO 20022 的 XML（camt.053）和 OFX 1.x、2.x：取科目币种的已入账明细。\
      已登记的明细不论出自哪个文件、何种格式，均列明并略去，对账单重叠无妨：日期、金额和两种格式都有的内容全部一致，即为同一行。
      不作记账。--dry-run 不作记录，列示将有的建议。
      """,
      """
      CSV and XLSX as banks and treasuries write them: heading, encoding, separator, order and signs are told from the file;
      the running balance must run; what says 收入 or 支出 keeps its direction. The lines are in the currency in which the
      account is kept, and the number of the account must be that of earlier statements. XML of ISO 20022 (camt.053) and OFX,
      1.x and 2.x: booked entries in the account's currency. Lines that are recorded already are named and left out, from whatever file and form they were read, so overlapping
      statements do no harm: a line is the same when day, amount and all that both forms say agree. 重复的行会列明并略去。
      Nothing is posted. --dry-run records nothing and shows what would be proposed.
      """),
    aliases: ["对账单"])

  @OptionGroup var book: BookOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var listing: ListingOptions

  @Argument(
    help: ArgumentHelp("对账单：表格、camt.053 或 OFX。", "The statement: a table, camt.053 or OFX.", valueName: "statement-file"),
    completion: .file())
  var statement: String

  @Option(help: ArgumentHelp("对账单所属科目（缺省为 国库存款）。", "Account that it is of (default: the treasury's, 国库存款)."))
  var account: String?
  @Option(help: ArgumentHelp("只取此日及以后的明细。", "Only lines of this day and later."), transform: Parsing.day)
  var from: Day?
  @Option(help: ArgumentHelp("只取此日及以前的明细。", "Only lines of this day and earlier."), transform: Parsing.day)
  var to: Day?
  @Option(
    help: ArgumentHelp(
      "工作簿的工作表，或多账户文件中的账号（缺省为第一个有内容的工作表）。",
      "Sheet of a workbook, or account number in a file of several (default: the first sheet that holds something)."))
  var sheet: String?
  @Option(
    help: ArgumentHelp(
      "表头不同的表格所用的对照表（缺省为 名称.csv 或 名称.xlsx 旁的 名称.map）；见 Docs/reconciliation.md。",
      "A mapping for a table with other headings (default: NAME.map beside NAME.csv or NAME.xlsx); see Docs/reconciliation.md.",
      valueName: "file"), completion: .file())
  var map: String?
  @Flag(
    help: ArgumentHelp(
      "仅略去逐字相同的行；其他格式对账单已登记的行不略去。",
      "Leave out only lines that are recorded word for word, none that another form of the statement has. 仅略去逐字相同的行"))
  var wordForWord = false
  @Flag(
    help: ArgumentHelp(
      "银行账号与以前的对账单不同：账号已变更，或另有账号。",
      "The account has another number at its bank than earlier statements say: it was changed, or it has two. 账号已变更或另有账号"))
  var newNumber = false
  @Flag(name: [.customShort("n"), .long], help: ArgumentHelp("全部检查，不作记录。", "Check everything, record nothing."))
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
      let progress = Progress(label: Wording("登记", "statement"))
      defer { progress.end() }
      let (recorded, draft) = try file.record(report.eventsToRecord, in: opened) { progress.show($0, of: $1) }
      progress.end()
      if let draft { return try Recorded.show(.drafted(draft), in: opened, output) }
      report.take(recorded, in: opened.register)
    }
    try output.show(try report.document(from: opened))
  }
}
