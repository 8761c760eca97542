import Foundation
import Testing

/// The judges are the peers' own programs; a test whose program is not installed is skipped and says so.
@Suite("Peers accept what a query selects of the exported five years, and come to our sums")
struct PeerSelectionTests {
  private static let sample = Bgt.root.path + "/ledger-samples/liaocheng/main.journal"
  /// Queries that all postings of a voucher fit or none does, so that our balances of them are those of whole vouchers.
  static let queries = ["text:退出", "kind:pay date:2022", "event:#450", "document:协议 not kind:exit"]

  /// Exports what fits and returns our sums of it.
  private func export(_ format: String, _ query: String, _ bgt: Bgt) throws -> AccountSums {
    let written = try bgt.run("-f", PeerSelectionTests.sample, "export", format, query, "-o", "peer.\(format)")
    #expect(written.code == 0, "\(written.errors)")
    let balance = try bgt.run("-f", PeerSelectionTests.sample, "balance", query, "--ledger", "all", "--format", "csv")
    let ours = try AccountSums(ours: balance.output)
    #expect(!ours.sums.isEmpty, "\(query)")
    return ours
  }

  @Test("hledger", .enabled(if: PeerProgram.hledger.isInstalled, "hledger is not installed"), arguments: queries)
  func hledger(_ query: String) throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let ours = try export("hledger", query, bgt)
    _ = try PeerProgram.hledger.run(["-f", "peer.hledger", "check", "--strict"], in: bgt.folder)
    let text = try PeerProgram.hledger.run(["-f", "peer.hledger", "balance", "--flat", "--no-total", "-O", "csv"], in: bgt.folder)
    #expect(try AccountSums(hledger: text) == ours)
  }

  @Test("Ledger", .enabled(if: PeerProgram.ledger.isInstalled, "ledger is not installed"), arguments: queries)
  func ledger(_ query: String) throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let ours = try export("ledger", query, bgt)
    let text = try PeerProgram.ledger.run(
      [
        "-f", "peer.ledger", "--args-only", "--pedantic", "balance", "--flat", "--no-total", "--balance-format",
        "%(account)\t%(display_amount)\n",
      ], in: bgt.folder)
    #expect(try AccountSums(ledger: text) == ours)
  }

  @Test(
    "beancount", .enabled(if: PeerProgram.beanCheck.isInstalled && PeerProgram.beanQuery.isInstalled, "beancount is not installed"),
    arguments: queries)
  func beancount(_ query: String) throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let ours = try export("beancount", query, bgt)
    #expect(try PeerProgram.beanCheck.run(["peer.beancount"], in: bgt.folder) == "")
    let text = try PeerProgram.beanQuery.run(
      [
        "-f", "csv", "peer.beancount",
        "SELECT getitem(open_meta(account), 'name') AS name, currency, sum(number) AS total GROUP BY name, currency",
      ], in: bgt.folder)
    #expect(try AccountSums(beancount: text) == ours)
  }

  @Test(
    "hledger picks the same vouchers out of the whole export",
    .enabled(if: PeerProgram.hledger.isInstalled, "hledger is not installed"),
    arguments: [
      ("股权投资", ["股权投资"]), ("deal:鲁衡", ["tag:deal=鲁衡"]), ("amount:>500万", ["amt:>5000000"]), ("应收 date:2022", ["应收", "date:2022"]),
    ])
  func picked(_ query: String, _ theirs: [String]) throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    for (name, words) in [("whole", []), ("part", [query])] {
      let run = try bgt.run(
        arguments: ["-f", PeerSelectionTests.sample, "export", "hledger", "--ledger", "fiscal", "-o", "\(name).hledger"] + words)
      #expect(run.code == 0, "\(run.errors)")
    }
    let picked = try PeerProgram.hledger.run(["-f", "whole.hledger", "print", "-O", "csv"] + theirs, in: bgt.folder)
    let ours = try PeerProgram.hledger.run(["-f", "part.hledger", "print", "-O", "csv"], in: bgt.folder)
    /// The number of a transaction in its file differs.
    func lines(_ csv: String) -> [String] {
      csv.split(separator: "\n").dropFirst().map { $0.split(separator: ",", maxSplits: 1).last.map(String.init) ?? "" }
    }
    #expect(lines(ours) == lines(picked) && lines(ours).count > 2)
  }
}
