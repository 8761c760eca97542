import JournalText
import LedgerCore
import Portfolio
import Spreadsheets

/// Finds the events of a register in a book: by key, by what they say, by document, by day and amount, never twice.
struct RegisterMatching {
  private let history: RegisterHistory
  private let writer: JournalWriter
  /// What is said of each company, deal and programme, by kind and name: by the book, then by the rows read so far.
  private var declared: [EventDeclaration: NameMap<RegisterHistory.Known>]
  private var taken: Set<Int64> = []
  /// Names of the book that a row has spoken of.
  private var named: Set<Int64> = []
  private var keys: NameMap<Void>

  init(history: RegisterHistory, writer: JournalWriter) {
    self.history = history
    self.writer = writer
    declared = history.declared
    keys = history.keys
  }

  /// What is to become of each event.
  ///
  /// - Parameters:
  ///   - running: the columns of running numbers, which say nothing of a row.
  ///   - asNew: the rows of which somebody says that they are new: only an event that says the very same is theirs.
  mutating func lines(of events: [RegisterEvent], running: Set<Int> = [], asNew: Set<Int> = []) -> [RegisterPlan.Line] {
    var lines = events.map { RegisterPlan.Line(event: $0, fate: .new) }
    RepeatedRows(running: running).settle(&lines, asNew: asNew) { differences($0, $1) }
    /// Events about something of which the book has events, with those.
    var unmatched: [(index: Int, known: [RegisterHistory.Known])] = []
    for index in lines.indices {
      let event = lines[index].event
      if event.slot.declaresName {
        lines[index].fate = fate(ofName: &lines[index].event)
      } else if case .new = lines[index].fate, let known = history.about(theSameAs: event.event) {
        unmatched.append((index, known))
      }
    }
    /// The kinds of which the table tells something that the book has: what it lacks of them was amended rather than left out.
    var retold: Set<EventDeclaration> = []
    // The surest matches go first, so that none is lost to a vaguer one.
    for rule in Rule.allCases {
      var left: [(index: Int, known: [RegisterHistory.Known])] = []
      for (index, candidates) in unmatched {
        let event = lines[index].event
        guard rule.isExact || !asNew.contains(event.row.number),
          let found = find(event, among: candidates, rule, isResent: retold.contains(event.event.kind))
        else {
          left.append((index, candidates))
          continue
        }
        taken.insert(found.sequence)
        let differences = differences(event, found.event)
        lines[index].fate = differences.isEmpty ? .known(found.sequence) : .differs(found.sequence, differences)
        if rule.isExact { retold.insert(event.event.kind) }
      }
      unmatched = left
    }
    for (index, candidates) in unmatched where !asNew.contains(lines[index].event.row.number) {
      lines[index].beside = find(lines[index].event, among: candidates, .nearOrResent, isResent: true)
    }
    for index in lines.indices {
      guard case .new = lines[index].fate, !lines[index].event.slot.declaresName else { continue }
      lines[index].event.event["key"] = .text(freeKey(lines[index].event))
    }
    return lines
  }

  /// How a row finds its event in the book.
  private enum Rule: CaseIterable {
    case keyAndContent, content, key, documentAndDay, documentAndMoney, money, nearOrResent

    /// Whether what is found says the very same.
    var isExact: Bool { self == .keyAndContent || self == .content }
  }

  /// Instalments of other amounts lie further apart; who puts day and amount of one right writes a day not far from the old one.
  private static let nearDays = 31

  /// - Parameter isResent: whether the table tells other events of the kind that the book has.
  private func find(
    _ event: RegisterEvent, among candidates: [RegisterHistory.Known], _ rule: Rule, isResent: Bool
  ) -> RegisterHistory.Known? {
    candidates.first { known in
      if taken.contains(known.sequence) { return false }
      switch rule {
      case .keyAndContent: return hasSameKey(event, known.event) && agrees(event, known.event)
      case .content: return agrees(event, known.event)
      case .key: return hasSameKey(event, known.event) && (event.isNumbered || (!event.isTelling && isAmended(event, known.event)))
      case .documentAndDay:
        return isUnderSameDocument(event, known.event)
          && (event.event.day == known.event.day || RegisterMatching.money(of: event.event) == nil)
      case .documentAndMoney:
        return isUnderSameDocument(event, known.event) && RegisterMatching.money(of: event.event) == RegisterMatching.money(of: known.event)
      case .money: return RegisterMatching.isSameMoney(event, known.event)
      case .nearOrResent:
        let isNear = abs(event.event.effectiveDay.days(since: known.event.effectiveDay)) <= RegisterMatching.nearDays
        return (isResent || isNear) && isUnderSameDocument(event, known.event)
      }
    }
  }

  /// Whether a row and an event of the book stand under one document with a number. Several payments may: one of another day and
  /// another amount is another instalment, unless it lies near, or the table is that register again and lacks the event of the book.
  private func isUnderSameDocument(_ event: RegisterEvent, _ known: Event) -> Bool {
    if let key = known.text("key"), event.isOtherNumber(key) { return false }
    return (event.isTelling && !event.isNumbered && hasSameKey(event, known)) || RegisterMatching.hasSameDocument(event, known)
  }

