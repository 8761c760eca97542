import JournalText
import LedgerCore
import Portfolio

extension Book {
  /// All drafts in order, or those in one state.
  public func drafts(_ state: Draft.State? = nil) throws(Diagnostic) -> [Draft] {
    try reading { _ throws(Diagnostic) in
      let rows = try file.newStatement(
        "SELECT \(DraftRow.columns) FROM draft \(state.map { "WHERE state = \($0.rawValue) " } ?? "")ORDER BY id")
      var drafts: [Draft] = []
      while try rows.step() { drafts.append(try DraftRow.draft(rows)) }
      return drafts
    }
  }

  /// The draft with a number.
  ///
  /// - Throws: `unknownDraft` when there is none.
  public func draft(_ id: Int64) throws(Diagnostic) -> Draft {
    let found = try reading { _ throws(Diagnostic) -> Draft? in
      let row = try file.newStatement("SELECT \(DraftRow.columns) FROM draft WHERE id = ?")
      row.bind(1, id)
      return try row.step() ? try DraftRow.draft(row) : nil
    }
    if let found { return found }
    throw Diagnostic(
      .unknownDraft, Wording("没有草稿 \(id)", "there is no draft \(id)"), hint: Wording("bgt drafts 列出草稿", "bgt drafts lists them"))
  }

  /// Records a piece of work in books of one person; in books of two it is tried, and kept as a draft for the other.
  ///
  /// - Returns: what the work gave, and the number of the draft when one was made; work that records nothing new
  ///   makes none.
  /// - Throws: what the work threw, or what the store refused; nothing is kept then.
  public func submit<Result>(
    source: BatchOrigin, _ body: (BookWriter) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> (result: Result, draft: Int64?) {
    if register.approval == .one { return (try transaction(source: source, body), nil) }
    try TwoPersons.check(actor: actor)
    // Tried and kept in two transactions: what happens between them, approval finds.
    var text: [UInt8] = []
    let result: Result
    do throws(Diagnostic) {
      result = try rehearse(source, preparer: actor) { writer throws(Diagnostic) in
        let result = try body(writer)
        text = writer.recordedText
        return result
      }
    } catch {
      throw withDraft(error)
    }
    if text.isEmpty { return (result, nil) }
    let id = try changing { () throws(Diagnostic) in
      let id = try nextDraft()
      try DraftRow.insert(
        Draft(
          id: id, created: now(), preparer: actor, source: source.source, digest: source.digest,
          text: String(decoding: text, as: UTF8.self)), into: file)
      return id
    }
    return (result, id)
  }

  /// Posts a draft as a batch of its own, reviewed by the actor of this book.
  ///
  /// - Parameter rules: rule sets that a draft of a change of charts names and that neither come with the program nor
  ///   stand in the book; the draft holds the digest of the one that it means.
  /// - Throws: why it may not be posted, or why it no longer fits; it stays open then.
  public func approve(draft id: Int64, offering rules: [RuleSet] = []) throws(Diagnostic) -> [Appended] {
    if register.approval == .one { throw Book.needsNoApproval }
    let draft = try self.draft(id)
    try checkOpen(draft)
    try TwoPersons.check(actor: actor)
    try TwoPersons.check(preparer: draft.preparer, reviewer: actor)
    let origin = BatchOrigin(source: draft.source, digest: draft.digest, preparer: draft.preparer)
    return try transaction(source: origin) { writer throws(Diagnostic) in
      // Another process may have decided it while this one waited.
      var draft = try self.draft(id)
      try checkOpen(draft)
      for set in rules { writer.offer(set) }
      let outcomes = try Book.post(draft, writer)
      guard let first = outcomes.first?.event else { throw Book.outdated(draft, by: nil) }
      (draft.state, draft.reviewer, draft.decided) = (.approved, actor, now())
      draft.batch = first.sequence - 1
      try DraftRow.decide(draft, in: file)
      return outcomes
    }
  }

  /// Gives a draft up; it stays listed.
  ///
  /// - Throws: `draftDecided` when it was approved or voided already.
  public func void(draft id: Int64, reason: String) throws(Diagnostic) {
    if register.approval == .two { try TwoPersons.check(actor: actor) }
    try changing { () throws(Diagnostic) in
      var draft = try self.draft(id)
      try checkOpen(draft)
      (draft.state, draft.reviewer, draft.decided, draft.reason) = (.void, actor, now(), reason)
      try DraftRow.decide(draft, in: file)
    }
  }

  /// Shows what a draft would do now: posts it, hands on what became of its events, and takes everything back.
  public func rehearse<Result>(
    draft: Draft, _ body: ([Appended]) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    try rehearse(BatchOrigin(source: draft.source), preparer: draft.preparer) { writer throws(Diagnostic) in
      try body(try Book.post(draft, writer))
    }
  }

  /// What is said where nobody asks for approval.
  public static let needsNoApproval = Diagnostic(
    .badUsage, Wording("本账簿不需要复核：所记内容即时记账", "these books ask for no approval: what is recorded is posted at once"),
    hint: Wording("bgt init --approval two 建立由另一人复核的账簿", "bgt init --approval two makes books in which another person approves"))
}

extension Book {
  /// Tries a piece of work in a transaction that leaves no trace.
  private func rehearse<Result>(
    _ source: BatchOrigin, preparer: String, _ body: (BookWriter) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    var origin = source
    origin.preparer = preparer
    origin.isRehearsal = true
    var result: Result?
    do throws(Diagnostic) {
      try transaction(source: origin) { writer throws(Diagnostic) in
        result = try body(writer)
        // Ends the transaction without a trace; nobody sees it.
        throw Diagnostic(.badUsage, Wording("没有记录任何内容", "nothing is recorded"))
      }
    } catch {
      if result == nil { throw error }
    }
    guard let result else { throw Diagnostic(.storeFailed, Wording("\(path)：预演没有结束", "\(path): a rehearsal came to no end")) }
    return result
  }

