import BookStore
import LedgerCore
import Portfolio
import Testing

@Suite("Printing and importing again")
struct ReprintTests {
  let fixture: BookFixture

  init() throws { fixture = try BookFixture() }

  private func sample() throws -> Book {
    let book = try fixture.create("a.book")
    try book.importing(Journals.bank)
    try book.importing("account 在建工程 class:asset\n2022-03-01 * 甲\n  key: k1\n  在建工程  7.00 CNY\n  银行存款\n")
    try book.importing("2022-03-02 reverse k1 reason:录错\n2022-03-03 reverse #4 reason:录错\n")
    return book
  }

  @Test("What a book prints, a new book imports to the same chain head and the same rows")
  func sameHead() throws {
    let book = try sample()
    let copy = try fixture.create("b.book")
    try copy.importing(try book.printed())
    #expect(try copy.head() == book.head())
    #expect(try RawFile(fixture.path("b.book")).dump() == RawFile(fixture.path("a.book")).dump())
  }

  @Test("A print of a book that went on carries its copy on to the same head")
  func carryOn() throws {
    let book = try sample()
    let copy = try fixture.create("b.book")
    try copy.importing(try book.printed())
    try book.importing("2022-04-01 * 乙\n  在建工程  8.00 CNY\n  银行存款\n")
    try copy.importing(try book.printed())
    #expect(try copy.head() == book.head())
  }

  @Test("A print imported into its own book records nothing")
  func own() throws {
    let book = try sample()
    let head = try book.head()
    try book.importing(try book.printed())
    #expect(try book.head() == head)
  }

  @Test("A print imported into books that hold something else stands under a batch of their own, its batches noted")
  func other() throws {
    let book = try sample()
    let other = try fixture.create("c.book")
    try other.importing("2021-01-01 * 期初\n  银行存款  9.00 CNY\n  净资产\n")
    let text = try book.printed().replacing("reverse #4", with: "reverse #6")
    try other.importing(text)
    #expect(try other.batches().count == 2 + book.batches().count)
    #expect(try other.verify() == [])
    let head = try other.head()
    try other.importing(text)
    #expect(try other.head() == head)
  }

  @Test("Books of other rules are not mixed in; another title on a file is no other rules")
  func conflict() throws {
    let book = try sample()
    expect(.conflictingFields) { try book.importing("book 试验 rules:fiscal-2022\n" + Journals.bank) }
    try book.importing("book 别处的账 rules:plain\n2022-05-02 * 乙\n  在建工程  8.00 CNY\n  银行存款\n")
    try book.importing("book 试验\n2022-05-01 * 甲\n  在建工程  7.00 CNY\n  银行存款\n")
  }
}
