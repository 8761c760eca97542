import LedgerCore
import Portfolio
import ReportDocument

/// Everything that breaks a requirement or is about to: caps, deadlines, idle money, gaps in the books.
public struct CheckReport: Sendable {
  /// The two times of the question.
  public var moment: Moment
  /// Only these rules; all when empty.
  public var rules: Set<PolicyRule>
  /// Packs to check by in place of what the books adopted; for this check alone.
  public var packs: [PolicyPack]
  /// Which days are working days.
  public var calendar: WorkCalendar

  public init(
    moment: Moment = .latest, rules: Set<PolicyRule> = [], packs: [PolicyPack] = [], calendar: WorkCalendar = WorkCalendar()
  ) {
    self.moment = moment
    self.rules = rules
    self.packs = packs
    self.calendar = calendar
  }

  /// Runs the checks.
  ///
  /// - Throws: `sumOverflow` when a sum leaves its range, or what the source throws.
  public func result(from source: any LedgerSource) throws(Diagnostic) -> CheckResult {
    let basis = try CheckBasis(packs, source.register)
    let books = try CheckedBooks(source, moment: moment, requirements: basis.requirements, calendar: calendar)
    var findings: [CheckFinding] = []
    var unjudged: [(rule: PolicyRule, why: Phrase)] = []
    for check in PolicyChecks.all where rules.isEmpty || rules.contains(check.rule) {
      if !basis.asks(check.rule) { continue }
      let outcome = try check.outcome(in: books)
      findings += outcome.findings
      unjudged += outcome.unjudged.map { (check.rule, $0) }
    }
    findings.sort(by: CheckFinding.comesBefore)
    var document = try document(source, basis, books.day)
    let base = source.register.base
    document.sections = [
      Section("summary", blocks: [.figures(summary(findings))]),
      Section(
        "findings", title: Phrase("发现", "Findings"),
        blocks: CheckTables.findings(findings, basis.requirements, base)),
    ]
    if !findings.isEmpty {
      document.sections.append(
        Section(
          "sources", title: Phrase("处理与出处", "What to do, by which source"),
          blocks: [.table(CheckTables.sources(basis.requirements, findings))]))
    }
    if !unjudged.isEmpty {
      document.sections.append(
        Section("unjudged", title: Phrase("未能判断", "Not judged"), blocks: [.table(CheckTables.unjudged(unjudged))]))
    }
    if rules.isEmpty, let guessed = try GuessedAccounts(source, moment: moment).section { document.sections.append(guessed) }
    if rules.isEmpty, let quota = try QuotaVouchers(source, moment: moment).section(source) { document.sections.append(quota) }
    document.sections.append(
      Section(
        "requirements", title: Phrase("检查依据", "What was checked"),
        blocks: [.table(CheckTables.requirements(basis.requirements, findings, rules, base))]))
    document.extras = [JSONMember("findings", .array(findings.map { $0.machine(base) }))]
    return CheckResult(document: document, findings: findings)
  }

  private func document(
    _ source: any LedgerSource, _ basis: CheckBasis, _ day: Day
  ) throws(Diagnostic) -> ReportDocument {
    var document = try ReportFrame(source: source, moment: moment, about: basis.facts).document(
      "check", title: Phrase("合规检查与预警", "Checks and alarms"),
      definitions: [
        Phrase(
          "规则按其有效期适用：上限看发生之日，期限看起算之日，余额和集中度看截止日",
          "a rule applies to the days for which it was in force: caps on the day of the event, deadlines on the day from "
            + "which they count, balances and concentration on the cut-off day"),
        Phrase("出处注明“未核对”的，参数未与正式文本核对", "a source marked unverified was not read in the official text"),
      ])
    if basis.isDefault {
      document.notes.append(
        Phrase(
          "账簿未采用任何政策；本次按内置政策包 \(PolicyPack.defaultName) 检查，其参数未核对，不代表当地规定。采用政策：bgt policy adopt",
          "the books adopted no policy; they were checked by the built-in pack \(PolicyPack.defaultName), whose parameters are "
            + "unverified and stand for no place's rules; bgt policy adopt adopts one"
        ).asSentence)
    }
    if moment.asOf == .never {
      document.notes.append(
        Phrase("期限按最后记账日 \(day) 判断；其他日期用 --as-of", "Deadlines are judged on the last day recorded, \(day); --as-of names another"))
    }
    return document
  }

  private func summary(_ findings: [CheckFinding]) -> FigureList {
    func count(_ mode: FindingMode) -> Cell { .count(findings.count { $0.severity == mode }) }
    return FigureList(
      "summary",
      [
        Figure("breaches", Phrase("违规", "Breaches"), count(.breach)),
        Figure("warnings", Phrase("警告", "Warnings"), count(.warn)),
        Figure("notes", Phrase("提示", "Notes"), count(.note)),
      ])
  }
}

/// What a check came to: its report, what it found, and so whether the answer is no.
public struct CheckResult: Sendable {
  public let document: ReportDocument
  /// In the order of the report.
  public let findings: [CheckFinding]
  /// Whether something is a breach, and not a warning or a note alone.
  public var hasBreach: Bool { findings.contains { $0.severity == .breach } }
}
