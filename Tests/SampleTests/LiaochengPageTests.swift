import FundLedger
import Testing

/// The pages of the city's books.
@Suite("Pages of 聊城")
struct LiaochengPageTests {
  @Test(
    "The year report as HTML, with its appendices, stays under half a megabyte, and draws its seven charts", arguments: Language.allCases)
  func year(language: Language) throws {
    let books = try JournalBooks(reading: SampleFolder.root + "/liaocheng/main.journal")
    let document = try YearReport(year: 2022, hasAppendices: true).document(from: books.ledger)
    let bytes = try Format.html.bytes(of: document, RenderOptions(language: language, unit: .wan))
    #expect(bytes.count < 500_000)
    #expect(String(decoding: bytes, as: UTF8.self).split(separator: "<svg ").count - 1 == 7)
  }
}
