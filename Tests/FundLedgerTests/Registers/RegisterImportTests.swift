import Foundation
import FundLedger
import Testing

@Suite("Registers are recorded once, whole, and can be taken back")
struct RegisterImportTests {
  static let envelopes = "年度,项目计划,事项,日期,金额(万元),文号\n2022,拨改投,预算,2022-01-20,10000,聊财指〔2022〕15号\n"
  static let header = "企业简称,项目计划,投资方式,签约日期,认缴金额(万元),出资日期,实缴金额(万元),指标,拨款文号\n"
  static let rows = [
    "力得,拨改投,委托投资,2022-06-01,500,2022-06-15,500,2022/拨改投,投决〔2022〕7号\n",
    "华阳,拨改投,委托投资,2022-07-01,900,2022-07-15,400,2022/拨改投,投决〔2022〕8号\n",
  ]

  private func run(
    _ text: String, _ folder: Folder, _ book: Book, keepsGoing: Bool = false, isDryRun: Bool = false
  ) throws -> RegisterImport.Outcome {
    let file = try EventFile(path: try folder.write(text, to: "台账.csv"))
    let tables = try RegisterTable.tables(of: try SheetFile(file.bytes, name: file.path))
    var action = RegisterImport()
    action.keepsGoing = keepsGoing
    action.isDryRun = isDryRun
    return try action.run(tables, from: file, into: book)
  }

  private func newBook(_ folder: Folder) throws -> Book {
    let book = try folder.newBook()
    #expect(try run(RegisterImportTests.envelopes, folder, book).result.recorded == 2)
    return book
  }

  private func fates(_ outcome: RegisterImport.Outcome) -> [String] {
    outcome.plans.flatMap(\.lines).filter { !$0.event.slot.declaresName }.map { line in
      switch line.fate {
      case .new: "new"
      case .known: "known"
      case .repeated: "repeated"
      case .differs(_, let differences): "differs " + differences.map { $0.field?.name ?? "date" }.joined(separator: " ")
      case .refused(let problem): "refused \(problem.code.rawValue)"
      }
    }
  }

  @Test("the same file a second time records nothing; the chain stays where it was")
  func twice() throws {
    let folder = try Folder()
    let book = try newBook(folder)
    let text = RegisterImportTests.header + RegisterImportTests.rows.joined()
    let first = try run(text, folder, book)
    #expect(first.result.problems == [] && first.result.recorded == 8)
    let head = try book.head().digest
    let second = try run(text, folder, book)
    #expect(second.result.recorded == 0 && fates(second) == ["known", "known", "known", "known"])
    #expect(try book.head().digest == head)
  }

  @Test("projects of a plan that are withdrawn in two files are two withdrawals")
  func withdrawals() throws {
    let folder = try Folder()
    let book = try newBook(folder)
    let header = "事项,计划日期,计划项目,项目计划,计划金额（万元）,撤销原因\n"
    let plans = try run(header + "计划,2022-01-10,制动器,拨改投,500,\n计划,2022-01-10,机器人,拨改投,300,\n", folder, book)
    #expect(plans.result.problems == [] && plans.result.recorded == 2)
    for project in ["制动器", "机器人"] {
      let outcome = try run(header + "撤销,2022-09-30,\(project),,,尽调未通过\n", folder, book)
      #expect(fates(outcome) == ["new"] && outcome.result.recorded == 1, "\(project)")
    }
  }

  @Test("a row that is alike in every cell is recorded once and named; two instalments under one number stay two")
  func repeated() throws {
    let folder = try Folder()
    let book = try newBook(folder)
    let header = "序号,编号," + RegisterImportTests.header
    let rows = [
      "1,T-1,力得,拨改投,委托投资,2022-06-01,500,2022-06-15,200,2022/拨改投,投决〔2022〕7号\n",
      "2,T-1,力得,拨改投,委托投资,2022-06-01,500,2022-06-15,200,2022/拨改投,投决〔2022〕7号\n",
      "3,T-1,力得,拨改投,,,,2022-08-15,300,2022/拨改投,投决〔2022〕7号\n",
    ]
    let trial = try run(header + rows.joined(), folder, book, isDryRun: true)
    #expect(fates(trial) == ["new", "new", "repeated", "repeated", "new"])
    let outcome = try run(header + rows.joined(), folder, book)
    #expect(outcome.result.problems == [] && fates(outcome) == fates(trial))
    #expect(outcome.plans[0].repeated.map(\.row.number) == [3, 3])
    #expect(outcome.plans[0].remarks().map(\.message) == ["1 row is left out: it says what a row above says (row 3)"])
    #expect(fates(try run(header + rows.joined(), folder, book)) == ["known", "known", "repeated", "repeated", "known"])
  }

