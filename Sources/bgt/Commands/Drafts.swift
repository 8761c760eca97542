import ArgumentParser
import FundLedger

/// `bgt drafts`: what waits for a second person.
struct Drafts: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drafts",
    abstract: "Lists what waits for approval, or shows one draft with the vouchers it would make. 待审核",
    discussion: "In books of two persons (bgt init --approval two) what one records waits until another one approves it.")

  @OptionGroup var book: BookOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "Number of a draft.")
  var draft: Int64?
  @Flag(help: "List decided drafts too.")
  var all = false

  func run() throws {
    let opened = try BookFiles.open(at: book.path)
    if let draft { return try output.show(try opened.document(ofDraft: draft)) }
    try output.show(try DraftsReport(try opened.drafts(all ? nil : .open)).document(from: opened))
  }
}
