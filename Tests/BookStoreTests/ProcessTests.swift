import BookStore
import FoundationEssentials
import Glibc
import LedgerCore
import Portfolio
import Testing

@Suite("Several processes", .serialized)
struct ProcessTests {
  let fixture: BookFixture

  init() throws { fixture = try BookFixture() }

  /// Imports one event as a process of its own would.
  private static func record(_ path: String, _ name: String) throws {
    try Book.open(at: path, actor: name, now: { "2026-01-01T00:00:00Z" })
      .importing("2022-01-01 * \(name)\n  甲  1.00 CNY\n  乙\n", source: name)
  }

  @Test("An acknowledged event survives kill -9, an unfinished transaction leaves no trace")
  func killed() async throws {
    _ = try fixture.create()
    let path = fixture.path()
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      for index in 0..<20 { try ProcessTests.record(path, "e\(index)") }
      let book = try Book.open(at: path, now: { "2026-01-01T00:00:00Z" })
      try book.transaction(source: BatchOrigin(source: "never")) { writer throws(Diagnostic) in
        for index in 0..<500 {
          var event = Event(.entry, day: Day("2022-02-02"))
          event["narration"] = .text("never \(index)")
          let accounts = [writer.register.accountID(named: "甲"), writer.register.accountID(named: "乙")]
          event.lines = [
            EntryLine(account: accounts[0], commodity: CommodityID(1), amount: 5),
            EntryLine(account: accounts[1], commodity: CommodityID(1), amount: -5),
          ]
          _ = try writer.append(event)
        }
        kill(getpid(), SIGKILL)
      }
    }
    let book = try fixture.open()
    #expect(try book.head().sequence == 41)
    #expect(try !book.printed().contains("never"))
    #expect(try book.verify() == [])
  }

  @Test("A disk that takes no more is reported, and the book stays as it was")
  func full() async throws {
    try fixture.create().importing(Journals.bank)
    let path = fixture.path()
    let rows = try RawFile(path).dump()
    await #expect(processExitsWith: .success) { [path = path as String] in
      signal(SIGXFSZ, SIG_IGN)
      let book = try Book.open(at: path, now: { "2026-01-01T00:00:00Z" })
      var limit = rlimit(rlim_cur: 150_000, rlim_max: 150_000)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      let many = (1...5000).map { "2022-05-01 * 第 \($0) 笔\n  甲  \($0).00 CNY\n  乙\n" }.joined()
      do {
        try book.importing(many)
        exit(3)
      } catch let error as Diagnostic {
        exit(error.code.failureClass == .storage ? 0 : 4)
      }
    }
    #expect(try RawFile(path).dump() == rows)
    #expect(try Book.verify(at: path) == [])
  }

  @Test("A writer that waits in vain says that the book is busy")
  func busy() throws {
    let first = try fixture.create()
    let second = try Book.open(at: fixture.path(), patience: 0)
    try first.transaction(source: BatchOrigin(source: "x")) { _ throws(Diagnostic) in
      expect(.bookBusy) { try second.importing(Journals.bank) }
    }
    try second.importing(Journals.bank)
  }

  @Test("A transaction inside a transaction is refused, and the outer one goes on")
  func nested() throws {
    let book = try fixture.create()
    try book.transaction(source: BatchOrigin(source: "x")) { _ throws(Diagnostic) in
      expect(.storeFailed) { try book.importing(Journals.bank) }
    }
    try book.importing(Journals.bank)
    #expect(try book.head().sequence == 5)
  }

  @Test("Processes that record at the same time wait for each other, and no number is given twice")
  func together() async throws {
    _ = try fixture.create()
    let path = fixture.path()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<3 {
        group.addTask {
          await #expect(processExitsWith: .success) { [path = path as String] in
            for index in 0..<30 { try ProcessTests.record(path, "p\(getpid())-\(index)") }
          }
        }
      }
    }
    let book = try fixture.open()
    #expect(try book.head().sequence == 1 + 3 * 30 * 2)
    var numbers: [Int64] = []
    try book.postings(PostingQuery()) { row throws(Diagnostic) in if row.line == 1 { numbers.append(row.number) } }
    #expect(numbers.sorted() == Array(1...90))
    #expect(try book.verify() == [])
  }

  @Test("Two processes that record for seconds, months and types mixed, lose nothing and leave no gap")
  func gapless() async throws {
    _ = try Book.create(
      at: fixture.path(), title: "收付转", rules: try RuleSet.builtIn("fiscal-2022"), numbering: .cash,
      now: { "2026-01-01T00:00:00Z" })
    let path = fixture.path()
    let recorded = await withTaskGroup(of: Int.self) { group in
      for worker in 0..<2 {
        group.addTask {
          // How many it recorded is written beside the book; an exit code could not hold it.
          await #expect(processExitsWith: .success) { [path = path as String, worker = worker as Int] in
            let pairs = [("国库存款", "其他费用"), ("其他费用", "其他财政存款"), ("投资收益", "其他费用")]
            let end = time(nil) + 4
            var count = 0
            while time(nil) < end {
              let (debit, credit) = pairs[count % 3]
              try Book.open(at: path, actor: "甲\(worker)", now: { "2026-01-01T00:00:00Z" }).importing(
                "2022-\(count % 12 + 1)-15 * 第 \(worker)-\(count) 笔\n  \(debit)  1\n  \(credit)  -1\n", source: "x")
              count += 1
            }
            try Data("\(count)".utf8).write(to: URL(fileURLWithPath: path + ".\(worker)"))
          }
          let count = FileManager.default.contents(atPath: path + ".\(worker)") ?? Data()
          return Int(String(decoding: count, as: UTF8.self)) ?? -1
        }
      }
      return await group.reduce(0, +)
    }
    var numbers: [String: [Int64]] = [:]
    let book = try fixture.open()
    try book.postings(PostingQuery()) { row throws(Diagnostic) in
      if row.line == 1 { numbers["\(row.day.month) \(row.type)", default: []].append(row.number) }
    }
    #expect(recorded > 10)
    #expect(numbers.values.reduce(0) { $0 + $1.count } == recorded)
    #expect(numbers.count == 12 || recorded < 60)
    for (series, found) in numbers { #expect(found.sorted() == Array(1...Int64(found.count)), "\(series)") }
    #expect(try book.verify() == [])
  }
}
