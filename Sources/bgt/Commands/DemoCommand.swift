import ArgumentParser
import FundLedger

/// `bgt demo`: a small set of books in a folder of its own, and the four jobs on it.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Makes a small set of books in a new folder and walks through the four jobs. 演示",
    discussion: "Nothing that is there is written over. Names and figures are invented.")

  @Argument(help: ArgumentHelp("The new folder.", valueName: "dir"))
  var folder: String = "bgt-demo"

  @Option(help: "zh or en (default: from the locale).", completion: .list(["zh", "en"]), transform: Parsing.language)
  var lang: Language?

  func run() throws {
    try DemoWalk(language: lang ?? OutputOptions.localeLanguage, folder: folder).run()
  }
}
