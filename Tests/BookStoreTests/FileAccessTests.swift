import BookStore
import FoundationEssentials
import Glibc
import LedgerCore
import Portfolio
import Testing

/// What somebody else than the owner, or nobody with a right to write, may do with a book. Only root can be several users.
@Suite("Books of another owner, books that may not be written", .serialized, .enabled(if: geteuid() == 0, "needs several users"))
struct FileAccessTests {
  let fixture: BookFixture

  /// A book of one user in a folder in which everybody may write.
  init() throws {
    fixture = try BookFixture()
    try fixture.create().importing(Journals.bank)
    try FileAccessTests.settle(fixture.path())
    chmod(fixture.folder, 0o777)
    chown(fixture.path(), FileAccessTests.owner, FileAccessTests.owner)
    removeBeside()
  }

  private static let owner: uid_t = 41_001
  private static let guest: uid_t = 41_002

  /// Takes what the log holds into the book file.
  private static func settle(_ path: String) throws { try RawFile(path).run("PRAGMA wal_checkpoint(TRUNCATE)") }

  private func removeBeside() { for end in ["-wal", "-shm"] { unlink(fixture.path() + end) } }

  private func standsBeside() -> Bool { access(fixture.path() + "-wal", F_OK) == 0 || access(fixture.path() + "-shm", F_OK) == 0 }

  @Test("a guest reads a book and leaves nothing beside it, so that the owner can go on")
  func guest() async throws {
    let path = fixture.path()
    await #expect(processExitsWith: .success) { [path = path as String] in
      seteuid(FileAccessTests.guest)
      let book = try Book.open(at: path, readOnly: true)
      guard try book.head(at: .latest).sequence == 5, try book.verify() == [] else { exit(3) }
    }
    #expect(!standsBeside())
    await #expect(processExitsWith: .success) { [path = path as String] in
      seteuid(FileAccessTests.owner)
      try Book.open(at: path, now: { "2026-01-01T00:00:00Z" }).importing("2022-02-01 * 续\n  甲  1.00 CNY\n  乙\n")
    }
  }

  @Test("a book that may not be written, in a folder that may not either, is read and verified")
  func archived() async throws {
    let path = fixture.path()
    chmod(path, 0o444)
    chmod(fixture.folder, 0o555)
    defer { chmod(fixture.folder, 0o777) }
    await #expect(processExitsWith: .success) { [path = path as String] in
      seteuid(FileAccessTests.owner)
      let book = try Book.open(at: path, readOnly: true)
      guard try book.head(at: .latest).sequence == 5, try book.verify() == [] else { exit(3) }
      do { try Book.open(at: path, now: { "" }).importing("2022-02-01 * x\n  甲  1.00 CNY\n  乙\n") } catch let error as Diagnostic {
        exit(error.code == .bookReadOnly && error.message.contains(path) ? 0 : 4)
      }
      exit(5)
    }
    #expect(!standsBeside())
  }

  @Test("what is written while a guest reads is told, and no mixture of both is shown")
  func written() async throws {
    let path = fixture.path()
    await #expect(processExitsWith: .success) { [path = path as String] in
      seteuid(FileAccessTests.guest)
      let book = try Book.open(at: path, readOnly: true)
      seteuid(0)
      usleep(20_000)
      do {
        let writer = try Book.open(at: path, now: { "2026-01-01T00:00:00Z" })
        try writer.importing("2022-02-01 * 续\n  甲  1.00 CNY\n  乙\n")
      }
      try FileAccessTests.settle(path)
      seteuid(FileAccessTests.guest)
      do { _ = try book.movements(MovementQuery()) } catch let error as Diagnostic { exit(error.code == .bookBusy ? 0 : 4) }
      exit(3)
    }
  }

  @Test("files that a guest left beside the book are named with what to do; reading works all the same")
  func leftovers() async throws {
    let path = fixture.path()
    for end in ["-wal", "-shm"] {
      try Data().write(to: URL(fileURLWithPath: path + end))
      chmod(path + end, 0o644)
      chown(path + end, FileAccessTests.guest, FileAccessTests.guest)
    }
    await #expect(processExitsWith: .success) { [path = path as String] in
      seteuid(FileAccessTests.owner)
      guard try Book.open(at: path, readOnly: true).head(at: .latest).sequence == 5 else { exit(3) }
      do {
        try Book.open(at: path, now: { "" }).importing("2022-02-01 * x\n  甲  1.00 CNY\n  乙\n")
      } catch let error as Diagnostic {
        let names = error.message.contains(path + "-wal") && error.hint.contains("rm \(path)-wal \(path)-shm")
        exit(error.code == .bookReadOnly && names ? 0 : 4)
      }
      exit(5)
    }
  }
}
