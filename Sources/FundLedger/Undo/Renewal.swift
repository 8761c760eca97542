import BookStore
import LedgerCore
import Portfolio

/// Records anew what comes in again after it was reversed, so that an import can be repeated once it was undone.
///
/// What was reversed by hand stays as it is unless that is asked for; so does what comes in together with its reversal, as in a print.
final class Renewal {
  /// An event that was recorded anew.
  struct Copy {
    /// What the book had of it, with what reversed that, the first one first.
    let reversed: [(place: Int64, reversal: Int64)]
    /// The day from which it counts anew.
    let day: Day
  }

  private let book: Book
  /// Whether events that were reversed one by one are recorded anew too.
  private let takesAll: Bool
  /// The last event of the book before the first one came in.
  private let before: Int64
  /// Events whose reversal comes in too: they stay reversed.
  private var kept: Set<Int64> = []
  /// Reversals that came in.
  private var incoming: Set<Int64> = []
  /// The keys of copies by those of the events that they stand for, for what refers to them.
  private var keys: [String: String] = [:]
  /// The batch of a reversal that was looked at last.
  private var batch: Batch?
  /// What was recorded anew.
  private(set) var copies: [Copy] = []
  /// Events that came in again and stay reversed: what the book had of each, with what reversed that.
  private(set) var left: [[(place: Int64, reversal: Int64)]] = []

  init(_ book: Book, takesAll: Bool = false) throws(Diagnostic) {
    self.book = book
    before = try book.head(at: .latest).sequence
    self.takesAll = takesAll
  }

  /// Whether something was recorded anew that comes in with its reversal, so that the work must be done again without.
  var isContradicted: Bool { copies.contains { comesWithReversal($0.reversed) } }

  /// Makes ready for the same events once more, with what was learned of their reversals.
  func begin() {
    kept.formUnion(copies.filter { comesWithReversal($0.reversed) }.flatMap(\.reversed).map(\.place))
    (incoming, keys, copies, left) = ([], [:], [], [])
  }

  /// Records an event unless the book has it; one that was undone is recorded anew.
  ///
  /// - Throws: why it is refused.
  func append(_ given: Event, to writer: BookWriter) throws(Diagnostic) -> Appended {
    let event = keys.isEmpty || given.kind.name == "reverse" ? given : referring(given)
    let outcome: Renewed
    let isWanted = { (place: Int64, reversal: Int64) throws(Diagnostic) -> Bool in try self.isRenewed(place, by: reversal) }
    do throws(Diagnostic) { outcome = try writer.append(anew: event, where: isWanted) } catch {
      // A reversal that the book does not have, of what was recorded anew.
      guard error.code == .alreadyReversed, !keys.isEmpty else { throw error }
      return try writer.append(referring(given))
    }
    if event.kind.name == "reverse", case .alreadyRecorded(let known) = outcome.appended { incoming.insert(known) }
    if let own = event.text("key"), let key = outcome.key { keys[own] = key }
    if outcome.isCopy { copies.append(Copy(reversed: outcome.reversed, day: event.effectiveDay)) }
    if outcome.isLeft, let last = outcome.reversed.last, last.reversal <= before, !kept.contains(last.place) {
      left.append(outcome.reversed)
    }
    return outcome.appended
  }

  /// Whether one of the reversals of an event comes in too.
  private func comesWithReversal(_ reversed: [(place: Int64, reversal: Int64)]) -> Bool {
    reversed.contains { incoming.contains($0.reversal) }
  }

  /// Whether an event was reversed in a way that lets it be recorded anew.
  private func isRenewed(_ place: Int64, by reversal: Int64) throws(Diagnostic) -> Bool {
    // What this very import reverses, a line of its files did.
    if kept.contains(place) || reversal > before { return false }
    if takesAll { return true }
    return try isUndo(reversal)
  }

  /// Whether an undo of a whole batch made a reversal.
  private func isUndo(_ reversal: Int64) throws(Diagnostic) -> Bool {
    if batch.map({ ($0.sequence...$0.last).contains(reversal) }) != true { batch = try book.batch(ofEvent: reversal) }
    return batch?.source.hasPrefix(BatchUndo.sourcePrefix) == true
  }

  /// The event with the keys of copies where it refers to what they stand for.
  private func referring(_ event: Event) -> Event {
    var copy = event
    for field in event.kind.fields where field.type == .event || field.type == .events {
      guard let text = event.text(field.name) else { continue }
      let references = EventList.references(in: text)
      if !references.contains(where: { keys[$0] != nil }) { continue }
      copy[field.name] = .text(references.map { keys[$0] ?? $0 }.joined(separator: ","))
    }
    return copy
  }
}

extension Renewal {
  /// What is to be known of the events that came in again, as warnings.
  func remarks() throws(Diagnostic) -> [Diagnostic] {
    var remarks: [Diagnostic] = []
    // Of what comes in with its reversal nobody need be told.
    let left = left.filter { !comesWithReversal($0) }.compactMap(\.last)
    if !left.isEmpty {
      let shown = left.prefix(5).map { "#\($0.place) (by #\($0.reversal))" }.joined(separator: ", ")
      let more = left.count > 5 ? " and \(left.count - 5) more" : ""
      remarks.append(
        Diagnostic(
          .alreadyRecorded,
          Wording("其内容账簿曾经有过，后来冲销，保持冲销：\(shown)\(more)", "the book has what was reversed since, and it stays so: \(shown)\(more)"),
          hint: Wording("若确实无误，重新记录：bgt import --again", "if it is right after all, record it anew: bgt import --again"), severity: .warning
        )
      )
    }
    if let doubled = try doubled() { remarks.append(doubled) }
    return remarks
  }

  /// Copies that count beside what they stand for until the day of a reversal.
  private func doubled() throws(Diagnostic) -> Diagnostic? {
    var later: [(place: Int64, own: Day, reversal: Int64, day: Day)] = []
    for copy in copies {
      var last: (place: Int64, own: Day, reversal: Int64, day: Day)?
      for (place, reversal) in copy.reversed {
        guard let day = try book.recorded("#\(reversal)")?.event.effectiveDay, day > last?.day ?? copy.day else { continue }
        last = (place, copy.day, reversal, day)
      }
      if let last { later.append(last) }
    }
    return later.first.map { Renewal.doubled($0.place, $0.own, by: $0.reversal, $0.day, more: later.count - 1) }
  }

  /// What is said of an event that is recorded anew on its day while its reversal has a later one.
  static func doubled(_ original: Int64, _ day: Day, by reversal: Int64, _ until: Day, more: Int) -> Diagnostic {
    let others = more > 0 ? " (and so with \(more) more)" : ""
    return Diagnostic(
      .countsTwice,
      Wording(
        "\(day) 的 #\(original) 到 \(until) 才由 #\(reversal) 冲销：加上现在所记，其间各日的数字重复计算\(others)",
        "#\(original) of \(day) was reversed only on \(until), by #\(reversal): with what is recorded now, figures of the days "
          + "between have it twice\(others)"),
      hint: Wording(
        "冲销日期与原事项相同则不会有重复的日子；此处：bgt undo last，然后以 \(until) 为日期重记",
        "a reversal on the day of the event leaves no day with it; here: bgt undo last, then record it on \(until)"),
      severity: .warning)
  }
}
