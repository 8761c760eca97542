import LedgerCore
import Portfolio
import ReportDocument

/// What restatement changed between two moments of knowledge (重述差异): the figures of one and the same day as they were
/// known then and as they are known later, and the events that made the difference.
public struct DiffKnownReport: Sendable {
  /// The day that both columns are about; nil for the last day known at the first moment.
  public var asOf: Day?
  /// The earlier moment of knowledge.
  public var first: Int64
  /// The later moment of knowledge.
  public var second: Int64
  /// The events recorded between the two, of whatever date.
  public var entries: [HistoryEntry]

  public init(from first: Int64, to second: Int64, asOf: Day? = nil, entries: [HistoryEntry]) {
    self.first = first
    self.second = second
    self.asOf = asOf
    self.entries = entries
  }

  /// The day that a question without one is about: the last day known at the first moment.
  public static func day(of before: any LedgerSource) throws(Diagnostic) -> Day {
    try before.lastDay(at: .latest)
  }

  /// The differences as a document.
  ///
  /// - Parameters:
  ///   - before: the books as they were known at the first moment.
  ///   - after: the books as they were known at the second.
  public func document(
    from before: any LedgerSource, _ after: any LedgerSource
  ) throws(Diagnostic) -> ReportDocument {
    let day = if let asOf { asOf } else { try DiffKnownReport.day(of: before) }
    var document = ReportDocument(
      "diffKnown", title: Phrase("重述差异", "What restatement changed"),
      definitions: [
        Phrase(
          "同一日的数字：先前所知与后来所知；差异＝后来减先前。余额以借方为正。",
          "Figures of one and the same day, as known first and as known later; difference = later less first. Balances are "
            + "debit positive.")
      ],
      facts: try facts(before, after, day))
    let moment = Moment(asOf: day)
    let (old, new) = (
      try KnownFigures(before, moment: moment), try KnownFigures(after, moment: moment)
    )
    for part in KnownFigures.Part.allCases {
      let table = try RestatementTable(part, old, new).table
      if !table.rows.isEmpty { document.sections.append(Section(part.rawValue, title: part.title, blocks: [.table(table)])) }
    }
    let multipliers = try RestatementTable.multipliers(before, after, moment: moment)
    if !multipliers.rows.isEmpty {
      document.sections.append(
        Section("multipliers", title: Phrase("放大倍数", "Multipliers"), blocks: [.table(multipliers)]))
    }
    let register = RegisterDifference(before.register, after.register).table
    if !register.rows.isEmpty {
      document.sections.append(
        Section("register", title: Phrase("档案变更", "Register changes"), blocks: [.table(register)]))
    }
    let dated = entries.filter { $0.event.effectiveDay <= day }
    if document.sections.isEmpty {
      document.notes.append(
        Phrase(
          "两个时点之间没有任何重述：" + (day == .always ? "" : "截至 \(day) 的") + "数字和档案完全相同。",
          "Nothing was restated between the two moments: all figures " + (day == .always ? "" : "as of \(day) ")
            + "and the register are the same."))
    }
    if !dated.isEmpty {
      let table = HistoryTable(register: after.register).table("events", of: dated)
      document.sections.append(
        Section(
          "events", title: Phrase("其间记入、日期不晚于 \(day) 的事项", "Events recorded in between and dated by \(day)"),
          blocks: [.table(table)]))
    }
    return document
  }

  private func facts(
    _ before: any LedgerSource, _ after: any LedgerSource, _ day: Day
  ) throws(Diagnostic) -> [Figure] {
    let (old, new) = (try before.head(at: .latest), try after.head(at: .latest))
    var facts: [Figure] = []
    if !after.register.title.isEmpty {
      facts.append(Figure("book", Phrase("账簿", "Book"), .text(after.register.title)))
    }
    return facts + [
      day == .always ? Figure("asOf", Phrase("截至", "As of"), .code("none", Phrase("先前时点尚无事项", "nothing was recorded then"))) : .asOf(day),
      Figure("knownFirst", Phrase("先前所知", "Known first"), .integer(old.sequence)),
      Figure("chainHeadFirst", Phrase("先前链头", "Chain head first"), .text(old.digest)),
      Figure("knownLater", Phrase("后来所知", "Known later"), .integer(new.sequence)),
      Figure("chainHeadLater", Phrase("后来链头", "Chain head later"), .text(new.digest)),
    ]
  }
}
