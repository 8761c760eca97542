import LedgerCore
import Portfolio

/// Recomputes a whole book from the texts of its events and says in what the file differs.
///
/// The events are recorded anew, through the same gate, into a book that lives for the check only; then both are
/// compared table by table. Nothing in the file is trusted: it may have been edited in any way.
struct Verifier {
  let file: BookFile
  /// Where the chain stood when somebody wrote it down; nil when nobody did.
  let expected: ChainHead?
  let progress: (_ done: Int64, _ total: Int64) -> Void

  /// All that is wrong with the book; empty when it is sound.
  func run() throws(Diagnostic) -> [Finding] {
    var findings = Findings()
    try file.snapshot { () throws(Diagnostic) in
      findings.gather(.file) { findings throws(Diagnostic) in try IntegrityCheck.run(file, &findings) }
      findings.gather(.chain) { findings throws(Diagnostic) in try ChainCheck.run(file, expected, &findings) }
      findings.gather(.draft) { findings throws(Diagnostic) in try DraftCheck.run(file, &findings) }
      let scratch = try BookFile.temporary()
      findings.gather(.schema) { findings throws(Diagnostic) in
        try SchemaComparison.run(file, scratch, &findings)
      }
      findings.gather(.event) { findings throws(Diagnostic) in
        try scratch.transaction { () throws(Diagnostic) in try replay(into: scratch, &findings) }
      }
    }
    return findings.all
  }

  private func replay(into scratch: BookFile, _ findings: inout Findings) throws(Diagnostic) {
    guard let sets = RulesCheck.run(file, &findings) else { return }
    let replay = try Replay(from: file, into: scratch, rules: sets)
    let isWhole = try replay.run(&findings, progress)
    for table in BookSchema.recordTables where table.name != "rule_set" {
      findings.gather(TableComparison.part(of: table.name)) { findings throws(Diagnostic) in
        let comparison = TableComparison(
          table: table.name, key: table.key, bound: isWhole ? nil : replay.bound(of: table.name))
        try comparison.run(file, scratch, &findings)
      }
    }
    guard isWhole else { return }
    for table in BookSchema.projectionTables {
      findings.gather(.projection) { findings throws(Diagnostic) in
        try TableComparison(table: table.name, key: table.key, bound: nil).run(file, scratch, &findings)
      }
    }
  }
}

extension Book {
  /// Recomputes the book in a file and says in what it differs; empty when it is sound.
  ///
  /// - Parameters:
  ///   - expected: the head that a report printed; the chain must have passed it.
  ///   - progress: told now and then how many events are done, and of how many.
  /// - Throws: only when the file cannot be opened as a book at all.
  public static func verify(
    at path: String, expecting expected: ChainHead? = nil,
    progress: @escaping (_ done: Int64, _ total: Int64) -> Void = { _, _ in }
  ) throws(Diagnostic) -> [Finding] {
    let file = try BookFile.open(at: path, readOnly: true)
    return try Verifier(file: file, expected: expected, progress: progress).run()
  }

  /// Recomputes this book and says in what the file differs; empty when it is sound.
  public func verify(
    expecting expected: ChainHead? = nil,
    progress: @escaping (_ done: Int64, _ total: Int64) -> Void = { _, _ in }
  ) throws(Diagnostic) -> [Finding] {
    try Verifier(file: file, expected: expected, progress: progress).run()
  }
}
