import Foundation
import FundLedger
import Testing

@Suite("Books as a peer's journal")
struct PeerExportTests {
  static let journal =
    FacadeTests.journal + """
      2022-06-01 commit 力得/A 50万元 envelope:2022/拨改投
      2022-06-15 pay 力得/A 50万元 share:8.5%
      2022-12-31 * (回单7) 手续费
          其他费用        120.00 CNY
          其他财政存款

      """

  private func book(_ folder: Folder) throws -> Book {
    let book = try folder.newBook()
    let file = try EventFile(path: try folder.write(PeerExportTests.journal, to: "in.journal"))
    #expect(try BookImport().run([file], into: book).problems == [])
    return book
  }

  private func text(_ export: PeerExport, of source: any LedgerSource) throws -> String {
    var bytes: [UInt8] = []
    try export.write(source) { piece throws(Diagnostic) in bytes += piece }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Lines of postings of a journal for hledger or Ledger.
  private func postings(_ text: String) -> [Substring] {
    text.split(separator: "\n").filter { $0.hasPrefix("    ") && !$0.hasPrefix("    ;") && $0.contains("CNY") && !$0.contains("format") }
  }

  @Test("each posting goes out once, in the order of the day book", arguments: PeerFormat.allCases)
  func everyPosting(_ format: PeerFormat) throws {
    let book = try book(try Folder())
    let text = try text(PeerExport(format: format), of: book)
    var amounts: [String] = []
    try book.postings(PostingQuery()) { row throws(Diagnostic) in
      amounts.append(DecimalText.format(row.posting.amount, scale: 2))
    }
    #expect(amounts.count > 8)
    let written = text.split(separator: "\n").compactMap { line -> String? in
      let words = line.split(separator: " ")
      guard line.hasPrefix("  "), let place = words.firstIndex(of: "CNY"), place > 1 || words.count > 2, words[0] != "format" else {
        return nil
      }
      return String(words[place - 1])
    }
    #expect(written == amounts)
  }

  @Test("one book alone goes out without the prefix of its name")
  func oneBook() throws {
    let book = try book(try Folder())
    let text = try text(PeerExport(format: .hledger, book: .fiscal), of: book)
    #expect(postings(text).contains("    其他费用  120.00 CNY"))
    #expect(!text.contains("财务会计:") && !text.contains("资金结存"))
    let beancount = try self.text(PeerExport(format: .beancount, book: .fiscal), of: book)
    #expect(beancount.contains("\n  Expenses:X-其他费用  120.00 CNY\n"))
  }

  @Test("only days from the first to the last asked for go out, and the head says so")
  func period() throws {
    let book = try book(try Folder())
    let first = try #require(Day("2022-07-01"))
    let late = try text(PeerExport(format: .ledger, from: first), of: book)
    #expect(postings(late).count == 2)
    #expect(late.contains("; postings from 2022-07-01 on"))
    let early = try text(PeerExport(format: .ledger, moment: Moment(asOf: first)), of: book)
    #expect(!early.contains("手续费") && early.contains("; postings up to 2022-07-01"))
    let all = try text(PeerExport(format: .ledger), of: book)
    #expect(postings(early).count + 2 == postings(all).count)
  }

  @Test("as it was known at an event, the journal is the one written then")
  func known() throws {
    let folder = try Folder()
    let book = try book(folder)
    let then = try text(PeerExport(format: .beancount), of: book)
    let sequence = try book.head().sequence
    let more = "account 其他费用 code:9901 class:expense\n2022-06-15 * 补记\n    其他费用  1.00 CNY\n    国库存款\n"
    let file = try EventFile(path: try folder.write(more, to: "more.journal"))
    #expect(try BookImport().run([file], into: book).problems == [])
    #expect(try text(PeerExport(format: .beancount), of: book) != then)
    #expect(try text(PeerExport(format: .beancount, moment: Moment(knownAt: sequence)), of: book.asKnown(at: sequence)) == then)
  }

  @Test("a journal and the book that it was imported into give the same text but for the head of the chain", arguments: PeerFormat.allCases)
  func journalAndBook(_ format: PeerFormat) throws {
    let folder = try Folder()
    let book = try book(folder)
    let path = try folder.write("book 试验账\n" + PeerExportTests.journal, to: "again.journal")
    let journal = try JournalBooks(reading: path)
    #expect(journal.problems == [])
    let isVarying = { (line: Substring) in line.contains("bgt export") || line.contains("试验账") }
    let lines = try text(PeerExport(format: format), of: journal.ledger).split(separator: "\n").filter { !isVarying($0) }
    #expect(try text(PeerExport(format: format), of: book).split(separator: "\n").filter { !isVarying($0) } == lines)
  }

  @Test("a voucher of the one book stays whole when an account was declared for another book later")
  func strays() throws {
    let folder = try Folder()
    let text = "2022-01-05 * 误记\n    暂记户  5.00 CNY\n    国库存款\naccount 暂记户 book:budget class:asset\n"
    let journal = try JournalBooks(reading: try folder.write(text, to: "stray.journal"))
    #expect(journal.problems == [])
    let fiscal = try self.text(PeerExport(format: .hledger, book: .fiscal), of: journal.ledger)
    #expect(postings(fiscal) == ["    预算会计:暂记户  5.00 CNY", "    国库存款  -5.00 CNY"])
    let beancount = try self.text(PeerExport(format: .beancount, book: .fiscal), of: journal.ledger)
    #expect(beancount.contains("open Assets:Budget:X-暂记户") && beancount.contains("open Assets:X-国库存款"))
  }

  @Test("books without a voucher give a journal without a transaction", arguments: PeerFormat.allCases)
  func empty(_ format: PeerFormat) throws {
    let text = try text(PeerExport(format: format), of: try Folder().newBook())
    #expect(text.contains("国库存款") && !text.contains(" * "))
  }

  @Test("remarks come back from beancount as they went out; a query, or a day after them, leaves them out")
  func remarks() throws {
    let folder = try Folder()
    let noted = """
      2022-07-01 remark 审计 "进点；\\"两周\\"\\n第二行" doc:审字1号 attachments:2 note:一句话
      2022-07-02 remark 预算 "国库存款:甲 \\"a b\\" 90.30 CNY TRUE 2022-07-01 account:\\"国库存款\\"" form:custom note:"since: 2022-06-30"
      2022-07-03 remark cash "SELECT 1" form:query key:q1

      """
    let path = try folder.write(
      "account 国库存款:甲 class:asset\n2022-01-05 * 期初\n    国库存款:甲  5.00 CNY\n    累计盈余\n" + noted, to: "r.journal")
    let journal = try JournalBooks(reading: path)
    #expect(journal.problems == [])
    let exported = try text(PeerExport(format: .beancount), of: journal.ledger)
    let again = try JournalBooks(reading: try folder.write(exported, to: "r.beancount"), defaultRules: "plain")
    #expect(again.problems == [] && again.warnings == [])
    func remarks(of ledger: MemoryLedger) throws -> [String] {
      let events = try ledger.events(at: try ledger.sequences(ofKind: "remark", at: .latest).sorted()).compactMap(\.self)
      return events.map { String(decoding: JournalWriter(register: ledger.register).canonical($0), as: UTF8.self) }
    }
    #expect(try remarks(of: again.ledger) == remarks(of: journal.ledger))
    #expect(try remarks(of: again.ledger).count == 3)
    let first = try #require(Day("2022-07-03"))
    let late = try text(PeerExport(format: .beancount, from: first), of: journal.ledger)
    #expect(!late.contains("审计") && late.contains("query \"cash\""))
    var selected = PeerExport(format: .beancount)
    selected.query = try Query(["国库存款"], today: first)
    #expect(try !text(selected, of: journal.ledger).contains("query \"cash\""))
  }
}
