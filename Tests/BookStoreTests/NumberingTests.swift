import BookStore
import JournalText
import LedgerCore
import Portfolio
import Seeds
import Testing

@Suite("Voucher numbers in a book file")
struct NumberingTests {
  let fixture: BookFixture

  init() throws { fixture = try BookFixture() }

  /// Book, month, series and number of each voucher, with its attachments.
  private func numbers(_ source: any LedgerSource) throws -> [String] {
    var numbers: [String] = []
    try source.postings(PostingQuery()) { row throws(Diagnostic) in
      if row.line == 1 {
        numbers.append("\(row.book.name) \(row.day) \(row.label) \(row.narration) \(row.attachments)")
      }
    }
    return numbers
  }

  @Test("A file and memory number alike, whatever the dates, and the file verifies", arguments: 0..<4)
  func alike(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let accounts = ["国库存款", "其他财政存款:托管户", "其他费用", "投资收益"]
    let book = try Book.create(
      at: fixture.path(), title: "收付转", rules: try RuleSet.builtIn("fiscal-2022"), numbering: .cash,
      now: { "2026-01-01T00:00:00Z" })
    let memory = MemoryLedger(rules: try RuleSet.builtIn("fiscal-2022"), numbersAsBook: true)
    var whole = "book 收付转 numbering:cash\n"
    for batch in 0..<3 {
      var text = ""
      for index in 0..<60 {
        text += "2022-\(1 + random.next(below: 4))-\(1 + random.next(below: 28)) * 第 \(batch).\(index) 笔\n"
        if random.next(below: 3) == 0 { text += "  attachments: \(random.next(below: 9))\n" }
        text += "  \(accounts[random.next(below: 4)])  \(1 + random.next(below: 99))\n  \(accounts[random.next(below: 4)])\n"
      }
      try book.importing(text)
      whole += text
    }
    let problems = JournalReader(register: memory.register).read(Array(whole.utf8), file: "x") {
      event throws(Diagnostic) in _ = try memory.record(event)
    }
    #expect(problems == [])
    #expect(try numbers(book) == numbers(memory))
    #expect(try Set(numbers(book).compactMap { $0.split(separator: " ")[2].first }).count > 2)
    #expect(try book.verify() == [])
  }

  @Test("A gap in the numbers, a wrong series and a wrong count of attachments are found")
  func tampered() throws {
    for change in ["number = 7", "type = 4", "attachments = 2"] {
      let name = "\(change.prefix(4)).book"
      try fixture.create(name).importing(Journals.bank)
      try RawFile(fixture.path(name)).tamper("UPDATE voucher SET \(change) WHERE id = 2")
      let found = try Book.verify(at: fixture.path(name))
      #expect(found.map(\.part) == [.voucher], "\(change)")
      #expect(found.first?.description.contains(String(change.prefix { $0 != " " })) == true)
    }
  }
}
