import LedgerCore
import Seeds
import Testing

@testable import Portfolio

@Suite("Types and numbers of vouchers")
struct NumberingTests {
  private static let cash = "book 试验 numbering:cash\n" + Books.preamble

  /// Book, series and number of every voucher in order of recording.
  private func labels(_ books: Books, _ book: AccountBook = .fiscal) throws -> [String] {
    var labels: [(voucher: Int64, text: String)] = []
    try books.ledger.postings(PostingQuery(book: book)) { row throws(Diagnostic) in
      if row.line == 1 { labels.append((row.voucher, "\(row.day.month) \(row.label)")) }
    }
    return labels.sorted { $0.voucher < $1.voucher }.map(\.text)
  }

  @Test("books that say nothing keep one series, 记")
  func single() throws {
    let books = try Books("2022-06-15 pay 甲/A 5,000,000 envelope:2022/拨改投\n")
    #expect(try labels(books) == ["2022-06 记-1"])
    #expect(books.events.allSatisfy { $0.vouchers.allSatisfy { $0.type == .general } })
  }

  @Test("收 when money comes in, 付 when it goes out, 转 when none moves; only in the fiscal book")
  func cash() throws {
    let books = try Books(
      """
      2022-06-15 pay 甲/A 5,000,000 envelope:2022/拨改投 share:10%
      2022-06-20 result 甲/A 1,000,000
      2022-06-21 declare 甲/A 200,000
      2022-06-25 receive 甲/A 20,000 cash:国库存款
      2022-07-01 pay 甲/成本 1,000,000 envelope:2022/拨改投
      """, preamble: NumberingTests.cash)
    #expect(books.problems == [])
    #expect(try labels(books) == ["2022-06 付-1", "2022-06 转-1", "2022-06 转-2", "2022-06 收-1", "2022-07 付-1"])
    for book in [AccountBook.budget, .quota] {
      let labels = try labels(books, book)
      #expect(!labels.isEmpty && labels.allSatisfy { $0.contains("记-") }, "\(labels)")
    }
  }

  @Test("an own account below one that holds money holds money too, whether declared or only met")
  func inherited() throws {
    let books = try Books(
      """
      account 其他财政存款:托管户 class:asset
      2022-06-01 * 转存
        其他财政存款:托管户:活期  100
        其他费用  -100
      2022-06-02 * 手续费
        其他费用  3
        其他财政存款:托管户  -3
      """, preamble: NumberingTests.cash)
    #expect(books.problems == [])
    #expect(try labels(books) == ["2022-06 收-1", "2022-06 付-1"])
  }

  @Test("money that passes from one account to another is 付: one voucher, not one of each kind")
  func between() throws {
    let books = try Books("2022-06-01 * 拨入托管户\n  其他财政存款  100\n  国库存款  -100\n", preamble: NumberingTests.cash)
    #expect(try labels(books) == ["2022-06 付-1"])
  }

  @Test("a red voucher stands in the series of its original")
  func red() throws {
    let books = try Books(
      """
      2022-06-01 * 利息
        key: a
        国库存款  100
        其他费用  -100
      2022-06-30 reverse a reason:记错
      """, preamble: NumberingTests.cash)
    #expect(books.problems == [])
    #expect(try labels(books) == ["2022-06 收-1", "2022-06 收-2"])
  }

  @Test("numbers restart by book, series and month without gaps, whatever the order of dates", arguments: 0..<20)
  func noGaps(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let accounts = ["国库存款", "其他财政存款", "其他费用", "投资收益", "预算支出:一般公共预算", "资金结存"]
    var text = ""
    for index in 0..<200 {
      let (year, month, day) = (
        2022 + Int.random(in: 0..<2, using: &random), 1 + Int.random(in: 0..<12, using: &random), 1 + Int.random(in: 0..<28, using: &random)
      )
      let pair = index % 3 == 0 ? accounts[4...] : accounts[..<4]
      let shuffled = (0..<2).map { _ in pair[pair.startIndex + Int.random(in: 0..<pair.count, using: &random)] }
      text += "\(year)-\(month)-\(day) * 第 \(index) 笔\n  \(shuffled[0])  \(1 + Int.random(in: 0..<99, using: &random))\n  \(shuffled[1])\n"
    }
    let books = try Books(text, preamble: NumberingTests.cash)
    #expect(books.problems == [])
    var next: [String: Int64] = [:]
    var rows: [PostingRow] = []
    try books.ledger.postings(PostingQuery()) { row throws(Diagnostic) in if row.line == 1 { rows.append(row) } }
    for row in rows.sorted(by: { $0.voucher < $1.voucher }) {
      let series = "\(row.book.name) \(row.day.month) \(row.type)"
      next[series, default: 0] += 1
      #expect(row.number == next[series], "seed \(seed): \(series)")
    }
  }

  @Test("attachments are counted on every voucher of the event, from 0 to 9999")
  func attachments() throws {
    var books = try Books("2022-06-15 pay 甲/A 100 envelope:2022/拨改投 attachments:3\n")
    #expect(books.events.last?.vouchers.map(\.attachments) == [3, 3, 3])
    #expect(books.record("2022-06-15 pay 甲/A 100 envelope:2022/拨改投 attachments:10000")?.code == .badFieldValue)
    #expect(books.record("2022-06-15 pay 甲/A 100 envelope:2022/拨改投 附件张数:9999")?.code == nil)
  }
}
