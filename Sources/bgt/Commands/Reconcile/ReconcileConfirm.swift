import ArgumentParser
import FundLedger

/// `bgt reconcile confirm`: records proposed matches.
struct ReconcileConfirm: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm", abstract: Wording("确认勾对：把某一科目的勾对建议记为已确认。", "Records proposed matches of an account as confirmed. 确认勾对"),
    discussion: Wording(
      """
      不写明细时，确认分数不低于 --score 且没有同样好的其他选择的全部建议；写明细（#21 #22）时，确认其建议，不论分数。手工勾对：
      bgt record match 国库存款 --lines #21 --events #17,#18
      bgt reverse #编号 取消一项勾对，bgt undo 取消整个批次；取消的可以重新确认。
      """,
      """
      Without lines, every proposal of at least --score that has no equally good choice; with lines (#21 #22), what is
      proposed for them whatever its score. A match by hand: bgt record match 国库存款 --lines #21 --events #17,#18.
      bgt reverse #NUMBER opens a match again, bgt undo the whole batch; what was opened again can be confirmed again.
      """),
    aliases: ["确认"])

  @OptionGroup var book: BookOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var matching: MatchOptions
  @OptionGroup var listing: ListingOptions

  @Argument(help: ArgumentHelp("对账单的明细，如 #21。", "Lines of the statement, as #21.", valueName: "line"))
  var lines: [String] = []
  @Option(help: ArgumentHelp("最低分数，0 至 100。", "The least score, 0 to 100."))
  var score: Int = 80

  func validate() throws {
    guard (0...100).contains(score) else { throw ValidationError(Wording("--score 是 0 到 100 的数", "--score is a number from 0 to 100")) }
  }

  func run() throws {
    let opened = try BookFiles.open(at: book.path)
    let numbers = try lines.map { word throws -> Int64 in
      guard let number = Int64(word.first == "#" ? String(word.dropFirst()) : word) else {
        throw ValidationError(
          Wording("\(word) 不是明细的编号；bgt reconcile proposals 列出编号", "\(word) is no number of a line; bgt reconcile proposals shows them"))
      }
      return number
    }
    let report = ProposalsReport(account: matching.account, rules: try matching.rules)
    let events = try report.confirmations(from: opened, scoreMin: score, lines: Set(numbers))
    if events.isEmpty {
      return try output.show(try MatchesReport(account: matching.account, matches: []).document(from: opened))
    }
    let (matches, draft) = try opened.confirm(events)
    if let draft { return try Recorded.show(.drafted(draft), in: opened, output) }
    let result = MatchesReport(account: matching.account, matches: matches, listedMax: try listing.listedMax(output))
    try output.show(try result.document(from: opened))
  }
}
