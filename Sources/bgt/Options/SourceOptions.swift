import ArgumentParser
import FundLedger

/// Which books a report reads, and at which moment.
struct SourceOptions: ParsableArguments {
  @OptionGroup var book: BookOptions

  @Option(
    name: [.customShort("f"), .customLong("file")],
    help: ArgumentHelp(
      "不用账簿，改读文本账，或 CSV、XLSX 台账；可重复，- 为标准输入。",
      "Read a journal, or a register (台账) as CSV or XLSX, instead of a book; may be repeated, - is standard input.",
      valueName: "file"), completion: .file())
  var files: [String] = []

  @Option(help: ArgumentHelp("截至此日的情况。", "What was true on this day."), transform: Parsing.lastDay)
  var asOf: Day?

  @Option(
    help: ArgumentHelp("截至当时所知：事项编号（#120 或 120）、日期或时刻。", "As far as it was known: an event number (#120 or 120), a day, or an instant."))
  var knownAt: String?

  /// Opens the books; a journal with errors is refused whole.
  ///
  /// - Parameter foldsAllFacts: whether the report goes through all facts of a book, so that memory for them is made
  ///   ready while the book is opened.
  func open(
    keeping: MemoryLedger.Keeping = .everything, foldsAllFacts: Bool = false
  ) throws -> (source: any LedgerSource, moment: Moment) {
    if !files.isEmpty {
      let last = try number()
      let books = try JournalBooks(
        reading: files, keeping: keeping, through: last ?? .max,
        today: SystemClock.today)
      if !books.problems.isEmpty { throw Failure(diagnostics: books.problems) }
      Warnings.show(books.remarks)
      return (books.ledger, Moment(asOf: asOf ?? .never, knownAt: last ?? .max))
    }
    if foldsAllFacts { HeapPages.touchAside(forBookAt: book.path) }
    let (opened, moment) = try openBook()
    UntilExit.keep(opened.register)
    return (opened, moment)
  }

  /// Opens the book file as it was known at the moment that is asked for, for commands that need one.
  func openBook() throws -> (book: Book, moment: Moment) {
    var last = Int64.max
    if let knownAt { last = try KnownAt(parsing: knownAt).sequence(in: book.path) }
    return (try Book.open(at: book.path, readOnly: true, knownAt: last), Moment(asOf: asOf ?? .never, knownAt: last))
  }

  /// The moment that is asked of a journal.
  func momentOfJournal() throws -> Moment { Moment(asOf: asOf ?? .never, knownAt: try number() ?? .max) }

  /// The place in the chain that `--known-at` names, for a journal, which knows no instants.
  private func number() throws -> Int64? {
    guard let knownAt else { return nil }
    guard case .event(let number) = try KnownAt(parsing: knownAt) else {
      throw Diagnostic(
        .badUsage, Wording("文本账没有何时知悉的信息", "a journal has no record of when it was known"),
        hint: Wording("--known-at 写编号", "give --known-at a number"))
    }
    return number
  }
}
