import LedgerCore
import Portfolio
import ReportDocument

/// What every report begins with: the header facts by which it can be reproduced.
struct ReportFrame {
  /// The books that are read.
  let source: any LedgerSource
  /// The two times of the question.
  let moment: Moment
  /// First day of the period, nil for a report about one day alone.
  var from: Day?

  /// An empty document with title, definitions and header facts: books, day or period, known at, chain head.
  func document(_ id: String, title: Phrase, definitions: [Phrase] = []) throws(Diagnostic) -> ReportDocument {
    let head = try source.head(at: moment)
    var facts: [Figure] = []
    if !source.register.title.isEmpty {
      facts.append(Figure("book", Phrase("账簿", "Book"), .text(source.register.title)))
    }
    if let from, from != .always { facts.append(Figure("from", Phrase("自", "From"), .day(from))) }
    facts.append(moment.asOf == .never ? ReportFrame.latest : .asOf(moment.asOf))
    facts.append(.knownAt(.integer(head.sequence)))
    facts.append(head.digest.isEmpty ? ReportFrame.unrecorded : .chainHead(head.digest))
    return ReportDocument(id, title: title, definitions: definitions, facts: facts)
  }

  /// The cut-off of a question that asks for no day: everything that is recorded, whatever its date.
  private static let latest = Figure(
    "asOf", Phrase("截至", "As of"), .code("latest", Phrase("全部已记事项", "everything recorded")))

  /// The chain head of a journal that is only read: there is none.
  private static let unrecorded = Figure(
    "chainHead", Phrase("链头", "Chain head"), .code("none", Phrase("无（直接读取文本账）", "none (read straight from text)")))
}
