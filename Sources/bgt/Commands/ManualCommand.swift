import ArgumentParser
import FundLedger

/// `bgt manual`: all that the program says of itself as one page for `man`.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "The manual as a page for man. 手册页",
    discussion: """
      bgt manual | man -l -
      bgt manual -o ~/.local/share/man/man1/bgt.1
      """)

  @Option(name: [.short, .long], help: ArgumentHelp("Write to a file.", valueName: "file"), completion: .file())
  var output: String?

  @Option(help: "zh or en (default: from the locale).", completion: .list(["zh", "en"]), transform: Parsing.language)
  var lang: Language?

  func run() throws {
    var page = ManualPage(try CommandOutline.program(), language: lang ?? OutputOptions.localeLanguage)
    let text = page.text(version: Version.text)
    guard let output else { return Terminal.write(text) }
    try FileBytes.write(Array(text.utf8), to: output)
  }
}
