import LedgerCore
import Portfolio

/// The journal of beancount (2.3 and later): accounts under its five roots, opened on the first day, all else as metadata.
public struct BeancountDialect: JournalDialect {
  private let books: PeerBooks
  private let accounts: [String]
  private let commodities: [String]

  public init(_ books: PeerBooks) {
    self.books = books
    accounts = PeerName.unique(books.accounts.map(BeancountName.account))
    commodities = books.commodities.enumerated().map { BeancountName.commodity($1.code, place: $0) }
  }

  public func writeHead(into out: inout TextBuffer) {
    for remark in [books.title] + books.remarks where !remark.isEmpty { out.append("; \(PeerName.line(remark))\n") }
    out.append("\n")
    if !books.title.isEmpty { out.append("option \"title\" \(BeancountName.quoted(books.title))\n") }
    if let base = commodities.first { out.append("option \"operating_currency\" \"\(base)\"\n") }
    for (commodity, name) in zip(books.commodities, commodities) {
      out.append("\n")
      out.append(books.first)
      out.append(" commodity \(name)\n")
      let title = commodity.name.isEmpty ? commodity.code : commodity.name
      var tags = [PeerVoucher.Tag(.name, title)]
      if name != commodity.code { tags.append(PeerVoucher.Tag(.code, commodity.code)) }
      append(tags, indent: "  ", into: &out)
    }
    for (account, name) in zip(books.accounts, accounts) {
      out.append("\n")
      out.append(books.first)
      out.append(" open \(name)\n")
      var tags = [PeerVoucher.Tag(.name, account.name), PeerVoucher.Tag(.book, account.book.name)]
      if !account.code.isEmpty { tags.append(PeerVoucher.Tag(.code, account.code)) }
      append(tags, indent: "  ", into: &out)
    }
    if !books.prices.isEmpty { out.append("\n") }
    for price in books.prices {
      out.append("\(price.day) price \(commodities[price.commodity])  \(price.number) \(commodities[price.target])\n")
    }
  }

  public func write(_ voucher: PeerVoucher, into out: inout TextBuffer) {
    out.append("\n")
    out.append(voucher.day)
    out.append(" * \(BeancountName.quoted(voucher.narration))\n")
    append([PeerVoucher.Tag(.voucher, voucher.code)] + voucher.tags, indent: "  ", into: &out)
    for line in voucher.lines {
      out.append("  ")
      out.append(accounts[line.account])
      out.append("  ")
      out.append(line.amount, scale: books.commodities[line.commodity].scale)
      out.append(" ")
      out.append(commodities[line.commodity])
      out.append("\n")
      append(line.tags, indent: "    ", into: &out)
    }
  }

  /// Metadata: texts in quotes, the number of an event as a number.
  private func append(_ tags: [PeerVoucher.Tag], indent: String, into out: inout TextBuffer) {
    for tag in tags {
      let value = tag.key == .event ? tag.value : BeancountName.quoted(tag.value)
      out.append("\(indent)\(tag.key.rawValue): \(value)\n")
    }
  }
}
