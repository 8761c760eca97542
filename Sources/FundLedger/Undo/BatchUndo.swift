import BookStore
import LedgerCore
import Portfolio

/// Takes a batch back by reversing all of its events that did something, latest first, as one transaction.
public struct BatchUndo: Sendable {
  /// The batch to take back.
  public let batch: Batch
  /// Why; kept in every reversal.
  public let reason: String
  /// The day of the reversals; an event dated later is reversed on its own day.
  public let day: Day
  /// Whether each event is reversed on its own day, so that no day keeps it; on `day` only where a period is closed, and in between
  /// where money that it brought was needed until then.
  public let staysOnDays: Bool

  /// What became of the events of a batch.
  public struct Outcome: Sendable {
    /// The reversals in order of recording; in books of two persons they wait as a draft.
    public var reversals: [Appended] = []
    /// The reversed events in the same order, with their kinds.
    public var reversed: [(sequence: Int64, kind: EventDeclaration)] = []
    /// Declarations, which stay.
    public var kept: [(sequence: Int64, kind: EventDeclaration)] = []
    /// Events that had been reversed before, and by which.
    public var skipped: [(sequence: Int64, reversal: Int64)] = []
    /// The draft that waits for approval, nil when the reversals are posted.
    public var draft: Int64?
  }

  public init(_ batch: Batch, reason: String?, day: Day, staysOnDays: Bool = false) {
    self.batch = batch
    self.reason = reason ?? "undo of batch #\(batch.sequence)"
    self.day = day
    self.staysOnDays = staysOnDays
  }

  /// What the source of a batch that an undo made begins with.
  static let sourcePrefix = "bgt undo #"

  /// Reverses the batch in a book.
  ///
  /// - Throws: `builtUpon` when later events build on it, `notReversible` when the batch is an undo itself or did
  ///   nothing that is left to reverse; nothing is recorded then.
  public func run(in book: Book) throws(Diagnostic) -> Outcome {
    let source = BatchOrigin(source: "\(BatchUndo.sourcePrefix)\(batch.sequence)")
    let submitted = try book.submit(source: source) { writer throws(Diagnostic) in
      try reverse(in: book, writer)
    }
    var outcome = submitted.result
    outcome.draft = submitted.draft
    return outcome
  }

  private func reverse(in book: Book, _ writer: BookWriter) throws(Diagnostic) -> Outcome {
    var outcome = Outcome()
    for sequence in try book.events(of: batch).reversed() {
      guard let original = try book.recorded("#\(sequence)") else { continue }
      let kind = original.event.kind
      if kind.name == "reverse" { throw isUndo(sequence, of: original.reverses) }
      if original.facts.isEmpty && original.vouchers.isEmpty {
        if kind.isDeclaration { outcome.kept.append((sequence, kind)) }
        continue
      }
      if let reversal = try book.reversal(of: sequence) {
        outcome.skipped.append((sequence, reversal))
        continue
      }
      do throws(Diagnostic) {
        outcome.reversals.append(try reverse(original, writer))
      } catch {
        throw try refusal(error, of: original, in: book)
      }
      outcome.reversed.append((sequence, kind))
    }
    if outcome.reversed.isEmpty {
      throw Diagnostic(
        .notReversible, Wording("批次 #\(batch.sequence) 没有可以冲销的事项", "batch #\(batch.sequence) has nothing left to reverse"),
        hint: Wording(
          outcome.skipped.isEmpty ? "登记类事项保留；bgt batches 列出每批的内容" : "其事项已经冲销",
          outcome.skipped.isEmpty
            ? "declarations stay; bgt batches shows what each batch did" : "its events were reversed already"))
    }
    return outcome
  }

  /// Reverses one event on its own day where that is asked for and can be, or the first one that its envelopes bear; else on
  /// that of the undo.
  private func reverse(_ original: RecordedEvent, _ writer: BookWriter) throws(Diagnostic) -> Appended {
    if staysOnDays, let own = original.event.day, own < day {
      for early in [own, try firstDay(of: original, after: own, writer)].compactMap(\.self) {
        do throws(Diagnostic) { return try writer.append(try reversal(of: original, on: early)) } catch {
          if error.code.failureClass == .storage { throw error }
        }
      }
    }
    return try writer.append(try reversal(of: original, on: max(day, original.event.effectiveDay)))
  }

