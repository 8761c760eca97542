import LedgerCore
import Portfolio

/// Lines that are recorded already, to tell which of a statement that is read again are new.
struct StatedLines {
  /// What lines say, by day and amount, each as often as it is recorded.
  private var recorded: [Key: [[FieldValue]]] = [:]

  private struct Key: Hashable {
    let day: Day
    let amount: FieldValue
  }

  init(_ records: StatementRecords) {
    for (_, line) in records.lines { recorded[StatedLines.key(line.event), default: []].append(line.event.values) }
  }

  /// The lines among some that no recorded line is; of lines that say the same, as many as are recorded are left out.
  func fresh(_ lines: ArraySlice<Event>) -> [Event] {
    if recorded.isEmpty { return Array(lines) }
    var left = recorded
    return lines.filter { line in
      let key = StatedLines.key(line)
      guard let place = left[key]?.firstIndex(of: line.values) else { return true }
      left[key]?.remove(at: place)
      return false
    }
  }

  private static func key(_ line: Event) -> Key { Key(day: line.effectiveDay, amount: line["amount"]) }
}
