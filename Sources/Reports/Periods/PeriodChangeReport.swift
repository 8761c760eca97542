import LedgerCore
import Portfolio
import ReportDocument

/// What one `close` or `reopen` event did: which books, and the vouchers that carry the year forward or take that back.
public struct PeriodChangeReport: Sendable {
  /// The event with all that it did.
  public var recorded: RecordedEvent
  /// The numbers of its vouchers, in their order.
  public var numbers: [Int64]
  /// SHA-256 of bytes as hexadecimal digits, for the seal.
  public var digest: @Sendable ([UInt8]) -> String

  public init(_ recorded: RecordedEvent, numbers: [Int64], digest: @escaping @Sendable ([UInt8]) -> String) {
    self.recorded = recorded
    self.numbers = numbers
    self.digest = digest
  }

  /// The confirmation as a document; `source` must hold the event.
  public func document(from source: any LedgerSource) throws(Diagnostic) -> ReportDocument {
    let changes = source.register.periods.changes.filter { $0.sequence == recorded.sequence }
    let isClosing = changes.first?.isClosing ?? (recorded.event.kind.name == "close")
    let period = recorded.event.text("period") ?? ""
    var document = try ReportFrame(source: source, moment: .latest, namesLastDay: false).document(
      isClosing ? "closed" : "reopened",
      title: isClosing
        ? Phrase("已结账 \(period)（#\(recorded.sequence)）", "Closed \(period) (#\(recorded.sequence))")
        : Phrase("已反结账 \(period)（#\(recorded.sequence)）", "Reopened \(period) (#\(recorded.sequence))"))
    let event = EventFigures(register: source.register).figures(of: recorded.event, sequence: recorded.sequence)
    document.sections = [
      Section("event", title: Phrase("事项", "Event"), blocks: [.figures(FigureList("event", event))]),
      Section("books", title: Phrase("账簿", "Books"), blocks: [.table(books(changes))]),
    ]
    if !recorded.vouchers.isEmpty {
      document.sections.append(
        Section("vouchers", title: Phrase("年末结转凭证", "Vouchers of the year end"), blocks: [.table(try vouchers(source))]))
    }
    try addSeal(to: &document, isClosing, source)
    return document
  }

  private func books(_ changes: [PeriodChange]) -> Table {
    var table = Table(
      "books",
      columns: [
        Column("book", Phrase("账簿", "Book")), Column("period", Phrase("期间", "Period")),
        Column("vouchers", Phrase("结转凭证", "Vouchers"), .integer),
      ])
    for change in changes {
      let count = recorded.vouchers.count { $0.book == change.book }
      table.add(change.book.cell, .text(change.period.description), .count(count))
    }
    return table
  }

  private func vouchers(_ source: any LedgerSource) throws(Diagnostic) -> Table {
    let base = source.register.base
    var table = Table(
      "vouchers",
      columns: [
        Column("book", Phrase("账簿", "Book")), Column("number", Phrase("凭证号", "Number")),
        Column("narration", Phrase("摘要", "Narration")), Column("lines", Phrase("分录", "Lines"), .integer),
        Column("amount", Phrase("借方合计", "Debits"), .moneyInFull),
      ])
    for (index, voucher) in recorded.vouchers.enumerated() {
      var debits: Int64 = 0
      for posting in voucher.postings where posting.commodity == source.register.baseID {
        try debits.add(posting.debit)
      }
      let number = numbers.indices.contains(index) ? "\(voucher.day.month) \(voucher.type.label(numbers[index]))" : ""
      table.add(
        voucher.book.cell, .text(number), .text(voucher.narration), .count(voucher.postings.count),
        .money(debits, base))
    }
    return table
  }

  /// The seal of a year that the event closed in the last of the four books.
  private func addSeal(
    to document: inout ReportDocument, _ isClosing: Bool, _ source: any LedgerSource
  ) throws(Diagnostic) {
    guard isClosing, case .year(let year)? = Period(recorded.event.text("period") ?? "") else { return }
    guard let sealing = Sealing.standing(of: year, in: source.register.periods) else {
      document.notes.append(
        Phrase("四本账簿全部年结后即封账。", "The year is sealed once all four books are closed."))
      return
    }
    let seal = try YearSeal(sealing, of: year, source, digest: digest)
    document.sections.append(
      Section("seal", title: Phrase("封账", "Seal"), blocks: [.paragraph(seal.line)]))
    document.notes.append(
      Phrase("请将封账行抄存，以后用 bgt verify --seal 核对。", "Keep this line; bgt verify --seal checks it later."))
    document.extras.append(JSONMember("seal", seal.machine))
  }
}
