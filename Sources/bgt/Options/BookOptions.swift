import ArgumentParser

/// Which book file a command works on.
struct BookOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("账簿文件（缺省为 BGT_BOOK，否则为 book.bgt）。", "The book file (default: BGT_BOOK, else book.bgt).", valueName: "file"),
    completion: .file())
  var book: String?

  /// The path of the book file.
  var path: String { book ?? Terminal.environment("BGT_BOOK") ?? "book.bgt" }
}
