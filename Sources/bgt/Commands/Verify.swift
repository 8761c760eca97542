import ArgumentParser
import FundLedger

/// `bgt verify`: recomputes the whole book and says what differs.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Recomputes chain, vouchers, numbers, balances and quotas, and says what differs. 校验",
    discussion: "Exit code 1 when the file holds anything that its events do not account for.")

  @OptionGroup var book: BookOptions

  @Option(help: ArgumentHelp("A head that was written down, EVENTS:DIGEST; the chain must have passed it.", valueName: "head"))
  var expect: String?

  @Flag(help: "Make balances, numbers and look-ups anew from the records first.")
  var rebuild = false

  func run() throws {
    if rebuild { try BookFiles.open(at: book.path).rebuildProjections() }
    let progress = Progress(label: "verify")
    let findings = try Book.verify(at: book.path, expecting: try expectedHead()) { done, total in progress.show(Int(done), of: Int(total)) }
    progress.end()
    if findings.isEmpty {
      let head = try Book.open(at: book.path, readOnly: true).head(at: .latest)
      return Terminal.write("\(book.path): \(head.sequence) events, all sound; chain head \(head.digest)\n")
    }
    for finding in findings { Terminal.write("\(finding)\n") }
    Terminal.write("\(book.path): \(findings.count) findings\n")
    throw ExitCode(Diagnostic.Class.answerIsNo.rawValue)
  }

  /// `687:1530bc…`, as a report shows known-at and chain head.
  private func expectedHead() throws -> ChainHead? {
    guard let expect else { return nil }
    let parts = expect.split(separator: ":")
    guard parts.count == 2, let sequence = Int64(parts[0]), parts[1].count == 64 else {
      throw ValidationError("--expect takes EVENTS:DIGEST, the digest of 64 hexadecimal digits, as in 687:1530bc…")
    }
    return ChainHead(sequence: sequence, digest: parts[1].lowercased())
  }
}
