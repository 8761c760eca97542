import BookStore
import JournalText
import LedgerCore
import Portfolio
import Testing

@Suite("A refused transaction")
struct RollbackTests {
  let fixture: BookFixture

  init() throws { fixture = try BookFixture() }

  @Test("Leaves the same rows in every table and the same chain in memory")
  func sameRows() throws {
    let book = try fixture.create()
    try book.importing(Journals.bank)
    let rows = try RawFile(fixture.path()).dump()
    let head = try book.head()
    let bad =
      "account 新科目 class:asset\n2022-05-01 * 好\n  新科目  1.00 CNY\n  银行存款\n"
      + "2022-05-02 * 坏\n  甲  1.00 CNY\n  乙  1.00 CNY\n"
    expect(.unbalanced) { try book.importing(bad) }
    #expect(try RawFile(fixture.path()).dump() == rows)
    #expect(try book.head() == head)
    #expect(book.register.account(named: "新科目") == nil)
    try book.importing("2022-05-01 * 好\n  丙  1.00 CNY\n  银行存款\n")
    #expect(try book.head().sequence == 7)
    #expect(try book.verify() == [])
  }

  @Test("With the good events kept, the refused ones leave no trace")
  func keepGoing() throws {
    let text = """
      2022-01-01 * 一
        甲  1.00 CNY
        乙
      2022-01-02 * 二
        甲  1.00 CNY
        乙  1.00 CNY
      2022-01-03 assert 甲 7.00 CNY
      2022-01-04 * 三
        甲  2.00 CNY
        乙
      """
    let book = try fixture.create("a.book")
    var refused: [DiagnosticCode] = []
    try book.transaction(source: BatchOrigin(source: "x")) { writer throws(Diagnostic) in
      let reader = JournalReader(register: writer.register)
      refused = reader.read(Array(text.utf8), file: "x") { event throws(Diagnostic) in _ = try writer.append(event) }
        .map(\.code)
    }
    #expect(refused == [.unbalanced, .assertionFailed])
    #expect(try book.head().sequence == 4)
    #expect(try book.verify() == [])
    let good = try fixture.create("b.book")
    try good.importing("2022-01-01 * 一\n  甲  1.00 CNY\n  乙\n2022-01-04 * 三\n  甲  2.00 CNY\n  乙\n", source: "x")
    let strip = { (rows: [String]) in rows.filter { !$0.hasPrefix("event") && !$0.hasPrefix("identity") } }
    #expect(try strip(RawFile(fixture.path("a.book")).dump()) == strip(RawFile(fixture.path("b.book")).dump()))
  }

  @Test("A batch whose every event is refused is not opened")
  func onlyRefused() throws {
    let book = try fixture.create()
    let rows = try RawFile(fixture.path()).dump()
    try book.transaction(source: BatchOrigin(source: "x")) { writer throws(Diagnostic) in
      let reader = JournalReader(register: writer.register)
      let errors = reader.read(Array("2022-01-02 * 二\n  甲  1.00 CNY\n  乙  1.00 CNY\n".utf8), file: "x") {
        event throws(Diagnostic) in _ = try writer.append(event)
      }
      #expect(errors.count == 1)
    }
    #expect(try RawFile(fixture.path()).dump() == rows)
  }

  @Test("A balance beyond 64 bits is refused whole, whether it overflows in one batch or over several")
  func overflow() throws {
    let half = "2022-01-01 * 大\n  甲  50000000000000000.00 CNY\n  乙\n\n"
    let other = half.replacing("大", with: "再大")
    let book = try fixture.create()
    expect(.sumOverflow) { try book.importing(half + other) }
    #expect(try book.head().sequence == 1)
    try book.importing(half)
    expect(.sumOverflow) { try book.importing(other) }
    #expect(try book.head().sequence == 3)
    #expect(try book.verify() == [])
  }

  @Test("What another process recorded in the meantime is seen before the next event")
  func secondConnection() throws {
    let first = try fixture.create()
    let second = try fixture.open()
    try second.importing("account 银行 class:asset\n" + Journals.bank)
    #expect(first.register.account(named: "管理费用") == nil)
    try first.importing("2022-03-01 * 房租\n  管理费用  5,000.00 CNY\n  银行存款\n")
    #expect(try first.head() == second.head())
    #expect(first.register.account(named: "银行") != nil)
    #expect(try first.movements(MovementQuery()).count == second.movements(MovementQuery()).count)
    #expect(try first.verify() == [])
  }

  @Test("A snapshot answers from one state, whatever is recorded meanwhile")
  func snapshot() throws {
    let first = try fixture.create()
    let second = try fixture.open()
    try first.snapshot { () throws(Diagnostic) in
      let head = try first.head()
      do { try second.importing(Journals.bank) } catch { Issue.record("\(error)") }
      #expect(try first.head() == head)
      #expect(try first.movements(MovementQuery()).isEmpty)
    }
    #expect(try first.head().sequence == 5)
  }
}
