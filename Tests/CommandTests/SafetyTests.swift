import Foundation
import Testing

@Suite("What a slip of the hand cannot destroy, and what is said about it")
struct SafetyTests {
  /// A book with a programme and ten million yuan in 2026/P.
  func bookOfTests() throws -> Bgt {
    let bgt = try Bgt()
    for arguments in [
      ["init", "--title", "T"], ["record", "programme", "P"], ["record", "budget", "2026/P", "1000万元", "--date", "2026-01-20"],
    ] {
      let run = try bgt.run(arguments: arguments)
      #expect(run.code == 0, "\(run.errors)")
    }
    return bgt
  }

  let order = ["invest", "A/1", "100万元", "--date", "2026-02-03", "--envelope", "2026/P", "--evidence", "x"]

  @Test("-o never writes over the book, another database or the file that is read")
  func output() throws {
    let bgt = try bookOfTests()
    defer { bgt.remove() }
    try bgt.write("2026-01-01 * x\n    a  1.00\n    b\n", to: "j.journal")
    try FileManager.default.copyItem(
      at: bgt.folder.appendingPathComponent("book.bgt"), to: bgt.folder.appendingPathComponent("copy.txt"))
    for arguments in [
      ["balance", "-o", "book.bgt"], ["print", "-o", "./book.bgt"], ["balance", "-o", "copy.txt"],
      ["-f", "j.journal", "balance", "--output=j.journal"], ["--book", "copy.txt", "stats", "-o", "copy.txt"],
    ] {
      let run = try bgt.run(arguments: arguments)
      #expect(run.code == 2, "\(arguments): \(run.errors)")
    }
    #expect(try bgt.run("verify").code == 0)
    #expect(try bgt.run("-f", "j.journal", "balance").code == 0)
    #expect(try bgt.run("balance", "-o", "x.docx").code == 2)
    #expect(try bgt.run("balance", "-o", "x.csv").code == 0)
    #expect(try bgt.run("balance", "-o", "/nonexistent/x.csv").code == 5)
  }

  @Test("an investment of which the book has a part already is refused whole, and recorded whole with --again")
  func partlyRecorded() throws {
    let bgt = try bookOfTests()
    defer { bgt.remove() }
    #expect(try bgt.run(arguments: order + ["--party", "A", "--method", "direct", "--with", "B=200万元"]).code == 0)
    let before = try bgt.run("print").output
    let second = try bgt.run(arguments: order + ["--with", "C=300万元"])
    #expect(second.code == 3)
    #expect(second.errors.contains("R3011"), "\(second.errors)")
    #expect(try bgt.run("print").output == before)
    let repeated = try bgt.run(arguments: order + ["--with", "B=200万元"])
    #expect(repeated.errors.contains("W6003"))
    #expect(try bgt.run("print").output == before)
    #expect(try bgt.run(arguments: order + ["--with", "C=300万元", "--again"]).code == 0)
    let balance = try bgt.run("balance", "--format", "csv").output
    #expect(balance.contains("股权投资:企业:投资成本,CNY,2000000.00"), "\(balance)")
    #expect(try bgt.run("verify").code == 0)
  }

  @Test("what is said of a known deal must agree with what is recorded")
  func contradiction() throws {
    let bgt = try bookOfTests()
    defer { bgt.remove() }
    #expect(try bgt.run(arguments: order + ["--party", "A", "--method", "direct"]).code == 0)
    let other = ["invest", "A/1", "7万元", "--date", "2026-03-01", "--envelope", "2026/P"]
    #expect(try bgt.run(arguments: other + ["--party", "ZZ"]).errors.contains("E2015"))
    #expect(try bgt.run(arguments: other + ["--method", "捐赠"]).errors.contains("E2015"))
    #expect(try bgt.run(arguments: other + ["--party", "A", "--method", "直接投资"]).code == 0)
  }

  @Test(
    "a name is one line of visible text",
    arguments: [["record", "party", ""], ["record", "party", " "], ["record", "programme", "x\ny"], ["record", "party", "\u{1}"]])
  func names(_ arguments: [String]) throws {
    let bgt = try bookOfTests()
    defer { bgt.remove() }
    let before = try bgt.run("print").output
    #expect(try bgt.run(arguments: arguments).code != 0)
    #expect(try bgt.run("print").output == before)
  }

  @Test("--known-at is an event, a day or an instant, and nothing else")
  func knownAt() throws {
    let bgt = try bookOfTests()
    defer { bgt.remove() }
    for bad in ["abc", "20251231", "", "#abc", "1e3", "2026-02-30", "2026-11-23T1"] {
      #expect(try bgt.run("stats", "--known-at", bad).code == 2, "\(bad)")
    }
    for (good, events) in [
      ("#3", "3"), ("2", "2"), ("2026-11-22", "1"), ("2026-11-23", "5"), ("2026-11-23 10:00", "5"), ("2026-11-23T09:59:59Z", "1"),
    ] {
      let run = try bgt.run("stats", "--known-at", good, "--format", "json")
      let document = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
      let facts = try #require(document["facts"] as? [String: Any])
      #expect("\(facts["knownAt"] ?? "")".contains(events), "\(good): \(run.output.prefix(400))")
    }
  }

