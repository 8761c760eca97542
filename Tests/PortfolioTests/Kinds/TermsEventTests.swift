import LedgerCore
import Testing

@testable import Portfolio

@Suite("Exit terms as events")
struct TermsEventTests {
  private static let rate = "2022-01-20 rate LPR-1Y 3.7% source:甲所 status:unverified\n"

  private func terms(_ books: Books, on day: String) throws -> ExitTerms? {
    let register = books.ledger.register
    return register.exitTerms(of: try #require(register.deal(named: "甲/A")).id, on: try #require(Day(day)))
  }

  @Test("later terms replace earlier ones from their own day; of one day the later recorded counts")
  func versions() throws {
    var books = try Books(
      TermsEventTests.rate + """
        2022-06-01 terms 甲/A free:3y rate:LPR-1Y doc:协议
        2023-06-01 terms 甲/A rate:5% doc:补充一
        2022-06-01 terms 甲/A free:2y rate:LPR-1Y doc:协议更正

        """)
    #expect(books.problems == [])
    #expect(try terms(books, on: "2022-05-31") == nil)
    #expect(try terms(books, on: "2023-05-31")?.document == "协议更正")
    #expect(try terms(books, on: "2023-05-31")?.freeMonths == 24)
    #expect(try terms(books, on: "2023-06-01")?.rate == .fixed(Rate(partsPerBillion: 50_000_000)))
    #expect(books.record("2023-06-02 terms 甲/A rate:6% doc:补充二") == nil)
    #expect(try terms(books, on: "2030-01-01")?.document == "补充二")
  }

  @Test("terms that end hold no longer from their day on, and replace those recorded by mistake on the same day")
  func ended() throws {
    var books = try Books(
      TermsEventTests.rate + """
        2022-06-01 terms 甲/A free:3y rate:LPR-1Y term:5y doc:协议
        2023-06-01 terms 甲/A ended:yes doc:解除协议

        """)
    #expect(books.problems == [])
    #expect(try terms(books, on: "2023-05-31")?.document == "协议")
    #expect(try terms(books, on: "2023-06-01") == nil)
    #expect(books.record("2024-01-01 terms 甲/A rate:5% doc:新协议") == nil)
    #expect(try terms(books, on: "2023-12-31") == nil)
    #expect(try terms(books, on: "2024-01-01")?.document == "新协议")
    #expect(books.record("2022-06-01 terms 甲/A ended:yes doc:误登更正") == nil)
    #expect(try terms(books, on: "2022-12-31") == nil)
    #expect(books.record("2025-01-01 terms 甲/A ended:yes free:3y doc:协议")?.code == .conflictingFields)
  }

  @Test("a rate keeps who published it and that nobody checked it")
  func source() throws {
    let point = try Books(TermsEventTests.rate).ledger.register.rates["LPR-1Y"]?.point(on: try #require(Day("2022-02-01")))
    #expect(point?.source == "甲所")
    #expect(point?.isUnverified == true)
  }

  @Test(
    "what does not hold together is refused",
    arguments: [
      ("free:3y", DiagnosticCode.missingField), ("tiers:interest", .missingField),
      ("free:3y tiers:principal rate:3%", .conflictingFields), ("tiers:principal rate:3%", .conflictingFields),
      ("spread:1%", .conflictingFields), ("rate:3% interest:after", .conflictingFields),
      ("rate:LPR-5Y", .unknownRateSeries), ("rate:3% tiers:\"1y interest LPR-5Y, interest\"", .unknownRateSeries),
      ("rate:3% tiers:\"interest, value\"", .badFieldValue), ("rate:3% tiers:\"3y interest\"", .badFieldValue),
      ("rate:3% tiers:\"3y principal, 2y interest, value\"", .badFieldValue), ("tiers:\"\"", .badFieldValue),
      ("rate:3% tiers:\"3y money\"", .badFieldValue), ("tiers:\"principal 3%\"", .badFieldValue),
      ("rate:101%", .badFieldValue), ("rate:3% spread:-101%", .badFieldValue),
    ])
  func refused(_ fields: String, _ code: DiagnosticCode) throws {
    var books = try Books(TermsEventTests.rate)
    #expect(books.record("2022-06-01 terms 甲/A \(fields) doc:协议")?.code == code)
    #expect(try terms(books, on: "2030-01-01") == nil)
  }

  @Test("an unknown series names the one that was meant")
  func nearSeries() throws {
    var books = try Books(TermsEventTests.rate)
    #expect(books.record("2022-06-01 terms 甲/A rate:LRP-1Y doc:协议")?.hint == "did you mean LPR-1Y?")
  }

  @Test("terms without a document are recorded with a warning")
  func document() throws {
    let books = try Books("2022-06-01 terms 甲/A rate:3%\n")
    #expect(books.events.last?.warnings.map(\.code) == [.termsWithoutDocument])
  }

  @Test("the agreed term is that of the terms, else that of the deal")
  func term() throws {
    var books = try Books("2022-01-01 deal 甲/A party:甲 programme:拨改投 method:委托投资 term:5y\n")
    let register = books.ledger.register
    let day = try #require(Day("2022-12-31"))
    #expect(register.agreedTerm(of: try #require(register.deal(named: "甲/A")), on: day) == 60)
    #expect(books.record("2022-06-01 terms 甲/A rate:3% term:7y doc:协议") == nil)
    #expect(register.agreedTerm(of: try #require(register.deal(named: "甲/A")), on: day) == 84)
  }
}
