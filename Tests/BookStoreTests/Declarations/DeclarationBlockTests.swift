import BookStore
import LedgerCore
import Portfolio
import Testing

@Suite("Declarations in blocks")
struct DeclarationBlockTests {
  let fixture: BookFixture

  init() throws { fixture = try BookFixture() }

  /// More declarations than one block has events, some of them among others, some made twice.
  private static let journal: String = {
    var text = "programme 甲 from:2019-01-01\nparty 乙 kind:company\n"
    for index in 1...900 {
      text += "2021-01-01 deal 乙/\(index) party:乙 programme:甲 method:直接投资\n"
      if index % 3 == 0 { text += "2021-02-01 loan 乙/\(index) \(index).00 CNY party:乙\n" }
      if index % 100 == 0 { text += "2021-03-01 deal 乙/\(index) party:乙 programme:甲 method:直接投资 term:5y\n" }
    }
    return text
  }()

  private func names(of book: Book) -> [String] {
    book.register.deals.map { "\($0.name) \($0.termMonths) \($0.from)" }
  }

  @Test("A book opened again, wholly or as it was known, knows the deals of the one that recorded them")
  func opensAgain() throws {
    let book = try fixture.create()
    try book.importing(DeclarationBlockTests.journal)
    let head = try book.head().sequence
    #expect(head > 1024 && head < 2048)
    #expect(try RawFile(book.path).int("SELECT count(*) FROM declaration_block") == 1)
    let isSame = try names(of: fixture.open()) == names(of: book)
    #expect(isSame)
    for known in [3, 500, 1023, 1024, 1025, head - 3] {
      let again = try Book.open(at: book.path, readOnly: true, actor: "李四", knownAt: known, now: { fixture.tick() })
      // The first events are the book, the batch, the programme and the party.
      var expected: [String: String] = [:]
      try book.events { sequence, bytes throws(Diagnostic) in
        let words = String(decoding: bytes, as: UTF8.self).split(separator: " ")
        if sequence <= known, words.count > 2, words[1] == "deal" { expected[String(words[2])] = "" }
      }
      #expect(Set(again.register.deals.map(\.name)) == Set(expected.keys), "known at \(known)")
    }
    #expect(try book.verify() == [])
  }

  @Test("A book that is open takes in declarations past a whole block, block by block or row by row")
  func takesIn() throws {
    let book = try fixture.create()
    try book.importing("programme 丁\n")
    let other = try fixture.open()
    try other.importing(DeclarationBlockTests.journal)
    try book.importing("2021-05-01 loan 乙/900 7.00 CNY party:乙\n")
    #expect(book.register.deal(named: "乙/900")?.termMonths == 60)
    #expect(try book.verify() == [])
  }

  @Test(
    "A changed block is found by the comparison; the book opens from its records and makes the block anew",
    arguments: [
      "UPDATE declaration_block SET texts = CAST(replace(CAST(texts AS TEXT), '乙/9 ', '乙/10 ') AS BLOB)",
      "UPDATE declaration_block SET texts = CAST(replace(CAST(texts AS TEXT), 'deal', 'dale') AS BLOB)",
      "UPDATE declaration_block SET texts = substr(texts, 1, 400)", "UPDATE declaration_block SET places = x'0000'",
      "UPDATE declaration_block SET places = x'00'", "DELETE FROM declaration_block",
    ])
  func damage(_ sql: String) throws {
    let book = try fixture.create()
    try book.importing(DeclarationBlockTests.journal)
    let known = names(of: book)
    try RawFile(book.path).tamper(sql)
    #expect(try Book.verify(at: book.path).map(\.part) == [.projection])
    let damaged = try fixture.open()
    let isSame = names(of: damaged) == known
    #expect(isSame)
    try damaged.rebuildProjections()
    #expect(try Book.verify(at: book.path) == [])
  }
}
