import BookStore
import JournalText
import LedgerCore
import Portfolio
import Reports

/// Writes the vouchers of a set of books as a journal of hledger, Ledger or beancount, so that a peer can check the sums.
///
/// One posting goes out as one posting, in the order of the day book, without holding more than one voucher in memory.
public struct PeerExport: Sendable {
  /// Whose journal is written.
  public var format: PeerFormat
  /// Only this book, its accounts without a prefix; nil for all four.
  public var book: AccountBook?
  /// The first day; balances before it are not carried in, so that sums are then turnovers.
  public var from: Day
  /// The last day and what was known.
  public var moment: Moment
  /// Only vouchers with a posting that fits, each as a whole, so that what goes out balances.
  public var query = Query.all
  /// Bytes are handed on in pieces of about this size.
  private static let chunkSize = 1 << 18

  public init(format: PeerFormat, book: AccountBook? = nil, from: Day = .always, moment: Moment = .latest) {
    self.format = format
    self.book = book
    self.from = from
    self.moment = moment
  }

  /// Writes the journal piece by piece.
  ///
  /// - Throws: the diagnostic of a name in the query that nothing fits, or what the book or the sink refuses; what was handed
  ///   on before is then no whole journal.
  public func write(
    _ source: any LedgerSource, to sink: ([UInt8]) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    guard let stored = source as? Book else { return try writeSelected(source, to: sink) }
    try stored.snapshot { () throws(Diagnostic) in try writeSelected(source, to: sink) }
  }

  private func writeSelected(
    _ source: any LedgerSource, to sink: ([UInt8]) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    let selection = try VoucherSelection(query, source, moment: moment, book: book)
    var narrowed = self
    narrowed.from = max(from, selection.span.first)
    narrowed.moment.asOf = min(moment.asOf, selection.span.last)
    try narrowed.writeAll(source, selection, to: sink)
  }

  private func writeAll(
    _ source: any LedgerSource, _ selection: VoucherSelection, to sink: ([UInt8]) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    let register = source.register
    let strays = try strays(in: source)
    let accounts = register.accounts.filter { book == nil || $0.book == book || strays.contains($0.id) }
    var places: [AccountID: Int] = [:]
    for (place, account) in accounts.enumerated() { places[account.id] = place }
    let dialect = format.dialect(try books(of: source, accounts))
    var out = TextBuffer()
    dialect.writeHead(into: &out)
    var rows: [PostingRow] = []
    func finish() {
      if let first = rows.first, selection.contains(rows) {
        dialect.write(voucher(of: first, rows, places, register), into: &out)
      }
      rows.removeAll(keepingCapacity: true)
    }
    try source.postings(PostingQuery(moment: moment, from: from, book: book)) { row throws(Diagnostic) in
      if let first = rows.first, first.voucher != row.voucher {
        finish()
        if out.bytes.count >= PeerExport.chunkSize {
          try sink(out.bytes)
          out.bytes.removeAll(keepingCapacity: true)
        }
      }
      rows.append(row)
    }
    finish()
    try sink(out.bytes)
  }

  /// Accounts of other books on which vouchers of the one book stand all the same: they were met there before they were
  /// declared for another book. Without them its vouchers would not balance.
  private func strays(in source: any LedgerSource) throws(Diagnostic) -> Set<AccountID> {
    guard let book else { return [] }
    let others = Set(source.register.accounts.lazy.filter { $0.book != book }.map(\.id))
    var strays: Set<AccountID> = []
    try source.postings(PostingQuery(moment: moment, from: from, book: book, accounts: others)) { row throws(Diagnostic) in
      strays.insert(row.posting.account)
    }
    return strays
  }

  private func books(of source: any LedgerSource, _ accounts: [Account]) throws(Diagnostic) -> PeerBooks {
    let head = try source.head(at: moment)
    let first = try source.extent(at: moment).days?.lowerBound
    var comments = [
      "bgt export \(format.rawValue): \(EnglishCount.of(head.sequence, "event"))\(head.digest.isEmpty ? "" : ", chain head \(head.digest)")"
    ]
    if let book { comments.append("only the \(book.name) book (\(book.chinese))") }
    if !query.isEverything {
      comments.append("only vouchers with a posting that fits: \(query.text)")
      comments.append("each of them whole, nothing else; sums are those of these vouchers")
    }
    if from != .always { comments.append("postings from \(from) on, without what was there before: sums are turnovers") }
    if moment.asOf != .never { comments.append("postings up to \(moment.asOf)") }
    let (prices, rounded) = try prices(of: source)
    if rounded > 0 {
      comments.append(
        EnglishCount.of(rounded, "price for several units comes", "prices for several units come")
          + " to no finite decimals, rounded to \(PeerExport.priceDecimals)")
    }
    let register = source.register
    var books = PeerBooks(
      title: register.title, comments: comments, first: first ?? Day(number: 0),
      commodities: register.commodities,
      accounts: accounts.map { account in
        PeerBooks.Account(
          path: book != account.book ? "\(account.book.chinese):\(account.name)" : account.name, name: account.name,
          code: account.code, book: account.book, accountClass: account.accountClass, holdsCash: account.holdsCash,
          isClassGuessed: register.isClassGuessed(of: account))
      })
    books.prices = prices
    if query.isEverything { books.remarks = try remarks(of: source) }
    return books
  }

