import LedgerCore
import Testing

@testable import Portfolio

@Suite("Dividends after an exit")
struct DeclareAfterExitTests {
  private func codes(_ events: String) throws -> [DiagnosticCode] {
    let books = try Books(RefusalTests.bought + events)
    #expect(books.problems == [])
    return books.events.last?.warnings.map(\.code) ?? []
  }

  @Test("a dividend declared when nothing is held any more is warned of")
  func afterAll() throws {
    #expect(try codes("2022-05-01 exit 甲/A 600.00\n2022-06-01 declare 甲/A ours:5.00\n") == [.declaredAfterExit])
    #expect(try codes("2022-05-01 writeoff 甲/A\n2022-06-01 declare 甲/A ours:5.00\n") == [.declaredAfterExit])
  }

  @Test("one declared before, after a part was sold, or when it was bought again, is not")
  func stillHeld() throws {
    #expect(try codes("2022-06-01 exit 甲/A 600.00\n2022-05-01 declare 甲/A ours:5.00\n") == [])
    #expect(try codes("2022-05-01 exit 甲/A 300.00 part:50%\n2022-06-01 declare 甲/A ours:5.00\n") == [])
    let again = "2022-05-01 exit 甲/A 600.00\n2022-05-15 pay 甲/A 9.00 envelope:2022/拨改投 share:1%\n"
    #expect(try codes(again + "2022-06-01 declare 甲/A ours:5.00\n") == [])
  }
}
