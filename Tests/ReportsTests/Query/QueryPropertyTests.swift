import LedgerCore
import Portfolio
import ReportDocument
import Reports
import Seeds
import Testing

@Suite("Queries, whatever happened")
struct QueryPropertyTests {
  /// A random query of terms that balances decide.
  private static func query(_ random: inout SeededGenerator, depth: Int = 3) -> String {
    let terms = [
      "国库", "股权投资", "投资收益", "not 国库", "其他", "deal:*", "deal:*1*", "party:*2*", "programme:*", "region:3715", "industry:C", "cur:CNY",
      "envelope:202*",
      "not deal:*", "/投资$/", "10", "holder:*",
    ]
    if depth == 0 || random.next() % 3 == 0 { return terms[Int(random.next() % UInt64(terms.count))] }
    let (left, right) = (query(&random, depth: depth - 1), query(&random, depth: depth - 1))
    switch random.next() % 4 {
    case 0: return "(\(left) and \(right))"
    case 1: return "(\(left) or \(right))"
    case 2: return "not (\(left))"
    default: return "(\(left) \(right))"
    }
  }

  private func rows(_ text: String, _ ledger: MemoryLedger, _ change: (inout BalanceReport) -> Void) throws -> [String] {
    var report = BalanceReport(book: nil)
    report.query = try Query([text], today: day("2023-01-01"))
    change(&report)
    let table = try report.document(from: ledger).table("balance")
    return table.rows.map { row in
      row.cells.map { $0.words ?? $0.minorUnits.map { "\($0)" } ?? "" }.joined(separator: "|")
    }
  }

  @Test("balances by month and postings one by one give the same answer", arguments: UInt64(1)...10)
  func bothWays(seed: UInt64) throws {
    let ledger = try RandomPortfolio.books(seed: seed, events: 160)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<12 {
      let query = QueryPropertyTests.query(&random)
      // A text that is in no narration decides nothing, but is read from postings alone.
      let slow = "(\(query)) not text:/no such text/"
      for change in QueryPropertyTests.changes {
        let ways: [Result<[String], Diagnostic>] = [query, slow].map { text in
          do { return .success(try rows(text, ledger, change)) } catch let error as Diagnostic {
            return .failure(Diagnostic(error.code, .none))
          } catch {
            return .success(["\(error)"])
          }
        }
        #expect(ways[0] == ways[1], "seed \(seed): \(query)")
      }
    }
  }

  /// Ways of asking: as a whole, within days that cut months, by period from an opening.
  private static var changes: [(inout BalanceReport) -> Void] {
    [
      { _ in },
      {
        $0.from = day("2021-03-05"); $0.moment = Moment(asOf: day("2022-10-12"))
      },
      {
        $0.interval = Interval(.quarter); $0.accumulation = .historical; $0.from = day("2021-02-10")
      },
      {
        $0.interval = Interval(.month); $0.layout.pivot = .deal; $0.moment = Moment(asOf: day("2022-10-12"))
      },
    ]
  }

  @Test("what a query leaves out is what its negation takes in", arguments: UInt64(1)...10)
  func negation(seed: UInt64) throws {
    let ledger = try RandomPortfolio.books(seed: seed, events: 160)
    var random = SeededGenerator(seed: seed &* 7)
    func total(_ text: String) throws -> Int64? {
      var report = BalanceReport(book: nil)
      report.query = try Query([text], today: day("2023-01-01"))
      let document: ReportDocument
      do throws(Diagnostic) { document = try report.document(from: ledger) } catch {
        // Names that these books do not have.
        #expect("\(error.code)".hasPrefix("unknown"), "seed \(seed): \(error)")
        return nil
      }
      return try document.table("balance").amounts("balance", role: .total).first ?? 0
    }
    for _ in 0..<20 {
      let query = QueryPropertyTests.query(&random)
      guard let left = try total(query), let right = try total("not (\(query))") else { continue }
      #expect(left + right == 0, "seed \(seed): \(query)")
    }
  }
}
