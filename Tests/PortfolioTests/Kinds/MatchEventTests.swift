import LedgerCore
import Testing

@testable import Portfolio

@Suite("Statements, their lines, and matches")
struct MatchEventTests {
  /// A payment of 500万元 on #10, a line for it and two that make it up.
  private static let journal = """
    2022-06-15 pay 甲/A 5,000,000.00 envelope:2022/拨改投 share:8% key:P1
    2022-06-30 statement 国库存款 from:2022-06-01 opening:100,000,000.00 closing:90,000,000.00 received:0.00 paid:10,000,000.00 lines:3
    2022-06-16 statement-line 国库存款 -5,000,000.00 CNY balance:95,000,000.00 counterparty:甲公司 key:L1
    2022-06-17 statement-line 国库存款 -2,000,000.00 CNY key:L2
    2022-06-18 statement-line 国库存款 -3,000,000.00 CNY key:L3

    """

  private func books(_ more: String = "") throws -> Books {
    let books = try Books(MatchEventTests.journal + more)
    #expect(books.problems == [])
    return books
  }

  @Test("none of them posts anything, and a line changes no balance")
  func noVouchers() throws {
    let books = try books("2022-06-16 match 国库存款 lines:L1 events:P1 score:95\n")
    #expect(books.events.suffix(5).allSatisfy { $0.vouchers.isEmpty })
    #expect(try books.balance("国库存款") == "-5000000.00")
  }

  @Test("nothing is matched twice, until the match is reversed")
  func twice() throws {
    var books = try books("2022-06-16 match 国库存款 lines:L1 events:P1 key:M\n")
    #expect(books.record("2022-06-18 match 国库存款 lines:L2,L3 events:P1")?.code == .alreadyMatched)
    #expect(books.record("2022-06-18 match 国库存款 lines:L1 events:P1")?.code == .alreadyMatched)
    #expect(books.record("2022-06-20 reverse M reason:错配") == nil)
    #expect(books.record("2022-06-18 match 国库存款 lines:L2,L3 events:P1") == nil)
    #expect(books.record("2022-06-20 reverse M reason:错配")?.code == .alreadyReversed)
  }

  @Test("what is matched is not reversed; what is reversed is not matched")
  func reversal() throws {
    var books = try books("2022-06-16 match 国库存款 lines:L1 events:P1 key:M\n")
    #expect(books.record("2022-06-20 reverse P1 reason:错")?.code == .stillMatched)
    #expect(books.record("2022-06-20 reverse L1 reason:错")?.code == .stillMatched)
    #expect(books.record("2022-06-20 reverse M reason:错") == nil)
    #expect(books.record("2022-06-20 reverse L1 reason:错") == nil)
    #expect(books.record("2022-06-20 match 国库存款 lines:L1 events:P1")?.code == .alreadyReversed)
    #expect(books.record("2022-06-20 reverse P1 reason:错") == nil)
    #expect(books.record("2022-06-20 match 国库存款 lines:L2,L3 events:P1")?.code == .alreadyReversed)
  }

  @Test(
    "both sides come to the same amount, are of the account, and are not dated after the match",
    arguments: [
      ("2022-06-18 match 国库存款 lines:L2 events:P1", DiagnosticCode.matchUnbalanced),
      ("2022-06-15 match 国库存款 lines:L1 events:P1", .badFieldValue),
      ("2022-06-18 match 国库存款 lines:L1,L1 events:P1", .badFieldValue),
      ("2022-06-18 match 国库存款 lines:P1 events:P1", .notAStatementLine),
      ("2022-06-18 match 国库存款 lines:L1 events:L2", .movesNoMoney),
      ("2022-06-18 match 其他财政存款 lines:L1 events:P1", .notAStatementLine),
      ("2022-06-18 match 国库存款 lines:L9 events:P1", .unknownEvent),
      ("2022-06-18 match 国库存款 lines:L1", .missingField), ("2022-06-18 match 国库存款", .missingField),
      ("2022-06-18 match 预算支出:一般公共预算 lines:L1 events:P1", .accountWrongBook),
      ("2022-06-18 match 无此科目 lines:L1 events:P1", .unknownAccount),
    ])
  func refused(_ line: String, _ code: DiagnosticCode) throws {
    var books = try books()
    #expect(books.record(line)?.code == code)
  }

  @Test("lines that cancel out are matched with each other; a transfer is matched in the statements of both accounts")
  func oneSided() throws {
    var books = try books(
      """
      2022-06-19 statement-line 国库存款 2,000,000.00 CNY key:L4
      2022-06-20 * 调拨
          其他财政存款  100.00 CNY
          国库存款     -100.00 CNY
          key: T
      2022-06-20 statement-line 国库存款 -100.00 CNY key:A
      2022-06-20 statement-line 其他财政存款 100.00 CNY key:B

      """)
    #expect(books.record("2022-06-19 match 国库存款 lines:L2,L4") == nil)
    #expect(books.record("2022-06-20 match 国库存款 lines:A events:T") == nil)
    #expect(books.record("2022-06-20 match 其他财政存款 lines:B events:T") == nil)
  }

  @Test("a statement adds up, and has both balances or none")
  func statement() throws {
    var books = try books()
    let head = "2022-07-31 statement 国库存款 from:2022-07-01 received:5.00 paid:3.00 lines:2"
    #expect(books.record(head + " opening:1.00 closing:3.01")?.code == .statementUnbalanced)
    #expect(books.record(head + " opening:1.00")?.code == .missingField)
    #expect(books.record(head.replacing("from:2022-07-01", with: "from:2022-08-01"))?.code == .badFieldValue)
    #expect(books.record(head) == nil)
    #expect(books.record(head + " opening:1.00 closing:3.00") == nil)
    #expect(books.record("2022-07-01 statement-line 国库存款 0.00 CNY")?.code == .badFieldValue)
  }

  @Test("statements of a closed month are recorded and matched: they change no figure of it")
  func closedMonth() throws {
    var books = try books((1...6).map { "2022-06-30 close 2022-0\($0)\n" }.joined())
    #expect(books.record("2022-06-30 pay 甲/A 1.00 envelope:2022/拨改投")?.code == .closedPeriod)
    #expect(books.record("2022-06-16 match 国库存款 lines:L1 events:P1 key:M") == nil)
    #expect(books.record("2022-06-30 statement-line 国库存款 7.00 CNY") == nil)
    #expect(books.record("2022-06-30 reverse M reason:错") == nil)
  }
}
