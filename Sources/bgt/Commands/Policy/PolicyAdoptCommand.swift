import ArgumentParser
import FundLedger

/// `bgt policy adopt`: a book follows a pack from a day on.
struct PolicyAdoptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adopt", abstract: Wording("采用政策：账簿自某日起采用政策包。", "Has the book follow a policy pack from a day on. 采用政策"),
    discussion: Wording(
      """
      政策包记为一个事项，其各项要求各记为一个事项，校验账簿因此不需要原文件。要求规定不得记录的，自此拒绝。
      """,
      """
      One event for the pack and one for each requirement are recorded, so that the book can be verified without the file. \
      What a requirement refuses when recording is refused from then on.
      """))

  @OptionGroup var book: BookOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: ArgumentHelp("内置政策包，或政策包文件（JSON）。", "A built-in pack, or a pack file (JSON)."))
  var pack: String
  @Option(name: .customLong("from"), help: ArgumentHelp("账簿开始采用之日。", "First day on which the book follows it."), transform: Parsing.day)
  var from: Day
  @Option(help: ArgumentHelp("采用所依据的文件。", "Document behind the adoption."))
  var doc: String?

  func run() throws {
    let opened = try BookFiles.open(at: book.path)
    let found = try PolicyFiles.pack(pack)
    let outcomes = try opened.adopt(found, from: from, document: doc)
    if case .drafted = outcomes.first { return try Recorded.show(outcomes[0], in: opened, output) }
    if outcomes.isEmpty {
      return Terminal.complain(
        Diagnostic(
          .alreadyRecorded, Wording("账簿已采用 \(found.name)；没有记录任何内容", "the book follows \(found.name) already; nothing was recorded"),
          hint: Wording("bgt check 列出检查的依据", "bgt check says what it is checked by"), severity: .warning))
    }
    try output.show(PolicyReport.contents(of: found, from: from))
  }
}
