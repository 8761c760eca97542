import Foundation
import FundLedger
import Testing

/// A folder of its own for one test.
final class Folder {
  let url = FileManager.default.temporaryDirectory.appendingPathComponent("fundledger-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  func write(_ text: String, to name: String) throws -> String {
    try Data(text.utf8).write(to: url.appendingPathComponent(name))
    return path(name)
  }

  func newBook(_ name: String = "test.book") throws -> Book {
    try Book.create(
      at: path(name), title: "试验账", rules: try RuleSet.builtIn("fiscal-2022"), actor: "张三",
      now: { "2026-11-23T10:00:00Z" })
  }
}

@Suite("A developer builds on the façade")
struct FacadeTests {
  static let journal = """
    programme 拨改投
    party 力得
    2022-01-20 budget 2022/拨改投 100万元
    2022-05-30 deal 力得/A party:力得 programme:拨改投 method:direct

    """

  /// A book with an envelope of a million yuan and one deal.
  func book(_ folder: Folder) throws -> Book {
    let book = try folder.newBook()
    let file = try EventFile(path: try folder.write(FacadeTests.journal, to: "in.journal"))
    let outcome = try BookImport().run([file], into: book)
    #expect(outcome.problems == [])
    #expect(outcome.recorded == 4)
    return book
  }

