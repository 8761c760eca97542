import ArgumentParser
import FundLedger

/// `bgt export audit`: the package that an auditor takes away.
struct ExportAudit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: Wording("审计资料包：电子账簿、台账、事项、文件和摘要。", "The audit package: electronic ledger, registers, events, documents, digests. 审计资料包"),
    discussion: Wording(
      """
      写一个新文件夹：各账簿按 GB/T 24589 方式的四个电子账簿文件（CSV 和 XML）、台账、逐字的全部事项、批次、文件、冲销、报告、记账规则，\
      以及含链头的 SHA256SUMS。同一账簿所得逐字节相同。在该文件夹中用 `sha256sum -c SHA256SUMS`、或用 `bgt verify --package 文件夹` 核对。
      """,
      """
      Writes a new folder: the four electronic-ledger files of each book in the manner of GB/T 24589 (CSV and XML), the
      registers, all events word for word, batches, documents, reversals, reports, the posting rules, and SHA256SUMS with
      the head of the chain. The same book gives the same bytes. Check it with `sha256sum -c SHA256SUMS` in the folder and
      with `bgt verify --package DIR`.
      """))

  @OptionGroup var book: BookOptions
  @OptionGroup var speech: LanguageOptions

  @Argument(help: ArgumentHelp("新文件夹。", "The new folder.", valueName: "dir"))
  var folder: String
  @Option(help: ArgumentHelp("电子账簿文件和报告只含此年度。", "Limit the electronic-ledger files and the reports to this year."))
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
