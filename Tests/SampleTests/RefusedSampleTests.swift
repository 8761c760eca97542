import FoundationEssentials
import FundLedger
import Testing

@Suite("Samples that are refused")
struct RefusedSampleTests {
  /// Code, line and column of the one thing that is wrong with a file.
  struct Flaw: Sendable, CustomTestStringConvertible {
    let file: String
    let code: DiagnosticCode
    let line: Int
    let column: Int
    var testDescription: String { file }
  }

  static let flaws: [Flaw] = [
    Flaw(file: "binary-garbage", code: .notText, line: 1, column: 1),
    Flaw(file: "cut-character", code: .notText, line: 4, column: 18),
    Flaw(file: "duplicate-key", code: .duplicateKey, line: 10, column: 69),
    Flaw(file: "empty", code: .fileUnreadable, line: 1, column: 1),
    Flaw(file: "impossible-date", code: .badDate, line: 4, column: 1),
    Flaw(file: "over-budget", code: .overEnvelope, line: 10, column: 24),
    Flaw(file: "overflow", code: .amountOverflow, line: 5, column: 19),
    Flaw(file: "three-decimals", code: .tooManyDecimals, line: 5, column: 19),
    Flaw(file: "unbalanced", code: .unbalanced, line: 4, column: 1),
    Flaw(file: "unknown-deal", code: .unknownDeal, line: 9, column: 16),
  ]

  /// What is wrong with a journal when it is read straight from its file.
  private func problems(_ path: String) -> [Diagnostic] {
    do throws(Diagnostic) { return try JournalBooks(reading: path).problems } catch { return [error] }
  }

  /// What is wrong with it when it is imported.
  private func problems(importing path: String, into book: Book) -> [Diagnostic] {
    do throws(Diagnostic) {
      let outcome = try BookImport().run([try EventFile(path: path)], into: book)
      return outcome.isCommitted ? [] : outcome.problems
    } catch {
      return [error]
    }
  }

  private func expect(
    _ problems: [Diagnostic], _ flaw: Flaw, path: String, _ location: SourceLocation = #_sourceLocation
  ) {
    #expect(problems.map(\.code) == [flaw.code], "\(problems)", sourceLocation: location)
    let position = problems.first?.position
    #expect(position?.file == path, sourceLocation: location)
    #expect(position?.line == flaw.line, "\(problems)", sourceLocation: location)
    #expect(position?.column == flaw.column, "\(problems)", sourceLocation: location)
    #expect(problems.first?.hint.isEmpty == false, sourceLocation: location)
    #expect((problems.first?.description.count ?? .max) < 800, sourceLocation: location)
  }

  @Test("Every file under refused is expected here")
  func coverage() throws {
    let files = try SampleFolder.files(endingIn: ".journal").filter { $0.hasPrefix("refused/") }
    #expect(files == RefusedSampleTests.flaws.map { "refused/\($0.file).journal" })
  }

  @Test("Each is refused for one reason, with code, line and column", arguments: flaws)
  func straight(_ flaw: Flaw) {
    let path = SampleFolder.root + "/refused/\(flaw.file).journal"
    expect(problems(path), flaw, path: path)
  }

  @Test("An import of it says the same and leaves no trace in the book", arguments: flaws)
  func imported(_ flaw: Flaw) throws {
    let folder = try BookFolder()
    let book = try folder.create()
    let good = try EventFile(path: SampleFolder.root + "/recycled-money.journal")
    // The title differs from the sample's own, so its first line is left out.
    let events = try folder.write(good.bytes.split(separator: 0x0A).filter { !$0.starts(with: "book".utf8) })
    #expect(try BookImport().run([try EventFile(path: events)], into: book).problems == [])
    let head = try book.head(at: .latest)
    let balances = try SampleBalances(of: book)
    let path = SampleFolder.root + "/refused/\(flaw.file).journal"
    let found = problems(importing: path, into: book)
    expect(found, flaw, path: path)
    #expect(try book.head(at: .latest) == head)
    #expect(try SampleBalances(of: book) == balances)
    #expect(try book.verify() == [])
  }

  @Test("A line of a megabyte is refused at its beginning in one short message")
  func longLine() throws {
    let folder = try BookFolder()
    let path = try folder.write([
      ArraySlice(Array("2022-12-31 * ".utf8) + Array(repeating: UInt8(ascii: "x"), count: 1 << 20))
    ])
    let flaw = Flaw(file: "long-line", code: .lineTooLong, line: 1, column: 1)
    expect(problems(path), flaw, path: path)
    let book = try folder.create()
    expect(problems(importing: path, into: book), flaw, path: path)
    #expect(try book.head(at: .latest).sequence == 1)
  }
}

extension BookFolder {
  /// Writes lines into a journal in the folder and returns its path.
  func write(_ lines: [ArraySlice<UInt8>]) throws -> String {
    let file = path + "/events.journal"
    var bytes: [UInt8] = []
    for line in lines { bytes += line + [0x0A] }
    try Data(bytes).write(to: URL(filePath: file))
    return file
  }
}
