import ArgumentParser
import FundLedger

/// `bgt verify`: recomputes the whole book and says what differs.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Recomputes chain, vouchers, numbers, balances and quotas, and says what differs. 校验",
    discussion: "Exit code 1 when the file holds anything that its events do not account for.")

  @OptionGroup var book: BookOptions

  func run() throws {
    let progress = Progress(label: "verify")
    let findings = try Book.verify(at: book.path) { done, total in progress.show(Int(done), of: Int(total)) }
    progress.end()
    if findings.isEmpty {
      let head = try Book.open(at: book.path, readOnly: true).head(at: .latest)
      return Terminal.write("\(book.path): \(head.sequence) events, all sound; chain head \(head.digest)\n")
    }
    for finding in findings { Terminal.write("\(finding)\n") }
    Terminal.write("\(book.path): \(findings.count) findings\n")
    throw ExitCode(Diagnostic.Class.answerIsNo.rawValue)
  }
}
