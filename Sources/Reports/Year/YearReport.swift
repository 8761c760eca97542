import LedgerCore
import Portfolio
import ReportDocument

/// The yearly portfolio report as it is handed in: the year in words, budget and its reconciliation, investments, holdings,
/// exits, cash, returns, leverage, performance, what checks found, and on request the vouchers.
///
/// It stands at the end of the calendar year, so that each year's closing is the next one's opening.
public struct YearReport: Sendable {
  /// The calendar and budget year.
  public var year: Int
  /// What is known; a day before the end of the year makes it an interim report.
  public var moment: Moment
  /// A valuation older than this on the last day is listed as stale.
  public var staleAfterDays: Int
  /// Whether the note on equity and the vouchers of the year are appended, for a report that is handed in or kept.
  public var hasAppendices: Bool

  public init(year: Int, moment: Moment = .latest, staleAfterDays: Int = 365, hasAppendices: Bool = false) {
    self.year = year
    self.moment = moment
    self.staleAfterDays = staleAfterDays
    self.hasAppendices = hasAppendices
  }

  /// The report as a document.
  ///
  /// - Throws: `badUsage` for a year outside the calendar or one that begins after the cut-off, or what the source throws.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    try Day.checkYear(year, hint: Wording("如 bgt report year 2022", "as in: bgt report year 2022"))
    // Each part reads the books as if it were a report of its own.
    let source = try RememberedLedger(source)
    let end = Moment(asOf: min(moment.asOf, .end(ofYear: year)), knownAt: moment.knownAt)
    let from = Day.start(ofYear: year)
    if moment.asOf < from {
      throw Diagnostic(
        .badUsage,
        Wording(
          "\(year) 年的起始晚于报表截止日 \(moment.asOf)", "the year \(year) begins after \(moment.asOf), the day that the report is to stand at"),
        hint: Wording("截止日写 \(year) 年或以后，或写较早的年度", "give a day of \(year) or later, or an earlier year"))
    }
    if let early = try YearReport.beforeBooks(source, year, end) { return early }
    let view = try PortfolioView(source, moment: end, from: from)
    let title = source.register.title
    var document = try ReportFrame(source: source, moment: end, from: from).document(
      "year", title: YearReport.title(of: title, year),
      definitions: [BudgetSection.definition, YearReport.holdingsDefinition])
    document.cover = cover(title, document.facts)
    var parts = YearParts(view: view, year: year, moment: end, document: document)
    try parts.addPortfolio()
    try parts.addMoney(staleAfterDays: staleAfterDays)
    try parts.addJudgements()
    if hasAppendices { try parts.addAppendices() }
    document = parts.document.statingEmptyTables()
    document.notes += try PortfolioNotes(view: view, staleAfterDays: staleAfterDays).all() + [IndustryNames.builtIn().note]
    YearReport.number(&document.sections)
    let last = try source.lastDay(at: Moment(knownAt: moment.knownAt))
    if last < from {
      document.sections.insert(Section("coverage", blocks: [.note(YearReport.nothingYet(year, last: last))]), at: 0)
    }
    return document
  }

  /// The report of a year before the first day of the books, which has nothing to show; nil for a later one.
  private static func beforeBooks(_ source: any LedgerSource, _ year: Int, _ end: Moment) throws(Diagnostic) -> ReportDocument? {
    if try source.extent(at: end).vouchers > 0 { return nil }
    if try !source.facts(at: end).isEmpty { return nil }
    let known = Moment(knownAt: end.knownAt)
    let first = [try source.extent(at: known).days?.lowerBound, try source.facts(at: known).map(\.day).min()].compactMap(\.self).min()
    guard let first, first > .end(ofYear: year) else { return nil }
    var document = try ReportFrame(source: source, moment: end, from: .start(ofYear: year)).document(
      "year", title: title(of: source.register.title, year), definitions: [])
    document.sections = [
      Section(
        "coverage",
        blocks: [.note(Phrase("\(year) 年没有任何事项：账簿自 \(first) 起。", "The books have nothing in \(year): they begin on \(first)."))])
    ]
    return document
  }

  /// The front page: whose report, of which year, as of when, and who signs.
  private func cover(_ books: String, _ facts: [Figure]) -> Cover {
    Cover(
      body: .plain(books), title: YearReport.title(of: "", year),
      lines: [Figure("year", Phrase("报告年度", "Year"), .text("\(year)"))]
        + facts.filter { $0.id == "asOf" } + facts.compactMap(YearReport.known),
      signatures: [Phrase("编制人：", "Prepared by:"), Phrase("复核人：", "Reviewed by:"), Phrase("负责人：", "Approved by:")])
  }

  /// What was known, as a front page says it: 第 680 项事项, and the head of the chain that proves it.
  private static func known(_ fact: Figure) -> Figure? {
    switch (fact.id, fact.value) {
    case ("knownAt", .integer(let number)): Figure("knownAt", fact.label, .phrase(Phrase("第 \(number) 项事项", "event \(number)")))
    case ("chainHead", .text(let digest)): Figure("chainHead", fact.label, .text(String(digest.prefix(16)) + "…"))
    default: nil
    }
  }

  /// Numbers the sections that have a title; appendices have numbers of their own.
  private static func number(_ sections: inout [Section]) {
    var number = 0
    for index in sections.indices where !["equityNote", "vouchers"].contains(sections[index].id) {
      number += 1
      sections[index].title = Phrase(chinese(number) + "、", "\(number). ") + sections[index].title
    }
  }

  /// A number from 1 to 99 in Chinese.
  private static func chinese(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    let (tens, ones) = (number / 10 % 10, number % 10)
    return (tens == 0 ? "" : (tens == 1 ? "" : digits[tens]) + "十") + digits[ones]
  }

  /// The title, led by that of the books.
  private static func title(of books: String, _ year: Int) -> Phrase {
    let lead = books.isEmpty ? "" : books + " "
    return Phrase(lead + "\(year) 年度投资组合报告", lead + "Portfolio report \(year)")
  }

  /// That the books end before the year begins.
  private static func nothingYet(_ year: Int, last: Day) -> Phrase {
    last == .always
      ? Phrase("账簿中尚无事项。", "Nothing is recorded yet.")
      : Phrase(
        "\(year) 年尚无事项：账簿记至 \(last)，以下余额均为该日结转数。",
        "Nothing of \(year) is recorded: the books end on \(last), and all balances below are carried from then.")
  }

  /// What the movement of holdings means.
  static let holdingsDefinition = Phrase(
    "期末账面余额＝期初＋投资−退回＋损益调整＋其他权益变动−宣告分红±转增±差错更正±无偿划转−退出−核销",
    "closing = opening + additions − refunds + profit share + other equity − dividends ± capitalised ± corrections "
      + "± handed over − exits − written off")

  /// A table, or the words that there is nothing to show.
  static func shown(_ table: Table) -> [Block] {
    table.rows.contains { $0.role == .body } ? [.table(table)] : [.note(.nothingToShow)]
  }
}
