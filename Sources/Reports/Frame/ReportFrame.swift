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

  /// What the question is limited to, such as some accounts or one deal.
  var about: [Figure] = []

  /// Whether a question without a cut-off names the last day that is recorded, which takes a look at all facts.
  var namesLastDay = true

  /// An empty document with title, definitions and header facts: books, day or period, known at, chain head.
  ///
  /// - Throws: `badUsage` when the period begins after its last day, or what the source throws.
  func document(_ id: String, title: Phrase, definitions: [Phrase] = []) throws(Diagnostic) -> ReportDocument {
    if let from, moment.asOf != .never, from > moment.asOf {
      throw Diagnostic(
        .badUsage, Wording("期间起始日 \(from) 晚于最后一日 \(moment.asOf)", "the period begins on \(from), after its last day \(moment.asOf)"),
        hint: Wording("起始日不能晚于最后一日", "give a first day that is not later than the last"))
    }
    let head = try source.head(at: moment)
    var facts: [Figure] = []
    if !source.register.title.isEmpty {
      facts.append(Figure("book", Phrase("账簿", "Book"), .text(source.register.title)))
    }
    facts += about
    if let from, from != .always { facts.append(Figure("from", Phrase("自", "From"), .day(from))) }
    facts.append(moment.asOf == .never ? try latest() : .asOf(moment.asOf))
    facts.append(.knownAt(.integer(head.sequence)))
    if let beyond = beyond(head.sequence) { facts.append(beyond) }
    facts.append(head.digest.isEmpty ? noHead : .chainHead(head.digest))
    return ReportDocument(id, title: title, definitions: definitions.map(\.asSentence), facts: facts)
  }

  /// The cut-off of a question that asks for no day: the last one that is recorded, unless nothing is by then.
  private func latest() throws(Diagnostic) -> Figure {
    let last = namesLastDay ? try source.lastDay(at: moment) : .always
    let label = Phrase("截至", "As of")
    if last == .always || (from ?? .always) > last {
      return Figure("asOf", label, .code("latest", Phrase("全部已记事项", "everything recorded")))
    }
    return Figure(
      "asOf", label, .code(last.description, Phrase("\(last)（全部已记事项）", "\(last) (everything recorded)")))
  }

  /// Says that the question names an event which the books do not have yet; nil when it does not.
  private func beyond(_ last: Int64) -> Figure? {
    // The second place is that of a batch, which a journal does not write.
    guard moment.knownAt != .max, moment.knownAt > max(last, 2) else { return nil }
    return Figure(
      "askedKnownAt", Phrase("所问", "Asked for"),
      .phrase(
        Phrase(
          "第 \(moment.knownAt) 项事项，账簿到第 \(last) 项为止", "event \(moment.knownAt), which the books do not have: they end with \(last)")))
  }

  /// What stands for the chain head where there is none: before the first event, and in a journal that is only read.
  private var noHead: Figure {
    let reason =
      moment.knownAt <= 0
      ? Phrase("无（第一项事项之前）", "none (before the first event)")
      : Phrase("无（直接读取文本账）", "none (read straight from text)")
    return Figure("chainHead", Phrase("链头", "Chain head"), .code("none", reason))
  }
}

extension Phrase {
  /// The phrase with a capital at the beginning of its English text.
  var asSentence: Phrase { Phrase(zh, en.prefix(1).uppercased() + en.dropFirst()) }
}
