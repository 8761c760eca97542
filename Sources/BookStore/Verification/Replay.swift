import JournalText
import LedgerCore
import Portfolio

/// Records the events of a book anew into another one.
final class Replay {
  private let file: BookFile
  private let state: BookState
  private let appender: Appender
  /// The event that could not be recorded anew, and why.
  private(set) var refusal: (sequence: Int64, error: Diagnostic)?
  /// Events that present rules would refuse, which stand as they were recorded.
  private(set) var carried: [Diagnostic] = []

  init(from file: BookFile, into scratch: BookFile, rules sets: [RuleSet]) throws(Diagnostic) {
    self.file = file
    try StoredRules.write(sets[0], to: scratch)
    state = BookState(file: scratch, rules: sets[0], base: try Genesis.read(from: file, rules: sets[0]).base)
    state.register.library = StoredRules.library(of: sets)
    appender = Appender(state)
    state.history.appender = appender
  }

  deinit { state.history.appender = nil }

  /// Records every event as far as possible; false when one had to be the last.
  func run(
    _ findings: inout Findings, _ progress: (_ done: Int64, _ total: Int64) -> Void
  ) throws(Diagnostic) -> Bool {
    let total = try file.int("SELECT count(*) FROM event") ?? 0
    let rows = try file.newStatement("SELECT seq, text FROM event ORDER BY seq")
    while try rows.step() {
      let sequence = rows.int(0)
      guard sequence == state.sequence + 1 else {
        findings.add(.event, sequence, stopped(at: state.sequence + 1, Wording("它不在账簿中", "it is missing")))
        break
      }
      do throws(Diagnostic) { try record(Array(rows.bytes(1)), sequence) } catch {
        refusal = (sequence, error)
        findings.add(.event, sequence, stopped(at: sequence, error.sentence))
        break
      }
      if sequence & 0xFFF == 0 { progress(sequence, total) }
    }
    rows.reset()
    try appender.flush()
    progress(state.sequence, total)
    return state.sequence == total
  }

  private func record(_ text: [UInt8], _ sequence: Int64) throws(Diagnostic) {
    let event = try state.reader.event(parsing: text)
    if (event.kind.name == "book") != (sequence == 1) {
      throw Diagnostic(
        .unknownKind, Wording("链以一笔“账簿”事项开头，且只有一笔", "a chain begins with a book event and has no other"))
    }
    if state.writer.canonical(event) != text {
      throw Diagnostic(.strayText, Wording("它的文字不合规范写法", "its text is not canonical"))
    }
    let recorded = try state.recorder.record(event, sequence: sequence, isReplayed: true)
    carried += recorded.warnings.filter { $0.code == .notTheSameMoney }.map { Replay.carried($0, sequence, event.kind) }
    _ = try appender.store(recorded, text: text, leaf: ChainDigest(of: text))
  }

  /// What is said of an event that stands though it would be refused today.
  private static func carried(_ warning: Diagnostic, _ sequence: Int64, _ kind: EventDeclaration) -> Diagnostic {
    Diagnostic(
      warning.code, Wording("第 \(sequence) 项事项（\(kind.chinese)）：", "event \(sequence) (\(kind.name)): ") + warning.sentence,
      hint: Wording(
        "该事项照原样保留，仍不计入；要更正，先 bgt reverse \(sequence) --reason …，再重记：",
        "it is kept as it was and counts nowhere; to put it right, bgt reverse \(sequence) --reason …, and record it anew: ")
        + warning.advice, severity: .warning)
  }

  private func stopped(at sequence: Int64, _ reason: Wording) -> Wording {
    Wording("事项 #\(sequence) 不能重新记录：", "event \(sequence) cannot be recorded anew: ") + reason
      + Wording("；以后的事项没有重新推导", "; what follows it was not derived again")
  }

  /// The condition under which the rows of a table belong to the events that were recorded.
  func bound(of table: String) -> String {
    switch table {
    // Names and dimensions carry the event that was the first to use them.
    case "event", "fact", "name", "dimensions": "seq <= \(state.sequence)"
    case "voucher": "id <= \(state.voucher)"
    case "posting": "voucher <= \(state.voucher)"
    default: "0"
    }
  }
}
