import Foundation
import Testing

@Suite("Who knows hledger finds its commands")
struct HledgerNamesTests {
  private static let journal = """
    commodity 1000.00 CNY
    account assets  ; type: A
    P 2024-01-01 EUR 7.50 CNY
    P 2024-03-31 EUR 7.80 CNY
    2024-01-05 * salary
        assets:bank   5000.00 CNY
        income:salary
    2024-02-10 ! food
        expenses:food   120.00 CNY
        liabilities:card
    2024-03-01 * euros
        assets:eur   100 EUR @ 7.70 CNY
        assets:bank

    """

  private func output(_ words: [String], _ bgt: Bgt) throws -> String {
    let run = try bgt.run(arguments: ["-f", "x.hledger"] + words + ["--format", "csv"])
    #expect(run.code == 0, "\(words): \(run.errors)")
    return run.output
  }

  /// The rows of the balances, whether the prices used follow them or not.
  private func balances(_ csv: String) -> CommodityBalances {
    let rows = csv.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    let named = rows.filter { $0.first == "balance" }.map { Array($0.dropFirst().prefix(3)) }
    return CommodityBalances(named.isEmpty ? Array(rows.dropFirst()) : named)
  }

  @Test(
    "by their names, options and words",
    arguments: [
      (["bs"], ["statement", "balance-sheet"]), (["is", "-p", "2024"], ["statement", "income", "--period", "2024"]),
      (["cf", "-p", "2024"], ["statement", "cash-flow", "--period", "2024"]),
      (["bal", "-b", "2024-02"], ["balance", "--from", "2024-02"]),
      (["reg", "-b", "2024-02", "assets"], ["register", "--from", "2024-02", "assets"]), (["areg", "assets"], ["register", "assets"]),
      (["bal", "--pivot", "desc", "expenses"], ["balance", "--pivot", "text", "expenses"]),
      (["bal", "--value=end"], ["balance", "--value", "market"]),
    ])
  func names(_ theirs: [String], _ ours: [String]) throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write(HledgerNamesTests.journal, to: "x.hledger")
    let text = try output(theirs, bgt)
    #expect(try text == output(ours, bgt) && text.split(separator: "\n").count > 1)
  }

  @Test(
    "and the same sums", .enabled(if: PeerProgram.hledger.isInstalled, "hledger is not installed"),
    arguments: [
      (["bal"], ["bal"]), (["bal", "--value", "market"], ["bal", "--value=end,CNY"]), (["bal", "-p", "2024q1"], ["bal", "-p", "2024q1"]),
      (["bal", "-b", "2024-02"], ["bal", "-b", "2024-02"]), (["bal", "--to", "2024-02"], ["bal", "-e", "2024-03"]),
      (["bal", "tag:status=pending"], ["bal", "-P"]), (["bal", "desc:food or acct:eur"], ["bal", "expr:desc:food or acct:eur"]),
      (["bal", "not expenses", "date:2024-02"], ["bal", "not:expenses", "date:2024-02"]),
    ])
  func sums(_ ours: [String], _ theirs: [String]) throws {
    let bgt = try Bgt()
    defer { bgt.remove() }
    try bgt.write(HledgerNamesTests.journal, to: "x.hledger")
    // hledger 1.25 has no expressions: what is joined by or is asked in two questions there.
    let questions = theirs.last?.hasPrefix("expr:") == true ? [["bal", "desc:food"], ["bal", "acct:eur"]] : [theirs]
    var rows: [[String]] = []
    for question in questions {
      let text = try PeerProgram.hledger.run(
        ["-f", "x.hledger"] + question + ["--flat", "--no-total", "-O", "csv", "--layout", "bare"], in: bgt.folder)
      rows += text.split(separator: "\n").dropFirst().map {
        $0.split(separator: ",").map { $0.trimmingCharacters(in: .init(charactersIn: "\"")) }
      }
    }
    #expect(balances(try output(ours, bgt)) == CommodityBalances(rows))
    #expect(!rows.isEmpty)
  }
}
