import LedgerCore
import Portfolio

/// Everything that is recorded of statements at a moment, whatever day it is of: reversed events left out.
struct StatementRecords {
  private(set) var heads: [(account: AccountID, head: StatementHead)] = []
  private(set) var lines: [(account: AccountID, line: StatedLine)] = []
  let matches: MatchIndex
  private var accounts: [String: AccountID] = [:]

  /// Whether nothing at all is recorded of statements.
  var isEmpty: Bool { heads.isEmpty && lines.isEmpty }

  init(_ source: any LedgerSource, knownAt: Int64) throws(Diagnostic) {
    let facts = try source.facts(
      at: Moment(knownAt: knownAt), of: [.statementLine, .statementBalance, .matchedLine, .matchedEvent])
    var index = MatchIndex()
    var reversed: Set<Int64> = []
    for fact in facts {
      index.apply(fact)
      if fact.reverses != 0 { reversed.insert(fact.reverses) }
    }
    matches = index
    let live = facts.filter { fact in
      (fact.measure == .statementLine || fact.measure == .statementBalance) && fact.reverses == 0
        && !reversed.contains(fact.sequence)
    }
    let events = try source.events(at: live.map(\.sequence))
    for (fact, event) in zip(live, events) { if let event { add(event, at: fact.sequence, source.register) } }
  }

  /// Takes in a statement or a line.
  mutating func add(_ event: Event, at sequence: Int64, _ register: Register) {
    guard let name = event.text("account") else { return }
    // Lines come by the thousand on few accounts.
    let account = accounts[name] ?? register.account(named: name)?.id ?? .none
    accounts[name] = account
    if let head = StatementHead(event, sequence: sequence) {
      heads.append((account, head))
    } else if let line = StatedLine(event, sequence: sequence, match: matches.ofLine[sequence] ?? 0) {
      lines.append((account, line))
    }
  }
}
