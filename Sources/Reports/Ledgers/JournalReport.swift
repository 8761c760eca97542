import LedgerCore
import Portfolio
import ReportDocument

/// The journal (序时账): every voucher of a period by day, line by line, with totals of debits and credits.
public struct JournalReport: Sendable {
  /// Only this book; nil for all four.
  public var book: AccountBook?
  /// Only lines about these.
  public var filter: DimensionFilter
  /// Only lines that fit.
  public var query = Query.all
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
  /// - Throws: `badUsage` for a period that ends before it begins, the diagnostic of an unknown name or of an account that
  ///   nothing matches, `sumOverflow`, or what the source throws.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    let register = source.register
    let plan = try QueryPlan(
      query, source, moment: moment, book: book, dimensions: try filter.dimensions(in: register))
    let span = plan.span.intersection(DaySpan(from, moment.asOf))
    let moment = Moment(asOf: span.last, knownAt: moment.knownAt)
    let about = query.facts + filter.facts
    var document = try ReportFrame(source: source, moment: moment, from: span.first, about: about).document(
      "journal", title: Phrase("序时账", "Journal"),
      definitions: [
        Phrase("按日期和记账顺序列示全部凭证；红字为负数", "all vouchers by day, then in order of recording; red entries are negative")
      ])
    var table = Table("journal", columns: columns)
    var debits = CommoditySums()
    var credits = CommoditySums()
    let postings = QueriedPostings(source: source, plan: plan, book: book, isRelated: false)
    try postings.read(from: span.first, moment) { row throws(Diagnostic) in
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
    ] + (book == nil ? [Column("book", Phrase("账簿", "Book"))] : []) + [
      Column("narration", Phrase("摘要", "Narration")), Column("account", Phrase("科目", "Account")),
      Column("debit", Phrase("借方", "Debit"), .money), Column("credit", Phrase("贷方", "Credit"), .money),
      Column("commodity", Phrase("币种", "Commodity")), Column("voucher", Phrase("凭证", "Voucher"), .integer),
    ]
  }
}
