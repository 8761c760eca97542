import LedgerCore
import ReportDocument

extension ReportDocument {
  /// Findings of one rule that a report of many sections lists.
  private static let findingsMax = 100

  /// A check with the first findings of each rule alone, and a note on how many there are beside them and where.
  ///
  /// - Parameter day: the day that the check stands at.
  func limitingFindings(asOf day: Day) -> ReportDocument {
    var document = self
    for section in sections.indices {
      for block in sections[section].blocks.indices {
        guard case .table(let table) = sections[section].blocks[block], table.id == "findings" else { continue }
        document.sections[section].blocks[block] = .table(ReportDocument.limited(table, asOf: day))
      }
    }
    return document
  }

  private static func limited(_ table: Table, asOf day: Day) -> Table {
    guard let column = table.columns.firstIndex(where: { $0.id == "rule" }) else { return table }
    var limited = table
    limited.rows = TableRows([])
    var counts: [Cell: Int] = [:]
    var left: [Cell] = []
    for row in table.rows {
      let rule = column < row.cells.count ? row.cells[column] : .empty
      counts[rule, default: 0] += 1
      if counts[rule] == findingsMax + 1 { left.append(rule) }
      if counts[rule, default: 0] <= findingsMax { limited.rows.append(row) }
    }
    for rule in left {
      guard case .code(let name, let title) = rule else { continue }
      let more = (counts[rule] ?? 0) - findingsMax
      limited.notes.append(
        Phrase(
          "“\(title.zh)”另有 \(more) 项，全部见 bgt check --only \(name) --as-of \(day)。",
          "\(title.en): \(more) more; bgt check --only \(name) --as-of \(day) lists all."))
    }
    return limited
  }
}
