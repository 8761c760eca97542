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
    for comment in [books.title] + books.comments where !comment.isEmpty { out.append("; \(PeerName.line(comment))\n") }
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
      if account.isClassGuessed { tags.append(PeerVoucher.Tag(.class, PeerExportMark.guessed)) }
      append(tags, indent: "  ", into: &out)
    }
    if !books.prices.isEmpty { out.append("\n") }
    for price in books.prices {
      out.append("\(price.day) price \(commodities[price.commodity])  \(price.number) \(commodities[price.target])\n")
    }
    for remark in books.remarks { append(remark, into: &out) }
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

  /// What is noted on a day, as the directive that it is.
  private func append(_ remark: PeerBooks.Remark, into out: inout TextBuffer) {
    out.append("\n\(remark.day) \(remark.form) \(BeancountName.quoted(keeping: remark.about))")
    switch remark.form {
    case "custom":
      let values = BeancountValue.values(of: remark.text)
      // A custom line without any value is an error to beancount 2.
      for value in values.isEmpty ? [.text("")] : values { out.append(" \(text(of: value))") }
    default: out.append(" \(BeancountName.quoted(keeping: remark.text))")
    }
    out.append("\n")
    for (key, value) in remark.metadata { out.append("  \(key): \(text(of: value))\n") }
  }

  /// A value with the names that go out; what beancount would not read as more is a text.
  private func text(of value: BeancountValue) -> String {
    switch value {
    case .text(let text): return BeancountName.quoted(keeping: text)
    case .word(let word): return word
    case .amount(let number, let code):
      if let place = books.commodities.firstIndex(where: { $0.code == code }) { return "\(number) \(commodities[place])" }
      if BeancountName.commodity(code, place: 0) == code { return "\(number) \(code)" }
    case .account(let name):
      if let place = books.accounts.firstIndex(where: { $0.name == name }) { return accounts[place] }
      if BeancountName.isAccount(name) { return name }
    case .commodity(let code):
      if let place = books.commodities.firstIndex(where: { $0.code == code }) { return commodities[place] }
      if BeancountName.commodity(code, place: 0) == code { return code }
    }
    return BeancountName.quoted(keeping: value.written)
  }

  /// Metadata: texts in quotes, the number of an event as a number.
  private func append(_ tags: [PeerVoucher.Tag], indent: String, into out: inout TextBuffer) {
    for tag in tags {
      let value = tag.key == .event ? tag.value : BeancountName.quoted(tag.value)
      out.append("\(indent)\(tag.key.rawValue): \(value)\n")
    }
  }
}
