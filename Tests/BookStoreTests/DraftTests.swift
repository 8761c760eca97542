import BookStore
import FoundationEssentials
import Glibc
import JournalText
import LedgerCore
import Portfolio
import Testing

@Suite("Drafts of books that ask for two persons")
struct DraftTests {
  let fixture: BookFixture
  private var path: String { fixture.path() }

  init() throws { fixture = try BookFixture() }

  private static let envelope = """
    programme 拨改投
    party 力得 kind:company
    2022-01-20 budget 2022/拨改投  1,000.00 CNY
    2022-02-01 deal 力得/A party:力得 programme:拨改投 method:直接投资

    """

  private func create() throws -> Book {
    try Book.create(
      at: path, title: "两人", rules: try RuleSet.builtIn("fiscal-2022"), approval: .two, actor: "张三",
      now: { [fixture] in fixture.tick() })
  }

  private func open(_ actor: String) throws -> Book {
    try Book.open(at: path, actor: actor, now: { [fixture] in fixture.tick() })
  }

  /// Hands a journal in as one draft; its number.
  @discardableResult
  private func prepare(_ book: Book, _ journal: String, source: String = "test.journal") throws -> Int64? {
    try book.submit(source: BatchOrigin(source: source)) { writer throws(Diagnostic) in
      let problems = JournalReader(register: writer.register).read(Array(journal.utf8), file: source) {
        event throws(Diagnostic) in _ = try writer.append(event)
      }
      if let first = problems.first { throw first }
    }.draft
  }

  @Test("Upgrading a book keeps its drafts, open and decided, as they were")
  func upgraded() throws {
    do {
      let book = try create()
      try prepare(book, DraftTests.envelope)
      try prepare(book, "2022-03-01 * 待定\n  甲  1.00 CNY\n  乙\n")
      try prepare(book, "2022-03-02 * 作废\n  甲  2.00 CNY\n  乙\n")
      _ = try open("李四").approve(draft: 1)
      try open("李四").void(draft: 3, reason: "重复")
    }
    let before = try RawFile(path).dump().filter { $0.hasPrefix("draft:") }
    #expect(before.count >= 3)
    try RawFile(path).tamper("PRAGMA user_version = 2", keepingTriggers: false)
    #expect(try Book.upgrade(at: path)?.from == 2)
    #expect(try RawFile(path).dump().filter { $0.hasPrefix("draft:") } == before)
    #expect(try Book.verify(at: path) == [])
  }

  @Test("What one person records waits, and is posted under both names when another one approves it")
  func approved() throws {
    let book = try create()
    #expect(try prepare(book, DraftTests.envelope) == 1)
    #expect(try book.head().sequence == 1)
    #expect(try book.drafts(.open).map(\.preparer) == ["张三"])
    let other = try open("李四")
    #expect(try other.approve(draft: 1).count == 4)
    let batch = try #require(try other.batches().first)
    #expect(batch.by == "李四" && batch.preparer == "张三" && batch.source == "test.journal")
    let draft = try other.draft(1)
    #expect(draft.state == .approved && draft.reviewer == "李四" && draft.batch == batch.sequence)
    #expect(try other.batch(ofEvent: 4) == batch)
    #expect(try Book.verify(at: path) == [])
  }

  @Test("The preparer does not approve, under no spelling, and nobody without a name does anything")
  func samePerson() throws {
    try prepare(try create(), DraftTests.envelope)
    expect(.samePerson) { _ = try open("张三").approve(draft: 1) }
    expect(.samePerson) { _ = try open(" 张三 ").approve(draft: 1) }
    expect(.namelessActor) { _ = try open("").approve(draft: 1) }
    expect(.namelessActor) { try open("").void(draft: 1, reason: "x") }
    expect(.namelessActor) { _ = try prepare(try open(""), "2022-03-01 * x\n  甲  1\n  乙\n") }
    #expect(try open("李四").drafts(.open).count == 1)
  }

  @Test("No transaction posts past the draft: the gate itself refuses a batch of one person")
  func gate() throws {
    let book = try create()
    expect(.needsReviewer) { try book.importing(DraftTests.envelope) }
    expect(.samePerson) {
      try book.transaction(source: BatchOrigin(source: "x", preparer: "张三")) { writer throws(Diagnostic) in
        _ = try writer.append(
          try JournalReader(register: writer.register).event(parsing: Array("programme 拨改投\n".utf8)))
      }
    }
    #expect(try book.head().sequence == 1)
    #expect(try Book.verify(at: path) == [])
  }

  @Test("Verify finds a batch of one person that came in by other means")
  func found() throws {
    try prepare(try create(), DraftTests.envelope)
    _ = try open("李四").approve(draft: 1)
    try RawFile(path).tamper("UPDATE event SET text = replace(text, 'by:李四', 'by:张三') WHERE kind = 'batch'")
    let findings = try Book.verify(at: path)
    #expect(findings.contains { $0.part == .event && $0.message.contains("may not approve") }, "\(findings)")
  }

  @Test("Verify finds an approved draft that names another batch or person, and one that is gone")
  func foundDraft() throws {
    let book = try create()
    try prepare(book, DraftTests.envelope)
    try prepare(book, "2022-03-01 * x\n  甲  1.00 CNY\n  乙\n")
    _ = try open("李四").approve(draft: 1)
    for sql in [
      "UPDATE draft SET batch = 3 WHERE id = 1", "UPDATE draft SET reviewer = '王五' WHERE id = 1", "DELETE FROM draft WHERE id = 1",
    ] {
      try RawFile(path).tamper(sql)
      #expect(try Book.verify(at: path).map(\.part) == [.draft], "\(sql)")
    }
  }

