import JournalText
import LedgerCore
import Portfolio

extension BookImport {
  /// Tries files on books in memory, where there is no book yet: what would be recorded, and what is wrong.
  public static func check(_ files: [EventFile]) throws(Diagnostic) -> Outcome {
    var outcome = Outcome()
    outcome.datesAhead = DatesAhead(today: files.first?.today ?? .never)
    let rules = try RuleFiles.ruleSet(files.first?.header?.rules ?? RuleSet.defaultName)
    let ledger = MemoryLedger(rules: rules, numbersAsBook: true)
    let refused = RefusedEvents()
    for file in files {
      var warnings: [Diagnostic] = []
      outcome.problems += try file.read(
        register: ledger.register, refused: refused, warn: { warnings = $0 }
      ) { event throws(Diagnostic) in
        let recorded = try ledger.record(event)
        let isRepeated = recorded.warnings.contains { $0.code == .alreadyRecorded }
        if event.kind.group != .book {
          if isRepeated { outcome.alreadyRecorded += 1 } else { outcome.recorded += 1 }
        }
        outcome.datesAhead.add(event)
        outcome.warnings += recorded.warnings
      }
      outcome.warnings += warnings
    }
    outcome.warnings += [outcome.datesAhead.warning].compactMap(\.self)
    outcome.problems += [refused.note].compactMap(\.self)
    return outcome
  }
}
