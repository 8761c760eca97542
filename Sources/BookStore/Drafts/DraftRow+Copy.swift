import LedgerCore

extension DraftRow {
  /// Takes all drafts of an earlier file over into a new one, decided as they were; formats before 2 have none.
  ///
  /// A draft is added open and decided afterwards, as the triggers of the table ask.
  static func copy(from old: BookFile, to new: BookFile) throws(Diagnostic) {
    guard try old.int("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'draft'") == 1 else { return }
    let rows = try old.newStatement("SELECT \(columns) FROM draft ORDER BY id")
    let added = try new.newStatement("INSERT INTO draft(\(columns)) VALUES (?, ?, ?, ?, ?, ?, 0, '', '', '', 0)")
    let decided = try new.newStatement(
      "UPDATE draft SET state = ?, reviewer = ?, decided = ?, reason = ?, batch = ? WHERE id = ?")
    while try rows.step() {
      added.bind(1, rows.int(0))
      for column in Int32(1)...5 { added.bind(column + 1, copying: rows.text(column)) }
      try added.run()
      if rows.int(6) == 0 { continue }
      decided.bind(1, rows.int(6))
      for column in Int32(7)...9 { decided.bind(column - 5, copying: rows.text(column)) }
      decided.bind(5, rows.int(10))
      decided.bind(6, rows.int(0))
      try decided.run()
    }
  }
}
