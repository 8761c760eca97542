import LedgerCore
import Testing

@testable import Portfolio

@Suite("Which requirement counts")
struct RequirementTests {
  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  /// The cap on a day for a programme, as text.
  private func cap(_ books: Books, on day: String, for programme: String = "拨改投") throws -> String? {
    let id = try #require(books.ledger.register.programme(named: programme)).id
    return books.ledger.register.requirements.inForce(.shareCap, for: id, on: try self.day(day))?.rate?.description
  }

  @Test("it counts from its day to its last one and on no other day")
  func days() throws {
    let books = try Books("2022-03-01 requirement share-cap rate:20% until:2022-12-31\n")
    #expect(books.problems == [])
    #expect(try cap(books, on: "2022-02-28") == nil && cap(books, on: "2022-03-01") == "20%")
    #expect(try cap(books, on: "2022-12-31") == "20%" && cap(books, on: "2023-01-01") == nil)
  }

  @Test("one for the programme goes before one for all, a narrower level before a wider, then the later")
  func precedence() throws {
    let books = try Books(
      """
      programme 基金
      2022-01-01 requirement share-cap rate:30% level:city
      2022-06-01 requirement share-cap rate:50% level:nation
      2022-07-01 requirement share-cap rate:25% level:city
      2022-01-01 requirement share-cap rate:40% level:nation programme:基金

      """)
    #expect(books.problems == [])
    #expect(try cap(books, on: "2022-05-01") == "30%" && cap(books, on: "2022-06-15") == "30%")
    #expect(try cap(books, on: "2022-07-01") == "25%")
    #expect(try cap(books, on: "2022-07-01", for: "基金") == "40%")
  }

  @Test("finding:off ends a rule from its day on")
  func off() throws {
    let books = try Books(
      "2022-01-01 requirement share-cap rate:30%\n2023-01-01 requirement share-cap finding:off\n")
    #expect(try cap(books, on: "2022-12-31") == "30%" && cap(books, on: "2023-01-01") == nil)
  }

  @Test(
    "a requirement that says too little or what cannot be is refused",
    arguments: [
      ("requirement share-cap", DiagnosticCode.requirementIncomplete),
      ("requirement early-stage rate:20%", .requirementIncomplete), ("requirement share-cup rate:20%", .unknownRequirement),
      ("requirement no-term recording:refuse", .conflictingFields), ("requirement share-cap rate:-1%", .badFieldValue),
      ("requirement share-cap rate:20% until:2021-12-31", .badFieldValue), ("requirement ticket-cap amount:0", .notPositive),
      ("target leverage amount:100", .conflictingFields), ("target leverage", .missingField),
      ("target deals count:3 weight:2000", .badFieldValue), ("target deals count:-3", .badFieldValue),
    ])
  func refused(_ line: String, _ code: DiagnosticCode) throws {
    var books = try Books("")
    #expect(books.record("2022-01-01 " + line)?.code == code)
    #expect(books.ledger.register.requirements.isEmpty && books.ledger.register.targets.isEmpty)
  }
}
