import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Testing

@Suite("Ledgers of what a query selects")
struct QueriedLedgerTests {
  /// What balances by month decide; a text that is in no narration makes the same question one of postings.
  private static let queries = [
    "股权投资", "deal:*", "not deal:*", "国库 or deal:*1*", "股权投资 date:2021-03-05..2022-10-12", "programme:* not 国库",
    "envelope:202* date:>=2022-02-10",
  ]

  private func query(_ text: String) throws -> Query { try Query([text], today: day("2023-01-01")) }

  /// The cells of all tables, or the code of what was refused.
  private func cells(_ make: () throws -> ReportDocument) throws -> [String] {
    do {
      return try make().tables.flatMap { table in
        table.rows.map { row in table.id + ":" + row.cells.map { $0.words ?? $0.minorUnits.map { "\($0)" } ?? "" }.joined(separator: "|") }
      }
    } catch let error as Diagnostic { return ["\(error.code)"] }
  }

  @Test("balances by month and postings one by one give the same ledgers", arguments: UInt64(1)...5)
  func bothWays(seed: UInt64) throws {
    let ledger = try RandomPortfolio.books(seed: seed, events: 160)
    for text in QueriedLedgerTests.queries {
      let pair = [text, "(\(text)) not text:/no such text/"]
      for moment in [Moment.latest, Moment(asOf: day("2022-08-20"))] {
        let reports: [(Query) throws -> ReportDocument] = [
          { query in
            var report = GeneralLedgerReport(book: nil, depth: 2, moment: moment)
            report.query = query
            return try report.document(from: ledger)
          },
          { query in
            var report = TrialBalanceReport(book: nil, dimensions: [.deal], moment: moment, from: day("2021-05-17"))
            report.query = query
            return try report.document(from: ledger)
          },
          { query in
            var report = DimensionsReport(by: [.party, .envelope], book: nil, moment: moment)
            report.query = query
            return try report.document(from: ledger)
          },
          { query in
            var report = DayBookReport(moment: moment, from: day("2021-01-01"))
            report.query = query
            return try report.document(from: ledger)
          },
        ]
        for (place, report) in reports.enumerated() {
          let answers = try pair.map { words in try cells { try report(try query(words)) } }
          #expect(answers[0] == answers[1], "seed \(seed), report \(place): \(text)")
        }
      }
    }
  }

  @Test("the general ledger of a query is the sum of its register, month by month", arguments: UInt64(1)...5)
  func generalLedger(seed: UInt64) throws {
    let ledger = try RandomPortfolio.books(seed: seed, events: 160)
    for text in ["deal:*1*", "text:出资", "股权投资 and amount:>1万", "kind:pay date:2021-04-10..2022-09-15"] {
      var general = GeneralLedgerReport(from: day("2021-02-01"))
      var register = RegisterReport(from: day("2021-02-01"))
      (general.query, register.query) = (try query(text), try query(text))
      let documents = try (general.document(from: ledger), register.document(from: ledger))
      let lines = try documents.1.table("register")
      guard let table = documents.0.tables.first else {
        #expect(
          try lines.amounts("debit").allSatisfy { $0 == 0 } && lines.amounts("credit").allSatisfy { $0 == 0 }, "seed \(seed): \(text)")
        continue
      }
      let entries = try table.column("entry").map(\.words)
      func sum(_ column: String) throws -> Int64 { try zip(table.amounts(column), entries).reduce(0) { $0 + ($1.1 == "month" ? $1.0 : 0) } }
      #expect(try sum("debit") == lines.amounts("debit").reduce(0, +), "seed \(seed): \(text)")
      #expect(try sum("credit") == lines.amounts("credit").reduce(0, +), "seed \(seed): \(text)")
    }
  }

  @Test("days of a query cut a month; what moved in the year before them is in the year to date")
  func days() throws {
    let text = """
      2022-01-10 * 一
          a:b  1.00
          c
      2022-06-10 * 二
          a:b  2.00
          c
      2022-06-20 * 三
          a:b  4.00
          c
      2022-06-30 * 四
          a:b  8.00
          c
      """
    var report = GeneralLedgerReport()
    report.query = try query("a date:2022-06-15..2022-06-25")
    let document = try report.document(from: books(text))
    let table = try document.table("generalLedger")
    #expect(try table.amounts("debit") == [0, 400, 700])
    #expect(try table.amounts("balance") == [300, 700, 700])
    #expect(try document.figure("query") == .text("a date:2022-06-15..2022-06-25"))
    #expect(try document.figure("from") == .day(day("2022-06-15")))
  }

  @Test("the day book shows lines that fit with the other side of their vouchers; money accounts unless some are named")
  func dayBook() throws {
    let text = """
      2022-01-10 * 期初
          其他财政存款  10.00 CNY
          累计盈余
      2022-03-05 * 收
          其他财政存款  5.00 CNY
          非税收入
      2022-03-06 * 付
          其他费用  1.00 CNY
          其他财政存款
      """
    let ledger = try books(text)
    var report = DayBookReport(from: day("2022-03-01"))
    report.query = try query("amount:>=5")
    let table = try report.document(from: ledger).table("dayBook")
    #expect(try table.column("counter").map(\.words) == [nil, "非税收入"])
    #expect(try table.amounts("balance") == [1000, 1500])
    report.query = try query("非税收入 or text:付")
    let document = try report.document(from: ledger)
    #expect(document.sections.map(\.title.zh).contains { $0.contains("非税收入") })
    #expect(document.sections.count == 3)
    report.query = try query("not 其他财政存款")
    #expect(try report.document(from: ledger).sections.isEmpty)
  }

  @Test("a pivot by kind or document reads the events behind postings together, whatever the batch")
  func pivots() throws {
    let ledger = try RandomPortfolio.books(seed: 3, events: 400)
    for pivot in [Pivot.kind, .document] {
      var report = BalanceReport(book: nil)
      report.layout.pivot = pivot
      report.query = try query("股权投资")
      let table = try report.document(from: ledger).table("balance")
      let index = try #require(table.columns.firstIndex { $0.id == pivot.rawValue })
      for row in table.rows where row.role == .body {
        let name = row.cells[index].words ?? ""
        if name.isEmpty { continue }
        var asked = BalanceReport(book: nil)
        asked.query = try query("股权投资 and " + (pivot == .kind ? "kind:\(name)" : "document:/^\(name)$/"))
        let total = try asked.document(from: ledger).table("balance").amounts("balance").reduce(0, +)
        #expect(try table.cell(name, "balance").minorUnits == total, "\(name)")
      }
      #expect(table.rows.count > 1)
    }
  }
}
