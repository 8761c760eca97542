import Foundation
import FundLedger
import Testing

@Suite("Of one day, what was recorded first comes first: a valuation beside payments and exits")
struct SameDayOrderTests {
  /// Two lines of one day after a payment of 100, as a book made of them.
  private func book(_ lines: [String], _ folder: Folder, _ name: String) throws -> Book {
    let text = """
      programme P from:2019-01-01
      party 甲
      2021-01-01 budget 2021/P 1000.00 CNY
      2021-01-02 deal 甲/A party:甲 programme:P method:直接投资
      2021-02-01 pay 甲/A 100.00 CNY envelope:2021/P share:10%

      """
    let book = try folder.newBook(name)
    let file = try EventFile(path: try folder.write(text + lines.joined(separator: "\n") + "\n", to: "in.journal"))
    #expect(try BookImport().run([file], into: book).problems == [])
    return book
  }

  /// What the holding is taken to be worth at the end of the day.
  private func worth(_ book: Book) throws -> String {
    let end = try #require(Day("2021-12-31"))
    let table = try #require(try book.returns(at: Moment(asOf: end)).tables.first { $0.id == "breakdown" })
    let column = try #require(table.columns.firstIndex { $0.id == "residual" })
    guard case .money(let amount, _) = try #require(table.rows.first).cells[column] else { return "" }
    return DecimalText.format(amount, scale: 2)
  }

  private static let value = "2021-12-31 value 甲/A 150.00 CNY"
  private static let pay = "2021-12-31 pay 甲/A 30.00 CNY envelope:2021/P"
  private static let exit = "2021-12-31 exit 甲/A 75.00 CNY part:50%"

  /// A valuation and then 30 paid: 150 + 30. The other way round the valuation has seen the 30. Half sold after it: 150 ÷ 2;
  /// valued after the sale: 150 is what is left.
  private static let cases: [(lines: [String], worth: String)] = [
    ([value, pay], "180.00"), ([pay, value], "150.00"), ([value, exit], "75.00"), ([exit, value], "150.00"),
  ]

  @Test("what follows a valuation is added to it or taken out of it; what it follows, it has seen", arguments: 0..<4)
  func order(_ place: Int) throws {
    let folder = try Folder()
    let (lines, expected) = SameDayOrderTests.cases[place]
    #expect(try worth(try book(lines, folder, "test.book")) == expected)
  }

  @Test("every form of a print keeps the order: a book made of it has the same worth", arguments: ["text", "csv", "json"])
  func printed(_ form: String) throws {
    for (place, (lines, expected)) in SameDayOrderTests.cases.enumerated() {
      let folder = try Folder()
      var bytes: [UInt8] = []
      var printer = EventPrinter(form: try #require(EventPrinter.Form(form, isCompact: false)))
      printer.isEventsOnly = true
      try printer.write(try book(lines, folder, "test.book"), at: .latest) { bytes += $0 }
      let name = form == "text" ? "out.journal" : form == "csv" ? "out.csv" : "out.jsonl"
      let copy = try folder.newBook("copy.book")
      let file = try EventFile(path: try folder.write(String(decoding: bytes, as: UTF8.self), to: name))
      #expect(try BookImport().run([file], into: copy).problems == [])
      #expect(try worth(copy) == expected, "\(form), \(place)")
    }
  }

  @Test("registers have no order of their own within a day: payments come before valuations, valuations before exits")
  func registers() throws {
    let folder = try Folder()
    let book = try book([], folder, "test.book")
    let texts = [
      "退出台账.csv": "投资项目,退出日期,退出方式,退出价款,退出比例,文号\n甲/A,2021-12-31,转让,75.00,50%,批复1\n",
      "估值台账.csv": "投资项目,估值日期,估值\n甲/A,2021-12-31,150.00\n",
      "投资台账.csv": "企业简称,项目计划,投资项目,投资方式,出资日期,实缴金额,指标,拨款文号\n甲,P,甲/A,直接投资,2021-12-31,30.00,2021/P,投决1\n",
    ]
    let files = try texts.keys.sorted().map { try EventFile(path: try folder.write(texts[$0] ?? "", to: $0)) }
    var tables: [RegisterTable] = []
    for file in files { tables += try RegisterTable.tables(of: try SheetFile(file.bytes, name: file.path)) }
    let outcome = try RegisterImport().run(tables, from: files, into: book)
    #expect(outcome.result.problems == [] && outcome.result.recorded == 3)
    // 30 paid, then 150 valued, then half of it sold.
    #expect(try worth(book) == "75.00")
  }
}
