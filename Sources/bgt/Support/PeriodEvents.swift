import FundLedger

/// Makes the events that close and reopen periods, and says what became of them.
enum PeriodEvents {
  /// A `close` or `reopen` event of a period, for one book or all.
  static func event(
    _ name: String, _ period: String, _ book: AccountBook?, on day: Day, _ register: Register
  ) throws(Diagnostic) -> Event {
    guard let kind = EventCatalog.kind(named: name) else { throw Diagnostic(.unknownKind, .plain(name)) }
    var event = Event(kind, day: day)
    event["period"] = .text(period)
    if let book, let field = kind.fields.first(where: { $0.name == "book" }) {
      event["book"] = try FieldParser(register: register).value(of: book.name, for: field)
    }
    return event
  }

  /// Shows what was closed or reopened.
  static func show(_ outcome: Appended, in book: Book, _ output: OutputOptions) throws {
    guard case .recorded(let recorded, let numbers, _) = outcome else {
      return try Recorded.show(outcome, in: book, output)
    }
    Warnings.show(recorded.warnings)
    let report = PeriodChangeReport(recorded, numbers: numbers, digest: Book.digest(of:))
    try output.show(try report.document(from: book))
  }
}
