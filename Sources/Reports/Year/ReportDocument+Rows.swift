import ReportDocument

extension ReportDocument {
  /// Rows of a list that a report of many sections takes over.
  private static let rowsMax = 100

  /// The report with the first rows of one of its tables alone, and a note on how many there are beside them and where.
  func limitingRows(of id: String, orElse command: String) -> ReportDocument {
    changingTables { table in
      guard table.id == id, table.rows.count > ReportDocument.rowsMax else { return .table(table) }
      var limited = table
      limited.rows = TableRows(Array(table.rows.prefix(ReportDocument.rowsMax)))
      let more = table.rows.count - ReportDocument.rowsMax
      limited.notes.append(Phrase("另有 \(more) 行，全部见 \(command)。", "\(more) more; \(command) lists all."))
      return .table(limited)
    }
  }

  /// The report with a sentence in place of each table that has no line, only headings and sums of nothing.
  func statingEmptyTables() -> ReportDocument {
    var document = changingTables { table in
      if table.rows.contains(where: { $0.role == .body || $0.role == .result }) { return .table(table) }
      return table.title.isEmpty
        ? .note(.nothingHere) : .note(Phrase("\(table.title.zh)：无。", "\(table.title.en): none."))
    }
    for index in document.sections.indices {
      // The same said once: a section of which nothing is left but such notes.
      var seen: Set<Block> = []
      document.sections[index].blocks.removeAll { block in
        if case .note = block { !seen.insert(block).inserted } else { false }
      }
    }
    return document
  }

  /// The report with each table as a body makes it.
  private func changingTables(_ body: (Table) -> Block) -> ReportDocument {
    var document = self
    for section in sections.indices {
      for block in sections[section].blocks.indices {
        if case .table(let table) = sections[section].blocks[block] { document.sections[section].blocks[block] = body(table) }
      }
    }
    return document
  }
}

extension Phrase {
  /// The line for a part of a report that has nothing in it.
  static let nothingHere = Phrase("没有可列示的内容。", "There is nothing to show here.")
}
