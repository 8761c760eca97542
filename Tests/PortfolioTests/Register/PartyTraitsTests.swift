import LedgerCore
import Portfolio
import Testing

@Suite("What a party is on a day")
struct PartyTraitsTests {
  private func party(_ books: Books, on day: String) throws -> Party {
    let register = books.ledger.register
    return register.party(try #require(register.party(named: "丙")).id, on: try #require(Day(day)))
  }

  @Test("region, industry and stage hold from the day of their event, whatever the order of recording")
  func byDay() throws {
    let books = try Books(
      """
      2018-01-01 party 丙 region:371523 stage:初创期
      2022-01-01 party 丙 stage:成熟期
      2019-10-01 party 丙 region:371503 industry:C36

      """)
    #expect(books.problems.isEmpty)
    #expect(try party(books, on: "2018-06-30").region == "371523")
    #expect(try party(books, on: "2019-10-01").region == "371503")
    #expect(try party(books, on: "2021-12-31").stage == "初创期")
    #expect(try party(books, on: "2022-01-01").stage == "成熟期")
    let latest = try #require(books.ledger.register.party(named: "丙"))
    #expect([latest.region, latest.industry, latest.stage] == ["371503", "C36", "成熟期"])
  }

  @Test("what was first said later holds before it too, since nothing else is known")
  func before() throws {
    let books = try Books("2022-01-01 party 丙 region:371503\n")
    #expect(try party(books, on: "2015-01-01").region == "371503")
  }

  @Test("an undated event holds since always, and a later dated one from its day on")
  func undated() throws {
    let books = try Books(
      """
      party 丙 region:371523
      2020-01-01 party 丙 region:371503
      party 丙 industry:C36

      """)
    #expect(try party(books, on: "2019-12-31").region == "371523")
    #expect(try party(books, on: "2020-01-01").region == "371503")
    #expect(try party(books, on: "2019-12-31").industry == "C36")
  }

  @Test("recorded late, what was true before does not replace what came after it")
  func recordedLate() throws {
    let books = try Books(
      """
      2022-01-01 party 丙 stage:成熟期
      2018-01-01 party 丙 stage:初创期

      """)
    #expect(books.ledger.register.party(named: "丙")?.stage == "成熟期")
    #expect(try party(books, on: "2019-01-01").stage == "初创期")
  }
}
