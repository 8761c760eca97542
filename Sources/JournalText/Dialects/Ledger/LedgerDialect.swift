import LedgerCore
import Portfolio

/// The journal of Ledger (3.2 and later): commodities with their format, accounts, metadata one a line.
///
/// Tags are declared, so that `ledger --pedantic` takes the journal.
public struct LedgerDialect: JournalDialect {
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
      let sample = DecimalText.format(HledgerDialect.thousand(commodity.scale), scale: commodity.scale)
      out.append("commodity \(name)\n    format \(sample) \(name)\n")
      let title = PeerName.description(commodity.name)
      if !title.isEmpty { out.append("    note \(title)\n") }
    }
    out.append("\n")
    for tag in PeerTag.allCases { out.append("tag \(tag.rawValue)\n") }
    out.append("\n")
    for (account, name) in zip(books.accounts, accounts) {
      out.append("account \(name)\n")
      var notes: [String] = account.code.isEmpty ? [] : ["code \(PeerName.value(account.code))"]
      if let type = HledgerDialect.type(of: account) { notes.append("type \(type)") }
      if account.isClassGuessed { notes.append("class \(PeerExportMark.guessed)") }
      if !notes.isEmpty { out.append("    note \(PeerName.description(notes.joined(separator: ", ")))\n") }
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
    append(voucher.tags, into: &out)
    for line in voucher.lines {
      out.append("    ")
      out.append(accounts[line.account])
      out.append("  ")
      out.append(line.amount, scale: books.commodities[line.commodity].scale)
      out.append(" ")
      out.append(commodities[line.commodity])
      out.append("\n")
      append(line.tags, into: &out)
    }
  }

  private func append(_ tags: [PeerVoucher.Tag], into out: inout TextBuffer) {
    for tag in tags { out.append("    ; \(tag.key.rawValue): \(PeerName.value(tag.value))\n") }
  }
}
