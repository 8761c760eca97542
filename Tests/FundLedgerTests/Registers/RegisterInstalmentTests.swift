import FundLedger
import Testing

@Suite("Instalments under one document")
struct RegisterInstalmentTests {
  private static let first = row("2022-06-15", 300)

  private static func row(_ day: String, _ amount: Int) -> String {
    "力得,拨改投,委托投资,2022-06-01,900,\(day),\(amount),2022/拨改投,投决〔2022〕7号\n"
  }

  private func run(_ rows: String, _ folder: Folder, _ book: Book, asNew: Set<Int> = []) throws -> RegisterImport.Outcome {
    let text = rows.hasPrefix("年度") ? rows : RegisterImportTests.header + rows
    let file = try EventFile(path: try folder.write(text, to: "台账.csv"))
    var action = RegisterImport()
    action.asNew = asNew
    let outcome = try action.run(try RegisterTable.tables(of: try SheetFile(file.bytes, name: "台账.csv")), from: file, into: book)
    #expect(outcome.result.problems == [])
    return outcome
  }

  /// A book with the first instalment.
  private func newBook(_ folder: Folder) throws -> Book {
    let book = try folder.newBook()
    _ = try run(RegisterImportTests.envelopes, folder, book)
    #expect(fates(try run(RegisterInstalmentTests.first, folder, book)) == ["commit new", "pay new"])
    return book
  }

  private func fates(_ outcome: RegisterImport.Outcome) -> [String] {
    outcome.plans.flatMap(\.lines).filter { !$0.event.slot.declaresName }.map { line in
      let fate =
        switch line.fate {
        case .new: "new"
        case .known: "known"
        case .repeated: "repeated"
        case .differs(_, let differences): "differs " + differences.map { $0.field?.name ?? "date" }.joined(separator: " ")
        case .refused(let problem): "refused \(problem.code.rawValue)"
        }
      return "\(line.event.event.kind.name) \(fate)"
    }
  }

  @Test("one of another day and amount in a file of its own is new, and said to stand beside the first")
  func second() throws {
    let folder = try Folder()
    let book = try newBook(folder)
    let second = RegisterInstalmentTests.row("2022-12-15", 200)
    let outcome = try run(second, folder, book)
    #expect(fates(outcome) == ["commit known", "pay new"])
    #expect(outcome.result.warnings.map(\.code) == [.anotherInstalment])
    #expect(outcome.result.warnings.first?.message.contains("2022-12-15 2,000,000.00 counts beside #") == true)
    // Both together, and each alone, are what the book has.
    for rows in [second, RegisterInstalmentTests.first, RegisterInstalmentTests.first + second] {
      let again = try run(rows, folder, book)
      #expect(again.result.recorded == 0 && again.result.warnings.isEmpty && !fates(again).contains { $0.contains("differs") }, "\(rows)")
    }
  }

  @Test(
    "one of the same day or amount, or of a day near, may be the first amended: nothing is recorded until somebody says that it is new",
    arguments: [("2022-12-15", 300, "date"), ("2022-06-15", 200, "amount"), ("2022-07-10", 200, "date amount")])
  func ambiguous(_ day: String, _ amount: Int, _ differing: String) throws {
    let folder = try Folder()
    let book = try newBook(folder)
    let row = RegisterInstalmentTests.row(day, amount)
    let asked = try run(row, folder, book)
    #expect(fates(asked) == ["commit known", "pay differs \(differing)"] && asked.result.recorded == 0)
    let hint = try #require(asked.result.warnings.first?.hint)
    #expect(hint.contains("bgt reverse") && hint.contains("bgt import 台账.csv --as-new 2"))
    let told = try run(row, folder, book, asNew: [2])
    #expect(fates(told) == ["commit known", "pay new"] && told.result.recorded == 1 && told.result.warnings.isEmpty)
    // Said once more it records nothing twice.
    #expect(try run(row, folder, book, asNew: [2]).result.recorded == 0)
    #expect(try run(row, folder, book).result.recorded == 0)
  }

  @Test("in the register sent again, a row of another day and amount puts right the event that the register lacks")
  func sentAgain() throws {
    let folder = try Folder()
    let book = try newBook(folder)
    _ = try run(RegisterInstalmentTests.row("2022-12-15", 200), folder, book)
    let amended = try run(RegisterInstalmentTests.first + RegisterInstalmentTests.row("2022-10-20", 150), folder, book)
    #expect(fates(amended).last == "pay differs date amount" && amended.result.recorded == 0)
  }

  @Test("an agreement that stands beside each of its instalments is recorded once, and that is said")
  func agreement() throws {
    let folder = try Folder()
    let book = try folder.newBook()
    _ = try run(RegisterImportTests.envelopes, folder, book)
    let rows = RegisterInstalmentTests.first + RegisterInstalmentTests.row("2022-12-15", 200)
    let outcome = try run(rows, folder, book)
    #expect(fates(outcome) == ["commit new", "pay new", "commit repeated", "pay new"])
    #expect(outcome.plans[0].remarks().map(\.message) == ["commit is that of a row above and not recorded again (row 3)"])
    #expect(fates(try run(rows, folder, book)) == ["commit known", "pay known", "commit repeated", "pay known"])
  }
}
