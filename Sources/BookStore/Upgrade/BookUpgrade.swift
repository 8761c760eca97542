import Glibc
import LedgerCore
import Portfolio

/// What became of a book that was brought up to the present format.
public struct BookUpgrade: Sendable {
  /// The format that it was of.
  public let from: Int64
  /// The format that it is of now.
  public let to: Int64
  /// Where the chain stands, in both files alike.
  public let head: ChainHead
  /// Where the old file is kept.
  public let keptAt: String
  /// Events that present rules would refuse: each stands as it was recorded, with what to do about it.
  public let carried: [Diagnostic]
}

extension Book {
  /// Brings a book of an earlier format to the present one: a new file is made from the events of the old one, through
  /// the same checks, and takes its place once the chains are the same; the old file stays beside it as `.vN`,
  /// N being the format that it is of.
  ///
  /// Until the last step, one renaming, the old file is all there is: whatever fails before it leaves nothing behind.
  ///
  /// - Returns: nil when the book is of the present format already.
  /// - Throws: `bookBusy` while another process has it open, `upgradeFailed` when an event cannot be taken over.
  public static func upgrade(
    at path: String, progress: @escaping (_ done: Int64, _ total: Int64) -> Void = { _, _ in }
  ) throws(Diagnostic) -> BookUpgrade? {
    let old = try BookFile.openAny(at: path, readOnly: false)
    let version = try old.access { () throws(Diagnostic) in try BookSchema.version(of: old) }
    if version == BookSchema.version { return nil }
    let kept = path + ".v\(version)"
    if access(kept, F_OK) == 0 {
      throw Diagnostic(
        .bookExists, Wording("旧文件要保留为 \(kept)，而它已经存在", "\(kept) stands where the old file would be kept"),
        hint: Wording("先移走，再升级", "move it away, then upgrade again"))
    }
    try old.leaveLog()
    return try old.transaction { () throws(Diagnostic) in
      let part = path + ".upgrade"
      removeFile(part)
      do throws(Diagnostic) {
        let (head, carried) = try rewrite(old, to: part, progress)
        try exchange(path, with: part, keeping: kept)
        return BookUpgrade(from: version, to: BookSchema.version, head: head, keptAt: kept, carried: carried)
      } catch {
        removeFile(part)
        throw error
      }
    }
  }

  /// Records the events of a book anew into a file of the present format; gives the head that both chains have, and what is to be
  /// said of events that stand though they would be refused today.
  private static func rewrite(
    _ old: BookFile, to path: String, _ progress: (_ done: Int64, _ total: Int64) -> Void
  ) throws(Diagnostic) -> (head: ChainHead, carried: [Diagnostic]) {
    let new = try BookFile.create(at: path)
    var findings = Findings()
    let outcome = try new.transaction { () throws(Diagnostic) -> (head: ChainHead, carried: [Diagnostic]) in
      try BookSchema.make(in: new)
      let replay = try Replay(from: old, into: new, rules: try StoredRules.readAll(from: old))
      _ = try replay.run(&findings, progress)
      if let refusal = replay.refusal { throw failed(old, refusal.sequence, refusal.error) }
      if let first = findings.all.first { throw failed(old, first.sentence) }
      let last = try old.int("SELECT max(seq) FROM event") ?? 0
      guard try new.int("SELECT max(seq) FROM event") == last, let digest = try new.digest(of: last),
        try old.digest(of: last) == digest
      else { throw failed(old, Wording("旧文件的链已断", "the chain of the old file is broken")) }
      try DraftRow.copy(from: old, to: new)
      return (ChainHead(sequence: last, digest: digest.hexadecimal), replay.carried)
    }
    try new.leaveLog()
    return outcome
  }

  /// Puts the new file in the place of the old one, which gets a second name first.
  private static func exchange(_ path: String, with part: String, keeping kept: String) throws(Diagnostic) {
    guard link(path, kept) == 0 else { throw unmovable(kept) }
    guard rename(part, path) == 0 else {
      unlink(kept)
      throw unmovable(path)
    }
    // The names are on the disk when their folder is.
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor >= 0 {
      fsync(descriptor)
      close(descriptor)
    }
  }

  private static func removeFile(_ path: String) {
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
  }

  private static func unmovable(_ path: String) -> Diagnostic {
    let reason = Wording.systemError(errno)
    return Diagnostic(
      .upgradeFailed, Wording("\(path) 不能就位：", "\(path) cannot be put in its place: ") + reason,
      hint: Wording("检查文件夹及其权限；账簿没有改动", "check the folder and its permissions; the book is as it was"))
  }

  private static func failed(_ file: BookFile, _ reason: Wording) -> Diagnostic {
    Diagnostic(
      .upgradeFailed, Wording("\(file.path) 没有升级：", "\(file.path) was not upgraded: ") + reason,
      hint: Wording("账簿没有改动；用写它的程序校验", "the book is as it was; verify it with the program that wrote it"))
  }

  /// Names the event that cannot be taken over, with the code, the sentence and the advice of what refuses it.
  private static func failed(_ file: BookFile, _ sequence: Int64, _ error: Diagnostic) -> Diagnostic {
    let code = error.code.rawValue
    var failure = failed(
      file,
      Wording("第 \(sequence) 项事项不能重记（\(code)）：", "event \(sequence) cannot be recorded anew (\(code)): ") + error.sentence)
    if !error.advice.isEmpty { failure.advice = failure.advice + Wording("；\(code)：", "; \(code): ") + error.advice }
    return failure
  }
}