  /// Records the events of a draft.
  private static func post(_ draft: Draft, _ writer: BookWriter) throws(Diagnostic) -> [Appended] {
    var outcomes: [Appended] = []
    let reader = JournalReader(register: writer.register)
    let title = Wording("草稿 \(draft.id)", "draft \(draft.id)")
    let problems = reader.read(Array(draft.text.utf8), file: title.en) { event throws(Diagnostic) in
      let outcome = try writer.append(event)
      if case .alreadyRecorded(let sequence) = outcome { throw outdated(draft, by: sequence) }
      outcomes.append(outcome.titled(title))
    }
    if let first = problems.first { throw first.titled(title) }
    return outcomes
  }

  private static func outdated(_ draft: Draft, by sequence: Int64?) -> Diagnostic {
    Diagnostic(
      .draftOutdated,
      Wording(
        "草稿 \(draft.id) 的内容账簿已有\(sequence.map { "，见 #\($0)" } ?? "")；没有记录",
        "draft \(draft.id) says what the books have already\(sequence.map { ", as #\($0)" } ?? ""); nothing was recorded"),
      hint: Wording("请作废；若确实又发生一次，用 --again 记", "void it; when the same happened once more, record it with --again"))
  }

  private func checkOpen(_ draft: Draft) throws(Diagnostic) {
    if draft.state == .open { return }
    let what =
      draft.state == .approved
      ? Wording("复核记账，批次 #\(draft.batch)", "approved by \(draft.reviewer) as batch #\(draft.batch)")
      : Wording("作废", "voided by \(draft.reviewer)")
    throw Diagnostic(
      .draftDecided,
      Wording(
        "草稿 \(draft.id) 已于 \(draft.decided) 由\(draft.reviewer)\(what.zh)",
        "draft \(draft.id) was \(what.en) on \(draft.decided)"),
      hint: Wording(
        draft.state == .approved ? "bgt undo #\(draft.batch) 可以冲销" : "请重新记录",
        draft.state == .approved ? "bgt undo #\(draft.batch) reverses it" : "record it anew"))
  }

  /// The number that the next draft gets.
  func nextDraft() throws(Diagnostic) -> Int64 {
    (try file.int("SELECT max(id) FROM draft") ?? 0) + 1
  }

  /// Changes the table of drafts in a transaction.
  private func changing<Result>(_ body: () throws(Diagnostic) -> Result) throws(Diagnostic) -> Result {
    if file.isReadOnly { throw Diagnostic(.bookReadOnly, Wording("\(path) 只打开供读取", "\(path) was opened for reading only")) }
    return try file.transaction(body)
  }
}
