import ArgumentParser
import FundLedger

/// `bgt void`: gives a draft up.
struct VoidDraft: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "void", abstract: Wording("作废草稿：草稿不再记账，仍予列示。", "Gives a draft up; it stays listed. 作废草稿"),
    discussion: Wording("修改草稿：先作废，再重新记录。", "To change a draft, void it and record it anew."))

  @OptionGroup var book: BookOptions
  @OptionGroup var speech: LanguageOptions

  @Argument(help: ArgumentHelp("草稿编号。", "Number of the draft."))
  var draft: Int64
  @Option(help: ArgumentHelp("原因。", "Why."))
  var reason: String

  func run() throws {
    let opened = try BookFiles.open(at: book.path)
    if opened.register.approval == .one { throw Book.needsNoApproval }
    try opened.void(draft: draft, reason: reason)
    Terminal.say(Wording("草稿 \(draft) 已作废：\(reason)", "draft \(draft) is void: \(reason)"))
  }
}
