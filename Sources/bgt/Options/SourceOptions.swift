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
    if digits.count < 8, digits.allSatisfy(\.isNumber), let number = Int64(digits) { return number }
    guard let time = SourceOptions.instant(knownAt) else {
      throw ValidationError(
        "--known-at \(knownAt) is neither an event (#120), a day (2026-11-23) nor an instant in UTC (2026-11-23T10:00:00Z)")
    }
    guard let book else {
      throw Diagnostic(.badUsage, "a journal has no record of when it was known", hint: "give --known-at a number")
    }
    return try book.sequence(knownAt: time)
  }

  /// A day as `2026-11-23`, or an instant in UTC as `2026-11-23T10:00:00Z`; nil for anything else.
  private static func instant(_ text: String) -> String? {
    if let day = Day(text) { return day.description }
    let parts = text.split(whereSeparator: { $0 == "T" || $0 == " " })
    guard parts.count == 2, let day = Day(parts[0]) else { return nil }
    let time = parts[1].last == "Z" ? parts[1].dropLast() : parts[1]
    let fields = time.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(fields.count), fields.allSatisfy({ $0.count == 2 && $0.allSatisfy(\.isNumber) }) else {
      return nil
    }
    // Without seconds all of the minute counts, as with a day all of the day.
    return "\(day)T\(time)" + (fields.count == 3 ? "Z" : "")
  }
}
