import Foundation
import Testing

/// The judges are the peers' own programs; a test whose program is not installed is skipped and says so.
@Suite("What a beancount journal notes goes through our books and out again")
struct PeerRemarksTests {
  private static let journal = """
    2022-01-01 open Assets:Bank CNY
    2022-01-01 open Expenses:Food
    2022-01-01 open Equity:Opening
    2022-01-05 * "开户"
      Assets:Bank  100.00 CNY
      Equity:Opening
    2022-02-01 event "location" "Paris; \\"rue\\""
      since: 2022-01-30
    2022-02-02 custom "budget" Expenses:Food "monthly" TRUE 90.30 CNY -5 2022-07-01
    2022-02-03 query "cash" "
      SELECT account, sum(position)
      WHERE account ~ 'Bank'"

    """

  /// The journal in a book, and what the book exports for a peer.
  private func exported(_ format: String, _ bgt: Bgt) throws -> String {
    try bgt.write(PeerRemarksTests.journal, to: "x.beancount")
    let imported = try bgt.run("import", "x.beancount", "--lang", "en")
    #expect(imported.code == 0 && !imported.errors.contains("W6093"), "\(imported.errors)")
    let written = try bgt.run("export", format, "-o", "out.\(format)")
    #expect(written.code == 0, "\(written.errors)")
    return String(decoding: try Data(contentsOf: bgt.folder.appendingPathComponent("out.\(format)")), as: UTF8.self)
  }

  @Test("beancount takes it, and it comes back as it was", .enabled(if: PeerProgram.beanCheck.isInstalled, "beancount is not installed"))
  func beancount() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let text = try exported("beancount", bgt)
    for line in [
      "2022-02-01 event \"location\" \"Paris; \\\"rue\\\"\"\n  since: 2022-01-30\n",
      "2022-02-02 custom \"budget\" Expenses:Fiscal:Expenses:Food \"monthly\" TRUE 90.30 CNY -5 2022-07-01\n",
      "2022-02-03 query \"cash\" \"\\n  SELECT account, sum(position)\\n  WHERE account ~ 'Bank'\"\n",
    ] { #expect(text.contains(line), "\(line)") }
    #expect(try PeerProgram.beanCheck.run(["x.beancount"], in: bgt.folder) == "")
    #expect(try PeerProgram.beanCheck.run(["out.beancount"], in: bgt.folder) == "")
    let again = try bgt.run("import", "out.beancount", "--book", "again.book")
    #expect(again.code == 0, "\(again.errors)")
    func remarks(_ book: String) throws -> String { try bgt.run("print", "--book", book, "--events-only", "kind:remark").output }
    #expect(try remarks("again.book") == remarks("book.bgt") && !remarks("book.bgt").isEmpty)
  }

  @Test("hledger has it in comments", .enabled(if: PeerProgram.hledger.isInstalled, "hledger is not installed"))
  func hledger() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let text = try exported("hledger", bgt)
    #expect(text.contains("\n; 2022-02-01 event location: Paris; \"rue\" (since: 2022-01-30)\n"))
    _ = try PeerProgram.hledger.run(["-f", "out.hledger", "check", "--strict"], in: bgt.folder)
  }

  private static let typed = """
    2020-01-01 open Assets:Bank CNY
    2020-01-01 open Equity:Opening
    2020-01-05 * "x"
      Assets:Bank  100.00 CNY
      Equity:Opening
    2020-02-01 custom "budget" Assets:Bank 5 2022-07-01
      note: "hello"
    2020-02-02 custom "plan" "v"
      note: "hello"
      since: 2022-01-30
      text: "2022-01-30"
      num: 1,234.50
      minus: -5
      numtext: "123"
      sum: 3 * 4
      accttext: "Assets:Bank"
      tag: #paid
      tagtext: "#paid"
      yes: TRUE
      yestext: "TRUE"
      amt: 10.50 CNY
      amttext: "10.50 CNY"
      cur: CNY
      curtext: "CNY"
      nothing:
      empty: ""
      lines: "a
    b: c"
      quote: "say \\"hi\\" \\\\ there"
      doc: "x.pdf"
      key: "k"
      lead: " lead "
    2020-02-03 event "location" "Paris"
      url: "http://x.y/z"
      acct: Assets:Bank
    2020-02-05 query "q" "SELECT account"
      note: 5

    """

  /// Prints the metadata of every remark with its types.
  private static let loading = """
    import sys
    from beancount import loader
    entries, errors, _ = loader.load_file(sys.argv[1])
    assert not errors, errors
    for entry in entries:
        if type(entry).__name__ in ('Custom', 'Event', 'Query'):
            for key in sorted(entry.meta):
                if key not in ('filename', 'lineno'):
                    print(entry.date, key, repr(entry.meta[key]).replace('Assets:Fiscal:', ''))

    """

  @Test(
    "metadata keeps its types, and comes back the same however often it goes out",
    .enabled(if: PeerProgram.beanCheck.isInstalled && PeerProgram.beancountPython.isInstalled, "beancount is not installed"))
  func types() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write(PeerRemarksTests.typed, to: "0.beancount")
    try bgt.write(PeerRemarksTests.loading, to: "load.py")
    var printed: [String] = []
    for round in 1...3 {
      let imported = try bgt.run("import", "\(round - 1).beancount", "--book", "\(round).bgt")
      #expect(imported.code == 0, "\(imported.errors)")
      printed.append(try bgt.run("print", "--book", "\(round).bgt", "--events-only", "kind:remark").output)
      #expect(try bgt.run("export", "beancount", "--book", "\(round).bgt", "-o", "\(round).beancount").code == 0)
    }
    #expect(printed[0].contains("note:hello") && printed[1] == printed[0] && printed[2] == printed[0])
    #expect(try PeerProgram.beanCheck.run(["1.beancount"], in: bgt.folder) == "")
    let metadata = try (0...3).map { try PeerProgram.beancountPython.run(["load.py", "\($0).beancount"], in: bgt.folder) }
    #expect(metadata[0].split(separator: "\n").count == 27 && metadata.allSatisfy { $0 == metadata[0] }, "\(metadata[0])\(metadata[1])")
  }
}
