import ArgumentParser
import FundLedger

/// Which books a report reads, and at which moment.
struct SourceOptions: ParsableArguments {
  @OptionGroup var book: BookOptions

  @Option(name: [.customShort("f"), .customLong("file")], help: "Read a journal instead of a book; - is standard input.")
  var file: String?

  @Option(help: "What was true on this day.", transform: Parsing.day)
  var asOf: Day?

  @Option(help: "As far as it was known: an event number (#120 or 120), a day, or an instant.")
  var knownAt: String?

  /// Opens the books; a journal with errors is refused whole.
  func open(keeping: MemoryLedger.Keeping = .everything) throws -> (source: any LedgerSource, moment: Moment) {
    if let file {
      let books = try JournalBooks(reading: file, keeping: keeping)
      if !books.problems.isEmpty { throw Failure(diagnostics: books.problems) }
      return (books.ledger, Moment(asOf: asOf ?? .never, knownAt: try sequence(of: nil)))
    }
    let (opened, moment) = try openBook()
    return (opened, moment)
  }

  /// Opens the book file, for commands that need one.
  func openBook() throws -> (book: Book, moment: Moment) {
    let opened = try Book.open(at: book.path, readOnly: true)
    return (opened, Moment(asOf: asOf ?? .never, knownAt: try sequence(of: opened)))
  }

  /// The place in the chain that `--known-at` means; everything when it is not given.
  private func sequence(of book: Book?) throws -> Int64 {
    guard let knownAt else { return .max }
    let digits = knownAt.hasPrefix("#") ? knownAt.dropFirst() : Substring(knownAt)
    if let number = Int64(digits) { return number }
    guard let book else {
      throw Diagnostic(.badUsage, "a journal has no record of when it was known", hint: "give --known-at a number")
    }
    return try book.sequence(knownAt: knownAt)
  }
}
