import ArgumentParser
import FundLedger

/// `bgt demo`: a small set of books in a folder of its own, and the four jobs on it.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: Wording("演示：在新文件夹中建一套小账，走一遍四项工作。", "Makes a small set of books in a new folder and walks through the four jobs. 演示"),
    discussion: Wording("不覆盖已有文件。名称和金额均为虚构。", "Nothing that is there is written over. Names and figures are invented."))

  @Argument(help: ArgumentHelp("新文件夹。", "The new folder.", valueName: "dir"))
  var folder: String = "bgt-demo"

  @Option(
    help: ArgumentHelp("zh 或 en（缺省看系统语言）。", "zh or en (default: from the locale)."), completion: .list(["zh", "en"]),
    transform: Parsing.language)
  var lang: Language?

  func run() throws {
    try DemoWalk(language: lang ?? OutputOptions.localeLanguage, folder: folder).run()
  }
}