  /// What was noted on the days that go out.
  private func remarks(of source: any LedgerSource) throws(Diagnostic) -> [PeerBooks.Remark] {
    let sequences = try source.sequences(ofKind: "remark", at: moment).sorted()
    let events = try source.events(at: sequences).compactMap(\.self)
    return events.compactMap(PeerBooks.Remark.init).filter { from <= $0.day && $0.day <= moment.asOf }.sorted { $0.day < $1.day }
  }

  /// Decimals of a price of one unit that does not come out even.
  private static let priceDecimals = 12

  /// The market prices up to the last day, by day, and how many of them had to be rounded; those before the first day go out
  /// too, for they hold until the next.
  private func prices(of source: any LedgerSource) throws(Diagnostic) -> (prices: [PeerBooks.Price], rounded: Int) {
    let register = source.register
    var prices: [PeerBooks.Price] = []
    var rounded = 0
    for (commodity, series) in register.quotes.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      for quote in series.quotes where quote.day <= moment.asOf {
        let (number, isExact) = PeerExport.number(of: quote, scale: register[quote.price.commodity].scale)
        if !isExact { rounded += 1 }
        prices.append(
          PeerBooks.Price(
            day: quote.day, commodity: Int(commodity.rawValue) - 1, number: number, target: Int(quote.price.commodity.rawValue) - 1))
      }
    }
    return (prices.sorted { ($0.day, $0.commodity) < ($1.day, $1.commodity) }, rounded)
  }

  /// The price of one unit in decimals, and whether nothing of it is lost.
  private static func number(of quote: Quote, scale: Int) -> (text: String, isExact: Bool) {
    var rest = Int128(quote.price.minorUnits)
    let divisor = Int128(quote.per)
    var digits = scale
    // Decimals are added until the division comes out even.
    while rest % divisor != 0, digits < scale + priceDecimals {
      rest *= 10
      digits += 1
    }
    let isExact = rest % divisor == 0
    guard let amount = Int64(exactly: rest.dividedHalfUp(by: divisor)) else {
      return (DecimalText.format(Int64(clamping: Int128(quote.price.minorUnits).dividedHalfUp(by: divisor)), scale: scale), false)
    }
    return (DecimalText.format(amount, scale: digits), isExact)
  }

  private func voucher(
    of row: PostingRow, _ rows: [PostingRow], _ places: [AccountID: Int], _ register: Register
  ) -> PeerVoucher {
    var voucher = PeerVoucher(
      day: row.day, code: row.label, narration: row.narration,
      tags: [.init(.event, "\(row.sequence)"), .init(.book, row.book.name), .init(.rule, row.rule)])
    for posting in rows.lazy.map(\.posting) {
      guard let place = places[posting.account] else { continue }
      voucher.lines.append(
        PeerVoucher.Line(
          account: place, amount: posting.amount, commodity: Int(posting.commodity.rawValue) - 1,
          tags: tags(of: posting.dimensions, register)))
    }
    return voucher
  }

  private func tags(of dimensions: Dimensions, _ register: Register) -> [PeerVoucher.Tag] {
    if dimensions == .none { return [] }
    var tags: [PeerVoucher.Tag] = []
    if !dimensions.deal.isNone { tags.append(.init(.deal, register[dimensions.deal].name)) }
    if !dimensions.envelope.isNone { tags.append(.init(.envelope, register[dimensions.envelope].name)) }
    if !dimensions.programme.isNone { tags.append(.init(.programme, register[dimensions.programme].name)) }
    if !dimensions.party.isNone { tags.append(.init(.party, register[dimensions.party].name)) }
    if !dimensions.holder.isNone { tags.append(.init(.holder, register[dimensions.holder].name)) }
    return tags
  }
}
