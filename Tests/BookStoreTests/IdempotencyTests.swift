import BookStore
import LedgerCore
import Portfolio
import Testing

@Suite("Recording twice")
struct IdempotencyTests {
  let fixture: BookFixture

  init() throws { fixture = try BookFixture() }

  private func places(_ results: [Appended]) -> [Int64?] {
    results.map { if case .alreadyRecorded(let sequence) = $0 { sequence } else { nil } }
  }

  @Test("Importing a file again records nothing and leaves no trace, not even a batch")
  func again() throws {
    let book = try fixture.create()
    try book.importing(Journals.bank)
    let before = try RawFile(fixture.path()).dump()
    #expect(places(try book.importing(Journals.bank)) == [3, 4, 5])
    #expect(try RawFile(fixture.path()).dump() == before)
  }

  @Test("Two equal events in one file are two events; the same file again is none, a third copy is one")
  func copies() throws {
    let fee = "2022-01-05 * 手续费\n  费用  1.00 CNY\n  银行\n\n"
    let book = try fixture.create()
    #expect(places(try book.importing(fee + fee)) == [nil, nil])
    #expect(places(try book.importing(fee + fee)) == [3, 4])
    #expect(places(try book.importing(fee + fee + fee)) == [3, 4, nil])
    #expect(try book.head().sequence == 6)
    #expect(places(try book.importing(fee + fee + fee)) == [3, 4, 6])
  }

  @Test("A longer copy of a file adds only what is new, under a batch of its own")
  func longer() throws {
    let book = try fixture.create()
    try book.importing(Journals.bank)
    let more = Journals.bank + "\n2022-03-01 * 房租\n  管理费用  5,000.00 CNY\n  银行存款\n"
    #expect(places(try book.importing(more)) == [3, 4, 5, nil])
    #expect(try book.batches().map(\.sequence) == [2, 6])
    #expect(try book.batches().map(\.last) == [5, 7])
  }

  @Test("An event with a key is known by its key, in the same transaction and later")
  func keys() throws {
    let keyed = "2022-01-05 * 手续费\n  key: a-1\n  费用  1.00 CNY\n  银行\n\n"
    let book = try fixture.create()
    #expect(places(try book.importing(keyed + keyed)) == [nil, 3])
    #expect(places(try book.importing(keyed)) == [3])
    #expect(try book.recorded("a-1")?.sequence == 3)
    #expect(try fixture.open().recorded("a-1")?.vouchers.count == 1)
    #expect(try book.recorded("a-2")?.sequence == nil)
  }

  @Test("The same key on another event is refused, in the same transaction and later")
  func keyConflict() throws {
    let one = "2022-01-05 * 手续费\n  key: a-1\n  费用  1.00 CNY\n  银行\n\n"
    let other = "2022-01-05 * 手续费\n  key: a-1\n  费用  2.00 CNY\n  银行\n\n"
    let book = try fixture.create()
    expect(.duplicateKey) { try book.importing(one + other) }
    #expect(try book.head().sequence == 1)
    try book.importing(one)
    expect(.duplicateKey) { try book.importing(other) }
    #expect(try book.head().sequence == 3)
  }

  @Test("Names declared again in the same words are known")
  func declarations() throws {
    let book = try fixture.create()
    let text = "account 银行 class:asset\ncommodity USD 2 美元\n"
    try book.importing(text)
    #expect(places(try book.importing(text)) == [3, 4])
  }
}
