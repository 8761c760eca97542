import Analytics
import LedgerCore
import Portfolio
import ReportDocument

/// What is proposed to be matched on an account: each with its score and the evidence in words.
public struct ProposalsReport: Sendable {
  /// The account; the only one that has statements, or the treasury's, when nil.
  public var account: String?
  /// The two times of the question; proposals look at all days.
  public var moment: Moment
  /// How far apart items may lie.
  public var rules: MatchRules
  /// How many proposals are listed at most; nil for all.
  public var listedMax: Int?

  public init(
    account: String? = nil, moment: Moment = .latest, rules: MatchRules = MatchRules(), listedMax: Int? = nil
  ) {
    self.account = account
    self.moment = moment
    self.rules = rules
    self.listedMax = listedMax
  }

  /// The proposals as a document.
  ///
  /// - Throws: `noStatement`, `unknownAccount`, or what the source throws.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    let records = try StatementRecords(source, knownAt: moment.knownAt)
    let account = try StatementAccount.recorded(account, in: source, records)
    let sides = try AccountSides(source, account, records, moment: moment)
    let proposals = MatchProposals(sides, rules: rules)
    var document = try ReportFrame(
      source: source, moment: Moment(asOf: sides.day, knownAt: moment.knownAt),
      about: [Figure("account", Phrase("科目", "Account"), .text(account.name))]
    ).document("proposals", title: Phrase("勾对建议", "Proposed matches"), definitions: ProposalTables.definitions)
    document.sections = ProposalTables(proposals: proposals, listedMax: listedMax).sections()
    return document
  }

  /// The events that confirm proposals of at least a score, or those of some lines.
  ///
  /// - Parameters:
  ///   - scoreMin: weaker proposals are left out, as are those with an equally good choice; only named lines take them.
  ///   - lines: the places in the chain of the lines whose proposals are confirmed; empty for all.
  /// - Throws: `notAStatementLine` for a line without a proposal, or what the source throws.
  public func confirmations(
    from source: any LedgerSource, scoreMin: Int, lines: Set<Int64> = []
  ) throws(Diagnostic) -> [Event] {
    let records = try StatementRecords(source, knownAt: moment.knownAt)
    let account = try StatementAccount.recorded(account, in: source, records)
    let proposals = MatchProposals(
      try AccountSides(source, account, records, moment: Moment(knownAt: moment.knownAt)), rules: rules)
    if lines.isEmpty {
      return proposals.matches.filter { $0.score >= scoreMin && !$0.evidence.isAmbiguous }.map(proposals.event)
    }
    let chosen = proposals.matches.filter { !lines.isDisjoint(with: $0.lines) }
    let found = Set(chosen.flatMap(\.lines))
    if let missing = lines.subtracting(found).min() {
      throw Diagnostic(
        .notAStatementLine, Wording("没有对 #\(missing) 的建议", "nothing is proposed for #\(missing)"),
        hint: Wording(
          "bgt reconcile proposals 列出建议；手工核对：bgt record match \(account.name) --lines #\(missing) --events #…",
          "bgt reconcile proposals lists what is; match by hand: bgt record match \(account.name) --lines #\(missing) --events #…"))
    }
    return chosen.map(proposals.event)
  }
}
