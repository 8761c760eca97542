import Foundation
import Seeds
import Testing

/// The judges are the peers' own programs; a test whose program is not installed is skipped and says so.
@Suite("Random journals of peers come to the peer's sums, in a book, and in what it exports to each of them")
struct RandomJournalTests {
  static let seeds: [UInt64] = (0..<3).map { propertySeed() &+ $0 }
  private static let hledgerBalance =
    ["balance", "--flat", "--no-total", "-O", "csv", "--layout", "bare"]
    + ["1000.00 CNY", "1000.00 EUR", "1000. JPY", "1000.0 AAPL", "1000.0 \"HOUR.X\"", "1000.00 USD"].flatMap { ["-c", $0] }
  private static let query = "SELECT account, currency, str(sum(number)) AS total GROUP BY account, currency"

  /// Our balances of a file that is imported into a new book.
  private func kept(_ file: String, _ book: String, _ bgt: Bgt) throws -> CommodityBalances {
    let imported = try bgt.run("import", file, "--book", book)
    #expect(imported.code == 0, "\(imported.errors)")
    return CommodityBalances(ours: try bgt.run("balance", "--book", book, "--ledger", "all", "--format", "csv").output)
  }

  /// Exports to each peer, whose strictest check passes, and comes to the same sums when it is read again.
  private func exports(of book: String, _ sums: CommodityBalances, _ bgt: Bgt) throws {
    for format in ["hledger", "ledger", "beancount"] {
      let written = try bgt.run("export", format, "--book", book, "-o", "out.\(format)")
      #expect(written.code == 0, "\(written.errors)")
      #expect(try kept("out.\(format)", "\(format).back", bgt) == sums, "\(format)")
    }
    if PeerProgram.hledger.isInstalled { _ = try PeerProgram.hledger.run(["-f", "out.hledger", "check", "--strict"], in: bgt.folder) }
    if PeerProgram.beanCheck.isInstalled { #expect(try PeerProgram.beanCheck.run(["out.beancount"], in: bgt.folder) == "") }
  }

  @Test("hledger", .enabled(if: PeerProgram.hledger.isInstalled, "hledger is not installed"), arguments: seeds)
  func hledger(_ seed: UInt64) throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write(RandomJournal.hledger(seed: seed), to: "x.hledger")
    let text = try PeerProgram.hledger.run(["-f", "x.hledger"] + RandomJournalTests.hledgerBalance, in: bgt.folder)
    let sums = try kept("x.hledger", "k.bgt", bgt)
    #expect(sums == CommodityBalances(hledger: text) && sums.balances.count > 10, "seed \(seed)")
    try exports(of: "k.bgt", sums, bgt)
  }

  @Test(
    "beancount", .enabled(if: PeerProgram.beanCheck.isInstalled && PeerProgram.beanQuery.isInstalled, "beancount is not installed"),
    arguments: seeds)
  func beancount(_ seed: UInt64) throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write(RandomJournal.beancount(seed: seed), to: "x.beancount")
    #expect(try PeerProgram.beanCheck.run(["x.beancount"], in: bgt.folder) == "", "seed \(seed)")
    let text = try PeerProgram.beanQuery.run(["-f", "csv", "x.beancount", RandomJournalTests.query], in: bgt.folder)
    let sums = try kept("x.beancount", "k.bgt", bgt)
    #expect(sums == CommodityBalances(beancount: text) && sums.balances.count > 10, "seed \(seed)")
    try exports(of: "k.bgt", sums, bgt)
  }
}
