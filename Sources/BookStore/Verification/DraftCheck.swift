import JournalText
import LedgerCore
import Portfolio

/// Checks that every approved draft stands in the chain as the batch that it names, with both persons.
enum DraftCheck {
  static func run(_ file: BookFile, _ findings: inout Findings) throws(Diagnostic) {
    let reader = JournalReader(register: Register(rules: try StoredRules.read(from: file)))
    let rows = try file.newStatement("SELECT \(DraftRow.columns) FROM draft ORDER BY id")
    var last: Int64 = 0
    while try rows.step() {
      let draft = try DraftRow.draft(rows)
      if draft.id != last &+ 1 { findings.add(.draft, nil, Wording("缺草稿 \(last &+ 1)", "draft \(last &+ 1) is missing")) }
      last = draft.id
      if draft.state != .approved { continue }
      let text = try file.text(of: draft.batch)
      let batch = text.flatMap { try? reader.event(parsing: $0) }.map { Batch($0, sequence: draft.batch, last: 0) }
      guard let batch, batch.by == draft.reviewer, batch.preparer == draft.preparer, batch.digest == draft.digest else {
        findings.add(
          .draft, draft.batch,
          Wording(
            "草稿 \(draft.id) 据称是批次 #\(draft.batch)，而该批次写明的人或文件不同",
            "draft \(draft.id) is said to be batch #\(draft.batch), which names other persons or files"))
        continue
      }
    }
  }
}
