import Foundation
import LedgerCore
import Testing

@testable import Portfolio

@Suite("Commitments as reservations")
struct EncumbranceTests {
  /// A published case of encumbrance accounting, in whole units.
  private struct Case: Decodable {
    let id: String
    let appropriation: Int64?
    let availableAfter: [Int64]?
    let outstandingAtYearEnd: Int64?
    let lapses: Bool?
    let carriedAuthorityNextYear: Int64?
  }

  private struct File: Decodable { let cases: [Case] }

  private func oracle(_ id: String) throws -> Case {
    let url = try #require(Bundle.module.url(forResource: "Fixtures/encumbrance", withExtension: "json"))
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try #require(try decoder.decode(File.self, from: Data(contentsOf: url)).cases.first { $0.id == id })
  }

  /// What may be spent after each change of an envelope, in whole units.
  private func available(_ books: Books, _ name: String) throws -> [Int64] {
    let id = try #require(books.ledger.register.envelope(named: name)).id
    var running: Int64 = 0
    var found: [Int64] = []
    for fact in try books.ledger.facts(ofEnvelope: id) where EnvelopePosition.change(of: fact) != 0 {
      running += EnvelopePosition.change(of: fact)
      found.append(running / 100)
    }
    return found
  }

  @Test("10 reserved and 11 paid of 20: relieved at the estimate, spent at the actual, 9 left")
  func relieved() throws {
    let known = try oracle("po10-invoice11")
    let books = try Books(
      """
      2022-01-02 budget 2022/拨改投/e \(known.appropriation ?? 0).00
      2022-02-01 commit 甲/A 10.00 envelope:2022/拨改投/e
      2022-03-01 pay 甲/A 11.00
      """)
    #expect(books.problems == [])
    #expect(try available(books, "2022/拨改投/e") == known.availableAfter)
  }

  @Test("what is reserved at the end of the year lapses and leaves nothing, or is carried over and stays reserved")
  func yearEnd() throws {
    let start = """
      2022-01-02 budget 2022/拨改投/e 10,000.00
      2022-02-01 commit 甲/A 10,000.00 envelope:2022/拨改投/e

      """
    let lapsing = try Books(
      start + "2022-12-31 release 甲/A 10,000.00\n2022-12-31 lapse 2022/拨改投/e 10,000.00\n2023-01-01 budget 2023/拨改投/e 1.00\n")
    #expect(lapsing.problems == [])
    #expect(try lapsing.envelope("2023/拨改投/e").totals[.carriedIn] / 100 == oracle("lapsing").carriedAuthorityNextYear)
    let carried = try Books(start + "2022-12-31 carry 2022/拨改投/e 10,000.00 to:2023/拨改投/e deal:甲/A\n")
    #expect(carried.problems == [])
    let next = try carried.envelope("2023/拨改投/e")
    #expect(next.totals[.carriedIn] / 100 == (try oracle("non-lapsing").carriedAuthorityNextYear))
    #expect(next.signedUnpaid == 1_000_000 && next.available == 0)
  }
}
