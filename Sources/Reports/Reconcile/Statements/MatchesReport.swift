import LedgerCore
import Portfolio
import ReportDocument

/// Matches that were recorded just now, and how many lines are still open.
public struct MatchesReport: Sendable {
  /// The account; the only one that has statements, or the treasury's, when nil.
  public var account: String?
  /// The events.
  public var matches: [RecordedEvent]
  /// How many are listed at most; nil for all.
  public var listedMax: Int?

  public init(account: String? = nil, matches: [RecordedEvent], listedMax: Int? = nil) {
    self.account = account
    self.matches = matches
    self.listedMax = listedMax
  }

  /// The matches as a document.
  ///
  /// - Throws: what the source throws.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    let records = try StatementRecords(source, knownAt: .max)
    let account = try StatementAccount.recorded(account, in: source, records)
    let lines = records.lines.filter { $0.account == account.id }.map(\.line)
    let amounts = Dictionary(lines.map { ($0.sequence, $0.amount) }, uniquingKeysWith: { first, _ in first })
    let commodity = source.register[lines.first?.commodity ?? source.register.baseID]
    var document = try ReportFrame(
      source: source, moment: .latest, about: [Figure("account", Phrase("科目", "Account"), .text(account.name))]
    ).document("matches", title: Phrase("已确认勾对", "Confirmed matches"))
    var table = Table(
      "matches",
      columns: [
        Column("match", Phrase("编号", "Number")), Column("date", Phrase("日期", "Date"), .day),
        Column("lines", Phrase("对账单行", "Lines")), Column("events", Phrase("事项", "Events")),
        Column("amount", Phrase("金额", "Amount"), .money), Column("score", Phrase("把握", "Score"), .integer),
      ])
    var total: Int64 = 0
    let listed = matches.prefix(listedMax ?? .max)
    for (place, match) in matches.enumerated() {
      var amount: Int64 = 0
      for fact in match.facts where fact.measure == .matchedLine { try amount.add(amounts[fact.amount] ?? 0) }
      try total.add(amount)
      if place >= listed.count { continue }
      table.add(
        .text("#\(match.sequence)"), .day(match.event.effectiveDay), .text(match.event.text("lines") ?? ""),
        .text(match.event.text("events") ?? ""), .money(amount, commodity),
        match.event.integer("score").map { .integer($0) } ?? .empty)
    }
    if listed.count < matches.count {
      table.notes.append(.notListed(matches.count - listed.count))
    }
    table.add(.phrase(.total), .empty, .empty, .empty, .money(total, commodity), .empty, role: .total)
    document.sections = [
      Section(
        "result",
        blocks: [
          .figures(
            FigureList(
              "result",
              [
                Figure("confirmed", Phrase("确认", "Confirmed"), .count(matches.count)),
                Figure("stillOpen", Phrase("仍未勾对的行", "Lines still open"), .count(lines.count { $0.match == 0 })),
              ]))
        ]),
      Section(
        "matches", title: Phrase("勾对", "Matches"),
        blocks: matches.isEmpty
          ? [
            .note(
              Phrase("没有达到把握要求的建议；bgt reconcile proposals 列出全部。", "No proposal reaches the score; bgt reconcile proposals lists them all."))
          ]
          : [.table(table)]),
    ]
    return document
  }
}