  @Test("an order of an investment becomes commitment, payment, partners and loans, and the reports follow")
  func order() throws {
    let folder = try Folder()
    let book = try book(folder)
    let day = try #require(Day(year: 2022, month: 6, day: 15))
    let recorded = try book.recordAll(source: "test") { writer throws(Diagnostic) in
      let yuan = writer.register.baseID
      var order = InvestOrder(deal: "力得/A", amount: Money(50_000_000, yuan), day: day)
      order.envelope = "2022/拨改投"
      order.share = Rate(partsPerBillion: 85_000_000)
      order.evidence = "投资协议"
      order.partners = [.init(party: "某创投", money: Money(150_000_000, yuan), contributor: .private)]
      order.loans = [.init(party: "某银行", money: Money(100_000_000, yuan), contributor: .bank)]
      return try order.events(for: writer.register, outstanding: 0)
    }
    #expect(recorded.compactMap(\.event).map(\.event.kind.name) == ["commit", "pay", "party", "social", "party", "loan"])
    let metrics = try book.leverage().extras.first { $0.name == "metrics" }
    guard case .array(let list) = try #require(metrics).value, case .object(let first) = try #require(list.first) else {
      Issue.record("metrics are a list of objects")
      return
    }
    #expect(first.contains(JSONMember("numerator", .string("1500000.00"))))
    #expect(first.contains(JSONMember("denominator", .string("500000.00"))))
    #expect(try book.reconcile(2022).isReconciled)
    #expect(try book.yearReport(2022).tables.contains { table in table.rows.contains { $0.cells.contains(.text("力得/A")) } })
  }

  @Test("a second instalment on an outstanding commitment commits nothing anew")
  func instalment() throws {
    let folder = try Folder()
    let book = try book(folder)
    let day = try #require(Day(year: 2022, month: 6, day: 15))
    var order = InvestOrder(deal: "力得/A", amount: Money(20_000_000, book.register.baseID), day: day)
    order.envelope = "2022/拨改投"
    order.commitment = Money(50_000_000, book.register.baseID)
    #expect(try order.events(for: book.register, outstanding: 0).map(\.kind.name) == ["commit", "pay"])
    order.commitment = nil
    #expect(try order.events(for: book.register, outstanding: 30_000_000).map(\.kind.name) == ["pay"])
    #expect(try order.events(for: book.register, outstanding: 10_000_000).map(\.kind.name) == ["commit", "pay"])
  }

  @Test("an order for a deal that nobody knows names the nearest one and what to add")
  func unknownDeal() throws {
    let folder = try Folder()
    let book = try book(folder)
    let day = try #require(Day(year: 2022, month: 6, day: 15))
    let order = InvestOrder(deal: "力德/A", amount: Money(1, book.register.baseID), day: day)
    let error = try #require(throws: Diagnostic.self) { try order.events(for: book.register, outstanding: 0) }
    #expect(error.code == .unknownDeal)
    #expect(error.hint.contains("力得/A"))
    #expect(error.hint.contains("--party"))
  }

  @Test("a dry run and a file with an error record nothing; with keepsGoing the rest is recorded")
  func importing() throws {
    let folder = try Folder()
    let book = try book(folder)
    let head = try book.head(at: .latest)
    let bad = "party 甲\n2022-06-15 pay 力得/A 200万元 envelope:2022/拨改投\nparty 乙\n"
    let file = try EventFile(path: try folder.write(bad, to: "bad.journal"))
    var action = BookImport()
    let refused = try action.run([file], into: book)
    #expect(refused.problems.map(\.code) == [.overEnvelope])
    #expect(!refused.isCommitted)
    #expect(try book.head(at: .latest) == head)
    #expect(book.register.party(named: "甲") == nil)
    action.keepsGoing = true
    let kept = try action.run([file], into: book)
    #expect(kept.recorded == 2)
    #expect(kept.isCommitted)
    #expect(book.register.party(named: "乙") != nil)
    let after = try book.head(at: .latest)
    action.isDryRun = true
    let good = try EventFile(path: try folder.write("party 丙\n", to: "good.journal"))
    #expect(try action.run([good], into: book).recorded == 1)
    #expect(try book.head(at: .latest) == after)
  }

  @Test(
    "events printed as journal, JSON or CSV come in again as the same events",
    arguments: [("p.journal", "text"), ("p.jsonl", "json"), ("p.csv", "csv")])
  func printing(_ name: String, _ form: String) throws {
    let folder = try Folder()
    let book = try book(folder)
    var bytes: [UInt8] = []
    var printer = EventPrinter(form: try #require(EventPrinter.Form(form, isCompact: false)))
    printer.isEventsOnly = true
    try printer.write(book, at: .latest) { bytes += $0 }
    let copy = try folder.newBook("copy.book")
    let file = try EventFile(path: try folder.write(String(decoding: bytes, as: UTF8.self), to: name))
    #expect(try BookImport().run([file], into: copy).problems == [])
    var texts: [[UInt8]] = []
    for source in [book, copy] {
      var own: [UInt8] = []
      var compact = EventPrinter(form: .compact)
      compact.isEventsOnly = true
      try compact.write(source, at: .latest) { own += $0 }
      texts.append(own)
    }
    #expect(texts[0] == texts[1])
    #expect(!texts[0].isEmpty)
  }

  @Test("a journal's book line names the rules before the books exist")
  func header() {
    let header = BookHeader(peeking: Array("; note\n\nbook \"某市\" rules:plain accounts:strict\n2022-01-01 * x\n".utf8))
    #expect(header?.title == "某市")
    #expect(header?.rules == "plain")
    #expect(header?.isStrict == true)
    #expect(BookHeader(peeking: Array("2022-01-01 * book\n".utf8)) == nil)
    #expect(BookHeader(peeking: [0xFF, 0x00]) == nil)
  }

  @Test("a file of flows takes Chinese or English names, no names, and says where it is wrong")
  func flows() throws {
    let folder = try Folder()
    let named = try FlowFile(reading: try folder.write("金额,日期\n-100,2020-01-01\n\"1,110\",2021-01-01\n", to: "a.csv"))
    #expect(named.flows.map(\.amount) == [-100, 1110])
    let bare = try FlowFile(reading: try folder.write("2020-01-01,-100\n2021-01-01,0\n", to: "b.csv"))
    #expect(InternalRate.xirr(of: bare.flows).status == .totalLoss)
    let units = "日期,金额\n2020-01-01,\"-1,000,000元\"\n2021-01-01,110万元\n2022-01-01,1.5亿元\n2023-01-01,90000000000000.25\n2024-01-01,0.000001\n"
    #expect(
      try FlowFile(reading: try folder.write(units, to: "d.csv")).flows.map(\.amount)
        == [-1_000_000, 1_100_000, 150_000_000, 90_000_000_000_000.25, 0.000001])
    let path = try folder.write("date,amount\n2020-01-01,abc\n", to: "c.csv")
    let error = try #require(throws: Diagnostic.self) { try FlowFile(reading: path) }
    #expect(error.code == .badAmount)
    #expect(error.position?.line == 2)
  }
}