  /// The first day after that of an event, and before that of the undo, on which its envelopes can do without what it brought
  /// them: what was spent of it may have been reversed on a later day than its own.
  private func firstDay(of original: RecordedEvent, after own: Day, _ writer: BookWriter) throws(Diagnostic) -> Day? {
    var brought: [EnvelopeID: Int128] = [:]
    for fact in original.facts where !fact.dimensions.envelope.isNone {
      brought[fact.dimensions.envelope, default: 0] += Int128(EnvelopePosition.change(of: fact))
    }
    var first = own
    for (envelope, amount) in brought where amount > 0 {
      guard let day = try writer.position(of: envelope).firstDay(from: own, sparing: Int64(clamping: amount)) else { return nil }
      first = max(first, day)
    }
    return own < first && first < day ? first : nil
  }

  private func reversal(of original: RecordedEvent, on day: Day) throws(Diagnostic) -> Event {
    guard let kind = EventCatalog.kind(named: "reverse") else { throw Diagnostic(.unknownKind, .plain("reverse")) }
    var event = Event(kind, day: day)
    event["event"] = .text("#\(original.sequence)")
    event["reason"] = .text(reason)
    return event
  }

  private func isUndo(_ sequence: Int64, of original: Int64) -> Diagnostic {
    Diagnostic(
      .notReversible,
      Wording(
        "批次 #\(batch.sequence) 本身是冲销（#\(sequence) 冲销 #\(original)），冲销不再冲销",
        "batch #\(batch.sequence) reverses events itself (#\(sequence) reverses #\(original)), and a reversal is not reversed"),
      hint: Wording("重新记录：再次导入其文件，或 bgt record --again", "record the events anew: import their file again, or bgt record --again"))
  }

  /// Why an event cannot be reversed, with the later events that build on it where that is the reason.
  private func refusal(
    _ error: Diagnostic, of original: RecordedEvent, in book: Book
  ) throws(Diagnostic) -> Diagnostic {
    if error.code == .closedPeriod || error.code.failureClass == .storage { return error }
    let later = try laterEvents(than: original, in: book)
    if later.isEmpty { return error }
    let first = later.prefix(8)
    let shown = Wording(
      first.map { "#\($0.sequence) \($0.event.kind.chinese)" }.joined(separator: "、"),
      first.map { "#\($0.sequence) \($0.event.kind.name)" }.joined(separator: ", "))
    let more = later.count > 8 ? Wording(" 等 \(later.count) 笔", " and \(later.count - 8) more") : .none
    return Diagnostic(
      .builtUpon,
      Wording(
        "批次 #\(batch.sequence) 不能撤销：以后的事项以 #\(original.sequence) \(original.event.kind.chinese)为基础"
          + "（\(shown.zh)\(more.zh)）；\(error.sentence.zh)",
        "batch #\(batch.sequence) cannot be undone: later events build on #\(original.sequence) \(original.event.kind.name) "
          + "(\(shown.en)\(more.en)); \(error.message)"),
      hint: Wording(
        "先用 bgt reverse 或 bgt undo 从后往前冲销那些事项；没有记录任何内容",
        "reverse those first, latest first, with bgt reverse or bgt undo; nothing was recorded"))
  }

  /// Events after the batch, not reversed themselves, that are about the same deals and envelopes.
  private func laterEvents(than original: RecordedEvent, in book: Book) throws(Diagnostic) -> [RecordedEvent] {
    let deals = Set(original.facts.map(\.dimensions.deal)).filter { !$0.isNone }
    let envelopes = Set(original.facts.map(\.dimensions.envelope)).filter { !$0.isNone }
    let pools = Set(original.facts.map(\.dimensions.programme)).filter { !$0.isNone }
    var places: Set<Int64> = []
    for fact in try book.facts(at: .latest) where fact.sequence > batch.last && fact.reverses == 0 {
      let about = fact.dimensions
      if deals.contains(about.deal) || envelopes.contains(about.envelope)
        || (RecycledPool.measures.contains(fact.measure) && pools.contains(about.programme))
      {
        places.insert(fact.sequence)
      }
    }
    var later: [RecordedEvent] = []
    for place in places.sorted() {
      if try book.reversal(of: place) != nil { continue }
      if let event = try book.recorded("#\(place)") { later.append(event) }
    }
    return later
  }
}
