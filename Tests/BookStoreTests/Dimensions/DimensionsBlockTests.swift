import BookStore
import JournalText
import LedgerCore
import Portfolio
import Testing

@Suite("Dimensions in blocks")
struct DimensionsBlockTests {
  let fixture: BookFixture

  init() throws { fixture = try BookFixture() }

  /// A loan from each of many banks: more combinations than one block has.
  private static let journal: String = {
    var text = """
      programme 甲 from:2019-01-01
      party 乙 kind:company
      2021-01-01 deal 乙/A party:乙 programme:甲 method:直接投资

      """
    for index in 1...1100 { text += "party 银行\(index) kind:bank\n" }
    for index in 1...1100 { text += "2021-02-\(10 + index % 9) loan 乙/A \(index).00 CNY party:银行\(index)\n" }
    return text
  }()

  @Test("A book opened again, wholly or as it was known, has the facts and dimensions of the one that recorded them")
  func opensAgain() throws {
    let book = try fixture.create()
    try book.importing(DimensionsBlockTests.journal)
    try book.importing("2021-03-01 loan 乙/A 7.00 CNY party:银行3\n")
    let head = try book.head().sequence
    for known in [head, head - 1, head - 200, 1300, 1106, 700, 3] {
      let again = try Book.open(at: book.path, readOnly: true, actor: "李四", knownAt: known, now: { fixture.tick() })
      let found = try again.facts(from: .always, at: .latest, of: nil)
      #expect(try found == book.facts(from: .always, at: Moment(knownAt: known), of: nil), "known at \(known)")
      let names = found.filter { $0.measure == .lent }.map { again.register[$0.dimensions.party].name }
      #expect(names == names.indices.map { "银行\($0 < 1100 ? $0 + 1 : 3)" }, "known at \(known)")
    }
  }

  @Test("A book that is open takes in what another process recorded past a whole block")
  func takesIn() throws {
    let book = try fixture.create()
    try book.importing("programme 丁\n")
    let other = try fixture.open()
    try other.importing(DimensionsBlockTests.journal)
    try book.importing("2021-03-01 loan 乙/A 7.00 CNY party:银行1100\n")
    let last = try #require(try book.facts(from: .always, at: .latest, of: nil).last)
    #expect(book.register[last.dimensions.party].name == "银行1100")
    #expect(try book.verify() == [])
  }

  @Test("A changed block is found by the comparison, and made anew")
  func damage() throws {
    let book = try fixture.create()
    try book.importing(DimensionsBlockTests.journal)
    let raw = try RawFile(book.path)
    try raw.tamper("UPDATE dimensions_block SET combinations = CAST(x'00' || substr(combinations, 2) AS BLOB)")
    #expect(try Book.verify(at: book.path).map(\.part) == [.projection])
    try raw.tamper("UPDATE dimensions_block SET combinations = substr(combinations, 1, 40)")
    let facts = try fixture.open().facts(from: .always, at: .latest, of: nil)
    #expect(try facts == book.facts(from: .always, at: .latest, of: nil), "the rows hold the same")
    try raw.tamper("DELETE FROM dimensions_block")
    #expect(try Book.verify(at: book.path).map(\.part) == [.projection])
    try fixture.open().rebuildProjections()
    #expect(try Book.verify(at: book.path) == [])
  }

  @Test("Turnovers by month are those by dimensions added up; a changed one is found")
  func turnovers() throws {
    let book = try fixture.create()
    try book.importing(
      "2022-01-05 * 甲\n    其他费用    120.00 CNY\n    银行存款   -120.00 CNY\n"
        + "2022-01-25 * 乙\n    其他费用    30.00 CNY\n    银行存款   -30.00 CNY\n")
    try book.importing("2022-02-05 * 丙\n    其他费用    1.00 CNY\n    银行存款   -1.00 CNY\n")
    let raw = try RawFile(book.path)
    let sums = "SELECT group_concat(account || ' ' || month || ' ' || debit || ' ' || credit, '; ') FROM "
    #expect(
      try raw.text(sums + "(SELECT * FROM turnover ORDER BY account, month)")
        == raw.text(
          sums + "(SELECT account, month, sum(debit) AS debit, sum(credit) AS credit FROM balance GROUP BY 1, 2 ORDER BY 1, 2)"))
    #expect(try raw.text(sums + "(SELECT * FROM turnover WHERE month = 2022 * 12 AND debit > 0)")?.hasSuffix("15000 0") == true)
    try raw.tamper("UPDATE turnover SET debit = debit + 1 WHERE debit = 15000")
    #expect(try Book.verify(at: book.path).map(\.part) == [.projection])
  }
}
