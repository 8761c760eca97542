import ArgumentParser
import FundLedger

/// `bgt manual`: all that the program says of itself as one page for `man`.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: Wording("手册页：供 man 阅读的手册。", "The manual as a page for man. 手册页"),
    discussion: Wording(
      """
      bgt manual | man -l -
      bgt manual -o ~/.local/share/man/man1/bgt.1
      """,
      """
      bgt manual | man -l -
      bgt manual -o ~/.local/share/man/man1/bgt.1
      """))

  @Option(name: [.short, .long], help: ArgumentHelp("写入文件。", "Write to a file.", valueName: "file"), completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp("zh 或 en（缺省看系统语言）。", "zh or en (default: from the locale)."), completion: .list(["zh", "en"]),
    transform: Parsing.language)
  var lang: Language?

  func run() throws {
    var page = ManualPage(try CommandOutline.program(), language: lang ?? OutputOptions.localeLanguage)
    let text = page.text(version: Version.text)
    guard let output else { return Terminal.write(text) }
    try FileBytes.write(Array(text.utf8), to: output)
  }
}
