import BookStore
import LedgerCore
import Portfolio
import Testing

@Suite("Turnover by month")
struct TurnoverTests {
  let fixture: BookFixture

  init() throws { fixture = try BookFixture() }

  @Test("A book as it was known then has the turnover of then, month by month what its movements are in all")
  func asKnown() throws {
    let book = try fixture.create()
    try book.importing(
      """
      2022-01-05 * 一
          甲  1.00 CNY
          乙
      2022-02-05 * 二
          甲  2.00 CNY
          乙

      """)
    try book.importing("2022-01-06 * 三\n    甲  4.00 CNY\n    乙\n")
    var debits: [Int64] = []
    for known in 2...(try book.head().sequence) {
      let then = try book.asKnown(at: known)
      let turnover = try then.turnover(MovementQuery()).flatMap(\.movements).reduce(0) { $0 + $1.debit }
      #expect(try turnover == then.movements(MovementQuery()).reduce(0) { $0 + $1.debit }, "known at \(known)")
      if debits.last != turnover { debits.append(turnover) }
    }
    #expect(debits == [0, 100, 300, 700])
  }
}
