import LedgerCore
import Portfolio

/// Drafts as rows of the table `draft`.
enum DraftRow {
  /// The columns in the order that `draft` expects.
  static let columns = "id, created, preparer, source, digest, text, state, reviewer, decided, reason, batch"

  /// The draft of a row.
  static func draft(_ row: RowStatement) throws(Diagnostic) -> Draft {
    guard let state = Draft.State(rawValue: row.int(6)) else {
      throw StoreFailure.damaged(
        Wording(
          "草稿 \(row.int(0)) 的状态 \(row.int(6)) 不存在", "draft \(row.int(0)) is in state \(row.int(6)), which does not exist"))
    }
    return Draft(
      id: row.int(0), created: row.text(1), preparer: row.text(2), source: row.text(3), digest: row.text(4),
      text: row.text(5), state: state, reviewer: row.text(7), decided: row.text(8), reason: row.text(9),
      batch: row.int(10))
  }

  /// Adds an open draft at the end.
  static func insert(_ draft: Draft, into file: BookFile) throws(Diagnostic) {
    let row = try file.statement(
      "INSERT INTO draft(\(columns)) VALUES (?, ?, ?, ?, ?, ?, 0, '', '', '', 0)")
    row.bind(1, draft.id)
    row.bind(2, copying: draft.created)
    row.bind(3, copying: draft.preparer)
    row.bind(4, copying: draft.source)
    row.bind(5, copying: draft.digest)
    row.bind(6, copying: draft.text)
    try row.run()
  }

  /// Says what became of an open draft.
  static func decide(_ draft: Draft, in file: BookFile) throws(Diagnostic) {
    let row = try file.statement(
      "UPDATE draft SET state = ?, reviewer = ?, decided = ?, reason = ?, batch = ? WHERE id = ? AND state = 0")
    row.bind(1, draft.state.rawValue)
    row.bind(2, copying: draft.reviewer)
    row.bind(3, copying: draft.decided)
    row.bind(4, copying: draft.reason)
    row.bind(5, draft.batch)
    row.bind(6, draft.id)
    try row.run()
  }
}
