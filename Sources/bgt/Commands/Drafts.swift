import ArgumentParser
import FundLedger

/// `bgt drafts`: what waits for a second person.
struct Drafts: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drafts",
    abstract: Wording(
      "待复核：列示待复核的草稿，或显示一份草稿及其将生成的凭证。", "Lists what waits for approval, or shows one draft with the vouchers it would make. 待复核"),
    discussion: Wording(
      "两人复核的账簿（bgt init --approval two）中，一人记入的内容待另一人复核后才记账。",
      "In books of two persons (bgt init --approval two) what one records waits until another one approves it."))

  @OptionGroup var book: BookOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: ArgumentHelp("草稿编号。", "Number of a draft."))
  var draft: Int64?
  @Flag(help: ArgumentHelp("已处理的草稿也列示。", "List decided drafts too."))
  var all = false

  func run() throws {
    let opened = try BookFiles.open(at: book.path)
    if let draft { return try output.show(try opened.document(ofDraft: draft)) }
    try output.show(try DraftsReport(try opened.drafts(all ? nil : .open)).document(from: opened))
  }
}
