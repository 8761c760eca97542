import LedgerCore
import Portfolio

/// The journal of hledger (1.25 and later): declared commodities and accounts with their types, tags in comments.
public struct HledgerDialect: JournalDialect {
  private let books: PeerBooks
  private let accounts: [String]
  private let commodities: [String]

  public init(_ books: PeerBooks) {
    self.books = books
    accounts = PeerName.unique(books.accounts.map { PeerName.account($0.path) })
    commodities = PeerName.commodities(books.commodities.map(\.code))
  }

  public func writeHead(into out: inout TextBuffer) {
    for comment in [books.title] + books.comments where !comment.isEmpty { out.append("; \(PeerName.line(comment))\n") }
    out.append("\n")
    for (commodity, name) in zip(books.commodities, commodities) {
      // A mark after the last digit says that the commodity has no decimals.
      let mark = commodity.scale == 0 ? "." : ""
      out.append("commodity \(DecimalText.format(HledgerDialect.thousand(commodity.scale), scale: commodity.scale))\(mark) \(name)\n")
    }
    out.append("\n")
    for (account, name) in zip(books.accounts, accounts) {
      var tags: [String] = []
      if let type = HledgerDialect.type(of: account) { tags.append("type: \(type)") }
      if account.isClassGuessed { tags.append("class: \(PeerExportMark.guessed)") }
      if !account.code.isEmpty { tags.append("code: \(PeerName.value(account.code))") }
      out.append("account \(name)\(tags.isEmpty ? "" : "  ; \(tags.joined(separator: ", "))")\n")
    }
    if !books.prices.isEmpty { out.append("\n") }
    for price in books.prices {
      out.append("P \(price.day) \(commodities[price.commodity]) \(price.number) \(commodities[price.target])\n")
    }
    if !books.remarks.isEmpty { out.append("\n") }
    for remark in books.remarks { out.append("; \(PeerName.line(remark.line))\n") }
  }

  public func write(_ voucher: PeerVoucher, into out: inout TextBuffer) {
    out.append("\n")
    out.append(voucher.day)
    out.append(" * (\(PeerName.code(voucher.code))) \(PeerName.description(voucher.narration))\n")
    if !voucher.tags.isEmpty {
      out.append("    ;")
      append(voucher.tags, into: &out)
      out.append("\n")
    }
    for line in voucher.lines {
      out.append("    ")
      out.append(accounts[line.account])
      out.append("  ")
      out.append(line.amount, scale: books.commodities[line.commodity].scale)
      out.append(" ")
      out.append(commodities[line.commodity])
      if !line.tags.isEmpty {
        out.append("  ;")
        append(line.tags, into: &out)
      }
      out.append("\n")
    }
  }

  private func append(_ tags: [PeerVoucher.Tag], into out: inout TextBuffer) {
    for (index, tag) in tags.enumerated() {
      out.append("\(index > 0 ? "," : "") \(tag.key.rawValue): \(PeerName.value(tag.value))")
    }
  }

  /// Thousand of a commodity in minor units: the sample that a declaration shows.
  static func thousand(_ scale: Int) -> Int64 { (0..<scale).reduce(1000) { amount, _ in amount &* 10 } }

  /// hledger's letter of a type, which its balance sheet and cash flow go by; none for what is only noted.
  static func type(of account: PeerBooks.Account) -> String? {
    switch account.accountClass {
    case .asset: account.holdsCash ? "C" : "A"
    case .liability: "L"
    case .netAssets: "E"
    case .income: "R"
    case .expense: "X"
    case .memo: nil
    }
  }
}
