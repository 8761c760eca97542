import ArgumentParser
import FundLedger

/// `bgt verify`: recomputes the whole book and says what differs.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: Wording(
      "校验：重新计算链、凭证、编号、余额和指标，列明不符之处。", "Recomputes chain, vouchers, numbers, balances and quotas, and says what differs. 校验"),
    discussion: Wording(
      """
      文件含有事项所不能说明的内容时，退出码为 1。结果为一行，发现的问题写到标准错误；写 --format 或 -o 时成为可存档的文件。
      """,
      """
      Exit code 1 when the file holds anything that its events do not account for. One line says the result and findings go
      to standard error; with --format or -o it is a document to keep.
      """))

  @OptionGroup var book: BookOptions

  @Option(
    help: ArgumentHelp(
      "曾抄下的链头，条数:摘要；链须经过它。", "A head that was written down, EVENTS:DIGEST; the chain must have passed it.", valueName: "head"))
  var expect: String?

  @Option(help: ArgumentHelp("曾保存的封存摘要，年度=摘要，见 bgt seal。", "A seal that was kept, YEAR=DIGEST, as bgt seal prints it.", valueName: "seal"))
  var seal: [String] = []

  @Option(help: ArgumentHelp("改为逐字节核对审计资料包与账簿。", "Check an audit package against the book instead, to the byte.", valueName: "dir"))
  var package: String?

  @OptionGroup var output: OutputOptions

  @Flag(help: ArgumentHelp("先由记录重建余额、编号和索引。", "Make balances, numbers and look-ups anew from the records first."))
  var rebuild = false

  func run() throws {
    if let package { return try check(package) }
    if rebuild { try BookFiles.open(at: book.path).rebuildProjections() }
    let progress = Progress(label: Wording("校验", "verify"))
    let findings = try Book.verify(at: book.path, expecting: try expectedHead()) { done, total in progress.show(Int(done), of: Int(total)) }
    progress.end()
    let seals = try seal.map(SealWords.init)
    var report = VerifyReport(path: book.path, findings: findings)
    if findings.isEmpty {
      let opened = try Book.open(at: book.path, readOnly: true)
      report.head = try opened.head(at: .latest)
      report.seals = try SealWords.lines(seals, in: opened)
    } else {
      report.firstDamaged = try Book.firstDamaged(of: findings, at: book.path).map { Phrase($0.wording) }
    }
    if output.isAskedFor { try output.show(report.document()) } else { say(report, findings) }
    if !findings.isEmpty || report.seals.contains(where: { !$0.isHolding }) {
      throw ExitCode(Diagnostic.Class.answerIsNo.rawValue)
    }
  }

  /// The result in a line, with a line for each seal; findings go to standard error.
  private func say(_ report: VerifyReport, _ findings: [Finding]) {
    if let head = report.head {
      Terminal.say(
        Wording(
          "\(book.path)：\(head.sequence) 笔事项，全部相符；链头 \(head.digest)",
          "\(book.path): \(EnglishCount.of(head.sequence, "event")), all sound; chain head \(head.digest)"))
      for seal in report.seals {
        Terminal.say(Wording("封账 \(seal.year)：", "seal \(seal.year): ") + seal.sentence.wording)
      }
      return
    }
    show(findings)
    let damaged =
      report.firstDamaged.map { Wording("首个受损事项 ", "first damaged event ") + $0.wording }
      ?? Wording("事项本身没有受损", "no event itself is damaged")
    Terminal.say(
      Wording("\(book.path)：不符 \(findings.count) 处；", "\(book.path): \(EnglishCount.of(findings.count, "finding")); ") + damaged)
  }

  /// Shows all findings; a way out that several in a row have stands below the first of them.
  private func show(_ findings: [Finding]) {
    var said = Wording.none
    for finding in findings {
      var diagnostic = finding.diagnostic
      if diagnostic.advice == said { diagnostic.advice = .none } else { said = diagnostic.advice }
      Terminal.complain(diagnostic)
    }
  }

  /// Makes the package again and compares every file.
  private func check(_ package: String) throws {
    let opened = try Book.open(at: book.path, readOnly: true)
    let scratch = Terminal.scratchPath("bgt-package")
    let differences = try AuditPackage.differences(of: package, from: opened, scratch: scratch)
    if output.isAskedFor {
      try output.show(PackageCheckReport(package: package, book: book.path, differences: differences.map { Phrase($0) }).document())
      if differences.isEmpty { return }
      throw ExitCode(Diagnostic.Class.answerIsNo.rawValue)
    }
    if differences.isEmpty {
      return Terminal.say(Wording("\(package)：每个文件都与 \(book.path) 一致", "\(package): every file is that of \(book.path)"))
    }
    differences.forEach(Terminal.say)
    Terminal.say(
      Wording(
        "\(package)：与 \(book.path) 有 \(differences.count) 处差异",
        "\(package): \(EnglishCount.of(differences.count, "difference")) from \(book.path)"))
    throw ExitCode(Diagnostic.Class.answerIsNo.rawValue)
  }

  /// `687:1530bc…`, as a report shows known-at and chain head.
  private func expectedHead() throws -> ChainHead? {
    guard let expect else { return nil }
    let parts = expect.split(separator: ":")
    guard parts.count == 2, let sequence = Int64(parts[0]), parts[1].count == 64 else {
      throw ValidationError(
        Wording(
          "--expect 写作 条数:摘要，摘要是 64 位十六进制，如 687:1530bc…",
          "--expect takes EVENTS:DIGEST, the digest of 64 hexadecimal digits, as in 687:1530bc…"))
    }
    return ChainHead(sequence: sequence, digest: parts[1].lowercased())
  }
}
