import BookStore
import LedgerCore
import Testing

@Suite("A book that changes under an open one")
struct ReplacedBookTests {
  let fixture: BookFixture

  init() throws { fixture = try BookFixture() }

  @Test("A book whose end is gone while it is open is refused")
  func replaced() throws {
    let book = try fixture.create()
    try book.importing(Journals.bank)
    try RawFile(fixture.path()).tamper("DELETE FROM event WHERE seq = 5")
    expect(.headMoved) { try book.importing("2022-03-01 * 水费\n    管理费用  1.00 CNY\n    银行存款\n") }
  }
}
