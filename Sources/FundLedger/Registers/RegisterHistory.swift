import BookStore
import JournalText
import LedgerCore
import Portfolio

/// What a book has already of the kinds of events that a register holds.
struct RegisterHistory {
  /// An event of the book.
  struct Known {
    let event: Event
    let sequence: Int64
  }

  /// An event that was reversed on a later day, until which it counts.
  struct Reversed {
    let known: Known
    let reversal: Int64
    let until: Day
  }

  /// Every event that was not reversed, in the order of the chain.
  private(set) var events: [Event] = []
  /// Events that were not reversed, about one thing each, in the order of the chain; found by kind and subject.
  private var groups: [[Known]] = []
  private var groupOfSubject: [EventDeclaration: NameMap<Int>] = [:]
  /// What is said of each company, deal and programme, by kind and name.
  private(set) var declared: [EventDeclaration: NameMap<Known>] = [:]
  /// Events that were reversed on a later day, by kind and subject.
  private var reversed: [EventDeclaration: [String: [Reversed]]] = [:]
  /// The keys of events that were reversed.
  private(set) var reversedKeys: Set<String> = []
  /// Every key that is taken.
  private(set) var keys = NameMap<Void>()

  /// Nothing, as before the first import.
  init() {}

  /// Reads the events of some kinds from a book.
  init(of book: Book, kinds: Set<EventDeclaration>) throws(Diagnostic) {
    let reader = JournalReader(register: book.register)
    var events: [Known] = []
    var reversals: [String: (sequence: Int64, day: Day)] = [:]
    try book.events { sequence, text throws(Diagnostic) in
      let event = try reader.event(parsing: text)
      if let key = event.text("key") { keys.insert((), for: key) }
      if event.kind.name == "reverse", let original = event.text("event") {
        reversals[original] = (sequence, event.effectiveDay)
      }
      if kinds.contains(event.kind) { events.append(Known(event: event, sequence: sequence)) }
    }
    for known in events {
      if let reversal = reversals["#\(known.sequence)"] ?? known.event.text("key").flatMap({ reversals[$0] }) {
        if let key = known.event.text("key") { reversedKeys.insert(key) }
        if reversal.day > known.event.effectiveDay {
          reversed[known.event.kind, default: [:]][RegisterHistory.subject(of: known.event), default: []].append(
            Reversed(known: known, reversal: reversal.sequence, until: reversal.day))
        }
        continue
      }
      self.events.append(known.event)
      add(known)
    }
  }

  /// Takes in an event that comes in beside the registers, so that no row declares its name again or takes its key.
  mutating func note(_ event: Event) {
    if let key = event.text("key") { keys.insert((), for: key) }
    if RegisterHistory.names.contains(event.kind.name) { add(Known(event: event, sequence: 0)) }
  }

  /// The kinds whose events are about a name, of which more may be said later.
  private static let names: Set<String> = ["party", "deal", "programme"]

  private mutating func add(_ new: Known) {
    let kind = new.event.kind
    let subject = RegisterHistory.subject(of: new.event)
    guard RegisterHistory.names.contains(kind.name) else {
      if let index = groupOfSubject[kind]?[subject] { return groups[index].append(new) }
      groupOfSubject[kind, default: NameMap()].insert(groups.count, for: subject)
      return groups.append([new])
    }
    guard let old = declared[kind]?[subject] else {
      declared[kind, default: NameMap()].insert(new, for: subject)
      return
    }
    // What is newly said is added to what was said before.
    var event = old.event
    for (index, value) in new.event.values.enumerated() where !value.isAbsent { event.values[index] = value }
    declared[kind]?.update(Known(event: event, sequence: new.sequence), for: subject)
  }

  /// The events of the book that are of the kind of another and about the same; nil when there are none.
  func about(theSameAs event: Event) -> [Known]? {
    groupOfSubject[event.kind]?[RegisterHistory.subject(of: event)].map { groups[$0] }
  }

  /// What was said of the same on the same day and reversed only later, so that both count in between; nil when nothing was.
  func reversedLater(than event: Event) -> Reversed? {
    guard let day = event.day else { return nil }
    return reversed[event.kind]?[RegisterHistory.subject(of: event)]?.last { $0.known.event.day == day }
  }

  /// What an event is about; empty when it is about the books as a whole.
  static func subject(of event: Event) -> String {
    // A project of a plan is what its plan of the year says, whatever deal came of it.
    if event.kind.isOfPlan, let project = event.text("project") {
      return "\(event.integer("year") ?? Int64(event.effectiveDay.year)) \(project)"
    }
    for field in ["name", "deal", "envelope", "programme", "party", "series", "metric"] {
      if let text = event.text(field) { return text }
    }
    return ""
  }
}
