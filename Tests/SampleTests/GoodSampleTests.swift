import FundLedger
import Testing

@Suite("Samples that record")
struct GoodSampleTests {
  /// The warnings that a sample gives, by line, as part of its story; every other sample gives none.
  private static let warnings: [String: [String]] = [
    // What a check is to find: a credit code that fails, an investment beyond its cap, a grant class.
    "findings.journal": ["findings.journal W6002", "findings.journal W6080", "findings.journal W6009"],
    "liaocheng/main.journal": [
      // Contributions without evidence, METRICS L13.
      "2019.journal W6004", "2020.journal W6004", "2021.journal W6004",
      // 880 instead of 800, reversed in the next line.
      "2021.journal W6005",
      "2022.journal W6004",
      // A loss beyond the carrying amount.
      "2022.journal W6011",
    ],
  ]

  /// The books of a sample, read straight from its file.
  private func inMemory(_ path: String, keeping: MemoryLedger.Keeping = .everything) throws -> JournalBooks {
    try JournalBooks(reading: SampleFolder.root + "/" + path, keeping: keeping)
  }

  @Test("Every journal is read: as a book, as a part that a main journal includes, or as one to be refused")
  func coverage() throws {
    let books = try SampleFolder.books()
    #expect(books.contains("liaocheng/main.journal"))
    #expect(books.contains("one-investment.journal"))
    for path in try SampleFolder.files(endingIn: ".journal") where !books.contains(path) {
      if path.hasPrefix("refused/") { continue }
      let parts = path.split(separator: "/")
      let beside = parts.dropLast().joined(separator: "/") + "/main.journal"
      let main = String(decoding: try SampleFolder.bytes(beside), as: UTF8.self)
      #expect(main.contains("include \(parts[parts.count - 1])\n"), "\(path) is included by no main.journal")
    }
  }

  @Test("Each begins with a comment in Chinese and in English", arguments: try SampleFolder.books())
  func comment(_ path: String) throws {
    let text = String(decoding: try SampleFolder.bytes(path), as: UTF8.self)
    let head = text.split(separator: "\n").prefix { $0.hasPrefix(";") }.joined()
    #expect(head.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
    #expect(head.split(separator: " ").filter { $0.allSatisfy { $0.isASCII && $0.isLetter } }.count >= 6)
  }

  @Test("Each records whole, with the warnings that belong to its story", arguments: try SampleFolder.books())
  func records(_ path: String) throws {
    let books = try inMemory(path)
    #expect(books.problems == [])
    let found = books.warnings.map { warning in
      let file = warning.position.map { $0.file.split(separator: "/").last.map(String.init) ?? "" } ?? ""
      return "\(file) \(warning.code.rawValue)"
    }
    #expect(found == GoodSampleTests.warnings[path] ?? [])
  }

  @Test("Balances are the same when balances alone are kept", arguments: try SampleFolder.books())
  func balancesAlone(_ path: String) throws {
    let full = try inMemory(path)
    let slim = try inMemory(path, keeping: .balances)
    #expect(slim.problems == [])
    #expect(try SampleBalances(of: slim.ledger) == SampleBalances(of: full.ledger))
  }

  @Test(
    "A book in a file holds the same balances, is sound, and takes nothing in twice",
    arguments: try SampleFolder.books())
  func inFile(_ path: String) throws {
    let folder = try BookFolder()
    let file = try EventFile(path: SampleFolder.root + "/" + path)
    let book = try folder.create(for: file.bytes)
    let first = try BookImport().run([file], into: book)
    #expect(first.problems == [])
    #expect(first.isCommitted)
    let head = try book.head(at: .latest)
    #expect(try SampleBalances(of: book) == SampleBalances(of: try inMemory(path).ledger))
    #expect(try book.verify() == [])
    let again = try BookImport().run([file], into: book)
    #expect(again.problems == [])
    #expect(again.recorded == 0)
    #expect(again.alreadyRecorded == first.recorded)
    #expect(try SampleBalances(of: book) == SampleBalances(of: try inMemory(path).ledger))
    #expect(try book.head(at: .latest) == head)
  }

  @Test("A print of the book, spaced or compact, imports to the same chain head", arguments: try SampleFolder.books())
  func reprint(_ path: String) throws {
    let file = try EventFile(path: SampleFolder.root + "/" + path)
    let folder = try BookFolder()
    let book = try folder.create(for: file.bytes)
    _ = try BookImport().run([file], into: book)
    for form in [EventPrinter.Form.spaced, .compact] {
      let (again, sink) = (try BookFolder(), PrintSink())
      try EventPrinter(form: form).write(book, at: .latest) { sink.bytes += $0 }
      let print = try again.write([sink.bytes[...]])
      let second = try again.create(for: sink.bytes)
      #expect(try BookImport().run([try EventFile(path: print)], into: second).problems == [])
      #expect(try second.head(at: .latest) == book.head(at: .latest))
    }
  }
}

/// Gathers the pieces of a print.
private final class PrintSink {
  var bytes: [UInt8] = []
}
