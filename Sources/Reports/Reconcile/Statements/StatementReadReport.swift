import LedgerCore
import Portfolio
import ReportDocument

/// What a statement came to that was read from a file: its figures, what was there already, and the matches proposed.
public struct StatementReadReport: Sendable {
  /// The events of the statement: the whole, then its lines.
  public var events: [Event]
  /// Whether they are recorded by now; else they are only looked at.
  public private(set) var isRecorded = false
  /// How many proposals are listed at most; nil for all.
  public var listedMax: Int?
  /// Which of the lines the books had and which they had not.
  private let compared: StatedLines
  /// What is recorded: before, and what was taken in since.
  private var records: StatementRecords

  /// How many of the lines the books had already.
  public var knownCount: Int { compared.known.count }

  /// The events to record: without the lines that the books have in other words. Those that they have word for word stay,
  /// since the book itself counts how often it has each.
  public var eventsToRecord: [Event] {
    let known = Set(compared.known.lazy.filter { $0.evidence != .wording }.map(\.place))
    return events.prefix(1) + events.dropFirst().enumerated().lazy.filter { !known.contains($0.offset) }.map(\.element)
  }

  /// Looks up which of the lines the books have already, before anything is recorded.
  ///
  /// - Parameter isWordForWord: whether only lines that are recorded in the same words are recognised, not those of another
  ///   form of the statement.
  /// - Throws: what the source throws.
  public init(
    events: [Event], comparedWith source: any LedgerSource, isWordForWord: Bool = false, listedMax: Int? = nil
  ) throws(Diagnostic) {
    self.events = events
    self.listedMax = listedMax
    let before = try StatementRecords(source, knownAt: .max)
    records = before
    let account = events.first?.text("account").flatMap(source.register.account(named:))?.id
    compared = StatedLines(
      Array(events.dropFirst()), recorded: before.lines.filter { $0.account == account }.map(\.line), isWordForWord: isWordForWord)
  }

  /// Takes in what was recorded of the statement, so that the books are not read again for it.
  public mutating func take(_ recorded: [(sequence: Int64, event: Event)], in register: Register) {
    for (sequence, event) in recorded { records.add(event, at: sequence, register) }
    isRecorded = true
  }

  /// The report.
  ///
  /// - Throws: what the source throws.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    guard let whole = events.first, let account = whole.text("account").flatMap(source.register.account(named:)) else {
      throw Diagnostic(.statementEmpty, Wording("对账单没有明细", "the statement has no line"))
    }
    // A batch event and the statement as a whole stand before the lines.
    let head = try source.head(at: .latest).sequence
    var extra: (head: StatementHead?, lines: [StatedLine]) = (nil, [])
    if !isRecorded {
      extra.head = StatementHead(whole, sequence: head + 2)
      for (place, event) in compared.fresh.enumerated() {
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
    document.sections =
      [Section("statement", blocks: [.figures(figures(whole, source.register))])]
      + KnownLinesTable(compared.known, records, account, source.register, listedMax: listedMax).sections()
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
