import Foundation

/// The sum of every account in one commodity by the name in our books, in minor units; zero ones are left out.
struct AccountSums: Equatable {
  private(set) var sums: [String: Int64] = [:]

  struct Unreadable: Error { let line: String }

  /// Sums of rows of account and amount, the account as a peer calls it.
  init(_ rows: [(account: String, amount: String)]) throws {
    for row in rows {
      let words = row.amount.split(separator: " ").map(String.init)
      let number = words.first ?? "0"
      let parts = number.split(separator: ".", omittingEmptySubsequences: false)
      guard words.count <= 2, words.last == "CNY" || number == "0",
        let value = Int64(parts.joined()), parts.count == 1 || parts.count == 2 && parts[1].count == 2
      else { throw Unreadable(line: "\(row)") }
      let amount = parts.count == 1 ? value * 100 : value
      if amount != 0 { sums[row.account, default: 0] += amount }
    }
  }

  /// Our own: `bgt balance --format csv`.
  init(ours csv: String) throws {
    try self.init(
      AccountSums.rows(csv).dropFirst().map { cells in
        guard cells.count == 3 else { throw Unreadable(line: "\(cells)") }
        return (cells[0], "\(cells[2]) \(cells[1])")
      })
  }

  /// Those of hledger: `balance --flat --no-total -O csv`, the book before each name.
  init(hledger csv: String) throws {
    try self.init(AccountSums.rows(csv).dropFirst().map { (AccountSums.withoutBook($0[0]), $0[1]) })
  }

  /// Those of Ledger, account and amount parted by a tab.
  init(ledger text: String) throws {
    try self.init(
      text.split(separator: "\n").map { line in
        let cells = line.split(separator: "\t").map(String.init)
        guard cells.count == 2 else { throw Unreadable(line: String(line)) }
        return (AccountSums.withoutBook(cells[0]), cells[1])
      })
  }

  /// Those of beancount: a query for the name in our books, the currency and the sum.
  init(beancount csv: String) throws {
    try self.init(AccountSums.rows(csv).dropFirst().map { ($0[0], "\($0[2]) \($0[1])") })
  }

  private static func withoutBook(_ name: String) -> String {
    String(name.drop { $0 != ":" }.dropFirst())
  }

  /// The cells of a CSV whose cells hold neither commas nor quotation marks.
  private static func rows(_ csv: String) -> [[String]] {
    csv.drop { $0 == "\u{FEFF}" }.split(whereSeparator: \.isNewline).map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: CharacterSet(charactersIn: "\" "))
      }
    }
  }
}
