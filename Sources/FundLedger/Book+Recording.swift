import BookStore
import JournalText
import LedgerCore
import Portfolio

extension Book {
  /// Records one event that is read against the book's register; books of two persons keep it as a draft. What the book has and
  /// reversed is recorded anew.
  ///
  /// - Parameters:
  ///   - source: the command or file that it comes from.
  ///   - again: record it even when the book has the same event already; it then gets a key of its own.
  ///   - isDated: whether the day of the event was given; a match without one is dated by the last of what it matches.
  ///   - today: the day on which it is recorded, after which nothing has happened yet.
  ///   - keepsQuota: close a year although envelopes of it still hold money.
  /// - Throws: why it is refused, `quotaWouldStay` among it; nothing is recorded then.
  public func recordOne(
    source: String, again: Bool = false, isDated: Bool = true, today: Day = .never, keepsQuota: Bool = false,
    _ make: (Register) throws(Diagnostic) -> Event
  ) throws(Diagnostic) -> Appended {
    let (outcome, draft) = try submit(source: BatchOrigin(source: source)) { writer throws(Diagnostic) in
      var event = try make(writer.register)
      if !isDated, event.kind === EventDeclaration.match {
        let items = ["lines", "events"].flatMap { event.text($0).map(EventList.references(in:)) ?? [] }
        if let last = try writer.lastDay(of: items) { event.day = last }
      }
      let outcome = try append(event, again: again, to: writer)
      if !keepsQuota { try YearClosing.checkQuota(outcome) }
      return outcome.told(of: today)
    }
    return draft.map { Appended.drafted($0) } ?? outcome
  }

  /// Records several events that belong together as one transaction: all of them or none. Books of two persons
  /// keep them as one draft. What the book has and reversed is recorded anew.
  ///
  /// - Parameters:
  ///   - again: record events that the book has already too, each with a key of its own.
  ///   - today: the day on which they are recorded, after which nothing has happened yet.
  /// - Throws: `partlyRecorded` when the book has some of them and lacks others, so that nobody takes half for the whole.
  public func recordAll(
    source: String, again: Bool = false, today: Day = .never, _ make: (BookWriter) throws(Diagnostic) -> [Event]
  ) throws(Diagnostic) -> [Appended] {
    let (outcomes, draft) = try submit(source: BatchOrigin(source: source)) { writer throws(Diagnostic) in
      var outcomes: [Appended] = []
      var known: [(event: Event, sequence: Int64)] = []
      for event in try make(writer) {
        let outcome = try append(event, again: again, to: writer)
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
      return outcomes.told(of: today)
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
      guard let kind = EventCatalog.kind(named: "switch") else { throw Diagnostic(.unknownKind, .plain("switch")) }
      writer.offer(rules)
      var event = Event(kind, day: day)
      event["rules"] = .text(rules.name)
      if let document { event["doc"] = .text(document) }
      return try writer.append(event)
    }
    return draft.map { Appended.drafted($0) } ?? outcome
  }
}

extension Book {
  /// Records an event; one that was reversed anew, one that stands once more when `again` says so.
  fileprivate func append(_ event: Event, again: Bool, to writer: BookWriter) throws(Diagnostic) -> Appended {
    let outcome = try writer.append(anew: event) { (_, _) throws(Diagnostic) in true }
    if outcome.isCopy { return try told(outcome, on: event.effectiveDay) }
    guard again, case .alreadyRecorded = outcome.appended, event.text("key") == nil else { return outcome.appended }
    // The chain's own length makes a key that no earlier event can have; drafts add up their own.
    var copy = event
    copy["key"] = .text("again-\(writer.sequence + 1)" + (writer.draftNumber.map { "-\($0)" } ?? ""))
    return try writer.append(copy)
  }

  /// What was recorded anew, with a note of what it stands for.
  private func told(_ outcome: Renewed, on day: Day) throws(Diagnostic) -> Appended {
    guard let (place, reversal) = outcome.reversed.last, case .recorded(var recorded, let numbers, let first) = outcome.appended
    else { return outcome.appended }
    recorded.warnings.append(
      Diagnostic(
        .alreadyRecorded,
        Wording(
          "重新记入：原为 #\(place)，已由 #\(reversal) 冲销", "recorded anew: the book had this as #\(place), which #\(reversal) reversed"),
        severity: .note))
    if let until = try self.recorded("#\(reversal)")?.event.effectiveDay, until > day {
      recorded.warnings.append(Renewal.doubled(place, day, by: reversal, until, more: 0))
    }
    return .recorded(recorded, vouchers: numbers, first: first)
  }
}

extension Appended {
  /// With a warning when the event is dated ahead.
  fileprivate func told(of today: Day) -> Appended {
    warned(of: DatesAhead.warning(of: event.map { [$0.event] } ?? [], today: today))
  }

  fileprivate func warned(of warning: Diagnostic?) -> Appended {
    guard let warning, case .recorded(var recorded, let numbers, let first) = self else { return self }
    recorded.warnings.append(warning)
    return .recorded(recorded, vouchers: numbers, first: first)
  }
}

extension [Appended] {
  /// With one warning, at the last of them, of those that are dated ahead.
  fileprivate func told(of today: Day) -> [Appended] {
    let warning = DatesAhead.warning(of: compactMap { $0.event?.event }, today: today)
    return Array(dropLast()) + suffix(1).map { $0.warned(of: warning) }
  }
}
