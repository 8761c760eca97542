import ArgumentParser
import FundLedger

/// What is written for a peer program, and where.
struct PeerExportOptions: ParsableArguments {
  @OptionGroup var source: SourceOptions
  @OptionGroup var books: LedgerOptions
  @OptionGroup var days: PeriodOptions
  @OptionGroup var queries: QueryOptions

  @Option(name: [.short, .long], help: ArgumentHelp("写入文件。", "Write to a file.", valueName: "file"), completion: .file())
  var output: String?

  /// Writes the books in a peer's format.
  func write(_ format: PeerFormat) throws {
    let query = try queries.query()
    let (entries, now) = try source.open()
    let (from, moment) = try days.period(now)
    var export = PeerExport(
      format: format, book: try books.book(default: nil), from: from ?? .always, moment: moment)
    export.query = query
    guard let output else { return try export.write(entries) { bytes throws(Diagnostic) in Terminal.write(bytes) } }
    let file = try StreamedFile(output)
    try export.write(entries) { bytes throws(Diagnostic) in try file.write(bytes) }
    try file.finish()
  }
}
