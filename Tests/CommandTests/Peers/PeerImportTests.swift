import Foundation
import Testing

/// The judges are the peers' own programs; a test whose program is not installed is skipped and says so.
@Suite("Journals of peers come to the peers' own sums")
struct PeerImportTests {
  /// Our balances of a file, once straight from it and once from a book that it was imported into.
  private func ours(_ file: String, _ bgt: Bgt) throws -> CommodityBalances {
    let straight = try bgt.run("-f", file, "balance", "--ledger", "all", "--format", "csv")
    #expect(straight.code == 0, "\(straight.errors)")
    let imported = try bgt.run("import", file, "--book", "\(file).book")
    #expect(imported.code == 0, "\(imported.errors)")
    let kept = try bgt.run("balance", "--book", "\(file).book", "--ledger", "all", "--format", "csv")
    #expect(CommodityBalances(ours: kept.output) == CommodityBalances(ours: straight.output))
    let again = try bgt.run("import", file, "--book", "\(file).book")
    #expect(again.output.contains("：记入 0 笔事项"), "\(again.output)")
    let sums = CommodityBalances(ours: straight.output)
    #expect(sums.balances.count > 8)
    return sums
  }

  @Test("hledger", .enabled(if: PeerProgram.hledger.isInstalled, "hledger is not installed"))
  func hledger() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try FileManager.default.createDirectory(at: bgt.folder.appendingPathComponent("part"), withIntermediateDirectories: true)
    try bgt.write(ForeignJournals.hledgerPart, to: "part/one.j")
    try bgt.write(ForeignJournals.hledger, to: "x.hledger")
    let text = try PeerProgram.hledger.run(
      ["-f", "x.hledger", "balance", "--flat", "--no-total", "-O", "csv", "--layout", "bare", "-c", "1000.00 EUR"],
      in: bgt.folder)
    #expect(try ours("x.hledger", bgt) == CommodityBalances(hledger: text))
  }

  @Test("Ledger", .enabled(if: PeerProgram.ledger.isInstalled, "ledger is not installed"))
  func ledger() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write(ForeignJournals.ledger, to: "x.ledger")
    let text = try PeerProgram.ledger.run(
      [
        "-f", "x.ledger", "--args-only", "balance", "--flat", "--no-total", "--balance-format",
        "%(account)\t%(join(scrub(display_amount)))\n",
      ], in: bgt.folder)
    #expect(try ours("x.ledger", bgt) == CommodityBalances(ledger: text))
  }

  @Test(
    "beancount",
    .enabled(if: PeerProgram.beanCheck.isInstalled && PeerProgram.beanQuery.isInstalled, "beancount is not installed"))
  func beancount() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write(ForeignJournals.beancount, to: "x.beancount")
    #expect(try PeerProgram.beanCheck.run(["x.beancount"], in: bgt.folder) == "")
    let query = "SELECT account, currency, str(sum(number)) AS total GROUP BY account, currency"
    let text = try PeerProgram.beanQuery.run(["-f", "csv", "x.beancount", query], in: bgt.folder)
    #expect(try ours("x.beancount", bgt) == CommodityBalances(beancount: text))
  }
}

@Suite("Books go out to a peer and come back")
struct PeerRoundTripTests {
  private static let sample = Bgt.root.path + "/ledger-samples/liaocheng/main.journal"

  @Test("with the same sum of every account in each of the four books", arguments: ["hledger", "ledger", "beancount"])
  func fourBooks(_ format: String) throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let written = try bgt.run("-f", PeerRoundTripTests.sample, "export", format, "-o", "x.\(format)")
    #expect(written.code == 0, "\(written.errors)")
    for ledger in ["fiscal", "budget", "quota", "leverage"] {
      let before = try bgt.run("-f", PeerRoundTripTests.sample, "balance", "--ledger", ledger, "--format", "csv")
      let after = try bgt.run("-f", "x.\(format)", "balance", "--ledger", ledger, "--format", "csv")
      #expect(after.code == 0, "\(after.errors)")
      let sums = CommodityBalances(ours: before.output)
      #expect(!sums.balances.isEmpty)
      #expect(CommodityBalances(ours: after.output) == sums, "\(format) \(ledger)")
    }
  }

  @Test("one book alone, and into a book that has the official chart", arguments: ["hledger", "ledger", "beancount"])
  func oneBook(_ format: String) throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let sample = PeerRoundTripTests.sample
    _ = try bgt.run("-f", sample, "export", format, "--ledger", "budget", "-o", "x.\(format)")
    _ = try bgt.run("init", "--book", "chart.bgt")
    let imported = try bgt.run("import", "x.\(format)", "--book", "chart.bgt")
    #expect(imported.code == 0, "\(imported.errors)")
    let before = try bgt.run("-f", sample, "balance", "--ledger", "budget", "--format", "csv")
    let after = try bgt.run("balance", "--book", "chart.bgt", "--ledger", "budget", "--format", "csv")
    #expect(CommodityBalances(ours: after.output) == CommodityBalances(ours: before.output))
  }
}

@Suite("Importing a peer's journal")
struct PeerImportCommandTests {
  @Test("what is left out is said on standard error, nothing is recorded while anything is wrong")
  func allOrNothing() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write("P 2022-01-01 EUR 0 CNY\n2022-01-01 a\n    x  1 CNY\n    y\n2022-01-02 b\n    x  1 CNY\n    y  1 CNY\n", to: "x.hledger")
    let run = try bgt.run("import", "x.hledger")
    #expect(run.code == 4)
    #expect(run.errors.contains("E2001") && run.errors.contains("W6092") && run.errors.contains("未记入任何事项"))
    #expect(!FileManager.default.fileExists(atPath: bgt.folder.path + "/book.bgt"))
    let rest = try bgt.run("import", "x.hledger", "--keep-going")
    #expect(rest.code == 4)
    #expect(rest.output.contains("：记入 1 笔事项"), "\(rest.output)")
  }

  @Test(
    "printed as a journal of ours it comes to the same",
    arguments: [("hledger", ForeignJournals.hledger), ("ledger", ForeignJournals.ledger), ("beancount", ForeignJournals.beancount)])
  func printed(_ format: String, _ text: String) throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write(text.replacing("include part/*.j\n", with: ""), to: "x.\(format)")
    let print = try bgt.run("-f", "x.\(format)", "print", "-o", "x.journal")
    #expect(print.code == 0, "\(print.errors)")
    let sums = try ["x.\(format)", "x.journal"].map { file in
      let run = try bgt.run("-f", file, "balance", "--ledger", "all", "--format", "csv")
      #expect(run.code == 0, "\(run.errors)")
      return run.output.split(separator: "\n").sorted()
    }
    #expect(sums[0] == sums[1])
  }

  @Test("the format is guessed from the text, or said")
  func format() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write("2022-01-01 a\n    x  $1\n    y\n", to: "x.journal")
    #expect(try bgt.run("import", "-n", "x.journal").code == 0)
    #expect(try bgt.run("import", "-n", "x.journal", "--format", "journal").code == 4)
    #expect(try bgt.run("-f", "x.journal", "balance").output.contains("$"))
    #expect(try bgt.run("import", "-n", "x.journal", "--format", "gnucash").code == 2)
  }
}