  @Test("A draft that no longer fits is refused at approval and stays open; voided, it stays listed")
  func outdated() throws {
    let book = try create()
    try prepare(book, DraftTests.envelope)
    let other = try open("李四")
    _ = try other.approve(draft: 1)
    let pay = "2022-03-01 pay 力得/A 600.00 CNY envelope:2022/拨改投 doc:"
    #expect(try prepare(book, pay + "甲\n") == 2)
    #expect(try prepare(book, pay + "乙\n") == 3)
    _ = try other.approve(draft: 2)
    let head = try other.head()
    expect(.overEnvelope) { _ = try other.approve(draft: 3) }
    #expect(try other.head() == head)
    #expect(try other.draft(3).state == .open)
    try book.void(draft: 3, reason: "指标不足")
    expect(.draftDecided) { _ = try other.approve(draft: 3) }
    expect(.draftDecided) { try other.void(draft: 2, reason: "x") }
    expect(.unknownDraft) { _ = try other.approve(draft: 4) }
    #expect(try other.drafts().map(\.state) == [.approved, .approved, .void])
    #expect(try other.draft(3).reason == "指标不足")
    #expect(try Book.verify(at: path) == [])
  }

  @Test("What the books have already makes no draft, and what came in meanwhile is not posted twice")
  func repeated() throws {
    let book = try create()
    try prepare(book, DraftTests.envelope)
    #expect(try prepare(book, DraftTests.envelope) == 2)
    let other = try open("李四")
    _ = try other.approve(draft: 1)
    expect(.draftOutdated) { _ = try other.approve(draft: 2) }
    #expect(try prepare(book, DraftTests.envelope) == nil)
    #expect(try book.drafts().count == 2)
  }

  @Test("A rehearsal shows what a draft would do and leaves no trace")
  func rehearsed() throws {
    let book = try create()
    try prepare(book, DraftTests.envelope)
    let rows = try RawFile(path).dump()
    let kinds = try book.rehearse(draft: try book.draft(1)) { outcomes throws(Diagnostic) in
      outcomes.compactMap { $0.event?.event.kind.name }
    }
    #expect(kinds == ["programme", "party", "budget", "deal"])
    #expect(try RawFile(path).dump() == rows)
  }

  @Test("Triggers refuse to change, reopen or remove a draft")
  func guarded() throws {
    let book = try create()
    try prepare(book, DraftTests.envelope)
    let raw = try RawFile(path)
    for sql in [
      "DELETE FROM draft", "UPDATE draft SET text = 'x'", "UPDATE draft SET preparer = 'x', state = 2",
      "UPDATE draft SET state = 1, reviewer = '张三', batch = 2",
      "INSERT INTO draft SELECT 5, created, preparer, source, digest, text, 0, '', '', '', 0 FROM draft",
      "INSERT INTO draft SELECT 2, created, preparer, source, digest, text, 1, 'x', '', '', 2 FROM draft",
    ] {
      #expect(throws: (any Error).self, "\(sql)") { try raw.run(sql) }
    }
    try book.void(draft: 1, reason: "x")
    #expect(throws: (any Error).self) { try raw.run("UPDATE draft SET state = 0") }
    #expect(throws: (any Error).self) { try raw.run("UPDATE draft SET reason = 'y'") }
  }

  @Test("A whole print of a book of two persons makes the same chain; a longer one is not taken over")
  func printed() throws {
    try prepare(try create(), DraftTests.envelope)
    let other = try open("李四")
    _ = try other.approve(draft: 1)
    let copy = try Book.create(
      at: fixture.path("copy.book"), title: "两人", rules: try RuleSet.builtIn("fiscal-2022"), approval: .two,
      actor: "王五", now: { "2026-02-01T00:00:00Z" })
    try copy.importing(try other.printed())
    #expect(try copy.head() == other.head())
    let longer = try other.printed() + "batch 2026-03-01T00:00:00Z by:甲 preparer:乙\n2022-03-01 * x\n  甲  1.00 CNY\n  乙  -1.00 CNY\n"
    expect(.needsReviewer) { try copy.importing(longer) }
  }

  @Test("Of several processes that approve the same draft exactly one wins")
  func race() async throws {
    try prepare(try create(), DraftTests.envelope)
    for round in 0..<3 {
      let id = Int64(round + 2)
      #expect(try prepare(try open("张三"), "2022-03-01 * 第 \(round) 笔\n  甲  1.00 CNY\n  乙\n") == id)
    }
    let path = path
    let wins = await withTaskGroup(of: Int.self) { group in
      for reviewer in ["李四", "王五", "赵六"] {
        group.addTask {
          // The exit code tells how many of the four drafts this process posted.
          let result = await #expect(processExitsWith: .failure, observing: []) {
            [path = path as String, reviewer = reviewer as String] in
            var won: Int32 = 0
            for id in 1...4 as ClosedRange<Int64> {
              do {
                let book = try Book.open(at: path, actor: reviewer, now: { "2026-01-02T00:00:00Z" })
                _ = try book.approve(draft: id)
                won += 1
              } catch let error as Diagnostic {
                if error.code != .draftDecided { exit(99) }
              }
            }
            exit(10 + won)
          }
          if case .exitCode(let code)? = result?.exitStatus { return Int(code) - 10 }
          return 1000
        }
      }
      return await group.reduce(0, +)
    }
    #expect(wins == 4)
    let book = try open("李四")
    #expect(try book.drafts(.approved).count == 4)
    #expect(try book.batches().count == 4)
    #expect(try Book.verify(at: path) == [])
  }
}
