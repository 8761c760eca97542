import JournalText
import LedgerCore
import Portfolio

extension Book {
  /// The events of some places in the chain, ascending, with all that is known of their recording.
  func entries(of sequences: [Int64], _ state: BookState) throws(Diagnostic) -> [HistoryEntry] {
    let rows = try file.newStatement(
      """
      SELECT e.text, e.batch, e.vouchers, coalesce((SELECT vouchers FROM event WHERE seq = e.seq - 1), 0),
        coalesce((SELECT original FROM reversal WHERE seq = e.seq), 0),
        coalesce((SELECT seq FROM reversal WHERE original = e.seq AND seq <= ?2), 0)
      FROM event e WHERE e.seq = ?1
      """)
    var entries: [HistoryEntry] = []
    var batches: [Int64: Event] = [:]
    var before: [Int64] = []
    for sequence in sequences {
      rows.bind(1, sequence)
      rows.bind(2, knownAt)
      guard try rows.step() else { continue }
      let text = Array(rows.bytes(0))
      let (batch, last, first) = (rows.int(1), rows.int(2), rows.int(3))
      let (reverses, reversedBy) = (rows.int(4), rows.int(5))
      rows.reset()
      if batches[batch] == nil { batches[batch] = try opening(ofBatch: batch, state) }
      let opening = batches[batch]
      before.append(first)
      entries.append(
        HistoryEntry(
          sequence: sequence, event: try state.reader.event(parsing: text),
          text: String(decoding: text.last == 0x0A ? text.dropLast() : text[...], as: UTF8.self),
          recorded: opening?.text("recorded") ?? "", by: opening?.text("by") ?? "",
          preparer: opening?.text("preparer") ?? "", source: opening?.text("source") ?? "",
          vouchers: last > first ? first + 1...last : nil, reverses: reverses, reversedBy: reversedBy,
          latestBefore: nil))
    }
    let latest = try latestDays(before: before)
    for index in entries.indices { entries[index].latestBefore = latest[index] }
    return entries
  }

  /// The `batch` event of a batch; nil for the first event, which stands before every batch.
  func opening(ofBatch sequence: Int64, _ state: BookState) throws(Diagnostic) -> Event? {
    guard let text = try file.text(of: sequence) else { return nil }
    let event = try state.reader.event(parsing: text)
    return event.kind.name == "batch" ? event : nil
  }

  /// The latest date of a voucher up to each of some vouchers, given ascending.
  ///
  /// Vouchers are looked at from the latest day backwards, by their index, until even the first question is answered:
  /// each one answers all questions after it.
  private func latestDays(before vouchers: [Int64]) throws(Diagnostic) -> [Day?] {
    var days: [Day?] = Array(repeating: nil, count: vouchers.count)
    var unanswered = vouchers.count
    // Before the first voucher of all there is nothing to find.
    let first = vouchers.firstIndex { $0 > 0 } ?? unanswered
    let rows = try file.newStatement("SELECT id, day FROM voucher ORDER BY day DESC")
    while unanswered > first, try rows.step() {
      let (id, day) = (rows.int(0), Day(number: Int32(clamping: rows.int(1))))
      while unanswered > first, vouchers[unanswered - 1] >= id {
        unanswered -= 1
        days[unanswered] = day
      }
    }
    return days
  }
}
