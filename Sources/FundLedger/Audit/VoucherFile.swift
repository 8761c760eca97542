import BookStore
import LedgerCore
import Portfolio

/// Writes 记账凭证: one row a line, vouchers by day, then in order of recording.
struct VoucherFile {
  private let files: ElectronicLedgerFiles

  init(_ files: ElectronicLedgerFiles) { self.files = files }

  /// What the lines of one voucher share beside the row itself.
  private struct Origin {
    let sequence: Int64
    let document: String
    let attachments: String
    let preparer: String
    let reviewer: String
    let poster: String

    init(sequence: Int64, _ recording: Recording?) {
      self.sequence = sequence
      let event = recording?.event
      document = event?.text("doc") ?? ""
      attachments = event?.integer("attachments").map { "\($0)" } ?? event?.text("attachments") ?? "0"
      let by = recording?.batch?.text("by") ?? ""
      // With a second person, who recorded the event approved what the first one had prepared.
      let first = recording?.batch?.text("preparer")
      (preparer, reviewer, poster) = (first ?? by, first == nil ? "" : by, by)
    }
  }

  /// Writes the rows of the package's period.
  func write(_ table: PackageTable, _ sources: [LedgerField]) throws(Diagnostic) {
    let (scope, columns) = (files.scope, files.columns)
    let query = PostingQuery(
      moment: Moment(asOf: scope.last.end), from: scope.first.start, book: files.accountBook)
    var origin = Origin(sequence: 0, nil)
    try files.book.postings(query) { row throws(Diagnostic) in
      if row.sequence != origin.sequence {
        origin = Origin(sequence: row.sequence, try files.book.recording(of: row.sequence))
      }
      try table.add(sources.map { value(of: $0, row, origin, columns) })
    }
  }

  private func value(
    of field: LedgerField, _ row: PostingRow, _ origin: Origin, _ columns: AccountColumns
  ) -> String {
    let posting = row.posting
    switch field {
    case .voucherDate: return columns.text(row.day)
    case .year: return "\(row.day.year)"
    case .month: return columns.text(row.day.month)
    case .voucherType: return row.type.chinese
    case .voucherNumber: return "\(row.number)"
    case .voucherLine: return "\(row.line)"
    case .narration: return row.narration
    case .accountCode: return columns.code(of: columns.register[posting.account])
    case .debit: return columns.text(posting.debit, posting.commodity)
    case .credit: return columns.text(posting.credit, posting.commodity)
    case .commodity: return columns.register[posting.commodity].code
    case .dimensionGroup: return columns.group(of: posting.dimensions)
    case .documentNumber: return origin.document
    case .attachmentCount: return origin.attachments
    case .preparer: return origin.preparer
    case .reviewer: return origin.reviewer
    case .poster: return origin.poster
    case .isClosing: return row.rule == "close" ? "1" : "0"
    // What is posted is never voided; a reversal in red says so itself.
    case .isVoid: return "0"
    case .eventNumber: return "\(row.sequence)"
    default: return ""
    }
  }
}
