import ArgumentParser
import FundLedger

/// Records the registers of one file and says what became of each row.
struct RegisterRecording {
  let book: BookOptions
  let keepsGoing: Bool
  let isDryRun: Bool
  let language: Language

  /// Records the tables, or shows what would be recorded.
  func run(_ tables: [RegisterTable], of file: EventFile) throws {
    var action = RegisterImport()
    action.keepsGoing = keepsGoing
    action.isDryRun = isDryRun
    let isNew = !BookFiles.exists(at: book.path)
    if isNew && isDryRun { return try report(try action.check(tables), head: "", isNew: true) }
    let opened = isNew ? try BookFiles.create(at: book.path, for: []) : try BookFiles.open(at: book.path)
    let outcome: RegisterImport.Outcome
    do { outcome = try action.run(tables, from: file, into: opened) } catch {
      if isNew { BookFiles.discard(at: book.path) }
      throw error
    }
    if isNew && !outcome.result.isCommitted { BookFiles.discard(at: book.path) }
    try report(outcome, head: try opened.head().digest, isNew: isNew)
  }

  private func report(_ outcome: RegisterImport.Outcome, head: String, isNew: Bool) throws {
    if isDryRun { for plan in outcome.plans { try show(plan, outcome.register) } }
    Warnings.show(outcome.result.warnings)
    if !isDryRun { outcome.plans.flatMap(\.remarks).forEach { Terminal.complain($0) } }
    Terminal.write(summary(outcome, head, isNew))
    let problems = outcome.result.problems
    guard !problems.isEmpty else { return }
    problems.forEach { Terminal.complain($0) }
    if !outcome.result.isCommitted { Terminal.writeError("bgt: nothing was recorded\n") }
    throw ExitCode(Failure(diagnostics: problems).exitCode)
  }

  private func show(_ plan: RegisterPlan, _ register: Register) throws {
    let options = RenderOptions(language: language, width: Terminal.width)
    Terminal.write(try Format.text.bytes(of: plan.document(register: register), options))
  }

  private func summary(_ outcome: RegisterImport.Outcome, _ head: String, _ isNew: Bool) -> String {
    let result = outcome.result
    let differing = outcome.plans.reduce(0) { $0 + $1.differing }
    let left = outcome.plans.reduce(0) { $0 + $1.skipped.count }
    var parts: [String] = []
    if result.alreadyRecorded > 0 { parts.append(result.alreadyRecorded == 1 ? "1 is there already" : "\(result.alreadyRecorded) are there already") }
    if differing > 0 { parts.append(differing == 1 ? "1 differs" : "\(differing) differ") }
    if left > 0 { parts.append(left == 1 ? "1 row left out" : "\(left) rows left out") }
    let rest = parts.isEmpty ? "" : ", " + parts.joined(separator: ", ")
    if let draft = result.draft, result.isCommitted {
      return "\(book.path): \(result.recorded) events wait as draft \(draft)\(rest); another person posts them with bgt approve \(draft)\n"
    }
    if result.isCommitted {
      return "\(isNew ? "new book " : "")\(book.path): \(result.recorded) event\(result.recorded == 1 ? "" : "s") recorded\(rest); chain head \(head.prefix(16))\n"
    }
    if isDryRun, !keepsGoing, result.problems.contains(where: { $0.severity == .error }) {
      return "dry run: nothing would be recorded; \(result.recorded == 1 ? "1 event is" : "\(result.recorded) events are") without error\(rest)\n"
    }
    if isDryRun { return "dry run: \(result.recorded) event\(result.recorded == 1 ? "" : "s") would be recorded\(rest)\n" }
    return result.problems.isEmpty ? "\(book.path): nothing new to record\(rest)\n" : ""
  }
}
