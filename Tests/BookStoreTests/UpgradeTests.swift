import BookStore
import FoundationEssentials
import Glibc
import LedgerCore
import Portfolio
import Testing

@Suite("Upgrading a book of an earlier format")
struct UpgradeTests {
  let fixture: BookFixture
  private var path: String { fixture.path() }

  init() throws { fixture = try BookFixture() }

  /// A book of format 1 with the head of its chain.
  private func old() throws -> ChainHead {
    let head: ChainHead
    do {
      let book = try fixture.create(rules: "fiscal-2022")
      try book.importing(VerificationTests.investment + Journals.bank)
      head = try book.head()
    }
    try RawFile(path).tamper(FormatOne.conversion, keepingTriggers: false)
    return head
  }

  @Test("An old book is refused with the way out, for reading as for recording")
  func refused() throws {
    _ = try old()
    expect(.bookOlder) { _ = try fixture.open() }
    expect(.bookOlder) { _ = try fixture.open(readOnly: true) }
    expect(.bookOlder) { _ = try Book.verify(at: path) }
  }

  @Test("The upgraded book has the same chain, is sound, and the old file is kept as it was")
  func upgraded() throws {
    let head = try old()
    let rows = try RawFile(path).dump()
    let upgrade = try #require(try Book.upgrade(at: path))
    #expect(upgrade.head == head && upgrade.from == 1 && upgrade.to == 7)
    #expect(try fixture.open().head() == head)
    #expect(try Book.verify(at: path) == [])
    #expect(upgrade.keptAt == path + ".v1")
    #expect(try RawFile(upgrade.keptAt).dump() == rows)
    #expect(access(path + ".upgrade", F_OK) != 0)
    #expect(try Book.upgrade(at: path) == nil)
    try fixture.open().importing("2022-03-01 * 其后\n  甲  1.00 CNY\n  乙\n")
  }

  @Test("Facts that an earlier program worked out otherwise are worked out anew, under the same chain")
  func factsAnew() throws {
    let head: ChainHead
    do {
      let book = try fixture.create(rules: "fiscal-2022")
      try book.importing(VerificationTests.investment)
      head = try book.head()
    }
    try RawFile(path).tamper("UPDATE fact SET amount = amount + 1; PRAGMA user_version = 5")
    #expect(try #require(try Book.upgrade(at: path)).from == 5)
    #expect(try Book.verify(at: path) == [])
    #expect(try fixture.open().head() == head)
  }

  @Test("What cannot be taken over is named, and the book stays as it was")
  func failing() throws {
    _ = try old()
    try RawFile(path).tamper("UPDATE event SET text = replace(text, '900', '901') WHERE kind = 'social'")
    let rows = try RawFile(path).dump()
    expect(.upgradeFailed) { _ = try Book.upgrade(at: path) }
    try RawFile(path).tamper("UPDATE event SET text = 'pay' WHERE kind = 'pay'")
    expect(.upgradeFailed) { _ = try Book.upgrade(at: path) }
    #expect(access(path + ".upgrade", F_OK) != 0 && access(path + ".v1", F_OK) != 0)
    #expect(try RawFile(path).dump().count == rows.count)
  }

  @Test("An event that is refused is named with its number, the code, the sentence and the advice of what refuses it")
  func refusedEvent() throws {
    _ = try old()
    try RawFile(path).tamper("UPDATE event SET text = replace(text, '500.00', '1500.00') WHERE kind = 'commit'")
    do {
      _ = try Book.upgrade(at: path)
      Issue.record("nothing was refused")
    } catch {
      #expect(error.code == .upgradeFailed)
      let place = try #require(try RawFile(path).int("SELECT seq FROM event WHERE kind = 'commit'"))
      #expect(error.sentence.zh.contains("第 \(place) 项事项不能重记（R3001）："), "\(error.sentence.zh)")
      #expect(error.message.contains("event \(place) cannot be recorded anew (R3001): "), "\(error.message)")
      #expect(error.hint.contains("the book is as it was") && error.hint.contains("R3001: "), "\(error.hint)")
    }
  }

  @Test("A file that stands where the old one would be kept is not written over")
  func keptAlready() throws {
    _ = try old()
    try Data("mine".utf8).write(to: URL(fileURLWithPath: path + ".v1"))
    expect(.bookExists) { _ = try Book.upgrade(at: path) }
    #expect(try String(contentsOf: URL(fileURLWithPath: path + ".v1"), encoding: .utf8) == "mine")
  }

  @Test("An upgrade killed midway leaves the old book, and the next one succeeds")
  func killed() async throws {
    let head = try old()
    let path = path
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      _ = try Book.upgrade(at: path) { done, total in if done == total { kill(getpid(), SIGKILL) } }
    }
    expect(.bookOlder) { _ = try fixture.open() }
    #expect(try Book.upgrade(at: path)?.head == head)
    #expect(try Book.verify(at: path) == [])
  }
}
