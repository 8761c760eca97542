import LedgerCore
import Portfolio
import ReportDocument

/// The journal (序时账): every voucher of a period by day, line by line, with totals of debits and credits.
public struct JournalReport: Sendable {
  /// Only this book; nil for all four.
  public var book: AccountBook?
  /// Only lines about these.
  public var filter: DimensionFilter
  /// The two times of the question; its day is the last of the period.
  public var moment: Moment
  /// First day of the period.
  public var from: Day

  /// The report with its options.
  public init(
    book: AccountBook? = .fiscal, filter: DimensionFilter = DimensionFilter(), moment: Moment = .latest,
    from: Day = .always
  ) {
    self.book = book
    self.filter = filter
    self.moment = moment
    self.from = from
  }

  /// The lines as a document.
  ///
  /// - Throws: `badUsage` for a period that ends before it begins, the diagnostic of an unknown name, `sumOverflow`, or
  ///   what the source throws.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    var document = try ReportFrame(source: source, moment: moment, from: from, about: filter.facts).document(
      "journal", title: Phrase("序时账", "Journal"),
      definitions: [
        Phrase("按日期和记账顺序列示全部凭证；红字为负数", "all vouchers by day, then in order of recording; red entries are negative")
      ])
    let register = source.register
    var table = Table("journal", columns: columns)
    var debits = CommoditySums()
    var credits = CommoditySums()
    let query = PostingQuery(moment: moment, from: from, book: book, dimensions: try filter.dimensions(in: register))
    try source.postings(query) { row throws(Diagnostic) in
      let posting = row.posting
      let commodity = register[posting.commodity]
      try debits.add(posting.debit, of: posting.commodity)
      try credits.add(posting.credit, of: posting.commodity)
      table.rows.beginRow()
      table.rows.add(.day(row.day))
      table.rows.add(text: row.type.prefix, number: row.number)
      if book == nil { table.rows.add(row.book.cell) }
      table.rows.add(text: row.narration)
      table.rows.add(text: register[posting.account].name)
      table.rows.add(posting.side == .debit ? .money(posting.debit, commodity) : .empty)
      table.rows.add(posting.side == .credit ? .money(posting.credit, commodity) : .empty)
      table.rows.add(text: commodity.code)
      table.rows.add(.integer(row.voucher))
    }
    for (id, sum) in debits.sorted {
      let commodity = register[id]
      table.rows.append(
        Row(
          [.empty, .phrase(.total), .empty, .empty] + (book == nil ? [Cell.empty] : [])
            + [.money(sum, commodity), .money(credits[id], commodity), .text(commodity.code)], role: .total))
    }
    document.sections = [Section("journal", blocks: [.table(table)])]
    if table.rows.isEmpty { document.notes.append(.nothingToShow) }
    return document
  }

  private var columns: [Column] {
    [
      Column("date", Phrase("日期", "Date"), .day), Column("number", Phrase("凭证号", "No.")),
    ] + (book == nil ? [Column("book", Phrase("账套", "Book"))] : []) + [
      Column("narration", Phrase("摘要", "Narration")), Column("account", Phrase("科目", "Account")),
      Column("debit", Phrase("借方", "Debit"), .money), Column("credit", Phrase("贷方", "Credit"), .money),
      Column("commodity", Phrase("币种", "Commodity")), Column("voucher", Phrase("凭证", "Voucher"), .integer),
    ]
  }
}
