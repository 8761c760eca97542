import Foundation
import Testing

/// The judges are the peers' own programs; a test whose program is not installed is skipped and says so.
@Suite("Market prices go out, and peers value accounts as we do")
struct PeerPricesTests {
  private static let journal = """
    commodity USD 2
    commodity FUND 4
    2022-01-05 * 购汇
        资产:美元户      1,000.00 USD
        权益:换入       -1,000.00 USD
    2022-01-06 * 份额
        资产:基金        250.5000 FUND
        权益:换入       -250.5000 FUND
    2022-03-01 quote USD 630.00 CNY per:100
    2022-06-30 quote USD 671.14 CNY per:100
    2022-06-30 quote FUND 1.20 CNY
    2022-12-30 quote USD 696.46 CNY per:100
    2022-12-30 quote FUND 1.50 CNY
    2022-12-31 * 结汇
        资产:美元户     -100.00 USD
        权益:换入        100.00 USD

    """

  /// Exports the journal up to a day and returns our market values.
  private func export(_ format: String, asOf day: String, _ bgt: Bgt) throws -> CommodityBalances {
    try bgt.write(PeerPricesTests.journal, to: "x.journal")
    let written = try bgt.run("-f", "x.journal", "--as-of", day, "export", format, "--ledger", "fiscal", "-o", "peer.\(format)")
    #expect(written.code == 0, "\(written.errors)")
    let balance = try bgt.run("-f", "x.journal", "--as-of", day, "balance", "--value", "market", "--format", "csv")
    let lines = balance.output.split(separator: "\n").filter { $0.contains("CNY") && $0.contains(":") }
    // Account, commodity, amount.
    let rows = lines.map { $0.split(separator: ",").map(String.init) }.map { cells in
      [cells.first { $0.contains(":") } ?? "", "CNY", cells.last { Double($0) != nil } ?? ""]
    }
    #expect(rows.count == 3, "\(balance.output)")
    return CommodityBalances(rows)
  }

  static let days = ["2022-07-01", "2022-12-31"]

  @Test("hledger", .enabled(if: PeerProgram.hledger.isInstalled, "hledger is not installed"), arguments: days)
  func hledger(_ day: String) throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let ours = try export("hledger", asOf: day, bgt)
    _ = try PeerProgram.hledger.run(["-f", "peer.hledger", "check", "--strict"], in: bgt.folder)
    let text = try PeerProgram.hledger.run(
      ["-f", "peer.hledger", "balance", "--value=\(day),CNY", "--flat", "--no-total", "-O", "csv", "--layout", "bare"], in: bgt.folder)
    #expect(CommodityBalances(hledger: text) == ours)
  }

  @Test("Ledger", .enabled(if: PeerProgram.ledger.isInstalled, "ledger is not installed"), arguments: days)
  func ledger(_ day: String) throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let ours = try export("ledger", asOf: day, bgt)
    let text = try PeerProgram.ledger.run(
      [
        "-f", "peer.ledger", "--args-only", "--pedantic", "--now", day, "balance", "-X", "CNY", "--flat", "--no-total", "--balance-format",
        "%(account)\t%(display_amount)\n",
      ], in: bgt.folder)
    #expect(CommodityBalances(ledger: text) == ours)
  }

  @Test(
    "beancount", .enabled(if: PeerProgram.beanCheck.isInstalled && PeerProgram.beanQuery.isInstalled, "beancount is not installed"),
    arguments: days)
  func beancount(_ day: String) throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let ours = try export("beancount", asOf: day, bgt)
    #expect(try PeerProgram.beanCheck.run(["peer.beancount"], in: bgt.folder) == "")
    let query =
      "SELECT getitem(open_meta(account), 'name') AS name, 'CNY' AS currency, str(number(only('CNY', convert(sum(position), 'CNY', \(day))))) "
      + "AS total GROUP BY name, currency"
    let text = try PeerProgram.beanQuery.run(["-f", "csv", "peer.beancount", query], in: bgt.folder)
    #expect(CommodityBalances(beancount: text) == ours)
  }

  @Test(
    "what comes in as a price goes out as the same price, also one of more decimals than its commodity has",
    arguments: ["hledger", "ledger", "beancount"])
  func again(_ format: String) throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write(PeerPricesTests.journal + "2022-02-01 quote FUND 10.00 CNY per:3\n", to: "x.journal")
    #expect(try bgt.run("-f", "x.journal", "export", format, "-o", "a.\(format)").code == 0)
    let first = try String(contentsOf: bgt.folder.appendingPathComponent("a.\(format)"), encoding: .utf8)
    for price in ["6.30 CNY", "6.7114 CNY", "1.20 CNY", "6.9646 CNY", "1.50 CNY", "3.33333333333333 CNY"] {
      #expect(first.contains(price), "\(price)\n\(first)")
    }
    #expect(first.contains("; 1 price for several units"))
    #expect(try bgt.run("-f", "a.\(format)", "export", format, "-o", "b.\(format)").code == 0)
    let prices = { (text: String) in
      text.split(separator: "\n").filter { !$0.hasPrefix(";") && ($0.hasPrefix("P ") || $0.contains(" price ")) }.map {
        $0.replacing("  ", with: " ")
      }
    }
    let second = try String(contentsOf: bgt.folder.appendingPathComponent("b.\(format)"), encoding: .utf8)
    #expect(prices(first).count == 6 && prices(first) == prices(second))
  }

  @Test("a price that is left out is said of a file that is only read too, and changes no figure")
  func leftOut() throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    let journal = "2022-01-05 x\n    a  1.00 CNY\n    b  -1.00 CNY\n"
    try bgt.write("P 2022-01-01 EUR 0 CNY\n" + journal, to: "x.hledger")
    try bgt.write(journal, to: "y.hledger")
    let run = try bgt.run("-f", "x.hledger", "balance", "--format", "csv")
    #expect(run.code == 0 && run.errors.contains("W6092") && run.errors.contains("x.hledger:1:1"), "\(run.errors)")
    #expect(try run.output == bgt.run("-f", "y.hledger", "balance", "--format", "csv").output)
  }
}
