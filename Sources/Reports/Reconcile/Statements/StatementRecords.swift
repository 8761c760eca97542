import LedgerCore
import Portfolio

/// Everything that is recorded of statements at a moment, whatever day it is of: reversed events left out.
struct StatementRecords {
  private(set) var heads: [(account: AccountID, head: StatementHead, commodity: CommodityID)] = []
  private(set) var lines: [(account: AccountID, line: StatedLine)] = []
  let matches: MatchIndex

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
    // Lines come by the thousand on few accounts.
    var accounts: [String: AccountID] = [:]
    for (fact, event) in zip(live, events) {
      guard let event, let name = event.text("account") else { continue }
      let account = accounts[name] ?? source.register.account(named: name)?.id ?? .none
      accounts[name] = account
      if fact.measure == .statementBalance {
        if let head = StatementHead(event, sequence: fact.sequence) { heads.append((account, head, fact.commodity)) }
        continue
      }
      if let line = StatedLine(event, sequence: fact.sequence, match: index.ofLine[fact.sequence] ?? 0) {
        lines.append((account, line))
      }
    }
  }
}
