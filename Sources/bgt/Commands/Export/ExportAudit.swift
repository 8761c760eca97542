import ArgumentParser
import FundLedger

/// `bgt export audit`: the package that an auditor takes away.
struct ExportAudit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "The audit package: electronic ledger, registers, events, documents, digests. 审计资料包",
    discussion: """
      Writes a new folder: the four electronic-ledger files of each book in the manner of GB/T 24589 (CSV and XML), the
      registers, all events word for word, batches, documents, reversals, reports, the posting rules, and SHA256SUMS with
      the head of the chain. The same book gives the same bytes. Check it with `sha256sum -c SHA256SUMS` in the folder and
      with `bgt verify --package DIR`.
      """)

  @OptionGroup var book: BookOptions
  @OptionGroup var speech: LanguageOptions

  @Argument(help: ArgumentHelp("The new folder.", valueName: "dir"))
  var folder: String
  @Option(help: "Limit the electronic-ledger files and the reports to this year.")
  var year: Int?

  func run() throws {
    let opened = try Book.open(at: book.path, readOnly: true)
    if let year, !Day.years.contains(year) { throw ValidationError(Wording("\(year) 不是年份", "\(year) is not a year")) }
    try AuditPackage(year: year, generator: "bgt \(Version.text)").write(opened, to: folder)
    let head = try opened.head()
    Terminal.say(
      Wording(
        "\(folder)：\(head.sequence) 笔事项；链头 \(head.digest)",
        "\(folder): \(EnglishCount.of(head.sequence, "event")); chain head \(head.digest)"))
  }
}
