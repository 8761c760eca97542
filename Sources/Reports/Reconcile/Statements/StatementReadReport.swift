import LedgerCore
import Portfolio
import ReportDocument

/// What a statement came to that was read from a file: its figures, what was there already, and the matches proposed.
public struct StatementReadReport: Sendable {
  /// The events of the statement: the whole, then its lines.
  public var events: [Event]
  /// Whether they are recorded by now; else they are only looked at.
  public var isRecorded = false
  /// How many proposals are listed at most; nil for all.
  public var listedMax: Int?
  /// The lines that the books did not have, each as often as it is new.
  private let fresh: [Event]
  /// What was recorded before.
  private let before: StatementRecords

  /// How many of the lines the books had already.
  public var knownCount: Int { events.count - 1 - fresh.count }

  /// Looks up which of the lines the books have already, before anything is recorded.
  ///
  /// - Throws: what the source throws.
  public init(
    events: [Event], comparedWith source: any LedgerSource, listedMax: Int? = nil
  ) throws(Diagnostic) {
    self.events = events
    self.listedMax = listedMax
    before = try StatementRecords(source, knownAt: .max)
    fresh = StatedLines(before).fresh(events.dropFirst())
  }

  /// The report.
  ///
  /// - Throws: what the source throws.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    let records = isRecorded ? try StatementRecords(source, knownAt: .max) : before
    guard let whole = events.first, let account = whole.text("account").flatMap(source.register.account(named:)) else {
      throw Diagnostic(.statementEmpty, "the statement has no line")
    }
    // A batch event and the statement as a whole stand before the lines.
    let head = try source.head(at: .latest).sequence
    var extra: (head: StatementHead?, lines: [StatedLine]) = (nil, [])
    if !isRecorded {
      extra.head = StatementHead(whole, sequence: head + 2)
      for (place, event) in fresh.enumerated() {
        if let line = StatedLine(event, sequence: head + 3 + Int64(place)) { extra.lines.append(line) }
      }
    }
    let sides = try AccountSides(source, account, records, moment: .latest, extra: extra)
    var document = try ReportFrame(
      source: source, moment: Moment(asOf: whole.effectiveDay), from: whole.day("from"),
      about: [Figure("account", Phrase("科目", "Account"), .text(account.name))]
    ).document(
      "statementRead",
      title: isRecorded ? Phrase("对账单已登记", "Statement recorded") : Phrase("对账单试读", "Statement, not recorded"),
      definitions: ProposalTables.definitions)
    document.sections = [Section("statement", blocks: [.figures(figures(whole, source.register))])]
      + ProposalTables(proposals: MatchProposals(sides), listedMax: listedMax).sections()
    document.notes = try StatementGap.all(in: sides).map { $0.phrase(source.register[sides.commodity]) }
    if !isRecorded {
      document.notes.append(
        Phrase("未登记任何内容；行号为登记后的编号。", "Nothing is recorded; numbers of lines are those that they would get."))
    }
    return document
  }

  private func figures(_ whole: Event, _ register: Register) -> FigureList {
    func money(_ field: String) -> Cell {
      whole.amount(field).map { .money($0.minorUnits, register[$0.commodity]) } ?? .empty
    }
    return FigureList(
      "statement",
      [
        Figure("file", Phrase("文件", "File"), .text(whole.text("file") ?? "")),
        Figure("opening", Phrase("期初余额", "Opening"), money("opening")),
        Figure("received", Phrase("收入", "Received"), money("received")), Figure("paid", Phrase("支出", "Paid"), money("paid")),
        Figure("closing", Phrase("期末余额", "Closing"), money("closing")),
        Figure("statementLines", Phrase("行数", "Lines"), .integer(whole.integer("lines") ?? 0)),
        Figure("known", Phrase("其中以前已登记", "Of them recorded before"), .count(knownCount)),
      ])
  }
}
