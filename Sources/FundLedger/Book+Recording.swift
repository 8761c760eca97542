import BookStore
import JournalText
import LedgerCore
import Portfolio

extension Book {
  /// Records one event that is read against the book's register; books of two persons keep it as a draft.
  ///
  /// - Parameters:
  ///   - source: the command or file that it comes from.
  ///   - again: record it even when the book has the same event already; it then gets a key of its own.
  ///   - isDated: whether the day of the event was given; a match without one is dated by the last of what it matches.
  /// - Throws: why it is refused; nothing is recorded then.
  public func recordOne(
    source: String, again: Bool = false, isDated: Bool = true, _ make: (Register) throws(Diagnostic) -> Event
  ) throws(Diagnostic) -> Appended {
    let (outcome, draft) = try submit(source: BatchOrigin(source: source)) { writer throws(Diagnostic) in
      var event = try make(writer.register)
      if !isDated, event.kind === EventDeclaration.match {
        let items = ["lines", "events"].flatMap { event.text($0).map(EventList.references(in:)) ?? [] }
        if let last = try writer.lastDay(of: items) { event.day = last }
      }
      return try writer.append(event, again: again)
    }
    return draft.map { Appended.drafted($0) } ?? outcome
  }

  /// Records several events that belong together as one transaction: all of them or none. Books of two persons
  /// keep them as one draft.
  ///
  /// - Parameter again: record events that the book has already too, each with a key of its own.
  /// - Throws: `partlyRecorded` when the book has some of them and lacks others, so that nobody takes half for the whole.
  public func recordAll(
    source: String, again: Bool = false, _ make: (BookWriter) throws(Diagnostic) -> [Event]
  ) throws(Diagnostic) -> [Appended] {
    let (outcomes, draft) = try submit(source: BatchOrigin(source: source)) { writer throws(Diagnostic) in
      var outcomes: [Appended] = []
      var known: [(event: Event, sequence: Int64)] = []
      for event in try make(writer) {
        let outcome = try writer.append(event, again: again)
        if case .alreadyRecorded(let sequence) = outcome {
          known.append((event, sequence))
        } else {
          outcomes.append(outcome)
        }
      }
      if !outcomes.isEmpty, let first = known.first {
        throw Diagnostic(
          .partlyRecorded,
          Wording(
            "其中一部分账簿已有：\(first.event.kind.chinese)（\(first.event.kind.name)）是 #\(first.sequence)；没有记录任何内容",
            "the book has part of this already: the \(first.event.kind.name) event is #\(first.sequence); nothing was recorded"),
          hint: Wording(
            "若又发生一次，加 --again 重新执行；否则只记新的内容", "when it happened again, repeat the command with --again; else record only what is new"))
      }
      return outcomes
    }
    return draft.map { [Appended.drafted($0)] } ?? outcomes
  }
}

extension Book {
  /// Follows another rule set from a day on; every balance of the old chart is carried over (新旧衔接). Books of two
  /// persons keep it as a draft.
  ///
  /// - Throws: why it is refused; nothing is recorded then.
  public func follow(_ rules: RuleSet, from day: Day, document: String? = nil) throws(Diagnostic) -> Appended {
    let source = BatchOrigin(source: "bgt switch \(rules.name)")
    let (outcome, draft) = try submit(source: source) { writer throws(Diagnostic) in
      guard let kind = EventCatalog.kind(named: "switch") else { throw Diagnostic(.unknownKind, "switch") }
      writer.offer(rules)
      var event = Event(kind, day: day)
      event["rules"] = .text(rules.name)
      if let document { event["doc"] = .text(document) }
      return try writer.append(event)
    }
    return draft.map { Appended.drafted($0) } ?? outcome
  }
}

extension BookWriter {
  /// Records an event; one that the book has already is recorded once more when `again` says so.
  fileprivate func append(_ event: Event, again: Bool) throws(Diagnostic) -> Appended {
    let outcome = try append(event)
    guard again, case .alreadyRecorded = outcome, event.text("key") == nil else { return outcome }
    // The chain's own length makes a key that no earlier event can have; drafts add up their own.
    var copy = event
    copy["key"] = .text("again-\(sequence + 1)" + (draftNumber.map { "-\($0)" } ?? ""))
    return try append(copy)
  }
}
