import Foundation

/// What each account holds of each commodity, digits without zeros at their end; nothing is left out but zero.
struct CommodityBalances: Equatable {
  private(set) var balances: [String: String] = [:]

  /// Accounts that take up what a peer balances by cost or not at all.
  private static let ours = ["equity:conversion", "equity:virtual", "Equity:Conversions"]

  /// Rows of account, commodity and number.
  init(_ rows: [[String]]) {
    for row in rows where row.count == 3 && !CommodityBalances.ours.contains(row[0]) {
      let number = CommodityBalances.plain(row[2])
      if number != "0" { balances["\(row[0]) \(row[1])"] = number }
    }
  }

  /// Our own: `bgt balance --ledger all --format csv`.
  init(ours csv: String) { self.init(Array(CommodityBalances.rows(csv).dropFirst())) }

  /// Those of hledger: `balance --flat --no-total -O csv --layout bare`.
  init(hledger csv: String) { self.init(Array(CommodityBalances.rows(csv).dropFirst())) }

  /// Those of beancount: a query for account, currency and the sum as text, `Decimal('12.50')` in beancount 2.
  init(beancount csv: String) {
    let rows = CommodityBalances.rows(csv).dropFirst().filter { $0.count == 3 && !$0[2].contains("E-") }
    self.init(rows.map { [$0[0], $0[1], $0[2].filter { $0.isNumber || "-.".contains($0) }] })
  }

  /// Those of Ledger: account, a tab, amounts parted by `\n`.
  init(ledger text: String) {
    var rows: [[String]] = []
    for line in text.split(separator: "\n") {
      let cells = line.split(separator: "\t").map(String.init)
      guard cells.count == 2 else { continue }
      for amount in cells[1].components(separatedBy: "\\n") {
        let number = amount.filter { $0.isNumber || "-.".contains($0) }
        let code = amount.filter { !$0.isNumber && !"-., ".contains($0) }
        rows.append([cells[0], code, number])
      }
    }
    self.init(rows)
  }

  /// Digits without separators of thousands and without zeros at the end of the decimals.
  private static func plain(_ number: String) -> String {
    var plain = number.filter { $0 != "," }
    if plain.contains(".") {
      while plain.hasSuffix("0") { plain.removeLast() }
      if plain.hasSuffix(".") { plain.removeLast() }
    }
    return plain == "-0" ? "0" : plain
  }

  private static func rows(_ csv: String) -> [[String]] {
    csv.drop { $0 == "\u{FEFF}" }.split(whereSeparator: \.isNewline).map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: CharacterSet(charactersIn: "\" "))
      }
    }
  }
}
