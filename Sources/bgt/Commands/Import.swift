import ArgumentParser
import FundLedger

/// `bgt import`: records files of events, all of them or none.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: Wording(
      "导入：记录文件中的事项——文本账、CSV、JSON、CSV 或 XLSX 台账，以及其他记账软件的账本。",
      "Records files of events: journals, CSV, JSON, registers as CSV or XLSX, journals of peers. 导入"),
    discussion: Wording(
      """
      文件先整体检查，列明全部错误；全部可记时才记录。账簿已有的事项略去，重复导入不会重复入账；用 bgt undo 撤销的重新记入。\
      账簿不存在时新建，采用文件 `book` 行所写的规则。

      互相依赖的台账一并写出，次序不限，也可连同 bgt export registers 所写的其他事项表格（有类型列）和文本账：全部为一个批次，\
      按日期先后记入。

      工作簿，或表头为台账表头的表格，按台账读入：investments、envelopes、social、loans、valuations、dividends、exits。\
      --dry-run 逐行列示将记录什么，什么不记录、为何。bgt template 类型 写空白台账；表头和对照表见 Docs/registers.md。\
      与账簿不同的行列明而不记录（W6100），此时退出码为 1。
      """,
      """
      A file is checked whole and all its errors are shown; nothing is recorded unless all of it can be. Events that the
      book has already are left out, so a repeated import posts nothing twice; what bgt undo took back is recorded anew.
      A book that does not exist is created, under the rules that the file's `book` line names.

      Registers that need each other are named together, in any order, with tables of other events (a column kind) and
      journals as bgt export registers writes them: all are one batch, in the order of days.

      A workbook, or a table whose headings are those of a register (台账), is read as one: investments, envelopes, social,
      loans, valuations, dividends, exits. --dry-run shows row by row what would be recorded, and what not and why.
      bgt template KIND writes an empty one; Docs/registers.md describes headings and mappings. Rows that differ from the
      book are named and not recorded (W6100): then the command ends with 1.
      """))

  @OptionGroup var book: BookOptions

  @Argument(
    help: ArgumentHelp(
      "文本账（.journal）、CSV、JSON 或 XLSX 文件；- 为标准输入。",
      "Journals (.journal), CSV, JSON or XLSX files; - is standard input.", valueName: "file"),
    completion: .file())
  var files: [String]

  @Flag(help: ArgumentHelp("能记的记入，其余列明。", "Record what can be recorded and report the rest."))
  var keepGoing = false

  @Flag(name: [.customShort("n"), .long], help: ArgumentHelp("全部检查，不作记录。", "Check everything, record nothing."))
  var dryRun = false

  @Flag(
    help: ArgumentHelp(
      "用 bgt reverse 冲销过的也重新记入；随批次撤销的总会重新记入。",
      "Record anew what was reversed with bgt reverse too; what was undone with its batch always is."))
  var again = false

  @Option(
    help: ArgumentHelp("没有类型列的各行属于此事项类型。", "Event kind of rows without a kind column."), completion: .list(EventCatalog.kinds.map(\.name)))
  var kind: String?

  @Option(
    help: ArgumentHelp(
      "journal、csv、json、hledger、ledger 或 beancount（缺省看文件名和内容）。",
      "journal, csv, json, hledger, ledger or beancount (default: by the file's name and text)."),
    completion: .list(EventFile.Form.allCases.map(\.rawValue)), transform: Parsing.form)
  var format: EventFile.Form?

  @Option(
    help: ArgumentHelp(
      "台账中应作新事项记入的行，如 3,7，虽然账簿已有相近的事项（W6100）。", "Rows of a register, as 3,7, that are new though the book has something like them (W6100).",
      valueName: "rows"),
    transform: Parsing.rows)
  var asNew: Set<Int> = []

  @OptionGroup var registers: RegisterOptions

  @Option(
    help: ArgumentHelp("zh 或 en（缺省看系统语言）。", "zh or en (default: from the locale)."), completion: .list(["zh", "en"]),
    transform: Parsing.language)
  var lang: Language?

  func run() throws {
    let inputs = try files.map { path throws(Diagnostic) in
      var file = try EventFile(path: path, form: format, kind: kind)
      file.today = SystemClock.today
      return file
    }
    if format == nil || format == .csv {
      let tables = try inputs.map { try registers.tables(of: $0, kind: kind) }
      if tables.contains(where: { $0 != nil }) { return try record(tables, of: inputs) }
    }
    if !asNew.isEmpty { throw ValidationError(Wording("--as-new 指台账的行", "--as-new names rows of a register")) }
    let isNew = !BookFiles.exists(at: book.path)
    if isNew && dryRun { return try checkWithoutBook(inputs) }
    let opened = isNew ? try BookFiles.create(at: book.path, for: inputs) : try BookFiles.open(at: book.path)
    var action = BookImport()
    action.keepsGoing = keepGoing
    action.isDryRun = dryRun
    action.isAgain = again
    let progress = Progress(label: Wording("导入", "import"))
    action.progress = { progress.show($0) }
    let outcome: BookImport.Outcome
    do {
      outcome = try action.run(inputs, into: opened)
    } catch {
      progress.end()
      if isNew { BookFiles.discard(at: book.path) }
      throw error
    }
    progress.end()
    if isNew && !outcome.isCommitted { BookFiles.discard(at: book.path) }
    try report(outcome, isNew: isNew, head: outcome.isCommitted ? try opened.head(at: .latest).digest : "")
  }

  /// Registers are recorded together, as one batch: budgets speak of deals, and deals are paid out of budgets.
  private func record(_ tables: [[RegisterTable]?], of inputs: [EventFile]) throws {
    let others = zip(tables, inputs).filter { $0.0 == nil }.map(\.1)
    guard others.allSatisfy({ $0.form == .csv || $0.form == .journal }) else {
      throw ValidationError(
        Wording(
          "台账不能与 JSON 或其他软件的账本一起导入；请分开导入",
          "registers are imported apart from JSON and journals of peers; import one after the other"))
    }
    let tables = tables.flatMap { $0 ?? [] }
    if tables.count > 1, !asNew.isEmpty {
      throw ValidationError(
        Wording(
          "--as-new 指一张表的行；请单独导入该文件，有几张工作表的加 --sheet",
          "--as-new names rows of one table; import its file alone, with --sheet where it has several"))
    }
    try RegisterRecording(
      book: book, keepsGoing: keepGoing, isDryRun: dryRun, asNew: asNew, language: language
    ).run(tables, of: inputs, others: others)
  }

  private func report(_ outcome: BookImport.Outcome, isNew: Bool, head: String) throws {
    Warnings.show(outcome.warnings, listsAll: dryRun)
    let words = ImportWords(language: language, path: book.path, isNew: isNew, head: head)
    if let line = words.line(outcome) { Terminal.write(line) }
    guard !outcome.problems.isEmpty else { return }
    outcome.problems.forEach { Terminal.complain($0) }
    if !outcome.isCommitted { Terminal.writeError(words.refusal) }
    throw ExitCode(Failure(diagnostics: outcome.problems).exitCode)
  }

  private var language: Language { lang ?? OutputOptions.localeLanguage }

  /// A dry run leaves no file behind, so the events are tried on books in memory.
  private func checkWithoutBook(_ inputs: [EventFile]) throws {
    try report(try BookImport.check(inputs), isNew: true, head: "")
  }
}