  @Test("a second row with the key of a row above is a repetition, or differs from it; it is never counted as the book's")
  func ownKeys() throws {
    let folder = try Folder()
    let book = try newBook(folder)
    #expect(try run(RegisterImportTests.header + RegisterImportTests.rows[0], folder, book).result.recorded == 4)
    let header = "唯一键,投资项目,贷款银行,放款日期,贷款金额（万元）\n"
    let rows = ["1000", "1000", "2000"].map { "K1,力得/A,某银行,2022-09-01,\($0)\n" }
    let outcome = try run(header + rows.joined(), folder, book, isDryRun: true)
    #expect(fates(outcome) == ["new", "repeated", "differs amount"])
    #expect(outcome.result.alreadyRecorded == 0 && outcome.result.recorded == 2)
  }

  @Test("name and digest of the file are kept with its batch")
  func origin() throws {
    let folder = try Folder()
    let book = try newBook(folder)
    let text = RegisterImportTests.header + RegisterImportTests.rows[0]
    _ = try run(text, folder, book)
    let batch = try #require(try book.batches().last)
    #expect(batch.source == "台账.csv" && batch.digest == Book.digest(of: Array(text.utf8)))
  }

  @Test("long work tells how far it has come: the rows at first, then the events, names and known ones among those done")
  func progress() throws {
    let folder = try Folder()
    let book = try newBook(folder)
    let file = try EventFile(path: try folder.write(RegisterImportTests.header + RegisterImportTests.rows.joined(), to: "台账.csv"))
    let tables = try RegisterTable.tables(of: try SheetFile(file.bytes, name: file.path))
    var told: [[Int]] = []
    var action = RegisterImport()
    action.progress = { told.append([$0, $1]) }
    let outcome = try action.run(tables, from: file, into: book)
    let facts = outcome.plans.flatMap(\.lines).count { !$0.event.slot.declaresName }
    let total = outcome.plans.flatMap(\.lines).count
    #expect(told == [[0, 3], [total - facts, total]])
  }

  @Test("an amended file: what is new is recorded, what differs is named and left alone")
  func amended() throws {
    let folder = try Folder()
    let book = try newBook(folder)
    _ = try run(RegisterImportTests.header + RegisterImportTests.rows[0], folder, book)
    let amended = RegisterImportTests.rows[0].replacingOccurrences(of: "2022-06-15,500", with: "2022-06-16,450")
    // Rows in another order are the same rows.
    let outcome = try run(RegisterImportTests.header + RegisterImportTests.rows[1] + amended, folder, book)
    #expect(fates(outcome) == ["new", "new", "known", "differs date amount"])
    #expect(outcome.result.isCommitted && outcome.result.recorded == 4)
    #expect(outcome.result.warnings.map(\.code) == [.registerDiffers])
    #expect(outcome.result.warnings.first?.message.contains("amount 5,000,000.00 CNY → 4,500,000.00 CNY") == true)
  }

  @Test("two payments under one document are two; a third in an amended file is new")
  func sameDocument() throws {
    let folder = try Folder()
    let book = try newBook(folder)
    let header = "投资项目,出资日期,实缴金额(万元),指标,拨款文号\n"
    let row = { (day: String, amount: Int) in "力得/A,2022-08-\(day),\(amount),2022/拨改投,甲〔2022〕1号\n" }
    _ = try run(RegisterImportTests.header + RegisterImportTests.rows[0], folder, book)
    #expect(fates(try run(header + row("01", 10) + row("02", 20), folder, book)) == ["new", "new"])
    // A row alike in every cell is the same payment; another one of the day differs in something, as a remark.
    let again = try run(header + row("03", 30) + row("01", 10) + row("02", 20) + row("02", 20), folder, book)
    #expect(fates(again) == ["new", "known", "known", "repeated"])
  }

  @Test("what was recorded by hand is found by what it says, or by its document")
  func byHand() throws {
    let folder = try Folder()
    let book = try newBook(folder)
    let text = """
      party 力得
      2022-06-01 deal 力得/A party:力得 programme:拨改投 method:entrusted
      2022-06-01 commit 力得/A 500万元 envelope:2022/拨改投
      2022-06-20 pay 力得/A 500万元 doc:投决〔2022〕7号

      """
    _ = try BookImport().run([try EventFile(path: try folder.write(text, to: "hand.journal"))], into: book)
    let outcome = try run(RegisterImportTests.header + RegisterImportTests.rows[0], folder, book)
    #expect(fates(outcome) == ["known", "differs date envelope"])
    #expect(outcome.result.recorded == 0)
  }