  private func hasSameKey(_ event: RegisterEvent, _ known: Event) -> Bool {
    guard let key = known.text("key") else { return false }
    if key.hasSameBytes(as: event.identity) { return true }
    // What was recorded anew after it was reversed has a number behind its own key; so has the next event of a key that tells nothing.
    guard event.hasOwnKey || !event.isTelling, key.hasPrefix(event.identity + "#") else { return false }
    return key.utf8.dropFirst(event.identity.utf8.count + 1).allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Whether a row without number and document is an event of the book, amended: it must have its day, or its amount within a
  /// year. A valuation of another day is another one, and so is the money of somebody else.
  private func isAmended(_ event: RegisterEvent, _ known: Event) -> Bool {
    let isOther = event.spoken.contains { index in
      let (field, new, old) = (event.event.kind.fields[index], event.event.values[index], known.values[index])
      guard case .name = field.type, !new.isAbsent, !old.isAbsent else { return false }
      return !new.isSame(as: old)
    }
    if isOther { return false }
    // A project stands once in the plan of a year.
    if ["plan", "plan-withdraw"].contains(event.event.kind.name) { return true }
    if event.event.day == known.day { return true }
    guard event.event.kind.name != "value", event.event.effectiveDay.year == known.effectiveDay.year else { return false }
    guard let amount = RegisterMatching.money(of: event.event) else { return false }
    return amount == RegisterMatching.money(of: known)
  }

  /// The amount of an event; of a dividend ours, where nothing is said of the whole.
  private static func money(of event: Event) -> Money? { event.amount("amount") ?? event.amount("ours") }

  /// A row's own key stays as it is, unless an event had it that was reversed; one that is taken gets a number.
  private mutating func freeKey(_ event: RegisterEvent) -> String {
    if event.hasOwnKey, !history.reversedKeys.contains(event.identity) { return event.identity }
    var key = event.identity
    var number = 1
    while !keys.insert((), for: key) {
      number += 1
      key = "\(event.identity)#\(number)"
    }
    return key
  }

  /// A name that is known needs no event, unless the row says something new of it.
  private mutating func fate(ofName event: inout RegisterEvent) -> RegisterPlan.Fate {
    let kind = event.event.kind
    let name = RegisterHistory.subject(of: event.event)
    guard let known = declared[kind]?[name] else {
      declared[kind, default: NameMap()].insert(RegisterHistory.Known(event: event.event, sequence: 0), for: name)
      return .new
    }
    var differences: [RegisterPlan.Difference] = []
    var hasNews = false
    for index in event.spoken where !event.event.values[index].isAbsent {
      let (old, new) = (known.event.values[index], event.event.values[index])
      if old.isSame(as: new) { continue }
      if old.isAbsent { hasNews = true } else { differences.append(difference(kind.fields[index], old, new)) }
    }
    if !differences.isEmpty { return .differs(known.sequence, differences) }
    if !hasNews { return known.sequence > 0 && named.insert(known.sequence).inserted ? .known(known.sequence) : .repeated }
    var merged = known.event
    for (index, value) in event.event.values.enumerated() where !value.isAbsent { merged.values[index] = value }
    declared[kind]?.update(RegisterHistory.Known(event: merged, sequence: known.sequence), for: name)
    if known.event.day != nil { event.event.day = known.event.day }
    return .new
  }

  private func agrees(_ event: RegisterEvent, _ known: Event) -> Bool { differences(event, known).isEmpty }

  /// Where a row and an event of the book say different things; of what the row does not speak nothing differs.
  private func differences(_ event: RegisterEvent, _ known: Event) -> [RegisterPlan.Difference] {
    var found: [RegisterPlan.Difference] = []
    if let day = event.event.day, day != known.day {
      found.append(RegisterPlan.Difference(field: nil, old: known.day?.description ?? "", new: day.description))
    }
    for index in event.spoken where !event.event.values[index].isSame(as: known.values[index]) {
      if event.event.values[index].isAbsent || isImplied(event.event, index, known) { continue }
      found.append(difference(known.kind.fields[index], known.values[index], event.event.values[index]))
    }
    return found
  }

  /// Whether a row says of whose the money is what the book takes for granted where it names nobody: rows must say it, events need not.
  private func isImplied(_ event: Event, _ index: Int, _ known: Event) -> Bool {
    event.kind.name == "social" && event.kind.fields[index].name == "class" && known.values[index].isAbsent
      && event.choice("class") == "private" && known.text("party") == nil
  }

  private func difference(_ field: Field, _ old: FieldValue, _ new: FieldValue) -> RegisterPlan.Difference {
    RegisterPlan.Difference(field: field, old: text(old, field), new: text(new, field))
  }

  private func text(_ value: FieldValue, _ field: Field) -> String {
    value.isAbsent ? "" : writer.text(of: value, field, .spaced)
  }

  private static func hasSameDocument(_ event: RegisterEvent, _ known: Event) -> Bool {
    // 银行回单 or 股东会决议 is a kind of document, and tells no event from another.
    guard DocumentName.isTelling(event.document) else { return false }
    return ["doc", "evidence", "number"].contains { known.text($0) == event.document }
  }

  /// Same day and amount, and nothing else that both speak of differs.
  private static func isSameMoney(_ event: RegisterEvent, _ known: Event) -> Bool {
    guard event.event.day == known.day, let amount = money(of: event.event), amount == money(of: known) else { return false }
    return event.spoken.allSatisfy { index in
      let (new, old) = (event.event.values[index], known.values[index])
      return new.isAbsent || old.isAbsent || new == old
    }
  }
}

extension FieldValue {
  /// Whether another value is the same; texts are compared by their bytes.
  fileprivate func isSame(as other: FieldValue) -> Bool {
    if case .text(let left) = self, case .text(let right) = other { return left.hasSameBytes(as: right) }
    return self == other
  }
}