  @Test("flows that are no amounts are refused, empty files too")
  func flows() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    for text in ["\"1,5\"", "-0x64", "1e2", "-99999999999999999999999", "-1.1234567", "abc"] {
      try bgt.write("date,amount\n2020-01-01,\(text)\n2021-01-01,5\n", to: "f.csv")
      let run = try bgt.run("irr", "f.csv")
      #expect(run.code == 4, "\(text): \(run.output)")
      #expect(run.errors.contains("f.csv:2:"), "\(run.errors)")
    }
    try bgt.write("", to: "empty.csv")
    #expect(try bgt.run("irr", "empty.csv").code == 4)
  }

  @Test("a mistyped command is named with the nearest one")
  func mistyped() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let run = try bgt.run("balanc")
    #expect(run.code == 2)
    #expect(run.errors.contains("balance"))
  }

  @Test("verify compares with a head that was written down")
  func expectedHead() throws {
    let bgt = try bookOfTests()
    defer { bgt.remove() }
    let digest = try bgt.run("verify").output.split(separator: " ").last.map(String.init)?.trimmingCharacters(in: .newlines) ?? ""
    #expect(try bgt.run("verify", "--expect", "5:\(digest)").code == 0)
    #expect(try bgt.run("verify", "--expect", "5:\(String(repeating: "0", count: 64))").code == 1)
    #expect(try bgt.run("verify", "--expect", "zz").code == 2)
  }

  @Test("numbers beside printed events are those that reverse takes, and the print still imports")
  func numbers() throws {
    let bgt = try bookOfTests()
    defer { bgt.remove() }
    let printed = try bgt.run("print", "--numbers").output
    #expect(printed.contains("; #5\n2026-01-20 budget 2026/P"), "\(printed)")
    #expect(try bgt.run("reverse", "5", "--reason", "试", "--date", "2026-01-21").code == 0)
    try bgt.write(printed, to: "n.journal")
    #expect(try bgt.run("--book", "n.book", "import", "n.journal").code == 0)
  }
}

@Suite("A number means the same event wherever a journal is read")
struct ReferenceTests {
  static let journal = """
    programme P
    party A
    2020-01-01 budget 2020/P 1,000,000.00
    2020-01-02 deal A/1 party:A programme:P method:direct
    2020-01-02 deal A/2 party:A programme:P method:direct
    2020-03-05 pay A/1 100,000.00 envelope:2020/P
    2020-03-06 pay A/2 7,000.00 envelope:2020/P
    2020-03-09 reverse #8 reason:x

    """

  @Test("straight from the file, in a new book, and in books made from every print of it")
  func everywhere() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write(ReferenceTests.journal, to: "in.journal")
    #expect(try bgt.run("-f", "in.journal", "balance", "--format", "csv").output.contains("投资成本,CNY,7000.00"))
    #expect(try bgt.run("--book", "a.book", "import", "in.journal").code == 0)
    // A second batch shifts the numbers of the book from those of a file without its batches.
    #expect(try bgt.run("record", "pay", "A/2", "50", "--envelope", "2020/P", "--date", "2020-04-01", "--book", "a.book").code == 0)
    #expect(try bgt.run("reverse", "12", "--reason", "y", "--date", "2020-04-02", "--book", "a.book").code == 0)
    for (name, arguments) in [
      ("p.journal", ["print"]), ("q.journal", ["print", "--events-only"]), ("p.json", ["print", "--format", "json"]),
      ("p.csv", ["print", "--format", "csv"]),
    ] {
      try bgt.write(try bgt.run(arguments: arguments + ["--book", "a.book"]).output, to: name)
      let book = name + ".book"
      let run = try bgt.run("--book", book, "import", name)
      #expect(run.code == 0, "\(name): \(run.errors)")
      let balance = try bgt.run("--book", book, "balance", "--format", "csv").output
      #expect(balance.contains("投资成本,CNY,7000.00"), "\(name): \(balance)")
    }
  }

  @Test("in a book that has events a number in a file is refused, the whole file with it; a repeated import is not")
  func ambiguous() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    // #8 of this book is a voucher that could be reversed by mistake.
    let vouchers = (1...6).map { "2020-02-0\($0) * v\($0)\n    a  1.00\n    b\n" }.joined()
    try bgt.write(vouchers, to: "first.journal")
    try bgt.write(ReferenceTests.journal, to: "in.journal")
    #expect(try bgt.run("--book", "a.book", "import", "first.journal").code == 0)
    for flag in ["--keep-going", "--format=journal"] {
      let run = try bgt.run("--book", "a.book", "import", flag, "in.journal")
      #expect(run.code == 4, "\(run.errors)")
      #expect(run.errors.contains("E2008"))
    }
    #expect(!(try bgt.run("--book", "a.book", "print").output.contains("budget")))
    #expect(try bgt.run("--book", "b.book", "import", "in.journal").code == 0)
    #expect(try bgt.run("--book", "b.book", "import", "in.journal").code == 0)
  }

  @Test("an amount with one space too few before it is an error, not a new account")
  func swallowedAmount() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write("2020-06-02 * typo\n    国库存款  100.00\n    税收收入 -90.00\n", to: "t.journal")
    let run = try bgt.run("-f", "t.journal", "balance")
    #expect(run.code == 4)
    #expect(run.errors.contains("t.journal:3:5"))
    try bgt.write("2020-06-02 * fine\n    Bank Account 01  100.00\n    Equity 2020\n", to: "f.journal")
    #expect(try bgt.run("-f", "f.journal", "balance").code == 0)
  }
}
