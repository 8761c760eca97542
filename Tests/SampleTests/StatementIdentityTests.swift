import FundLedger
import Testing

@Suite("Statements from a file and from memory")
struct StatementIdentityTests {
  /// Every ledger and statement at one moment, from a first day on.
  private func documents(_ source: any LedgerSource, _ moment: Moment, from: Day?) throws -> [ReportDocument] {
    let deal = source.register.deals.first.map { DimensionFilter([.deal: $0.name]) } ?? DimensionFilter()
    return [
      try BalanceSheetReport(moment: moment).document(from: source),
      try IncomeStatementReport(moment: moment, from: from).document(from: source),
      try CashFlowStatementReport(moment: moment, from: from).document(from: source),
      try TrialBalanceReport(book: nil, moment: moment, from: from).document(from: source),
      try TrialBalanceReport(dimensions: [.party, .envelope], moment: moment, from: from).document(from: source),
      try GeneralLedgerReport(book: nil, depth: 2, moment: moment, from: from).document(from: source),
      try JournalReport(book: nil, filter: deal, moment: moment, from: from ?? .always).document(from: source),
      try DayBookReport(moment: moment, from: from).document(from: source),
      try DimensionsReport(by: [.deal, .holder], moment: moment, from: from).document(from: source),
      try RegisterReport(filter: deal, moment: moment, from: from ?? .always, hasMonthTotals: true)
        .document(from: source),
    ]
  }

  @Test("say the same to the fen, at any day and state of knowledge")
  func identical() throws {
    let path = SampleFolder.root + "/liaocheng/main.journal"
    let memory = try JournalBooks(reading: path)
    #expect(memory.problems == [])
    let folder = try BookFolder()
    let book = try folder.create(for: try SampleFolder.bytes("liaocheng/main.journal"))
    #expect(try BookImport().run([try EventFile(path: path)], into: book).problems == [])
    for (asOf, known) in [("2022-12-31", Int64.max), ("2023-02-14", .max), ("2023-06-30", 300), ("2030-01-01", .max)] {
      for from in [nil, Day("2021-05-17"), Day("2021-01-01")] {
        let moment = Moment(asOf: Day(asOf) ?? .never, knownAt: known)
        let pairs = try zip(documents(memory.ledger, moment, from: from), documents(book, moment, from: from))
        for (left, right) in pairs {
          #expect(left.sections == right.sections, "\(left.id) as of \(asOf) known at \(known) from \(from?.description ?? "-")")
        }
      }
    }
  }
}
