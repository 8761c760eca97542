import ArgumentParser
import FundLedger

/// Records registers and says what became of each row.
struct RegisterRecording {
  let book: BookOptions
  let keepsGoing: Bool
  let isDryRun: Bool
  /// Rows that are new, as the user says.
  let asNew: Set<Int>
  let language: Language

  /// Records the tables of all files together, or shows what would be recorded.
  ///
  /// - Parameter others: tables and journals of other events among the files.
  func run(_ tables: [RegisterTable], of files: [EventFile], others: [EventFile]) throws {
    var action = RegisterImport()
    action.keepsGoing = keepsGoing
    action.isDryRun = isDryRun
    action.asNew = asNew
    let progress = Progress(label: Wording("导入", "import"))
    defer { progress.end() }
    action.progress = { progress.show($0, of: $1) }
    let isNew = !BookFiles.exists(at: book.path)
    if isNew && isDryRun {
      let tried = try action.check(tables, others: others)
      progress.end()
      return try report(tried, head: "", isNew: true)
    }
    let opened = isNew ? try BookFiles.create(at: book.path, for: others) : try BookFiles.open(at: book.path)
    let outcome: RegisterImport.Outcome
    do { outcome = try action.run(tables, from: files, others: others, into: opened) } catch {
      if isNew { BookFiles.discard(at: book.path) }
      throw error
    }
    progress.end()
    if isNew && !outcome.result.isCommitted { BookFiles.discard(at: book.path) }
    try report(outcome, head: try opened.head().digest, isNew: isNew)
  }

  private func report(_ outcome: RegisterImport.Outcome, head: String, isNew: Bool) throws {
    if isDryRun { for plan in outcome.plans { try show(plan, outcome.register) } }
    Warnings.show(outcome.result.warnings)
    if !isDryRun { outcome.plans.flatMap { $0.remarks() }.forEach { Terminal.complain($0) } }
    let words = ImportWords(language: language, path: book.path, isNew: isNew, head: head)
    if let line = words.line(outcome, isDryRun: isDryRun, keepsGoing: keepsGoing) { Terminal.write(line) }
    let problems = outcome.result.problems
    guard !problems.isEmpty else {
      // What differs, or says that it is void, was left out, and is not there until somebody says which is right.
      if outcome.plans.contains(where: { $0.differing > 0 || $0.hasOpenRows }) { throw ExitCode(Diagnostic.Class.answerIsNo.rawValue) }
      return
    }
    problems.forEach { Terminal.complain($0) }
    if !outcome.result.isCommitted { Terminal.writeError(words.refusal) }
    throw ExitCode(Failure(diagnostics: problems).exitCode)
  }

  private func show(_ plan: RegisterPlan, _ register: Register) throws {
    let options = RenderOptions(language: language, width: Terminal.width)
    Terminal.write(try Format.text.bytes(of: plan.document(register: register), options))
  }
}
