import FundLedger

/// What `bgt import` says at its end.
struct ImportWords {
  let language: Language
  /// The path of the book.
  let path: String
  var isNew = false
  /// The digest at the end of the chain.
  var head = ""

  /// Said on the error stream when a file is refused.
  var refusal: String { Phrase("bgt: 未记入任何事项\n", "bgt: nothing was recorded\n")[language] }

  /// The last line of an import of files of events; nil when its errors say all.
  func line(_ outcome: BookImport.Outcome) -> String? {
    let again = outcome.alreadyRecorded
    var known = again == 0 ? Phrase.none : Phrase("，已有 \(again) 笔", ", \(again) were there already")
    let anew = outcome.renewed
    if anew > 0 { known = Phrase("，其中冲销后重记 \(anew) 笔", ", \(anew) of them anew after they were reversed") + known }
    let events = "\(outcome.recorded) event\(outcome.recorded == 1 ? "" : "s")"
    if let draft = outcome.draft { return waiting(outcome.recorded, draft, known) }
    if outcome.isCommitted { return committed(outcome.recorded, events, known) }
    guard outcome.problems.isEmpty else { return nil }
    return ended(
      Phrase(
        "试运行：将记入 \(outcome.recorded) 笔事项\(anew > 0 ? "，其中冲销后重记 \(anew) 笔" : "")，已有 \(again) 笔",
        "dry run: \(events) would be recorded\(anew > 0 ? ", \(anew) of them anew after they were reversed" : ""), "
          + "\(again) are there already"))
  }

  /// The last line of an import of registers; nil when its errors say all.
  func line(_ outcome: RegisterImport.Outcome, isDryRun: Bool, keepsGoing: Bool) -> String? {
    let result = outcome.result
    let rest = rest(of: outcome)
    let events = "\(result.recorded) event\(result.recorded == 1 ? "" : "s")"
    if let draft = result.draft, result.isCommitted { return waiting(result.recorded, draft, rest) }
    if result.isCommitted { return committed(result.recorded, events, rest) }
    if isDryRun, !keepsGoing, result.problems.contains(where: { $0.severity == .error }) {
      let sound = Phrase("\(result.recorded) 笔事项无误", "\(events) \(result.recorded == 1 ? "is" : "are") without error")
      return ended(Phrase("试运行：不会记入任何事项；", "dry run: nothing would be recorded; ") + sound + rest)
    }
    if isDryRun { return ended(Phrase("试运行：将记入 \(result.recorded) 笔事项", "dry run: \(events) would be recorded") + rest) }
    return result.problems.isEmpty ? ended(Phrase("\(path)：没有新的事项可记入", "\(path): nothing new to record") + rest) : nil
  }

  /// What became of the rows that were not recorded.
  private func rest(of outcome: RegisterImport.Outcome) -> Phrase {
    let known = outcome.result.alreadyRecorded
    let differing = outcome.plans.reduce(0) { $0 + $1.differing }
    let left = outcome.plans.reduce(0) { $0 + $1.skipped.count }
    var rest = Phrase.none
    if known > 0 { rest = rest + Phrase("，已有 \(known) 笔", known == 1 ? ", 1 is there already" : ", \(known) are there already") }
    if differing > 0 { rest = rest + Phrase("，不同 \(differing) 笔", differing == 1 ? ", 1 differs" : ", \(differing) differ") }
    let repeated = outcome.plans.reduce(0) { $0 + $1.repeated.count }
    if repeated > 0 { rest = rest + Phrase("，重复 \(repeated) 笔", repeated == 1 ? ", 1 is repeated" : ", \(repeated) are repeated") }
    if left > 0 { rest = rest + Phrase("，略过 \(left) 行", left == 1 ? ", 1 row left out" : ", \(left) rows left out") }
    return rest
  }

  private func waiting(_ count: Int, _ draft: Int64, _ rest: Phrase) -> String {
    ended(
      Phrase("\(path)：\(count) 笔事项存为草稿 \(draft)", "\(path): \(EnglishCount.of(count, "event waits", "events wait")) as draft \(draft)")
        + rest
        + Phrase("；由另一人用 bgt approve \(draft) 复核记账", "; another person posts them with bgt approve \(draft)"))
  }

  private func committed(_ count: Int, _ events: String, _ rest: Phrase) -> String {
    let new = isNew ? Phrase("新账簿 ", "new book ") : .none
    return ended(
      new + Phrase("\(path)：记入 \(count) 笔事项", "\(path): \(events) recorded") + rest
        + Phrase("；链头 \(head.prefix(16))", "; chain head \(head.prefix(16))"))
  }

  private func ended(_ phrase: Phrase) -> String { phrase[language] + "\n" }
}
