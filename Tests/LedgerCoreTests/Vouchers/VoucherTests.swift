import LedgerCore
import Seeds
import Testing

@Suite("Vouchers")
struct VoucherTests {
  private let yuan = CommodityID(1)
  private let dollars = CommodityID(2)

  /// A voucher of these amounts, each on an account of its own.
  private func voucher(_ amounts: [(Int64, CommodityID)]) -> Voucher {
    let postings = amounts.enumerated().map { index, line in
      Posting(
        account: AccountID(Int32(index + 1)), side: line.0 < 0 ? .credit : .debit, amount: line.0, commodity: line.1)
    }
    return Voucher(book: .fiscal, day: Day(number: 0), rule: "entry", narration: "", postings: postings)
  }

  @Test("A voucher that sums to zero lacks nothing")
  func balanced() throws {
    #expect(try voucher([]).imbalance() == [])
    #expect(try voucher([(0, yuan)]).imbalance() == [])
    #expect(try voucher([(500, yuan), (-200, yuan), (-300, yuan)]).imbalance() == [])
    #expect(try voucher([(.max, yuan), (-.max, yuan)]).imbalance() == [])
  }

  @Test("What is missing is told in its commodity, to the fen")
  func unbalanced() throws {
    #expect(try voucher([(500, yuan), (-499, yuan)]).imbalance() == [Money(1, yuan)])
    #expect(try voucher([(-1, yuan)]).imbalance() == [Money(-1, yuan)])
  }

  @Test("Each commodity balances by itself: yuan do not make up for dollars")
  func commodities() throws {
    #expect(try voucher([(5, yuan), (-5, dollars)]).imbalance() == [Money(5, yuan), Money(-5, dollars)])
    #expect(try voucher([(5, yuan), (7, dollars), (-5, yuan)]).imbalance() == [Money(7, dollars)])
  }

  @Test("A sum beyond 64 bits is an error, not a wrap to balance")
  func overflow() {
    #expect(throws: MoneyOverflow()) { try voucher([(.max, yuan), (1, yuan)]).imbalance() }
    #expect(throws: MoneyOverflow()) { try voucher([(.min, yuan), (.min, yuan)]).imbalance() }
  }

  @Test("Many postings of seeded amounts lack exactly what an exact sum says")
  func random() throws {
    let seed: UInt64 = 5
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let amounts = (0..<50).map { _ in
        (Int64.random(in: -1_000_000_000...1_000_000_000, using: &random), Bool.random(using: &random) ? yuan : dollars)
      }
      let lacking = try voucher(amounts).imbalance()
      for commodity in [yuan, dollars] {
        let sum = amounts.filter { $0.1 == commodity }.reduce(Int128(0)) { $0 + Int128($1.0) }
        #expect(lacking.first { $0.commodity == commodity }.map { Int128($0.minorUnits) } ?? 0 == sum, "seed \(seed)")
      }
    }
  }

  @Test("A line stands in the column of its side, a red line with the opposite sign")
  func columns() {
    let debit = Posting(account: AccountID(1), side: .debit, amount: 500, commodity: yuan)
    let credit = Posting(account: AccountID(1), side: .credit, amount: -500, commodity: yuan)
    let redDebit = Posting(account: AccountID(1), side: .debit, amount: -500, commodity: yuan)
    let redCredit = Posting(account: AccountID(1), side: .credit, amount: 500, commodity: yuan)
    #expect((debit.debit, debit.credit) == (500, 0))
    #expect((credit.debit, credit.credit) == (0, 500))
    #expect((redDebit.debit, redDebit.credit) == (-500, 0))
    #expect((redCredit.debit, redCredit.credit) == (0, -500))
  }
}