  @Test("a batch is taken back whole; then the file can be imported again")
  func undo() throws {
    let folder = try Folder()
    let book = try newBook(folder)
    let text = RegisterImportTests.header + RegisterImportTests.rows.joined()
    _ = try run(text, folder, book)
    let batch = try #require(try book.batches().last)
    let day = try #require(Day("2022-12-01"))
    _ = try BatchUndo(batch, reason: "错", day: day).run(in: book)
    let again = try run(text, folder, book)
    #expect(again.result.problems == [] && fates(again) == ["new", "new", "new", "new"])
    #expect(fates(try run(text, folder, book)) == ["known", "known", "known", "known"])
  }

  @Test("all errors of all rows together, rules refuse as always, and nothing is recorded")
  func refused() throws {
    let folder = try Folder()
    let book = try newBook(folder)
    let head = try book.head().digest
    let text =
      RegisterImportTests.header + "甲,拨改投,委托投资,2022-13-01,500,2022-06-15,500,2022/拨改投,a\n"
      + "乙,拨改投,委托投资,2022-06-01,20000,2022-06-15,五百,2022/拨改投,b\n" + "丙,拨改投,委托投资,2022-06-01,20000,2022-06-15,20000,2022/拨改投,c\n"
    let outcome = try run(text, folder, book)
    // Both the agreement and the payment of the third row exceed the envelope.
    let errors = outcome.result.problems.filter { $0.severity == .error }
    #expect(errors.map(\.code) == [.badDate, .badAmount, .overEnvelope, .overEnvelope])
    #expect(errors.map { $0.position?.line } == [2, 3, 4, 4])
    #expect(!outcome.result.isCommitted)
    #expect(try book.head().digest == head)
    let over = outcome.result.problems.first { $0.code == .overEnvelope }
    #expect(over?.position?.line == 4 && over?.position?.lineText.hasPrefix("丙") == true)
  }

  @Test("--keep-going records the rows that can be and reports the rest; later the rest alone is new")
  func keepGoing() throws {
    let folder = try Folder()
    let book = try newBook(folder)
    let bad = RegisterImportTests.rows[0].replacingOccurrences(of: "2022-06-15", with: "2022-06-31")
    let outcome = try run(RegisterImportTests.header + bad + RegisterImportTests.rows[1], folder, book, keepsGoing: true)
    #expect(outcome.result.problems.map(\.code) == [.badDate] && outcome.result.recorded == 4)
    let mended = try run(RegisterImportTests.header + RegisterImportTests.rows.joined(), folder, book)
    #expect(fates(mended) == ["new", "new", "known", "known"])
  }

  @Test("a dry run shows what would be, and changes nothing")
  func dryRun() throws {
    let folder = try Folder()
    let book = try newBook(folder)
    let head = try book.head().digest
    let outcome = try run(
      RegisterImportTests.header + RegisterImportTests.rows.joined() + "合计,,,,1400,,900\n", folder, book, isDryRun: true)
    #expect(outcome.result.recorded == 8 && !outcome.result.isCommitted)
    #expect(try book.head().digest == head)
    let rows = outcome.plans.flatMap { $0.document(register: outcome.register).tables }.flatMap(\.rows)
    #expect(rows.count == 9)
  }

  @Test("what a book exports is known to it, and makes the same events in a new book", arguments: RegisterCatalog.kinds.map(\.name))
  func export(_ name: String) throws {
    let folder = try Folder()
    let sample = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("ledger-samples/liaocheng/main.journal").path
    let book = try folder.newBook()
    #expect(try BookImport().run([try EventFile(path: sample)], into: book).problems.filter { $0.severity == .error } == [])
    let kind = try RegisterFile.kind(named: name)
    let sheet = try RegisterFile.sheet(of: book, kind: kind, chinese: true)
    if sheet.rows.isEmpty { return }
    let path = folder.path("out.csv")
    try Data(sheet.csv(mark: true)).write(to: URL(fileURLWithPath: path))
    let file = try EventFile(path: path)
    let tables = try RegisterTable.tables(of: try SheetFile(file.bytes, name: path), register: name)
    let outcome = try RegisterImport().run(tables, from: file, into: book)
    #expect(outcome.result.problems == [])
    // Of names a row may say again what a row above says; of what happened each row is an event of the book.
    let fates = Set(self.fates(outcome))
    #expect(fates.isSubset(of: ["known"]), "\(fates)")
  }

