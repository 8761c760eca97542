import Foundation
import Testing

/// The judges are the peers' own programs; a test whose program is not installed is skipped and says so.
@Suite("Peers read the exported five years and come to our sums")
struct PeerSumsTests {
  private static let sample = Bgt.root.path + "/ledger-samples/liaocheng/main.journal"
  private static let query =
    "SELECT getitem(open_meta(account), 'name') AS name, currency, sum(number) AS total GROUP BY name, currency"
  /// Within the years, at the end of one, and all.
  static let days = ["2020-12-31", "2022-06-15", "2023-12-31"]

  /// Exports the sample up to a day and returns our sums of it.
  private func export(_ format: String, asOf day: String, _ bgt: Bgt) throws -> AccountSums {
    let journal = ["-f", PeerSumsTests.sample, "--as-of", day]
    let written = try bgt.run(arguments: journal + ["export", format, "-o", "peer.\(format)"])
    #expect(written.code == 0, "\(written.errors)")
    let balance = try bgt.run(arguments: journal + ["balance", "--ledger", "all", "--format", "csv"])
    let ours = try AccountSums(ours: balance.output)
    #expect(ours.sums.count > 30)
    return ours
  }

  @Test("hledger", .enabled(if: PeerProgram.hledger.isInstalled, "hledger is not installed"), arguments: days)
  func hledger(_ day: String) throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let ours = try export("hledger", asOf: day, bgt)
    _ = try PeerProgram.hledger.run(["-f", "peer.hledger", "check", "--strict"], in: bgt.folder)
    let text = try PeerProgram.hledger.run(
      ["-f", "peer.hledger", "balance", "--flat", "--no-total", "-O", "csv"], in: bgt.folder)
    #expect(try AccountSums(hledger: text) == ours)
  }

  @Test("Ledger", .enabled(if: PeerProgram.ledger.isInstalled, "ledger is not installed"), arguments: days)
  func ledger(_ day: String) throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let ours = try export("ledger", asOf: day, bgt)
    let text = try PeerProgram.ledger.run(
      [
        "-f", "peer.ledger", "--args-only", "--pedantic", "balance", "--flat", "--no-total", "--balance-format",
        "%(account)\t%(display_amount)\n",
      ], in: bgt.folder)
    #expect(try AccountSums(ledger: text) == ours)
  }

  @Test(
    "beancount", .enabled(if: PeerProgram.beanCheck.isInstalled && PeerProgram.beanQuery.isInstalled, "beancount is not installed"),
    arguments: days)
  func beancount(_ day: String) throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let ours = try export("beancount", asOf: day, bgt)
    #expect(try PeerProgram.beanCheck.run(["peer.beancount"], in: bgt.folder) == "")
    let text = try PeerProgram.beanQuery.run(["-f", "csv", "peer.beancount", PeerSumsTests.query], in: bgt.folder)
    #expect(try AccountSums(beancount: text) == ours)
  }

  @Test(
    "names that a peer would misread, and other currencies, pass their strictest checks",
    .enabled(
      if: PeerProgram.hledger.isInstalled || PeerProgram.ledger.isInstalled || PeerProgram.beanCheck.isInstalled, "no peer is installed"))
  func difficult() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let journal = """
      commodity 份额 4
      commodity JPY 0
      party "甲,乙[2022/13/45]" kind:company
      2022-01-05 * (a)b) (冲) ! 摘要 "引号" \\ 反斜 | 竖线  ; 备注
          党费;印刷  1.50 CNY
          (其他)(a)  -1.50 CNY
      2022-01-06 * 份额
          *基金  0.5000 份额
          a b.c/d_e  -0.5000 份额
      2022-01-07 * 日元
          *基金  100 JPY
          A B.c/d_e  -100 JPY

      """
    try bgt.write(journal, to: "difficult.journal")
    for ledger in ["all", "fiscal"] {
      for format in ["hledger", "ledger", "beancount"] {
        let run = try bgt.run("-f", "difficult.journal", "export", format, "--ledger", ledger, "-o", "x.\(format)")
        #expect(run.code == 0, "\(run.errors)")
      }
      if PeerProgram.hledger.isInstalled {
        _ = try PeerProgram.hledger.run(["-f", "x.hledger", "check", "--strict"], in: bgt.folder)
        let text = try PeerProgram.hledger.run(["-f", "x.hledger", "balance", "--flat", "-O", "csv"], in: bgt.folder)
        #expect(text.contains("1.50 CNY") && text.contains("-0.5000 份额") && text.contains("100 JPY"))
      }
      if PeerProgram.ledger.isInstalled {
        let text = try PeerProgram.ledger.run(
          ["-f", "x.ledger", "--args-only", "--pedantic", "balance", "--flat"], in: bgt.folder)
        #expect(text.contains("1.50 CNY") && text.contains("-0.5000 份额") && text.contains("100 JPY"))
      }
      if PeerProgram.beanCheck.isInstalled {
        #expect(try PeerProgram.beanCheck.run(["x.beancount"], in: bgt.folder) == "")
      }
    }
  }
}
