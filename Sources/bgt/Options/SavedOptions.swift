import ArgumentParser
import FundLedger

/// Whose saved reports are meant: those beside a book or a journal.
struct SavedOptions: ParsableArguments {
  @OptionGroup var book: BookOptions

  @Option(
    name: [.customShort("f"), .customLong("file")], help: ArgumentHelp("不用账簿，用文本账的已存报表。", "The reports of a journal instead of a book."))
  var file: String?
  @Option(
    help: ArgumentHelp(
      "已存报表的文件（缺省为 BGT_SAVED，否则为 账簿.reports）。", "The file of saved reports (default: BGT_SAVED, else BOOK.reports).", valueName: "file"),
    completion: .file())
  var saved: String?

  /// The saved reports.
  func reports() throws(Diagnostic) -> SavedReports {
    let path = saved ?? Terminal.environment("BGT_SAVED") ?? SavedReports.path(beside: file ?? book.path)
    return try SavedReports(reading: path)
  }

  /// The options as they were given before.
  var given: [String] { words + (saved.map { ["--saved", $0] } ?? []) }

  /// The options by which a saved report reads the same books.
  var words: [String] { file.map { ["-f", $0] } ?? ["--book", book.path] }
}
