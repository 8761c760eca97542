import ArgumentParser
import FundLedger

/// `bgt approve`: posts drafts that another person prepared.
struct Approve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve",
    abstract: Wording("复核记账：复核他人编制的草稿并记账。", "Posts drafts that another person prepared. 复核记账"),
    discussion: Wording(
      """
      每份草稿记为一个批次，注明制单人和复核人。已不能成立的草稿（指标不足、期间已结账）被拒绝，仍待复核。
      """,
      """
      Each draft is posted as one batch that names both persons. A draft that no longer fits (quota gone, period closed)
      is refused and stays open.
      """))

  @OptionGroup var book: BookOptions
  @OptionGroup var speech: LanguageOptions

  @Argument(help: ArgumentHelp("草稿编号，见 bgt drafts。", "Numbers of drafts, as bgt drafts shows them."))
  var drafts: [Int64] = []
  @Flag(help: ArgumentHelp("依次复核全部待复核草稿。", "Approve every open draft, in order."))
  var all = false
  @Option(help: ArgumentHelp("新旧衔接草稿所用的规则文件；草稿存有其摘要。", "Rule file that a draft of a change of charts names; the draft holds its digest."))
  var rules: [String] = []

  func validate() throws {
    if drafts.isEmpty != all { throw ValidationError(Wording("写草稿的编号，或 --all", "give the numbers of drafts, or --all")) }
  }

  func run() throws {
    let opened = try BookFiles.open(at: book.path)
    if opened.register.approval == .one { throw Book.needsNoApproval }
    let wanted = all ? try opened.drafts(.open).map(\.id) : drafts
    if wanted.isEmpty { return Terminal.say(Wording("没有待复核的草稿", "no draft waits for approval")) }
    var offered: [RuleSet] = []
    for name in rules { offered.append(try RuleFiles.ruleSet(name)) }
    var refused: [Diagnostic] = []
    for id in wanted {
      do throws(Diagnostic) {
        let posted = try opened.approve(draft: id, offering: offered).compactMap(\.event)
        let ahead = DatesAhead.warning(of: posted.map(\.event), today: SystemClock.today)
        Warnings.show(posted.flatMap(\.warnings) + [ahead].compactMap(\.self))
        let vouchers = posted.reduce(0) { $0 + $1.vouchers.count }
        let batch = posted.first.map { $0.sequence - 1 } ?? 0
        Terminal.say(
          Wording(
            "草稿 \(id)：已记账，批次 #\(batch)，\(posted.count) 笔事项，\(vouchers) 张凭证",
            "draft \(id): posted as batch #\(batch), \(EnglishCount.of(posted.count, "event")), "
              + "\(EnglishCount.of(vouchers, "voucher"))"))
      } catch {
        refused.append(error)
      }
    }
    if !refused.isEmpty { throw Failure(diagnostics: refused) }
  }
}
