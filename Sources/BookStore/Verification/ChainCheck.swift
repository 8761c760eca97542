import LedgerCore
import Portfolio

/// Recomputes the chain of digests over the texts in the file.
enum ChainCheck {
  static func run(_ file: BookFile, _ expected: ChainHead?, _ findings: inout Findings) throws(Diagnostic) {
    let rows = try file.newStatement("SELECT seq, text, digest FROM event ORDER BY seq")
    var last: Int64 = 0
    var previous = ChainDigest.genesis
    while try hasNext(rows, after: last, &findings) {
      let sequence = rows.int(0)
      let stored = ChainDigest(stored: rows.bytes(2))
      if sequence != last &+ 1 {
        findings.add(.chain, last &+ 1, missing(from: last &+ 1, before: sequence))
        // The digests on both sides of the gap cannot be joined; go on from here.
        if let stored { previous = stored }
      } else {
        let computed = previous.followed(by: ChainDigest(of: rows.bytes(1)))
        if stored != computed {
          findings.add(
            .chain, sequence,
            Wording(
              "事项 #\(sequence) 被改动：文字与摘要不符", "event \(sequence) was changed: its text does not give its digest"))
        }
        previous = stored ?? computed
      }
      if let expected, expected.sequence == sequence, previous.hexadecimal != expected.digest.lowercased() {
        findings.add(
          .chain, sequence,
          Wording(
            "事项 #\(sequence) 的摘要是 \(previous.hexadecimal)，不是所给的摘要",
            "event \(sequence) has the digest \(previous.hexadecimal), not the one expected"))
      }
      last = sequence
    }
    if last == 0 { findings.add(.chain, nil, .bookWithoutEvents) }
    if let expected, expected.sequence > last {
      findings.add(
        .chain, nil,
        Wording(
          "链止于事项 #\(last)，而此前已有事项 #\(expected.sequence)",
          "the chain ends at event \(last), but event \(expected.sequence) was known before"))
    }
  }

  /// Moves to the next event; rows that SQLite cannot read end the check at the event that should come.
  private static func hasNext(
    _ rows: RowStatement, after last: Int64, _ findings: inout Findings
  ) throws(Diagnostic) -> Bool {
    do throws(Diagnostic) { return try rows.step() } catch {
      findings.add(
        .chain, last &+ 1, Wording("事项 #\(last &+ 1) 不能读取：", "event \(last &+ 1) cannot be read: ") + error.sentence)
      throw error
    }
  }

  private static func missing(from first: Int64, before next: Int64) -> Wording {
    if next <= first { return Wording("事项 #\(next) 次序不对", "event \(next) is out of order") }
    if next == first &+ 1 { return Wording("缺事项 #\(first)", "event \(first) is missing") }
    return Wording("缺事项 #\(first) 至 #\(next &- 1)", "events \(first) to \(next &- 1) are missing")
  }
}
