import LedgerCore
import Portfolio

/// The first event of a chain that is no longer what was recorded, as the file shows it now.
public struct DamagedEvent: Hashable, Sendable {
  /// Its place in the chain.
  public let sequence: Int64
  /// Its kind as the file has it; empty when the event is missing or cannot be read.
  public let kind: String
  /// Its date as the file has it; nil for an event without one.
  public let day: Day?
  /// Its text as the file has it, without the line feed at its end.
  public let text: String
}

extension DamagedEvent {
  /// Number, kind, date and text in one line.
  public var wording: Wording {
    if kind.isEmpty { return Wording("#\(sequence)，文件中已没有", "#\(sequence), which is not in the file any more") }
    let lines = text.split(separator: "\n").joined(separator: " / ")
    let title = EventCatalog.kind(named: kind)?.chinese ?? kind
    return Wording(
      "#\(sequence) \(day.map { "\($0) " } ?? "")\(title)：\(lines)",
      "#\(sequence) \(kind)\(day.map { " of \($0)" } ?? ""): \(lines)")
  }
}

extension Book {
  /// The earliest event that findings of a verification are about, read from the file as it is now; nil when no event
  /// is damaged, as when only balances differ.
  ///
  /// - Throws: only when the file cannot be opened as a book at all.
  public static func firstDamaged(of findings: [Finding], at path: String) throws(Diagnostic) -> DamagedEvent? {
    guard let sequence = findings.filter(\.part.isOfEvents).compactMap(\.sequence).min() else { return nil }
    let file = try BookFile.open(at: path, readOnly: true)
    return try file.access { () throws(Diagnostic) in
      let missing = DamagedEvent(sequence: sequence, kind: "", day: nil, text: "")
      let row = try file.newStatement("SELECT kind, day, text FROM event WHERE seq = ?")
      row.bind(1, sequence)
      // Where SQLite itself cannot read the row, its number is all that is left of it.
      guard (try? row.step()) == true else { return missing }
      let day = row.isNull(1) ? nil : Day(number: Int32(clamping: row.int(1)))
      return DamagedEvent(sequence: sequence, kind: row.text(0), day: day, text: row.text(2))
    }
  }
}
