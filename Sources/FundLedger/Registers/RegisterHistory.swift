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

  /// Every event that was not reversed, in the order of the chain.
  private(set) var events: [Event] = []
  /// Events that were not reversed, by kind and what they are about, in the order of the chain.
  private(set) var known: [String: [Known]] = [:]
  /// What is said of each company, deal and programme, by kind and name.
  private(set) var declared: [String: Known] = [:]
  private var byKey: [String: Known] = [:]
  /// Every key that is taken.
  private(set) var keys: Set<String> = []

  /// Nothing, as before the first import.
  init() {}

  /// Reads the events of some kinds from a book.
  init(of book: Book, kinds: Set<EventDeclaration>) throws(Diagnostic) {
    let reader = JournalReader(register: book.register)
    var events: [Known] = []
    var reversed: Set<String> = []
    try book.events { sequence, text throws(Diagnostic) in
      let event = try reader.event(parsing: text)
      if let key = event.text("key") { keys.insert(key) }
      if event.kind.name == "reverse", let original = event.text("event") { reversed.insert(original) }
      if kinds.contains(event.kind) { events.append(Known(event: event, sequence: sequence)) }
    }
    for known in events {
      let key = known.event.text("key")
      if reversed.contains("#\(known.sequence)") || key.map(reversed.contains) == true { continue }
      self.events.append(known.event)
      add(known)
    }
  }

  private mutating func add(_ new: Known) {
    let place = RegisterHistory.place(of: new.event)
    guard ["party", "deal", "programme"].contains(new.event.kind.name) else {
      known[place, default: []].append(new)
      if let key = new.event.text("key") { byKey[place + "\n" + key] = new }
      return
    }
    guard let old = declared[place] else { return declared[place] = new }
    // What is newly said is added to what was said before.
    var event = old.event
    for (index, value) in new.event.values.enumerated() where !value.isAbsent { event.values[index] = value }
    declared[place] = Known(event: event, sequence: new.sequence)
  }

  /// The event of a kind and subject that has a key.
  func known(_ place: String, key: String) -> Known? { byKey[place + "\n" + key] }

  /// Kind and subject.
  static func place(of event: Event) -> String {
    // A project of a plan is what its plan of the year says, whatever deal came of it.
    if let project = event.text("project"), event.kind.index(of: "decide-by") != nil {
      return "\(event.kind.name) \(event.integer("year") ?? Int64(event.effectiveDay.year)) \(project)"
    }
    for field in ["name", "deal", "envelope", "programme", "party", "series", "metric"] {
      if let text = event.text(field) { return "\(event.kind.name) \(text)" }
    }
    return event.kind.name
  }
}
