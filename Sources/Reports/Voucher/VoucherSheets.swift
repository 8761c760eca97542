import LedgerCore
import Portfolio
import ReportDocument

/// Vouchers as pages to sign: one sheet each, with the persons of its batch and the rule that made it.
public struct VoucherSheets: Sendable {
  /// Which vouchers are asked for.
  public enum Selection: Hashable, Sendable {
    /// By their ids, in this order.
    case vouchers([Int64])
    /// All of one event.
    case event(Int64)
    /// All of one month.
    case month(Month)
  }

  public var selection: Selection
  /// Only this book; nil for all.
  public var book: AccountBook?
  /// What was true, and what was known, when.
  public var moment: Moment

  public init(_ selection: Selection, book: AccountBook? = nil, moment: Moment = .latest) {
    self.selection = selection
    self.book = book
    self.moment = moment
  }

  /// The sheets, those of a month by book, series and number.
  ///
  /// - Throws: `unknownEvent` when there is nothing to show.
  public func sheets(from source: any LedgerSource) throws(Diagnostic) -> [VoucherSheet] {
    var vouchers: [[PostingRow]] = []
    for query in queries {
      let before = vouchers.count
      try source.postings(query) { row throws(Diagnostic) in
        if vouchers.count > before, vouchers[vouchers.count - 1].first?.voucher == row.voucher {
          vouchers[vouchers.count - 1].append(row)
        } else {
          vouchers.append([row])
        }
      }
      if vouchers.count == before { throw nothing(query) }
    }
    if case .month = selection {
      vouchers.sort { left, right in
        guard let a = left.first, let b = right.first else { return false }
        return (a.book, a.type, a.number) < (b.book, b.type, b.number)
      }
    }
    var sheets: [VoucherSheet] = []
    for rows in vouchers { if let sheet = try sheet(of: rows, source) { sheets.append(sheet) } }
    return sheets
  }

  private var queries: [PostingQuery] {
    switch selection {
    case .vouchers(let ids): ids.map { PostingQuery(moment: moment, book: book, voucher: $0) }
    case .event(let sequence): [PostingQuery(moment: moment, book: book, event: sequence)]
    case .month(let month):
      [
        PostingQuery(
          moment: Moment(asOf: min(month.end, moment.asOf), knownAt: moment.knownAt), from: month.start, book: book)
      ]
    }
  }

  private func nothing(_ query: PostingQuery) -> Diagnostic {
    let place = book.map { Wording("\($0.chinese)中", " in the \($0.name) book") } ?? .none
    return switch selection {
    case .vouchers:
      Diagnostic(
        .unknownEvent, Wording("\(place.zh)没有凭证 \(query.voucher ?? 0)", "there is no voucher \(query.voucher ?? 0)\(place.en)"),
        hint: Wording("bgt register 的最后一列是凭证编号", "bgt register shows the vouchers with their ids in the last column"))
    case .event(let sequence):
      Diagnostic(
        .unknownEvent, Wording("\(place.zh)事项 #\(sequence) 没有凭证", "event #\(sequence) made no voucher\(place.en)"),
        hint: Wording("bgt print --numbers 列出全部事项", "bgt print --numbers shows every event"))
    case .month(let month):
      Diagnostic(
        .unknownEvent, Wording("\(place.zh)\(month) 没有凭证", "there is no voucher in \(month)\(place.en)"),
        hint: Wording("bgt stats 列出起止日期", "bgt stats shows the first and last day"))
    }
  }

  private func sheet(of rows: [PostingRow], _ source: any LedgerSource) throws(Diagnostic) -> VoucherSheet? {
    guard let first = rows.first else { return nil }
    let register = source.register
    var debits = CommoditySums()
    var credits = CommoditySums()
    for row in rows {
      try debits.add(row.posting.debit, of: row.posting.commodity)
      try credits.add(row.posting.credit, of: row.posting.commodity)
    }
    var sheet = VoucherSheet(
      books: register.title, accountBook: first.book.phrase, day: first.day, type: first.type, number: first.number,
      attachments: first.attachments, lines: rows.map { line(of: $0, register) },
      totals: debits.sorted.map { id, debit in
        VoucherSheet.Total(commodity: register[id], debit: debit, credit: credits[id])
      })
    if let batch = try (source as? any BatchHistory)?.batch(ofEvent: first.sequence) {
      sheet.preparer = batch.preparer.isEmpty ? batch.by : batch.preparer
      // Whoever records alone reviews nothing.
      sheet.reviewer = batch.preparer.isEmpty ? "" : batch.by
      sheet.poster = batch.by
    }
    sheet.origin = try VoucherOrigin(source: source, knownAt: moment.knownAt).phrases(of: first)
    return sheet
  }

  private func line(of row: PostingRow, _ register: Register) -> VoucherSheet.Line {
    let posting = row.posting
    let account = register[posting.account]
    return VoucherSheet.Line(
      narration: row.narration, code: account.code,
      account: account.name.split(separator: ":").map(String.init),
      auxiliary: VoucherSheets.auxiliary(of: posting.dimensions, register),
      amount: posting.side == .debit ? posting.debit : posting.credit, side: posting.side,
      commodity: register[posting.commodity])
  }

  /// What a line is about: the deal says its programme and party as well.
  private static func auxiliary(of dimensions: Dimensions, _ register: Register) -> [Phrase] {
    var parts: [Phrase] = []
    func add(_ zh: String, _ en: String, _ name: String) { parts.append(Phrase("\(zh)：\(name)", "\(en): \(name)")) }
    if !dimensions.envelope.isNone { add("指标", "envelope", register[dimensions.envelope].name) }
    if !dimensions.deal.isNone {
      add("项目", "deal", register[dimensions.deal].name)
    } else if !dimensions.programme.isNone && dimensions.envelope.isNone {
      add("专项", "programme", register[dimensions.programme].name)
    }
    if !dimensions.party.isNone, dimensions.deal.isNone || register[dimensions.deal].party != dimensions.party {
      add("单位", "party", register[dimensions.party].name)
    }
    return parts
  }
}