  @Test("a register is told by its headings, whatever its file is called", arguments: ["loans.txt", "loans", "loans.dat"])
  func names(_ name: String) throws {
    let folder = try Folder()
    let text = "投资项目\t贷款银行\t放款日期\t贷款金额（万元）\t证明材料\n力得/A\t某银行\t2022-09-01\t1000\t合同1\n"
    for encoding in [TextEncoding.utf8, .gb18030] {
      let path = folder.path(name)
      try Data(try encoding.encoded(Array(text.utf8))).write(to: URL(fileURLWithPath: path))
      let file = try EventFile(path: path)
      #expect(try file.registers()?.map(\.kind.name) == ["loans"], "\(encoding)")
    }
    #expect(try EventFile(path: try folder.write(FacadeTests.journal, to: name)).form == .journal)
  }

  @Test("a row that was reversed on a later day is recorded anew with a warning that both count in between")
  func doubled() throws {
    let folder = try Folder()
    let book = try newBook(folder)
    let text = RegisterImportTests.header + RegisterImportTests.rows[0]
    _ = try run(text, folder, book)
    let batch = try #require(try book.batches().last)
    _ = try BatchUndo(batch, reason: nil, day: try #require(Day("2022-12-01"))).run(in: book)
    let again = try run(text, folder, book)
    #expect(again.result.warnings.map(\.code) == [.countsTwice])
    let last = try #require(try book.batches().last)
    _ = try BatchUndo(last, reason: nil, day: try #require(Day("2022-12-31")), staysOnDays: true).run(in: book)
    #expect(try run(text, folder, book, isDryRun: true).result.warnings.count == 1)
  }

  @Test("a row with a key of its own is recorded anew after an undo, corrected or not, and known then")
  func renewedKeys() throws {
    let folder = try Folder()
    let book = try newBook(folder)
    for amount in ["500", "500", "400"] {
      let text =
        RegisterImportTests.header.replacing("企业简称", with: "编号,企业简称") + "GZ-1,"
        + RegisterImportTests.rows[0].replacing(",500,2022/", with: ",\(amount),2022/")
      let first = try run(text, folder, book)
      #expect(first.result.problems == [] && fates(first) == ["new", "new"], "\(fates(first)) \(first.result.problems)")
      #expect(fates(try run(text, folder, book)) == ["known", "known"])
      let batch = try #require(try book.batches().last)
      _ = try BatchUndo(batch, reason: nil, day: try #require(Day("2022-12-31")), staysOnDays: true).run(in: book)
    }
  }

  @Test("a second instalment that is agreed and paid under the words of the first is another agreement and another payment")
  func twoEventsOfARow() throws {
    let folder = try Folder()
    let book = try newBook(folder)
    let header = RegisterImportTests.header.replacing(",拨款文号", with: "")
    let rows = ["2022-04-01,100,2022-04-10,100", "2022-08-01,200,2022-08-10,200"].map { "力得,拨改投,直接投资,\($0),2022/拨改投\n" }
    let outcome = try run(header + rows.joined() + rows[1], folder, book)
    #expect(fates(outcome) == ["new", "new", "new", "new", "repeated", "repeated"])
    #expect(fates(try run(header + rows.joined(), folder, book)) == ["known", "known", "known", "known"])
  }

  @Test("two dividends under a general word for their documents are declared and received twice")
  func twoDividends() throws {
    let folder = try Folder()
    let book = try newBook(folder)
    _ = try run(RegisterImportTests.header + RegisterImportTests.rows[0], folder, book)
    let header = "投资项目,宣告日,应收股利（万元）,到账日,收到金额（万元）,文号,收款凭证\n"
    let rows = [2023, 2024].map { "力得/A,\($0)-04-20,17,\($0)-06-30,17,股东会决议,银行回单\n" }
    #expect(fates(try run(header + rows.joined(), folder, book)) == ["new", "new", "new", "new"])
  }

  @Test(
    "the register of another year, in a file of its own, is new: without number and document a row is known by its day or amount",
    arguments: [
      ("估值日期,估值（万元）,估值依据", "2023-12-31,1200,x", "2024-12-31,1200,x", "new"),
      ("估值日期,估值（万元）,估值依据", "2023-12-31,1200,x", "2023-12-31,1300,x", "differs amount"),
      ("宣告日期,应收股利（万元）,文号", "2023-04-20,17,股东会决议", "2024-04-20,17,股东会决议", "new"),
      ("宣告日期,应收股利（万元）,文号", "2023-04-20,17,股东会决议", "2023-04-21,17,股东会决议", "differs date"),
      ("出资日期,实缴金额（万元）,指标", "2022-09-01,100,2022/拨改投", "2022-11-01,200,2022/拨改投", "new"),
      ("放款日期,贷款银行,贷款金额（万元）", "2023-03-01,工行,500", "2023-03-01,建行,500", "new"),
      ("放款日期,贷款银行,贷款金额（万元）", "2023-03-01,工行,500", "2024-03-01,工行,600", "new"),
      ("出资日期,出资方,金额（万元）,阶段,证明材料", "2023-03-01,甲创投,500,实缴,协议", "2023-03-01,乙创投,600,实缴,协议", "new"),
    ])
  func otherYears(_ headings: String, _ first: String, _ second: String, _ fate: String) throws {
    let folder = try Folder()
    let book = try newBook(folder)
    #expect(try run(RegisterImportTests.header + RegisterImportTests.rows[0], folder, book).result.recorded == 4)
    let header = "投资项目,\(headings)\n"
    #expect(fates(try run(header + "力得/A,\(first)\n", folder, book)) == ["new"])
    #expect(fates(try run(header + "力得/A,\(first)\n", folder, book)) == ["known"])
    #expect(fates(try run(header + "力得/A,\(second)\n", folder, book)) == [fate])
    if fate == "new" { #expect(fates(try run(header + "力得/A,\(second)\n力得/A,\(first)\n", folder, book)) == ["known", "known"]) }
  }

  @Test("budgets that are carried over for a deal, and the deal that is paid out of them, are imported together")
  func carried() throws {
    let folder = try Folder()
    let book = try folder.newBook()
    let envelopes =
      "年度,项目计划,事项,日期,金额（万元）,文号,转入指标,结转项目\n2022,拨改投,预算,2022-01-20,10000,甲〔2022〕1号,,\n"
      + "2023,拨改投,预算,2023-01-20,1,甲〔2023〕1号,,\n2022,拨改投,结转,2022-12-31,400,甲〔2022〕9号,2023/拨改投,力得/A\n"
    let investments =
      RegisterImportTests.header
      + "力得,拨改投,委托投资,2022-06-01,900,2022-06-15,500,2022/拨改投,投决〔2022〕7号\n力得,拨改投,委托投资,,,2023-06-15,400,2023/拨改投,投决〔2023〕7号\n"
    // In either order: each register needs what the other says.
    let files = try [("台账.csv", investments), ("指标.csv", envelopes)].map { name, text in
      try EventFile(path: try folder.write(text, to: name))
    }
    let tables = try files.flatMap { try RegisterTable.tables(of: try SheetFile($0.bytes, name: $0.path)) }
    let outcome = try RegisterImport().run(tables, from: files, into: book)
    #expect(outcome.result.problems == [] && outcome.result.isCommitted)
    #expect(Set(fates(outcome)) == ["new"])
    let batch = try #require(try book.batches().last)
    let digests = [investments, envelopes].map { Book.digest(of: Array($0.utf8)) }
    #expect(batch.source == "台账.csv 指标.csv" && batch.digest == digests.joined(separator: " "))
  }

  @Test(
    "of all registers of a book, imported together into a new one, only what no register holds is missing: accounts, refunds, money set free"
  )
  func wholeBook() throws {
    let folder = try Folder()
    let sample = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("ledger-samples/liaocheng/main.journal").path
    let book = try folder.newBook()
    #expect(try BookImport().run([try EventFile(path: sample)], into: book).problems.filter { $0.severity == .error } == [])
    var files: [EventFile] = []
    for kind in RegisterCatalog.kinds {
      let sheet = try RegisterFile.sheet(of: book, kind: kind, chinese: true)
      if sheet.rows.isEmpty { continue }
      let path = folder.path("\(kind.name).csv")
      try Data(sheet.csv(mark: true)).write(to: URL(fileURLWithPath: path))
      files.append(try EventFile(path: path))
    }
    let other = try folder.newBook("other.book")
    let tables = try files.flatMap { try RegisterTable.tables(of: try SheetFile($0.bytes, name: $0.path)) }
    let outcome = try RegisterImport().run(tables, from: files, into: other)
    let errors = outcome.result.problems.filter { $0.severity == .error }
    #expect(Set(errors.map(\.code)).isSubset(of: [.unknownAccount, .overEnvelope, .overRecycled]), "\(errors)")
    #expect(errors.count < 12)
  }
}
